package dev.joinedgroups.validation;

import dev.joinedgroups.definition.ArrayNode;
import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.diagnostics.Rule;
import dev.joinedgroups.diagnostics.Suggestion;
import dev.joinedgroups.schema.EdmType.CollectionType;
import dev.joinedgroups.schema.EdmType.ComplexType;
import dev.joinedgroups.schema.Property;
import dev.joinedgroups.schema.Property.Origin;
import dev.joinedgroups.schema.Property.Settable;
import java.util.List;

/**
 * What the service is documented to think of a property, whatever the others are. Lengths, values
 * and what may be given when are the table's ({@link dev.joinedgroups.schema.GroupSchema}). A value
 * of a wrong type is passed over: that is a problem of its own.
 */
final class PropertyRules {
  private final Walk walk;

  PropertyRules(Walk walk) {
    this.walk = walk;
  }

  void check(Property property, Member member) {
    Node value = member.value();
    if (!GroupFacts.isGiven(value)) {
      return;
    }
    if (!isAskedFor(property.name())) {
      settable(property, member);
    }
    value(property, value, property.settable() == Settable.ON_CREATE);
    switch (property.name()) {
      case "mailNickname" -> TextRules.nickname(value, walk);
      case "displayName" -> TextRules.notEmpty("displayName", value, walk);
      case "preferredLanguage" -> TextRules.language(value, walk);
      case "membershipRule" -> TextRules.membershipRule(value, walk);
      case "mdmAppId" -> removed(member);
      case "accessType", "isFavorite", "unseenConversationsCount", "unseenMessagesCount" ->
          betaOnly(member);
      default -> {
        if (property.origin() == Origin.BETA) {
          betaOnly(member);
        }
      }
    }
  }

  private void settable(Property property, Member member) {
    String name = property.name();
    if (property.settable() == Settable.ON_CREATE) {
      return;
    }
    boolean live = walk.options().liveService();
    if (property.settable() == Settable.AFTER_CREATE) {
      walk.reportName(
          Rule.SET_AFTER_CREATE,
          member,
          "`" + name + "` cannot be given when a group is created",
          "delete it and update the group once it exists"
              + (live ? "" : ", unless your endpoint takes it"));
      return;
    }
    walk.reportName(
        Rule.READ_ONLY_PROPERTY,
        member,
        "`" + name + "` is read-only: " + settledBy(name),
        live ? "delete it" : "delete it, unless your endpoint takes it");
  }

  /** Whether this run requires the property, as the endpoint's own document does. */
  private boolean isAskedFor(String name) {
    return !walk.options().liveService() && walk.options().required().names().contains(name);
  }

  private static String settledBy(String name) {
    return switch (name) {
      case "isArchived" -> "archiving the group's team sets it";
      case "renewedDateTime" -> "renewing the group sets it";
      case "deletedDateTime" -> "deleting the group sets it";
      case "assignedLicenses", "licenseProcessingState" -> "assigning a licence sets it";
      case "hasMembersWithLicenseErrors" -> "it only serves to filter groups";
      default ->
          name.startsWith("onPremises")
              ? "synchronization with the on-premises directory sets it"
              : "the service sets it";
    };
  }

  /**
   * Checks a value and those within it.
   *
   * @param given whether a client may give it, so that what is read-only within is worth telling
   */
  private void value(Property property, Node value, boolean given) {
    switch (property.type()) {
      case CollectionType collection when value instanceof ArrayNode array ->
          items(property, collection, array, given);
      case ComplexType complex when value instanceof ObjectNode object ->
          members(complex, object, given);
      default -> {
        if (value instanceof ScalarNode scalar && scalar.isString()) {
          length(property, scalar);
          documented(property, scalar);
        }
      }
    }
  }

  private void items(Property property, CollectionType type, ArrayNode array, boolean given) {
    boolean complex = type.item() instanceof ComplexType;
    if (!complex && property.values().isEmpty()) {
      return;
    }
    Node outer = walk.enterAlias(array);
    List<Node> items = array.items();
    for (int i = 0; i < items.size(); i++) {
      walk.enter(i);
      if (type.item() instanceof ComplexType item && items.get(i) instanceof ObjectNode object) {
        members(item, object, given);
      } else if (items.get(i) instanceof ScalarNode scalar && scalar.isString()) {
        documented(property, scalar);
      }
      walk.leave();
    }
    walk.leaveAlias(outer);
  }

  private void members(ComplexType type, ObjectNode object, boolean given) {
    Node outer = walk.enterAlias(object);
    for (Member member : object.members()) {
      Property property = type.property(member.name());
      if (property != null && GroupFacts.isGiven(member.value())) {
        walk.enter(member.name());
        if (given) {
          settable(property, member);
        }
        value(property, member.value(), given);
        walk.leave();
      }
    }
    walk.leaveAlias(outer);
  }

  private void length(Property property, ScalarNode value) {
    int most = property.maxLength();
    String text = value.text();
    if (most == 0 || text.length() <= most) {
      return;
    }
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      int from = text.offsetByCodePoints(0, most);
      walk.report(
          Rule.TEXT_LENGTH,
          value,
          Within.place(value, from, text.length()),
          "`" + property.name() + "` has " + length + " characters; at most " + most + " are taken",
          "shorten it by " + (length - most) + (length - most == 1 ? " character" : " characters"));
    }
  }

  private void documented(Property property, ScalarNode value) {
    List<String> values = property.values();
    if (values.isEmpty()) {
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).equalsIgnoreCase(value.text())) {
        return;
      }
    }
    boolean option = property.name().startsWith("resource");
    String near = Suggestion.nearest(value.text(), values);
    walk.report(
        option ? Rule.UNDOCUMENTED_OPTION : Rule.UNDOCUMENTED_VALUE,
        value,
        "`"
            + Hints.shown(value.text())
            + "` is not a documented value of `"
            + property.name()
            + "`",
        near == null ? "write " + choice(values) : "did you mean `" + near + "`?");
  }

  private static String choice(List<String> values) {
    int last = values.size() - 1;
    return last == 0
        ? values.get(0)
        : String.join(", ", values.subList(0, last)) + " or " + values.get(last);
  }

  private void removed(Member member) {
    walk.reportName(
        Rule.REMOVED_PROPERTY,
        member,
        "neither v1.0 nor beta of Microsoft Graph has `mdmAppId` today",
        "delete it, unless your endpoint takes it");
  }

  /**
   * Only where groups go to the live service's own collection, which is v1.0's unless the endpoint
   * says otherwise. What v1.0 has: microsoftgraph/msgraph-sdk-java@0167d8a3,
   * src/main/java/com/microsoft/graph/generated/models/Group.java.
   */
  private void betaOnly(Member member) {
    if (walk.options().liveService()) {
      walk.reportName(
          Rule.BETA_PROPERTY,
          member,
          "only beta of Microsoft Graph has `" + member.name() + "`, not v1.0",
          member.name().equals("accessType")
              ? "write `visibility` instead, or choose beta with --endpoint"
              : "delete it, or choose beta with --endpoint");
    }
  }
}
