package dev.joinedgroups.validation.membership;

import static dev.joinedgroups.validation.membership.RuleProblems.shown;

import dev.joinedgroups.validation.membership.RuleScanner.Word;

/** Values without quotation marks (DOC: they "are optional unless the value is a string"). */
final class Bare {
  private Bare() {}

  static boolean isNumber(String value) {
    int index = value.startsWith("-") ? 1 : 0;
    boolean digits = false;
    for (; index < value.length(); index++) {
      char c = value.charAt(index);
      if (c >= '0' && c <= '9') {
        digits = true;
      } else if (c != '.') {
        return false;
      }
    }
    return digits;
  }

  /**
   * Reports text without quotes: all words up to the next operator, bracket or comma.
   *
   * @param start where the text starts; the scanner is after its first word
   */
  static void needsQuotes(RuleScanner scanner, RuleProblems problems, int start) {
    int end = scanner.at();
    boolean more = !closesQuote(scanner, end);
    while (more && !scanner.atEnd()) {
      Word word = scanner.word();
      int wordEnd = scanner.bareEnd();
      more =
          wordEnd > scanner.at()
              && (word == null || (!word.hyphen() && !word.joins() && !word.isProperty()));
      if (more) {
        end = wordEnd;
        scanner.moveTo(end);
        more = !closesQuote(scanner, end);
      }
    }
    String value = scanner.piece(start, end);
    if (closesQuote(scanner, end)) {
      scanner.moveTo(end + 1);
      problems.syntax(
          start,
          end + 1,
          "The string " + shown(value) + " has no opening quotation mark.",
          "Write \"" + shown(value) + "\".");
    } else if (value.equalsIgnoreCase("$true") || value.equalsIgnoreCase("$false")) {
      problems.syntax(
          start,
          end,
          "A rule's true and false have no dollar sign.",
          "Write " + value.substring(1) + ".");
    } else {
      problems.syntax(
          start,
          end,
          "The string " + shown(value) + " is not in quotation marks.",
          "Write \"" + shown(value) + "\".");
    }
  }

  /** Whether a quote that ends a string is at {@code offset}. */
  private static boolean closesQuote(RuleScanner scanner, int offset) {
    String text = scanner.text();
    if (offset >= text.length() || (text.charAt(offset) != '"' && text.charAt(offset) != '\'')) {
      return false;
    }
    return offset + 1 >= text.length()
        || RuleScanner.isSpace(text.charAt(offset + 1))
        || ")],".indexOf(text.charAt(offset + 1)) >= 0;
  }
}
