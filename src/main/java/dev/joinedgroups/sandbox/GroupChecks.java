package dev.joinedgroups.sandbox;

import dev.joinedgroups.definition.ArrayNode;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.definition.ScalarNode.Kind;
import java.util.List;

/**
 * What the sandbox refuses in a group, in the words of the live service. It looks at the basic
 * properties only: enough for a rehearsal to meet refusals, and the endpoint's own example passes.
 */
final class GroupChecks {
  private static final List<String> REQUIRED =
      List.of("displayName", "mailEnabled", "mailNickname", "securityEnabled");
  private static final List<String> BOOLEANS = List.of("mailEnabled", "securityEnabled");
  private static final List<String> STRINGS =
      List.of("displayName", "mailNickname", "description", "visibility", "accessType");
  private static final List<String> ACCESS_TYPES = List.of("none", "private", "secret", "public");

  private GroupChecks() {}

  /**
   * Checks what was posted.
   *
   * @throws Refusal (400) for the first thing that is wrong
   */
  static void check(ObjectNode group) {
    for (String name : REQUIRED) {
      Node value = group.get(name);
      if (value == null || isNull(value)) {
        throw new Refusal(
            400,
            "Request_BadRequest",
            "A value is required for property '" + name + "' of resource 'Group'.");
      }
    }
    for (String name : BOOLEANS) {
      require(group, name, Kind.BOOLEAN, "Edm.Boolean");
    }
    for (String name : STRINGS) {
      require(group, name, Kind.STRING, "Edm.String");
    }
    Node groupTypes = group.get("groupTypes");
    if (groupTypes != null && !isNull(groupTypes) && !isStrings(groupTypes)) {
      throw invalid("groupTypes", "The value must be of type Collection(Edm.String).");
    }
    String accessType = group.string("accessType");
    if (accessType != null && !ACCESS_TYPES.contains(accessType)) {
      throw invalid("accessType", "The value must be one of " + ACCESS_TYPES + ".");
    }
    if ("".equals(group.string("displayName"))) {
      throw invalid("displayName", "The value must not be empty.");
    }
    if ("".equals(group.string("mailNickname"))) {
      throw invalid("mailNickname", "The value must not be empty.");
    }
  }

  /** Whether it is a Microsoft 365 group. */
  static boolean isUnified(ObjectNode group) {
    if (group.get("groupTypes") instanceof ArrayNode types) {
      for (Node type : types.items()) {
        if (type instanceof ScalarNode scalar && scalar.text().equals("Unified")) {
          return true;
        }
      }
    }
    return false;
  }

  private static void require(ObjectNode group, String name, Kind kind, String type) {
    Node value = group.get(name);
    boolean fits =
        value == null
            || isNull(value)
            || (value instanceof ScalarNode scalar && scalar.kind() == kind);
    if (!fits) {
      throw invalid(name, "The value must be of type " + type + ".");
    }
  }

  private static boolean isStrings(Node value) {
    if (!(value instanceof ArrayNode array)) {
      return false;
    }
    for (Node item : array.items()) {
      if (!(item instanceof ScalarNode scalar && scalar.isString())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNull(Node value) {
    return value instanceof ScalarNode scalar && scalar.isNull();
  }

  private static Refusal invalid(String name, String why) {
    return new Refusal(
        400,
        "Request_BadRequest",
        "Invalid value specified for property '" + name + "' of resource 'Group'.",
        new Refusal.Detail("InvalidValue", why, name));
  }
}
