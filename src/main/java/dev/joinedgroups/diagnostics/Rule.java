package dev.joinedgroups.diagnostics;

import java.util.Locale;

/**
 * Every rule that a definition can break. The slug is the constant's name in lower case with
 * hyphens; scripts and explanations rely on it.
 */
public enum Rule {
  SYNTAX(Severity.ERROR, "the text is not JSON or YAML"),
  ENCODING(Severity.ERROR, "the text is not UTF-8"),
  NO_DEFINITION(Severity.ERROR, "there is no definition in what was given"),
  TOO_LARGE(Severity.ERROR, "a definition is larger than 4 MiB"),
  TOO_DEEP(Severity.ERROR, "a definition is nested deeper than 64 levels"),
  ALIAS_EXPANSION(Severity.ERROR, "YAML aliases expand beyond a bound"),
  DUPLICATE_KEY(Severity.ERROR, "a property is given twice in one object"),
  UNKNOWN_PROPERTY(Severity.ERROR, "the property does not exist"),
  TYPE_MISMATCH(Severity.ERROR, "the value is of another type than the property"),
  ENUM_MEMBER(Severity.ERROR, "the value is not a member of the enumeration"),
  INT32_RANGE(Severity.ERROR, "the number does not fit 32 bits"),
  GUID_FORMAT(Severity.ERROR, "the text is not a GUID"),
  DATE_TIME_FORMAT(Severity.ERROR, "the text is not a date and time with an offset"),
  NULL_VALUE(Severity.ERROR, "the property cannot be null"),
  MISSING_PROPERTY(Severity.ERROR, "a required property is missing"),
  DUPLICATE_NICKNAME(Severity.ERROR, "two definitions have the same mailNickname"),
  TEXT_LENGTH(Severity.WARNING, true, "the text is longer than the service takes"),
  EMPTY_TEXT(Severity.WARNING, "a required text is empty"),
  NICKNAME_CHARACTER(Severity.WARNING, true, "mailNickname has a character it cannot have"),
  UNDOCUMENTED_VALUE(Severity.WARNING, true, "the value is none of the documented ones"),
  UNDOCUMENTED_OPTION(Severity.WARNING, "the option is none of the documented ones"),
  LANGUAGE_CODE(Severity.WARNING, "the text is not a language code such as en-US"),
  READ_ONLY_PROPERTY(Severity.WARNING, "the service sets this property itself"),
  SET_AFTER_CREATE(Severity.WARNING, true, "the property can only be set once the group exists"),
  REMOVED_PROPERTY(Severity.WARNING, "the live service no longer has this property"),
  BETA_PROPERTY(Severity.WARNING, "v1.0 of Microsoft Graph does not have this property"),
  MAIL_ENABLED_NOT_UNIFIED(
      Severity.WARNING, true, "a mail-enabled group is not a Microsoft 365 group"),
  UNIFIED_NOT_MAIL_ENABLED(Severity.WARNING, "a Microsoft 365 group is not mail-enabled"),
  NEITHER_MAIL_NOR_SECURITY(
      Severity.WARNING, "a group is neither mail-enabled nor security-enabled"),
  MICROSOFT_365_ONLY(Severity.WARNING, "the property is for Microsoft 365 groups only"),
  HIDDEN_MEMBERSHIP(Severity.WARNING, true, "HiddenMembership is for Microsoft 365 groups only"),
  ACCESS_WITHOUT_VISIBILITY(
      Severity.WARNING, "accessType restricts a group that the service would make public"),
  ACCESS_AGAINST_VISIBILITY(Severity.WARNING, "accessType and visibility contradict each other"),
  MEMBERSHIP_RULE_SYNTAX(Severity.WARNING, true, "the membership rule does not parse"),
  MEMBERSHIP_RULE_OPERAND(
      Severity.WARNING, true, "an operator or value does not fit its property in the rule"),
  MEMBERSHIP_RULE_LIMIT(
      Severity.WARNING, true, "the membership rule is longer or does more than is supported"),
  MEMBERSHIP_RULE_PROPERTY(
      Severity.WARNING, "the membership rule uses a property that is not documented"),
  MEMBERSHIP_RULE_NOT_DYNAMIC(
      Severity.WARNING, "there is a membership rule, but membership is not dynamic"),
  DYNAMIC_WITHOUT_RULE(Severity.WARNING, "membership is dynamic, but there is no rule for it"),
  PROCESSING_STATE_WITHOUT_RULE(
      Severity.WARNING, "there is a processing state, but no rule to process"),
  MEMBERS_OF_DYNAMIC_GROUP(Severity.WARNING, true, "a dynamic group is given members by hand"),
  ROLE_NEEDS_SECURITY(Severity.WARNING, true, "a role-assignable group is not a security group"),
  ROLE_NOT_DYNAMIC(Severity.WARNING, true, "a role-assignable group has dynamic membership"),
  ROLE_NEEDS_PRIVATE(Severity.WARNING, true, "a role-assignable group is not private"),
  RELATIONSHIP_LIMIT(Severity.WARNING, true, "there are more than 20 owners and members"),
  BIND_REFERENCE(Severity.WARNING, "a relationship is not bound by an array of URLs");

  private final Severity severity;
  private final boolean refused;
  private final String summary;

  Rule(Severity severity, String summary) {
    this(severity, false, summary);
  }

  Rule(Severity severity, boolean refused, String summary) {
    this.severity = severity;
    this.refused = refused;
    this.summary = summary;
  }

  /** The stable name that users see, such as {@code type-mismatch}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The severity unless options change it. */
  public Severity severity() {
    return severity;
  }

  /** Whether the live service is documented to refuse a group that breaks this rule. */
  public boolean refusedByService() {
    return refused;
  }

  /** What it means when this rule is broken, in one line without a full stop. */
  public String summary() {
    return summary;
  }
}
