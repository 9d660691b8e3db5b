package dev.joinedgroups.validation.membership;

import dev.joinedgroups.validation.membership.RuleScanner.Word;

/**
 * Reads the values of {@code employeeHireDate}: a date and time, or {@code system.now} with {@code
 * -plus} or {@code -minus} and an ISO 8601 duration such as {@code p1d} (DOC, "Using the -le and
 * -ge operators").
 */
final class DateReader {
  private static final String DATE = "0000-00-00";

  private final RuleScanner scanner;
  private final RuleProblems problems;

  DateReader(RuleScanner scanner, RuleProblems problems) {
    this.scanner = scanner;
    this.problems = problems;
  }

  /** Moves over a date, reporting what is wrong after {@code system.now}; false if none is here. */
  boolean read() {
    int start = scanner.at();
    boolean bracket = scanner.nextIs('(');
    if (bracket) {
      scanner.moveTo(start + 1);
    }
    Word now = scanner.word();
    if (now != null && now.is("system.now")) {
      scanner.moveTo(now.end());
      shift();
    } else if (startsWithDate()) {
      scanner.moveTo(scanner.bareEnd());
    } else {
      scanner.moveTo(start);
      return false;
    }
    if (bracket && !problems.stopped()) {
      if (scanner.nextIs(')')) {
        scanner.moveTo(scanner.at() + 1);
      } else {
        problems.syntax(start, start + 1, "This parenthesis is never closed.", "Add ) after it.");
        problems.stop();
      }
    }
    return true;
  }

  private void shift() {
    Word shift = scanner.word();
    if (shift == null || (!shift.is("plus") && !shift.is("minus"))) {
      return;
    }
    scanner.moveTo(shift.end());
    scanner.skipSpace();
    int start = scanner.at();
    int end = scanner.bareEnd();
    if (!isDuration(scanner.piece(start, end))) {
      problems.syntax(
          end > start ? start : shift.start(),
          end > start ? end : shift.end(),
          "A duration is expected after -" + shift.name() + ".",
          "Write an ISO 8601 one, such as p1d for a day or p30d for thirty.");
    }
    scanner.moveTo(end);
  }

  private boolean startsWithDate() {
    String text = scanner.text();
    int at = scanner.at();
    if (at + DATE.length() > text.length()) {
      return false;
    }
    for (int index = 0; index < DATE.length(); index++) {
      char c = text.charAt(at + index);
      if (DATE.charAt(index) == '-' ? c != '-' : c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  /** P, then digits and a letter of date or, after T, of time, once or more. */
  private static boolean isDuration(String text) {
    if (text.length() < 3 || Character.toUpperCase(text.charAt(0)) != 'P') {
      return false;
    }
    boolean digits = false;
    boolean unit = false;
    for (int index = 1; index < text.length(); index++) {
      char c = Character.toUpperCase(text.charAt(index));
      if ((c >= '0' && c <= '9') || c == '.') {
        digits = true;
        unit = false;
      } else if (c == 'T' && !digits) {
        unit = false;
      } else if (digits && "YMWDHS".indexOf(c) >= 0) {
        digits = false;
        unit = true;
      } else {
        return false;
      }
    }
    return unit;
  }
}
