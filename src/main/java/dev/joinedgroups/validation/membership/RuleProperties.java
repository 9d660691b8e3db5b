package dev.joinedgroups.validation.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The properties a rule may name (DOC, "Supported properties", "Multi-value properties", "Extension
 * attributes and custom extension properties", "Rules for devices").
 *
 * <p>DOC calls names case-sensitive, and itself writes {@code employeehiredate}, {@code memberof},
 * {@code mailNickname} and {@code devicePhysicalIDs} beside the table's names; so case is ignored.
 */
final class RuleProperties {
  /** What a property holds, and with that, which operators and values fit it. */
  enum Type {
    BOOLEAN,
    DATE,
    STRING,
    /** Documented as strings, whatever the application declared: values are not checked. */
    EXTENSION,
    STRING_COLLECTION,
    PLAN_COLLECTION,
    GROUP_COLLECTION,
    UNKNOWN
  }

  private static final List<String> USER_STRINGS =
      List.of(
          "city",
          "country",
          "companyName",
          "department",
          "displayName",
          "employeeId",
          "facsimileTelephoneNumber",
          "givenName",
          "jobTitle",
          "mail",
          "mailNickName",
          "mobile",
          "objectId",
          "onPremisesDistinguishedName",
          "onPremisesSecurityIdentifier",
          "passwordPolicies",
          "physicalDeliveryOfficeName",
          "postalCode",
          "preferredLanguage",
          "sipProxyAddress",
          "state",
          "streetAddress",
          "surname",
          "telephoneNumber",
          "usageLocation",
          "userPrincipalName",
          "userType");
  private static final List<String> DEVICE_STRINGS =
      List.of(
          "deviceCategory",
          "deviceId",
          "deviceManagementAppId",
          "deviceManufacturer",
          "deviceModel",
          "displayName",
          "deviceOSType",
          "deviceOSVersion",
          "deviceOwnership",
          "deviceTrustType",
          "enrollmentProfileName",
          "managementType",
          "objectId",
          "profileType");
  private static final List<String> USER_BOOLEANS = List.of("accountEnabled", "dirSyncEnabled");
  private static final List<String> DEVICE_BOOLEANS = List.of("accountEnabled", "isRooted");
  private static final List<String> USER_COLLECTIONS = List.of("otherMails", "proxyAddresses");
  private static final List<String> DEVICE_COLLECTIONS =
      List.of("devicePhysicalIds", "systemLabels");
  private static final List<String> USER_OTHERS =
      List.of("employeeHireDate", "assignedPlans", "memberOf");
  private static final List<String> DEVICE_OTHERS = List.of("memberOf");

  /** The properties of {@code assignedPlan} within {@code user.assignedPlans -any (…)}. */
  static final List<String> OF_PLAN = List.of("capabilityStatus", "service", "servicePlanId");

  /** The property of {@code group} within {@code user.memberOf -any (…)}. */
  static final List<String> OF_GROUP = List.of("objectId");

  private static final String EXTENSION_ATTRIBUTE = "extensionAttribute";
  private static final String EXTENSION = "extension_";
  private static final int APPLICATION_ID_LENGTH = 32;

  private RuleProperties() {}

  /** The type of {@code user.name}, or of {@code device.name}. */
  static Type type(boolean device, String name) {
    if (listed(device ? DEVICE_STRINGS : USER_STRINGS, name)) {
      return Type.STRING;
    }
    if (listed(device ? DEVICE_BOOLEANS : USER_BOOLEANS, name)) {
      return Type.BOOLEAN;
    }
    if (listed(device ? DEVICE_COLLECTIONS : USER_COLLECTIONS, name)) {
      return Type.STRING_COLLECTION;
    }
    if (name.equalsIgnoreCase("memberOf")) {
      return Type.GROUP_COLLECTION;
    }
    if (!device && name.equalsIgnoreCase("employeeHireDate")) {
      return Type.DATE;
    }
    if (!device && name.equalsIgnoreCase("assignedPlans")) {
      return Type.PLAN_COLLECTION;
    }
    return isExtensionAttribute(name) || isCustomExtension(name) ? Type.EXTENSION : Type.UNKNOWN;
  }

  static boolean listed(List<String> names, String name) {
    for (int index = 0; index < names.size(); index++) {
      if (names.get(index).equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  /** extensionAttribute1 to extensionAttribute15. */
  private static boolean isExtensionAttribute(String name) {
    int length = EXTENSION_ATTRIBUTE.length();
    if (!name.regionMatches(true, 0, EXTENSION_ATTRIBUTE, 0, length)) {
      return false;
    }
    return switch (name.length() - length) {
      case 1 -> name.charAt(length) >= '1' && name.charAt(length) <= '9';
      case 2 ->
          name.charAt(length) == '1'
              && name.charAt(length + 1) >= '0'
              && name.charAt(length + 1) <= '5';
      default -> false;
    };
  }

  /** extension_, an application's id without hyphens, _ and a name. */
  private static boolean isCustomExtension(String name) {
    int afterId = EXTENSION.length() + APPLICATION_ID_LENGTH;
    if (!name.regionMatches(true, 0, EXTENSION, 0, EXTENSION.length())
        || name.length() < afterId + 2
        || name.charAt(afterId) != '_') {
      return false;
    }
    for (int index = EXTENSION.length(); index < afterId; index++) {
      if (Character.digit(name.charAt(index), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /** What to write instead of a property that is not documented. */
  static String suggestion(boolean device, String name) {
    if (name.regionMatches(true, 0, EXTENSION_ATTRIBUTE, 0, EXTENSION_ATTRIBUTE.length())) {
      return "Extension attributes are extensionAttribute1 to extensionAttribute15.";
    }
    if (name.regionMatches(true, 0, EXTENSION, 0, EXTENSION.length())) {
      return "Custom extensions are written extension_{application id, 32 digits without"
          + " hyphens}_{name}.";
    }
    if (name.contains(".")) {
      return "Only properties of its own can be used, not those of what it refers to.";
    }
    String object = device ? "device." : "user.";
    String meant = resourceName(device, name);
    if (meant == null && type(!device, name) != Type.UNKNOWN) {
      return (device ? "Users have it: user." : "Devices have it: device.") + name + ".";
    }
    if (meant == null) {
      meant = Spelling.nearest(name, all(device));
    }
    return meant == null
        ? "Check the name; if the service has newly added it, this can be ignored."
        : "Did you mean " + object + meant + "?";
  }

  /** Every name of the tables, for suggestions. */
  private static List<String> all(boolean device) {
    List<String> names = new ArrayList<>(device ? DEVICE_STRINGS : USER_STRINGS);
    names.addAll(device ? DEVICE_BOOLEANS : USER_BOOLEANS);
    names.addAll(device ? DEVICE_COLLECTIONS : USER_COLLECTIONS);
    names.addAll(device ? DEVICE_OTHERS : USER_OTHERS);
    return names;
  }

  /** Rules have names of their own for what the resources user and device call otherwise. */
  private static @Nullable String resourceName(boolean device, String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "id" -> "objectId";
      case "upn" -> device ? null : "userPrincipalName";
      case "officelocation", "office" -> device ? null : "physicalDeliveryOfficeName";
      case "mobilephone" -> device ? null : "mobile";
      case "businessphones" -> device ? null : "telephoneNumber";
      case "faxnumber" -> device ? null : "facsimileTelephoneNumber";
      case "onpremisessyncenabled" -> device ? null : "dirSyncEnabled";
      case "lastname" -> device ? null : "surname";
      case "firstname" -> device ? null : "givenName";
      case "operatingsystem" -> device ? "deviceOSType" : null;
      case "operatingsystemversion" -> device ? "deviceOSVersion" : null;
      case "manufacturer" -> device ? "deviceManufacturer" : null;
      case "model" -> device ? "deviceModel" : null;
      case "trusttype" -> device ? "deviceTrustType" : null;
      default -> null;
    };
  }
}
