package dev.joinedgroups.validation.membership;

import dev.joinedgroups.validation.membership.MembershipRuleProblem.Kind;
import dev.joinedgroups.validation.membership.RuleProperties.Type;
import java.util.Locale;

/** Reads lists of values, {@code ["a", "b"]} (DOC, "Using the -in and -notIn operators"). */
final class ListReader {
  /** "Each dynamic group can have up to 50 member groups" (groups-dynamic-rule-member-of.md). */
  private static final int MOST_GROUPS = 50;

  private final RuleScanner scanner;
  private final RuleProblems problems;
  private final QuotedReader strings;

  ListReader(RuleScanner scanner, RuleProblems problems, QuotedReader strings) {
    this.scanner = scanner;
    this.problems = problems;
    this.strings = strings;
  }

  /** Reads the list whose bracket, square or (wrongly) round, is next; returns its length. */
  int read() {
    int start = scanner.at();
    char close = scanner.next() == '(' ? ')' : ']';
    scanner.moveTo(start + 1);
    int count = 0;
    boolean comma = true;
    boolean reported = false;
    while (!problems.stopped()) {
      char c = scanner.next();
      int at = scanner.at();
      if (scanner.atEnd() || (c != close && (c == ')' || c == ']'))) {
        problems.syntax(
            start, start + 1, "This list is never closed.", "Add " + close + " after its values.");
        return count;
      }
      if (c == close) {
        scanner.moveTo(at + 1);
        finish(start, close, count, comma);
        return count;
      }
      if (c == ',') {
        if (comma) {
          problems.syntax(at, at + 1, "No value precedes this comma.", "Take the comma away.");
        }
        comma = true;
        scanner.moveTo(at + 1);
      } else {
        if (!comma && !reported) {
          problems.syntax(
              at, at + 1, "No comma separates this value from the one before.", "Add a comma.");
          reported = true;
        }
        comma = false;
        count++;
        reported |= item(reported);
      }
    }
    return count;
  }

  /** Reads one value; returns whether it lacks quotes, which is said once for a list. */
  private boolean item(boolean reported) {
    if (strings.startsHere()) {
      strings.read(true);
      return false;
    }
    int start = scanner.at();
    int end = scanner.bareEnd();
    if (end == start) {
      problems.syntax(
          start, start + 1, "A value is expected in this list.", "Write strings in quotes.");
      problems.stop();
      return false;
    }
    scanner.moveTo(end);
    String value = scanner.piece(start, end);
    boolean literal =
        switch (value.toLowerCase(Locale.ROOT)) {
          case "null", "$null", "true", "false" -> true;
          default -> Bare.isNumber(value);
        };
    if (literal || reported) {
      return false;
    }
    Bare.needsQuotes(scanner, problems, start);
    return true;
  }

  private void finish(int start, char close, int count, boolean comma) {
    int end = scanner.at();
    if (count == 0) {
      problems.syntax(start, end, "This list is empty.", "Write at least one value in it.");
    } else if (close == ')') {
      problems.syntax(
          start,
          end,
          "A list is written in square brackets.",
          "Write [" + RuleProblems.shown(scanner.piece(start + 1, end - 1)) + "].");
    } else if (comma) {
      problems.syntax(
          end - 1, end, "No value follows the last comma.", "Take the last comma away.");
    }
  }

  /** Reports more groups than {@code memberOf} takes. */
  void checkCount(RuleSubject subject, int start, int count) {
    if (count > MOST_GROUPS
        && subject.type() == Type.STRING
        && subject.name().startsWith("group")) {
      problems.add(
          start,
          scanner.at(),
          "This list names " + count + " groups; memberOf takes at most " + MOST_GROUPS + ".",
          "Spread the groups over several dynamic groups.",
          Kind.UNSUPPORTED);
    }
  }
}
