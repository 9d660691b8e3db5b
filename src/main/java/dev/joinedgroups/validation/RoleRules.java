package dev.joinedgroups.validation;

import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.diagnostics.Related;
import dev.joinedgroups.diagnostics.Rule;

/**
 * Groups that directory roles can be assigned to.
 *
 * <p>Source: isAssignableToRole and visibility in the group resource
 * (microsoftgraph/microsoft-graph-docs-contrib@0061138f, api-reference/v1.0/resources/group.md);
 * what the service answers to another visibility than Private: issue 19616 of that repository.
 */
final class RoleRules {
  private final Walk walk;
  private final GroupFacts group;

  RoleRules(Walk walk, GroupFacts group) {
    this.walk = walk;
    this.group = group;
  }

  void check() {
    ScalarNode role = group.assignableToRole();
    if (role != null) {
      Related why = new Related(role.place(), "this makes it assignable to roles");
      needsSecurity(why);
      notDynamic(why);
      needsPrivate(why);
    }
  }

  private void needsSecurity(Related why) {
    ScalarNode security = group.securityEnabled();
    if (security != null && GroupFacts.isFalse(security)) {
      walk.enter("securityEnabled");
      walk.reportWith(
          Rule.ROLE_NEEDS_SECURITY,
          security,
          "a group that is assignable to roles must be security-enabled",
          "write true, or delete `isAssignableToRole`",
          why);
      walk.leave();
    }
  }

  private void notDynamic(Related why) {
    Node dynamic = group.dynamic();
    if (dynamic != null) {
      walk.enter("groupTypes");
      walk.enter(group.dynamicIndex());
      walk.reportWith(
          Rule.ROLE_NOT_DYNAMIC,
          dynamic,
          "a group that is assignable to roles cannot have dynamic membership",
          "take DynamicMembership out, or delete `isAssignableToRole`",
          why);
      walk.leave();
      walk.leave();
    }
  }

  private void needsPrivate(Related why) {
    ScalarNode visibility = group.visibility();
    if (visibility != null
        && (visibility.text().equalsIgnoreCase("Public")
            || visibility.text().equalsIgnoreCase("HiddenMembership"))) {
      walk.enter("visibility");
      walk.reportWith(
          Rule.ROLE_NEEDS_PRIVATE,
          visibility,
          "a group that is assignable to roles can only be private",
          "write Private, or delete `isAssignableToRole`",
          why);
      walk.leave();
    }
  }
}
