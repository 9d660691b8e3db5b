package dev.joinedgroups.validation.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The operators between a property and its value (DOC, "Supported expression operators", "Using the
 * -le and -ge operators", "Using the -any and -all operators").
 */
enum RuleOperator {
  EQ("-eq"),
  NE("-ne"),
  STARTS_WITH("-startsWith"),
  NOT_STARTS_WITH("-notStartsWith"),
  ENDS_WITH("-endsWith"),
  NOT_ENDS_WITH("-notEndsWith"),
  CONTAINS("-contains"),
  NOT_CONTAINS("-notContains"),
  MATCH("-match"),
  NOT_MATCH("-notMatch"),
  IN("-in"),
  NOT_IN("-notIn"),
  LE("-le"),
  GE("-ge"),
  ANY("-any"),
  ALL("-all");

  private static final RuleOperator[] ALL_OF_THEM = values();

  private final String spelling;

  RuleOperator(String spelling) {
    this.spelling = spelling;
  }

  /** The operator as the documentation writes it, with its hyphen. */
  String spelling() {
    return spelling;
  }

  /** The operator of that name, which has no hyphen, in any case; null when there is none. */
  static @Nullable RuleOperator named(String name) {
    for (RuleOperator operator : ALL_OF_THEM) {
      if (operator.spelling.length() == name.length() + 1
          && operator.spelling.regionMatches(true, 1, name, 0, name.length())) {
        return operator;
      }
    }
    return null;
  }

  boolean takesList() {
    return this == IN || this == NOT_IN;
  }

  boolean takesPattern() {
    return this == MATCH || this == NOT_MATCH;
  }

  boolean takesCondition() {
    return this == ANY || this == ALL;
  }

  boolean comparesText() {
    return ordinal() >= STARTS_WITH.ordinal() && ordinal() <= NOT_MATCH.ordinal();
  }

  boolean comparesOrder() {
    return this == LE || this == GE;
  }

  /** What somebody meant who wrote {@code name} (without hyphen), as a hint. */
  static String suggestion(String name) {
    String meant = forWord(name);
    if (meant == null) {
      List<String> spellings = new ArrayList<>();
      for (RuleOperator operator : ALL_OF_THEM) {
        spellings.add(operator.spelling.substring(1));
      }
      spellings.add("equals");
      spellings.add("notEquals");
      String near = Spelling.nearest(name, spellings);
      String word = near == null ? null : forWord(near);
      meant = near == null || word != null ? word : "-" + near;
    }
    return meant == null
        ? "Operators are -eq, -ne, -startsWith, -endsWith, -contains, -match, -in, their -not…"
            + " forms, -le, -ge, -any and -all."
        : "Did you mean " + meant + "?";
  }

  /** The operator for a word that other languages use; null for any other word. */
  private static @Nullable String forWord(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "equals", "equal", "is" -> "-eq";
      case "notequals", "notequal", "isnot", "neq" -> "-ne";
      case "isnull" -> "-eq null";
      case "notnull", "isnotnull" -> "-ne null";
      case "like" -> "-contains";
      case "notlike" -> "-notContains";
      case "gt" -> "-ge";
      case "lt" -> "-le";
      case "beginswith" -> "-startsWith";
      default -> null;
    };
  }

  /** What to write for a sign other languages use, such as {@code ==}; null for any other text. */
  static @Nullable String forSign(String sign) {
    return switch (sign) {
      case "=", "==", "===" -> "-eq";
      case "!=", "!==", "<>" -> "-ne";
      case ">", ">=" -> "-ge";
      case "<", "<=" -> "-le";
      case "=~" -> "-match";
      case "!~" -> "-notMatch";
      case "&", "&&" -> "-and";
      case "|", "||" -> "-or";
      case "!" -> "-not";
      default -> null;
    };
  }
}
