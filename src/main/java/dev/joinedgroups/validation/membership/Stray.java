package dev.joinedgroups.validation.membership;

import static dev.joinedgroups.validation.membership.RuleProblems.shown;

import dev.joinedgroups.validation.membership.RuleScanner.Word;
import java.util.Locale;

/** Reports text that fits nowhere in the grammar. */
final class Stray {
  private Stray() {}

  /** Reports the word or character that comes next, of which there must be one. */
  static void report(RuleScanner scanner, RuleProblems problems) {
    Word word = scanner.word();
    int start = scanner.at();
    int codePoint = scanner.text().codePointAt(start);
    int end = word == null ? start + Character.charCount(codePoint) : word.end();
    String piece = scanner.piece(start, end);
    boolean visible =
        !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.FORMAT;
    problems.syntax(
        start,
        end,
        (visible ? shown(piece) : "The invisible character U+" + hex(codePoint))
            + " is not expected here.",
        switch (piece) {
          case "{", "}" -> "Group expressions with ( and ).";
          case "[", "]" -> "Square brackets hold the values of -in and -notIn.";
          case "," -> "Join expressions with -and or -or; several values go into [ ] after -in.";
          default -> "Take it away, or join a further expression with -and or -or.";
        });
  }

  /** Reports a dash that is no hyphen, and moves over it; false when none comes next. */
  static boolean dash(RuleScanner scanner, RuleProblems problems) {
    char c = scanner.next();
    boolean minus = c == '\u2212';
    if ((!minus && Character.getType(c) != Character.DASH_PUNCTUATION) || RuleScanner.isHyphen(c)) {
      return false;
    }
    int at = scanner.at();
    problems.syntax(
        at, at + 1, c + " is not the hyphen that operators begin with.", "Write -, the hyphen.");
    scanner.moveTo(at + 1);
    return true;
  }

  private static String hex(int codePoint) {
    String digits = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }
}
