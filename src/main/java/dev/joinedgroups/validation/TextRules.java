package dev.joinedgroups.validation;

import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.diagnostics.Rule;
import dev.joinedgroups.validation.membership.MembershipRuleParser;
import dev.joinedgroups.validation.membership.MembershipRuleProblem;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Texts with a form of their own.
 *
 * <p>Source of mailNickname and displayName: "Create group"
 * (microsoftgraph/microsoft-graph-docs-contrib@00e146a9,
 * api-reference/v1.0/api/group-post-groups.md); that mailNickname may have a full stop: "Upsert
 * group" (@172a503f, api-reference/v1.0/api/group-upsert.md); of preferredLanguage: the group
 * resource (@0061138f, api-reference/v1.0/resources/group.md).
 */
final class TextRules {
  private static final String NOT_IN_NICKNAME = "@()\\[]\";:<>,";

  /** Words that open the grammar's sentences; anything else there may be the user's own. */
  private static final List<String> FIRST_WORDS =
      List.of(
          "A",
          "Add",
          "An",
          "Check",
          "Close",
          "Custom",
          "Did",
          "Expressions",
          "Extension",
          "Join",
          "Keep",
          "Make",
          "No",
          "Only",
          "Operators",
          "Parentheses",
          "Put",
          "Repeat",
          "Rules",
          "Spread",
          "Take",
          "The",
          "This",
          "Typographic",
          "Use",
          "Users",
          "Devices",
          "Write");

  private TextRules() {}

  /** Something must be in it: the service requires it. */
  static void notEmpty(String name, Node value, Walk walk) {
    if (value instanceof ScalarNode scalar && scalar.isString() && scalar.text().isBlank()) {
      walk.report(
          Rule.EMPTY_TEXT,
          value,
          "`" + name + "` is empty, and the service requires one",
          name.equals("mailNickname")
              ? "write an alias such as marketing"
              : "write the name that people are to see");
    }
  }

  /** Only ASCII, and some of that not: a mail nickname becomes part of a mail address. */
  static void nickname(Node value, Walk walk) {
    if (!(value instanceof ScalarNode scalar) || !scalar.isString()) {
      return;
    }
    String text = scalar.text();
    if (text.isBlank()) {
      notEmpty("mailNickname", value, walk);
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!fitsNickname(text.charAt(i))) {
        int to = i + Character.charCount(text.codePointAt(i));
        walk.report(
            Rule.NICKNAME_CHARACTER,
            value,
            Within.place(scalar, i, to),
            "`mailNickname` cannot have " + named(text.codePointAt(i)) + " in it",
            nicknameHint(text));
        return;
      }
    }
  }

  private static boolean fitsNickname(char c) {
    return c > ' ' && c < 0x7F && NOT_IN_NICKNAME.indexOf(c) < 0;
  }

  private static String named(int codePoint) {
    return switch (codePoint) {
      case ' ' -> "a space";
      case '\t' -> "a tab";
      case '\n', '\r' -> "a line break";
      case 0xA0 -> "a no-break space";
      default -> {
        String shown = "`" + Character.toString(codePoint) + "`";
        yield NOT_IN_NICKNAME.indexOf(codePoint) >= 0
            ? shown
            : Character.isLetterOrDigit(codePoint)
                ? shown + " (U+" + hex(codePoint) + ")"
                : "the character U+" + hex(codePoint);
      }
    };
  }

  private static String hex(int codePoint) {
    String digits = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  /** The nearest alias that fits; none where letters would be lost. */
  private static String nicknameHint(String text) {
    int at = text.indexOf('@');
    String alias = (at > 0 ? text.substring(0, at) : text).strip();
    StringBuilder fitting = new StringBuilder();
    boolean lost = false;
    for (char c : Normalizer.normalize(alias, Normalizer.Form.NFD).toCharArray()) {
      if (fitsNickname(c)) {
        fitting.append(c);
      } else if (Character.isWhitespace(c) || c == 0xA0) {
        fitting.append('-');
      } else {
        lost |= Character.isLetterOrDigit(c);
      }
    }
    return fitting.isEmpty() || lost || fitting.length() > 64
        ? "use ASCII letters, digits and such as - _ . only"
        : "write such as " + fitting;
  }

  /** Two letters, and what narrows the language down behind hyphens. */
  static void language(Node value, Walk walk) {
    if (!(value instanceof ScalarNode scalar) || !scalar.isString()) {
      return;
    }
    String text = scalar.text();
    if (isLanguage(text)) {
      return;
    }
    String hyphens = text.strip().replace('_', '-');
    walk.report(
        Rule.LANGUAGE_CODE,
        value,
        "`" + Hints.shown(text) + "` is not a language code",
        isLanguage(hyphens)
            ? "write " + hyphens
            : "write two letters of ISO 639-1, and a country where it matters: en or en-US");
  }

  private static boolean isLanguage(String text) {
    int letters = 0;
    int length = 0;
    boolean first = true;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? '-' : text.charAt(i);
      if (c == '-') {
        boolean fits = first ? length == 2 && letters == 2 : length >= 2 && length <= 8;
        if (!fits) {
          return false;
        }
        first = false;
        letters = 0;
        length = 0;
      } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        letters++;
        length++;
      } else if (c >= '0' && c <= '9') {
        length++;
      } else {
        return false;
      }
    }
    return true;
  }

  /** The grammar of membership rules, each problem at its place within the rule. */
  static void membershipRule(Node value, Walk walk) {
    if (!(value instanceof ScalarNode scalar) || !scalar.isString()) {
      return;
    }
    for (MembershipRuleProblem problem : MembershipRuleParser.check(scalar.text())) {
      walk.report(
          rule(problem.kind()),
          value,
          Within.place(scalar, problem.start(), problem.end()),
          "in the membership rule, " + asClause(problem.message()),
          asClause(problem.hint()));
    }
  }

  private static Rule rule(MembershipRuleProblem.Kind kind) {
    return switch (kind) {
      case SYNTAX -> Rule.MEMBERSHIP_RULE_SYNTAX;
      case MISMATCH -> Rule.MEMBERSHIP_RULE_OPERAND;
      case UNSUPPORTED -> Rule.MEMBERSHIP_RULE_LIMIT;
      case UNKNOWN_PROPERTY -> Rule.MEMBERSHIP_RULE_PROPERTY;
    };
  }

  /** A sentence without its full stop, and without its capital where that is not part of a name. */
  private static String asClause(String sentence) {
    String text =
        sentence.endsWith(".") && !sentence.endsWith("..")
            ? sentence.substring(0, sentence.length() - 1)
            : sentence;
    int blank = text.indexOf(' ');
    return blank > 0 && FIRST_WORDS.contains(text.substring(0, blank))
        ? Character.toLowerCase(text.charAt(0)) + text.substring(1)
        : text;
  }
}
