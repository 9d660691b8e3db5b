package dev.joinedgroups.validation.membership;

import dev.joinedgroups.validation.membership.MembershipRuleProblem.Kind;
import dev.joinedgroups.validation.membership.RuleScanner.Word;

/** Reads {@code Direct Reports for "…"} (DOC, "Create a rule for direct reports"). */
final class DirectReports {
  private static final String HINT = "Write Direct Reports for \"{object id of the manager}\".";
  private static final String ID = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

  private DirectReports() {}

  /** Reads from after the first word on. */
  static void read(RuleScanner scanner, RuleProblems problems) {
    if (!word(scanner, problems, "reports") || !word(scanner, problems, "for")) {
      return;
    }
    QuotedReader strings = new QuotedReader(scanner, problems);
    scanner.skipSpace();
    int start = scanner.at();
    if (!strings.startsHere()) {
      int end = scanner.bareEnd();
      problems.syntax(
          start,
          Math.max(end, start + 1),
          "The manager's object id is expected here, in quotes.",
          HINT);
      scanner.moveTo(end);
      if (end == start) {
        problems.stop();
      }
      return;
    }
    String id = strings.read(false);
    if (id != null && !isId(id)) {
      problems.add(
          start,
          scanner.at(),
          RuleProblems.shown(id) + " is not an object id.",
          "Write the manager's, such as \"aaaaaaaa-0000-1111-2222-bbbbbbbbbbbb\".",
          Kind.MISMATCH);
    }
  }

  private static boolean word(RuleScanner scanner, RuleProblems problems, String wanted) {
    Word word = scanner.word();
    if (word != null && word.is(wanted)) {
      scanner.moveTo(word.end());
      return true;
    }
    int at = scanner.at();
    problems.syntax(
        at, word == null ? at + 1 : word.end(), "The word " + wanted + " is expected here.", HINT);
    problems.stop();
    return false;
  }

  private static boolean isId(String text) {
    if (text.length() != ID.length()) {
      return false;
    }
    for (int index = 0; index < ID.length(); index++) {
      char c = text.charAt(index);
      if (ID.charAt(index) == '-' ? c != '-' : Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
