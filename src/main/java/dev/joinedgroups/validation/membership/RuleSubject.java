package dev.joinedgroups.validation.membership;

import dev.joinedgroups.validation.membership.RuleProperties.Type;

/**
 * What a comparison is about.
 *
 * @param start its first offset
 * @param end the offset after it
 * @param name as the rule spells it, with its object: {@code user.city}, {@code _}
 * @param type what it holds
 */
record RuleSubject(int start, int end, String name, Type type) {

  /** The same subject, of which nothing more is asked: something about it is wrong already. */
  RuleSubject unchecked() {
    return new RuleSubject(start, end, name, Type.UNKNOWN);
  }

  /** A comparison that fits the subject, to show in hints. */
  String example() {
    return RuleProblems.shown(name)
        + switch (type) {
          case BOOLEAN -> " -eq true";
          case DATE -> " -ge system.now";
          case PLAN_COLLECTION -> " -any (assignedPlan.servicePlanId -eq \"…\")";
          case GROUP_COLLECTION -> " -any (group.objectId -in [\"…\"])";
          case STRING, EXTENSION, STRING_COLLECTION, UNKNOWN -> " -eq \"…\"";
        };
  }
}
