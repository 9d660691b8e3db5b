package dev.joinedgroups.schema;

import static dev.joinedgroups.schema.EdmType.Primitive.BOOLEAN;
import static dev.joinedgroups.schema.EdmType.Primitive.DATE_TIME_OFFSET;
import static dev.joinedgroups.schema.EdmType.Primitive.GUID;
import static dev.joinedgroups.schema.EdmType.Primitive.INT32;
import static dev.joinedgroups.schema.EdmType.Primitive.STRING;

import dev.joinedgroups.schema.EdmType.CollectionType;
import dev.joinedgroups.schema.EdmType.ComplexType;
import dev.joinedgroups.schema.EdmType.EnumType;
import dev.joinedgroups.schema.EdmType.OpenType;
import dev.joinedgroups.schema.Property.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a group is: the one table of its properties. Flags, checks, the JSON Schema, completions and
 * the manual all read it; a new property is a new row.
 *
 * <p>Names and order are those of the endpoint's document. Types are those of Microsoft Graph's
 * metadata of that time (microsoftgraph/msgraph-metadata@bdcefac8, beta_metadata.xml, 2019-11-05),
 * and of its present metadata for the properties that came later (the same repository @f54f11b6,
 * 2026-08-20). What may be given when, lengths and values are from the documentation of "Create
 * group" and of the group resource (microsoftgraph/microsoft-graph-docs-contrib@00e146a9).
 */
public final class GroupSchema {
  private static final EnumType ACCESS_TYPE =
      new EnumType("graph.groupAccessType", List.of("none", "private", "secret", "public"));

  private static final ComplexType ASSIGNED_LABEL =
      new ComplexType(
          "graph.assignedLabel",
          List.of(
              Property.of("labelId", STRING, "id of the sensitivity label"),
              Property.of("displayName", STRING, "name of the label").readOnly()));

  private static final ComplexType ASSIGNED_LICENSE =
      new ComplexType(
          "graph.assignedLicense",
          List.of(
              Property.of("disabledPlans", new CollectionType(GUID), "plans of it not enabled"),
              Property.of("skuId", GUID, "id of the product")));

  private static final ComplexType LICENSE_STATE =
      new ComplexType(
          "graph.licenseProcessingState",
          List.of(
              Property.of("state", STRING, "how far licensing of the members is")
                  .values("QueuedForProcessing", "ProcessingInProgress", "ProcessingComplete")));

  private static final ComplexType PROVISIONING_ERROR =
      new ComplexType(
          "graph.onPremisesProvisioningError",
          List.of(
              Property.of("value", STRING, "value that causes the error"),
              Property.of("category", STRING, "kind of the error"),
              Property.of("propertyCausingError", STRING, "property that causes the error"),
              Property.of("occurredDateTime", DATE_TIME_OFFSET, "when the error happened")));

  private static final CollectionType STRINGS = new CollectionType(STRING);

  private static final List<Property> PROPERTIES =
      List.of(
          Property.of("id", STRING, "id that the service gives the group").notNullable().readOnly(),
          Property.of("deletedDateTime", DATE_TIME_OFFSET, "when the group was deleted").readOnly(),
          Property.of("assignedLabels", new CollectionType(ASSIGNED_LABEL), "sensitivity labels"),
          Property.of("assignedLicenses", new CollectionType(ASSIGNED_LICENSE), "product licences")
              .readOnly(),
          Property.of("classification", STRING, "classification such as low or high"),
          Property.of("createdDateTime", DATE_TIME_OFFSET, "when the group was created").readOnly(),
          Property.of("description", STRING, "what the group is for").atMost(1024),
          Property.of("displayName", STRING, "name shown to people").atMost(256),
          Property.of("groupTypes", STRINGS, "Unified for a Microsoft 365 group, DynamicMembership")
              .values("Unified", "DynamicMembership"),
          Property.of(
                  "hasMembersWithLicenseErrors", BOOLEAN, "whether a member has a licence error")
              .readOnly(),
          Property.of("isAssignableToRole", BOOLEAN, "whether directory roles can be assigned"),
          Property.of("licenseProcessingState", LICENSE_STATE, "state of group-based licensing")
              .readOnly(),
          Property.of("mail", STRING, "SMTP address").readOnly(),
          Property.of("mailEnabled", BOOLEAN, "whether the group has a mailbox"),
          Property.of("mailNickname", STRING, "mail alias, unique in the tenant").atMost(64),
          Property.of("mdmAppId", STRING, "id of a device management application"),
          Property.of("membershipRule", STRING, "rule that makes somebody a member"),
          Property.of("membershipRuleProcessingState", STRING, "whether the rule is applied")
              .values("On", "Paused"),
          Property.of("onPremisesDomainName", STRING, "on-premises domain").readOnly(),
          Property.of("onPremisesLastSyncDateTime", DATE_TIME_OFFSET, "last synchronization")
              .readOnly(),
          Property.of("onPremisesNetBiosName", STRING, "on-premises NetBIOS name").readOnly(),
          Property.of(
                  "onPremisesProvisioningErrors",
                  new CollectionType(PROVISIONING_ERROR),
                  "errors of synchronization")
              .readOnly(),
          Property.of("onPremisesSamAccountName", STRING, "on-premises SAM account name")
              .readOnly(),
          Property.of("onPremisesSecurityIdentifier", STRING, "on-premises SID").readOnly(),
          Property.of("onPremisesSyncEnabled", BOOLEAN, "whether it is synchronized").readOnly(),
          Property.of("preferredDataLocation", STRING, "where the group's data is kept"),
          Property.of("preferredLanguage", STRING, "ISO 639-1 code such as en-US"),
          Property.of("proxyAddresses", STRINGS, "all mail addresses").readOnly(),
          Property.of("renewedDateTime", DATE_TIME_OFFSET, "when the group was last renewed")
              .readOnly(),
          Property.of("resourceBehaviorOptions", STRINGS, "behaviours set at creation")
              .values(
                  "AllowOnlyMembersToPost",
                  "CalendarMemberReadOnly",
                  "ConnectorsDisabled",
                  "HideGroupInOutlook",
                  "SubscribeMembersToCalendarEventsDisabled",
                  "SubscribeNewGroupMembers",
                  "WelcomeEmailDisabled"),
          Property.of("resourceProvisioningOptions", STRINGS, "Team makes a team of it")
              .values("Team"),
          Property.of("securityEnabled", BOOLEAN, "whether it is a security group"),
          Property.of("securityIdentifier", STRING, "SID of the group").readOnly(),
          Property.of("theme", STRING, "colour")
              .values("Teal", "Purple", "Green", "Blue", "Pink", "Orange", "Red"),
          Property.of("visibility", STRING, "who sees the group and may join it")
              .values("Private", "Public", "HiddenMembership"),
          Property.of("accessType", ACCESS_TYPE, "who has access to the group"),
          Property.of("allowExternalSenders", BOOLEAN, "whether outsiders may write to it")
              .afterCreate(),
          Property.of("autoSubscribeNewMembers", BOOLEAN, "whether new members get its mail")
              .afterCreate(),
          Property.of("isFavorite", BOOLEAN, "whether it is among the user's favourites"),
          Property.of("isSubscribedByMail", BOOLEAN, "whether the user gets its mail")
              .afterCreate(),
          Property.of("unseenCount", INT32, "posts not seen since the last visit").afterCreate(),
          Property.of("unseenConversationsCount", INT32, "conversations not seen"),
          Property.of("unseenMessagesCount", INT32, "messages not seen"),
          Property.of("hideFromOutlookClients", BOOLEAN, "whether Outlook hides it").afterCreate(),
          Property.of("hideFromAddressLists", BOOLEAN, "whether address lists hide it")
              .afterCreate(),
          Property.of("isArchived", BOOLEAN, "whether its team is archived").readOnly());

  private static final List<Property> LATER =
      List.of(
          Property.of("expirationDateTime", DATE_TIME_OFFSET, "when the group expires")
              .from(Origin.V1_0)
              .readOnly(),
          Property.of("infoCatalogs", STRINGS, "information segments").from(Origin.V1_0),
          Property.of("isManagementRestricted", BOOLEAN, "whether its management is restricted")
              .from(Origin.V1_0)
              .readOnly(),
          Property.of(
                  "onPremisesExtensionAttributes",
                  new OpenType("graph.onPremisesExtensionAttributes"),
                  "extension attributes 1 to 15")
              .from(Origin.V1_0),
          Property.of("organizationId", STRING, "id of the organization")
              .from(Origin.V1_0)
              .readOnly(),
          Property.of(
                  "serviceProvisioningErrors",
                  new CollectionType(new OpenType("graph.serviceProvisioningError")),
                  "errors of provisioning")
              .from(Origin.V1_0)
              .readOnly(),
          Property.of("uniqueName", STRING, "name that makes creation repeatable")
              .from(Origin.V1_0),
          Property.of("welcomeMessageEnabled", BOOLEAN, "whether new members are welcomed")
              .from(Origin.V1_0),
          Property.of("cloudLicensing", new OpenType("graph.groupCloudLicensing"), "licensing")
              .from(Origin.BETA)
              .readOnly(),
          Property.of("createdByAppId", STRING, "id of the application that created it")
              .from(Origin.BETA)
              .readOnly(),
          Property.of(
                  "membershipRuleProcessingStatus",
                  new OpenType("graph.membershipRuleProcessingStatus"),
                  "how far the membership rule was applied")
              .from(Origin.BETA)
              .readOnly(),
          Property.of(
                  "writebackConfiguration",
                  new OpenType("graph.groupWritebackConfiguration"),
                  "writing back to the on-premises directory")
              .from(Origin.BETA),
          Property.of("creationOptions", STRINGS, "how the group was created")
              .from(Origin.BETA)
              .readOnly());

  private static final List<String> MINIMAL =
      List.of("displayName", "mailNickname", "mailEnabled", "securityEnabled");

  private static final Map<String, Property> BY_NAME = new LinkedHashMap<>();

  static {
    for (Property property : PROPERTIES) {
      BY_NAME.put(property.name(), property);
    }
    for (Property property : LATER) {
      BY_NAME.put(property.name(), property);
    }
  }

  private GroupSchema() {}

  /** The type that {@code @odata.type} names. */
  public static final String TYPE_NAME = "graph.group";

  /** The properties of the endpoint's document, in its order. */
  public static List<Property> properties() {
    return PROPERTIES;
  }

  /** Properties that Microsoft Graph has today and the endpoint's document has not. */
  public static List<Property> laterProperties() {
    return LATER;
  }

  /** The property of exactly that name, later ones included, or null. */
  public static @Nullable Property property(String name) {
    return BY_NAME.get(name);
  }

  /** The names of all known properties, the endpoint's own first. */
  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /** What the live service requires of a new group. */
  public static List<String> minimalNames() {
    return MINIMAL;
  }

  /** What the endpoint's document says is required, less what only the server can know. */
  public static List<String> documentedNames() {
    List<String> names = new ArrayList<>();
    for (Property property : PROPERTIES) {
      if (!property.name().equals("id") && !property.name().equals("createdDateTime")) {
        names.add(property.name());
      }
    }
    return names;
  }
}
