package dev.joinedgroups.validation.membership;

import static dev.joinedgroups.validation.membership.RuleProblems.shown;

import org.jspecify.annotations.Nullable;

/**
 * Reads quoted strings: in double quotes, and in single ones as DOC writes the ids of {@code
 * memberOf} (DOC, "Supported values").
 */
final class QuotedReader {
  private final RuleScanner scanner;
  private final RuleProblems problems;

  QuotedReader(RuleScanner scanner, RuleProblems problems) {
    this.scanner = scanner;
    this.problems = problems;
  }

  /** Whether a string starts at the next character, in whatever quotes. */
  boolean startsHere() {
    char c = scanner.next();
    return c == '"' || c == '\'' || RuleScanner.isCurlyQuote(c) || isEscapedQuote();
  }

  private boolean isEscapedQuote() {
    int at = scanner.at();
    String text = scanner.text();
    return at + 1 < text.length()
        && text.charAt(at) == '`'
        && (text.charAt(at + 1) == '"' || text.charAt(at + 1) == '\'');
  }

  /**
   * Moves over the string that starts here.
   *
   * @return what is between its quotes, or null after reporting what is wrong with them
   */
  @Nullable String read(boolean inList) {
    int start = scanner.at();
    if (RuleScanner.isCurlyQuote(scanner.next())) {
      curly(start);
      return null;
    }
    int opening = scanner.next() == '`' ? 2 : 1;
    int end = scanner.stringEnd(inList);
    if (end < 0) {
      unclosed(start, start + opening);
      return null;
    }
    scanner.moveTo(end);
    String content = scanner.piece(start + opening, end - opening);
    if (isGlued(end)) {
      glued(start, end, content);
      return null;
    }
    return content;
  }

  /** Whether text follows a closing quote that cannot, which tells of a quote missing before. */
  private boolean isGlued(int end) {
    if (end >= scanner.text().length()) {
      return false;
    }
    char c = scanner.text().charAt(end);
    if (c == '"' || c == '\'') {
      return true;
    }
    RuleScanner.Word word = Character.isLetterOrDigit(c) ? scanner.word() : null;
    return Character.isDigit(c) || (word != null && !word.joins());
  }

  private void glued(int start, int end, String content) {
    if (content.endsWith(" ") && content.contains(" -")) {
      problems.syntax(
          start,
          start + 1,
          "This quotation mark is not closed before the next operator.",
          "Add " + scanner.piece(start, start + 1) + " after the value.");
    } else {
      problems.syntax(
          end - 1,
          end,
          "The string ends at this quotation mark, and more text follows it directly.",
          "Write a quotation mark that belongs to the value as `\".");
    }
    problems.stop();
  }

  private void unclosed(int start, int end) {
    boolean curlyFollows = false;
    for (int index = end; index < scanner.text().length() && !curlyFollows; index++) {
      curlyFollows = RuleScanner.isCurlyQuote(scanner.text().charAt(index));
    }
    String mark = scanner.piece(start, end);
    problems.syntax(
        start,
        end,
        "This quotation mark is never closed.",
        curlyFollows
            ? "Close the string with a straight " + mark + ", not with a typographic one."
            : "Add " + mark + " after the value.");
    problems.stop();
  }

  private void curly(int start) {
    String text = scanner.text();
    boolean single = text.charAt(start) <= '\u201b' && text.charAt(start) >= '\u2018';
    int end = start + 1;
    while (end < text.length() && !closesCurly(text.charAt(end), single)) {
      end++;
    }
    String message = "Typographic quotation marks do not delimit a string.";
    if (end >= text.length()) {
      problems.syntax(start, start + 1, message, "Write straight ones: \"…\".");
      problems.stop();
      return;
    }
    String content = shown(text.substring(start + 1, end)).replace("\"", "`\"");
    problems.syntax(start, end + 1, message, "Write straight ones: \"" + content + "\".");
    scanner.moveTo(end + 1);
  }

  private static boolean closesCurly(char c, boolean single) {
    if ((c >= '\u2018' && c <= '\u201b') || c == '\'') {
      return single;
    }
    return !single && (c == '"' || RuleScanner.isCurlyQuote(c));
  }
}
