package dev.joinedgroups.validation;

import dev.joinedgroups.definition.ArrayNode;
import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.diagnostics.Related;
import dev.joinedgroups.diagnostics.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Which kind of group it is, and what only that kind has.
 *
 * <p>Source of the kinds: the table of "Working with groups in Microsoft Graph"
 * (microsoftgraph/microsoft-graph-docs-contrib@01b509a5,
 * api-reference/v1.0/resources/groups-overview.md); of the rest: the group resource there
 * (@0061138f, api-reference/v1.0/resources/group.md).
 */
final class KindRules {
  private final Walk walk;
  private final GroupFacts group;

  KindRules(Walk walk, GroupFacts group) {
    this.walk = walk;
    this.group = group;
  }

  void check() {
    if (group.kindKnown()) {
      mailEnabledNotUnified();
      unifiedNotMailEnabled();
      neitherMailNorSecurity();
      microsoft365Only();
      hiddenMembership();
    }
    accessWithoutVisibility();
    accessAgainstVisibility();
  }

  private void mailEnabledNotUnified() {
    ScalarNode mail = group.mailEnabled();
    if (mail == null || !GroupFacts.isTrue(mail) || group.unified() != null) {
      return;
    }
    report(
        Rule.MAIL_ENABLED_NOT_UNIFIED,
        "mailEnabled",
        mail,
        "only a Microsoft 365 group can be created mail-enabled, and `groupTypes` has no `Unified`",
        "add Unified to `groupTypes`, or write false for a security group",
        group.groupTypes(),
        "the groupTypes");
  }

  private void unifiedNotMailEnabled() {
    ScalarNode mail = group.mailEnabled();
    if (mail == null || !GroupFacts.isFalse(mail) || group.unified() == null) {
      return;
    }
    report(
        Rule.UNIFIED_NOT_MAIL_ENABLED,
        "mailEnabled",
        mail,
        "`groupTypes` says `Unified`, and a Microsoft 365 group is mail-enabled",
        "write true, or take Unified out of `groupTypes` for a security group",
        group.unified(),
        "this makes it a Microsoft 365 group");
  }

  private void neitherMailNorSecurity() {
    ScalarNode security = group.securityEnabled();
    if (security == null
        || !GroupFacts.isFalse(security)
        || !GroupFacts.isFalse(group.mailEnabled())
        || group.unified() != null) {
      return;
    }
    report(
        Rule.NEITHER_MAIL_NOR_SECURITY,
        "securityEnabled",
        security,
        "there is no group that is neither mail-enabled nor security-enabled",
        "write true for a security group; for a Microsoft 365 group make `mailEnabled` true and"
            + " add Unified to `groupTypes`",
        group.mailEnabled(),
        "mailEnabled is false");
  }

  private void microsoft365Only() {
    if (group.unified() != null) {
      return;
    }
    for (Member member : group.microsoft365()) {
      walk.enter(member.name());
      walk.reportName(
          Rule.MICROSOFT_365_ONLY,
          member,
          "only Microsoft 365 groups have `" + member.name() + "`",
          "delete it, or add Unified to `groupTypes`");
      walk.leave();
    }
  }

  private void hiddenMembership() {
    ScalarNode visibility = group.visibility();
    if (visibility == null
        || !visibility.text().equalsIgnoreCase("HiddenMembership")
        || group.unified() != null) {
      return;
    }
    report(
        Rule.HIDDEN_MEMBERSHIP,
        "visibility",
        visibility,
        "only Microsoft 365 groups can hide their members",
        "write Private, or add Unified to `groupTypes`",
        group.groupTypes(),
        "the groupTypes");
  }

  private void accessWithoutVisibility() {
    ScalarNode access = group.accessType();
    if (access == null || !isRestricted(access) || group.visibilityWritten()) {
      return;
    }
    String message =
        group.unified() != null
            ? "without `visibility` the service makes a Microsoft 365 group public, whatever"
                + " `accessType` says"
            : "the service decides by `visibility` who sees a group, not by `accessType`";
    walk.enter("accessType");
    walk.report(
        Rule.ACCESS_WITHOUT_VISIBILITY,
        access,
        message,
        "add `visibility` with the value Private"
            + (access.text().equals("secret") && group.unified() != null
                ? " or HiddenMembership"
                : ""));
    walk.leave();
  }

  private void accessAgainstVisibility() {
    ScalarNode access = group.accessType();
    ScalarNode visibility = group.visibility();
    if (access == null || visibility == null) {
      return;
    }
    boolean isPublic = visibility.text().equalsIgnoreCase("Public");
    boolean isKnown =
        isPublic
            || visibility.text().equalsIgnoreCase("Private")
            || visibility.text().equalsIgnoreCase("HiddenMembership");
    boolean contradicts = isPublic ? isRestricted(access) : access.text().equals("public");
    if (isKnown && contradicts) {
      report(
          Rule.ACCESS_AGAINST_VISIBILITY,
          "accessType",
          access,
          "`accessType` is `"
              + access.text()
              + "`, but `visibility` is `"
              + visibility.text()
              + "`",
          "make them agree; the service goes by `visibility`",
          visibility,
          "the visibility");
    }
  }

  private static boolean isRestricted(ScalarNode access) {
    return access.text().equals("private") || access.text().equals("secret");
  }

  private void report(
      Rule rule,
      String name,
      Node at,
      String message,
      String hint,
      @Nullable Node other,
      String otherIs) {
    walk.enter(name);
    if (other == null || (other instanceof ArrayNode array && array.items().isEmpty())) {
      walk.report(rule, at, message, hint);
    } else {
      walk.reportWith(rule, at, message, hint, new Related(other.place(), otherIs));
    }
    walk.leave();
  }
}
