package dev.joinedgroups.sandbox;

import dev.joinedgroups.definition.ArrayNode;
import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.definition.ScalarNode.Kind;
import dev.joinedgroups.schema.EdmType;
import dev.joinedgroups.schema.EdmType.CollectionType;
import dev.joinedgroups.schema.EdmType.ComplexType;
import dev.joinedgroups.schema.EdmType.EnumType;
import dev.joinedgroups.schema.EdmType.OpenType;
import dev.joinedgroups.schema.EdmType.Primitive;
import dev.joinedgroups.schema.GroupSchema;
import dev.joinedgroups.schema.Property;
import java.util.List;

/**
 * What the sandbox refuses in a group, in the words of the live service: what is missing, and
 * values that are not of their property's type. Texts are not looked into, so the endpoint's own
 * example, whose texts are placeholders, passes.
 */
final class GroupChecks {
  /** The longest whole number that may be an Int32, its sign included. */
  private static final int INT32_LENGTH = 11;

  private GroupChecks() {}

  /**
   * Checks what was posted.
   *
   * @throws Refusal (400) for the first thing that is wrong
   */
  static void check(ObjectNode group) {
    for (String name : GroupSchema.minimalNames()) {
      Node value = group.get(name);
      if (value == null || isNull(value)) {
        throw new Refusal(
            400,
            "Request_BadRequest",
            "A value is required for property '" + name + "' of resource 'Group'.");
      }
    }
    for (Member member : group.members()) {
      Property property = GroupSchema.property(member.name());
      if (property != null && !fits(member.value(), property.type())) {
        throw invalid(member.name(), "The value must be " + property.type().wording() + ".");
      }
    }
    for (String name : List.of("displayName", "mailNickname")) {
      if ("".equals(group.string(name))) {
        throw invalid(name, "The value must not be empty.");
      }
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

  private static boolean fits(Node value, EdmType type) {
    if (isNull(value)) {
      return true;
    }
    return switch (type) {
      case Primitive primitive -> value instanceof ScalarNode scalar && fits(scalar, primitive);
      case EnumType members ->
          value instanceof ScalarNode scalar
              && scalar.isString()
              && members.members().contains(scalar.text());
      case CollectionType items -> value instanceof ArrayNode array && allFit(array, items.item());
      case ComplexType complex -> value instanceof ObjectNode object && fits(object, complex);
      case OpenType open -> value instanceof ObjectNode;
    };
  }

  private static boolean fits(ScalarNode value, Primitive type) {
    return switch (type) {
      case STRING, GUID, DATE_TIME_OFFSET -> value.isString();
      case BOOLEAN -> value.kind() == Kind.BOOLEAN;
      case INT32 -> value.kind() == Kind.NUMBER && isInt32(value.text());
    };
  }

  private static boolean fits(ObjectNode value, ComplexType type) {
    for (Member member : value.members()) {
      Property property = type.property(member.name());
      if (property != null && !fits(member.value(), property.type())) {
        return false;
      }
    }
    return true;
  }

  private static boolean allFit(ArrayNode array, EdmType type) {
    for (Node item : array.items()) {
      if (isNull(item) || !fits(item, type)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInt32(String number) {
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c == '-' && i == 0)) {
        return false;
      }
    }
    if (number.length() > INT32_LENGTH) {
      return false;
    }
    long value = Long.parseLong(number);
    return value == (int) value;
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
