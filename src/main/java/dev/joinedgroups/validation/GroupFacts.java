package dev.joinedgroups.validation;

import dev.joinedgroups.definition.ArrayNode;
import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules about a whole group look at, gathered in one pass over its properties. A property
 * that is null or of a wrong type counts as not given: that is a problem of its own.
 */
final class GroupFacts {
  static final String UNIFIED = "Unified";
  static final String DYNAMIC = "DynamicMembership";

  private @Nullable ArrayNode groupTypes;
  private @Nullable ScalarNode mailEnabled;
  private @Nullable ScalarNode securityEnabled;
  private @Nullable ScalarNode assignableToRole;
  private @Nullable ScalarNode visibility;
  private @Nullable ScalarNode accessType;
  private @Nullable ScalarNode membershipRule;
  private @Nullable ScalarNode processingState;
  private @Nullable Member owners;
  private @Nullable Member members;
  private final List<Member> microsoft365 = new ArrayList<>(0);
  private boolean visibilityWritten;
  private boolean membershipRuleWritten;
  private boolean kindKnown = true;
  private @Nullable Node unified;
  private @Nullable Node dynamic;
  private int dynamicIndex;

  GroupFacts(ObjectNode object) {
    List<Member> all = object.members();
    for (int i = 0; i < all.size(); i++) {
      read(all.get(i));
    }
  }

  private void read(Member member) {
    Node value = member.value();
    switch (member.name()) {
      case "groupTypes" -> groupTypes(value);
      case "mailEnabled" -> mailEnabled = scalar(value, ScalarNode.Kind.BOOLEAN);
      case "securityEnabled" -> securityEnabled = scalar(value, ScalarNode.Kind.BOOLEAN);
      case "isAssignableToRole" -> assignableToRole = scalar(value, ScalarNode.Kind.BOOLEAN);
      case "visibility" -> {
        visibility = scalar(value, ScalarNode.Kind.STRING);
        visibilityWritten = isGiven(value);
      }
      case "accessType" -> accessType = scalar(value, ScalarNode.Kind.STRING);
      case "membershipRule" -> {
        membershipRule = scalar(value, ScalarNode.Kind.STRING);
        membershipRuleWritten = isGiven(value);
      }
      case "membershipRuleProcessingState" ->
          processingState = scalar(value, ScalarNode.Kind.STRING);
      case "owners@odata.bind" -> owners = member;
      case "members@odata.bind" -> members = member;
      case "assignedLabels",
          "preferredDataLocation",
          "preferredLanguage",
          "resourceBehaviorOptions",
          "resourceProvisioningOptions",
          "theme" -> {
        if (isGiven(value)) {
          microsoft365.add(member);
        }
      }
      default -> {
        // The other properties are judged each for itself.
      }
    }
  }

  private static @Nullable ScalarNode scalar(Node value, ScalarNode.Kind kind) {
    return value instanceof ScalarNode scalar && scalar.kind() == kind ? scalar : null;
  }

  /** Whether there is something in it: neither null nor an empty array. */
  static boolean isGiven(Node value) {
    return switch (value) {
      case ScalarNode scalar -> !scalar.isNull();
      case ArrayNode array -> !array.items().isEmpty();
      case ObjectNode object -> true;
    };
  }

  private void groupTypes(Node value) {
    if (!(value instanceof ArrayNode array)) {
      kindKnown = value instanceof ScalarNode scalar && scalar.isNull();
      return;
    }
    groupTypes = array;
    List<Node> items = array.items();
    for (int i = 0; i < items.size(); i++) {
      Node item = items.get(i);
      // What an alias repeats stands elsewhere, perhaps in another definition: the alias is here.
      Node shown = array.anchored() == null ? item : array;
      String type = item instanceof ScalarNode scalar && scalar.isString() ? scalar.text() : "";
      if (type.equalsIgnoreCase(UNIFIED)) {
        unified = shown;
      } else if (type.equalsIgnoreCase(DYNAMIC)) {
        dynamic = shown;
        dynamicIndex = i;
      } else {
        kindKnown = false;
      }
    }
  }

  /**
   * Whether {@code groupTypes} leaves no doubt about the kind of group: what looks like a typo
   * there is told once and not again as its consequences.
   */
  boolean kindKnown() {
    return kindKnown;
  }

  @Nullable ArrayNode groupTypes() {
    return groupTypes;
  }

  /**
   * The {@code Unified} in {@code groupTypes}, which makes it a Microsoft 365 group; the alias
   * where {@code groupTypes} is one.
   */
  @Nullable Node unified() {
    return unified;
  }

  /** The {@code DynamicMembership} in {@code groupTypes}; the alias where that is one. */
  @Nullable Node dynamic() {
    return dynamic;
  }

  /** Where in {@code groupTypes} that is. */
  int dynamicIndex() {
    return dynamicIndex;
  }

  @Nullable ScalarNode mailEnabled() {
    return mailEnabled;
  }

  @Nullable ScalarNode securityEnabled() {
    return securityEnabled;
  }

  /** The value of {@code isAssignableToRole} when that is true. */
  @Nullable ScalarNode assignableToRole() {
    return isTrue(assignableToRole) ? assignableToRole : null;
  }

  @Nullable ScalarNode visibility() {
    return visibility;
  }

  boolean visibilityWritten() {
    return visibilityWritten;
  }

  @Nullable ScalarNode accessType() {
    return accessType;
  }

  @Nullable ScalarNode membershipRule() {
    return membershipRule;
  }

  boolean membershipRuleWritten() {
    return membershipRuleWritten;
  }

  @Nullable ScalarNode processingState() {
    return processingState;
  }

  @Nullable Member owners() {
    return owners;
  }

  @Nullable Member members() {
    return members;
  }

  /** What is given of the properties that only Microsoft 365 groups have. */
  List<Member> microsoft365() {
    return microsoft365;
  }

  static boolean isTrue(@Nullable ScalarNode value) {
    return value != null && value.text().equals("true");
  }

  static boolean isFalse(@Nullable ScalarNode value) {
    return value != null && value.text().equals("false");
  }
}
