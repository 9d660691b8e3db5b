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
  DUPLICATE_NICKNAME(Severity.ERROR, "two definitions have the same mailNickname");

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
