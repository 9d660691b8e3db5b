package dev.joinedgroups.validation;

import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.diagnostics.Related;
import dev.joinedgroups.diagnostics.Rule;

/**
 * Dynamic membership and what goes with it.
 *
 * <p>Source: the group resource (microsoftgraph/microsoft-graph-docs-contrib@0061138f,
 * api-reference/v1.0/resources/group.md: groupTypes, membershipRule, membershipRuleProcessingState)
 * and "Manage rules for dynamic membership groups" (MicrosoftDocs/entra-docs@11d44a5c,
 * docs/identity/users/groups-dynamic-membership.md).
 */
final class DynamicRules {
  private final Walk walk;
  private final GroupFacts group;

  DynamicRules(Walk walk, GroupFacts group) {
    this.walk = walk;
    this.group = group;
  }

  void check() {
    if (group.kindKnown()) {
      ruleNotDynamic();
    }
    dynamicWithoutRule();
    processingStateWithoutRule();
    membersOfDynamicGroup();
  }

  private void ruleNotDynamic() {
    ScalarNode rule = group.membershipRule();
    if (rule == null || rule.text().isBlank() || group.dynamic() != null) {
      return;
    }
    walk.enter("membershipRule");
    walk.report(
        Rule.MEMBERSHIP_RULE_NOT_DYNAMIC,
        rule,
        "a membership rule applies only where `groupTypes` has `DynamicMembership`",
        "add DynamicMembership to `groupTypes`, or delete the rule");
    walk.leave();
  }

  private void dynamicWithoutRule() {
    Node dynamic = group.dynamic();
    if (dynamic == null || group.membershipRuleWritten()) {
      return;
    }
    walk.enter("groupTypes");
    walk.enter(group.dynamicIndex());
    walk.report(
        Rule.DYNAMIC_WITHOUT_RULE,
        dynamic,
        "membership is dynamic, but there is no `membershipRule`",
        "add one such as user.department -eq \"Sales\", or take DynamicMembership out");
    walk.leave();
    walk.leave();
  }

  private void processingStateWithoutRule() {
    ScalarNode state = group.processingState();
    if (state == null || group.membershipRuleWritten()) {
      return;
    }
    walk.enter("membershipRuleProcessingState");
    walk.report(
        Rule.PROCESSING_STATE_WITHOUT_RULE,
        state,
        "there is no `membershipRule` to process",
        "add one, or delete `membershipRuleProcessingState`");
    walk.leave();
  }

  private void membersOfDynamicGroup() {
    Member members = group.members();
    Node dynamic = group.dynamic();
    if (members == null || dynamic == null || !GroupFacts.isGiven(members.value())) {
      return;
    }
    walk.enter(members.name());
    walk.reportWith(
        Rule.MEMBERS_OF_DYNAMIC_GROUP,
        members.value(),
        "nobody can be added by hand to a group with dynamic membership",
        "delete the members, or take DynamicMembership out of `groupTypes`",
        new Related(dynamic.place(), "this makes membership dynamic"));
    walk.leave();
  }
}
