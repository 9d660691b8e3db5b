package dev.joinedgroups.validation.membership;

import static dev.joinedgroups.validation.membership.RuleProblems.shown;

import dev.joinedgroups.validation.membership.MembershipRuleProblem.Kind;
import dev.joinedgroups.validation.membership.RuleProperties.Type;
import dev.joinedgroups.validation.membership.RuleScanner.Word;

/** Reads what a property is compared with (DOC, "Supported values", "Use of null values"). */
final class ValueReader {
  private final RuleScanner scanner;
  private final RuleProblems problems;
  private final QuotedReader strings;
  private final ListReader lists;
  private final DateReader dates;

  ValueReader(RuleScanner scanner, RuleProblems problems) {
    this.scanner = scanner;
    this.problems = problems;
    this.strings = new QuotedReader(scanner, problems);
    this.lists = new ListReader(scanner, problems, strings);
    this.dates = new DateReader(scanner, problems);
  }

  /** Whether a string starts at the next character. */
  boolean stringFollows() {
    return strings.startsHere();
  }

  /**
   * Reads the value after an operator.
   *
   * @param operatorStart where the operator starts, to point at when no value follows it
   */
  void read(RuleSubject subject, RuleOperator operator, int operatorStart) {
    int operatorEnd = scanner.at();
    char c = scanner.next();
    Word word = scanner.word();
    if (scanner.atEnd() || c == ')' || (word != null && (word.joins() || word.is("not")))) {
      problems.syntax(
          operatorStart,
          operatorEnd,
          "No value follows " + operator.spelling() + ".",
          "Write one, for example " + subject.example() + ".");
    } else if (word != null && word.hyphen()) {
      problems.syntax(
          word.start(),
          word.end(),
          "A value is expected after " + operator.spelling() + ", not another operator.",
          "Keep one operator between the property and its value.");
      scanner.moveTo(word.end());
      if (!problems.stopped()) {
        skipValue();
      }
    } else if (c == '[' || (operator.takesList() && c == '(')) {
      list(subject, operator);
    } else if (operator.takesList()) {
      needsList(operator);
    } else {
      single(subject, operator);
    }
  }

  private void skipValue() {
    if (strings.startsHere()) {
      strings.read(false);
    } else if (scanner.nextIs('[')) {
      lists.read();
    } else {
      scanner.moveTo(scanner.bareEnd());
    }
  }

  private void list(RuleSubject subject, RuleOperator operator) {
    int start = scanner.at();
    int count = lists.read();
    if (problems.stopped() || operator.takesList()) {
      lists.checkCount(subject, start, count);
      return;
    }
    String hint =
        switch (operator) {
          case EQ -> "Use -in with a list.";
          case NE -> "Use -notIn with a list.";
          default -> "Write one comparison for each value, joined by -or.";
        };
    problems.add(
        start,
        scanner.at(),
        operator.spelling() + " compares with one value, not with a list.",
        hint,
        Kind.MISMATCH);
  }

  private void needsList(RuleOperator operator) {
    int start = scanner.at();
    skipValue();
    int end = scanner.at();
    while (end > start && !problems.stopped() && scanner.nextIs(',')) {
      scanner.moveTo(scanner.at() + 1);
      skipValue();
      end = scanner.at();
    }
    if (end == start) {
      unexpected();
    } else if (!problems.stopped()) {
      String value = shown(scanner.piece(start, end));
      boolean bare = Character.isLetter(value.charAt(0));
      problems.add(
          start,
          end,
          operator.spelling() + " compares with a list.",
          bare
              ? "Put it in square brackets, each string in quotation marks: [\"…\", \"…\"]."
              : "Put it in square brackets: [" + value + "].",
          Kind.MISMATCH);
    }
  }

  private void single(RuleSubject subject, RuleOperator operator) {
    int start = scanner.at();
    if (strings.startsHere()) {
      String content = strings.read(false);
      if (content != null) {
        checkString(subject, operator, start, content);
      }
      return;
    }
    if (subject.type() == Type.DATE && dates.read()) {
      return;
    }
    int end = scanner.bareEnd();
    if (end == start) {
      unexpected();
      return;
    }
    scanner.moveTo(end);
    bare(subject, operator, start, scanner.piece(start, end));
  }

  private void checkString(RuleSubject subject, RuleOperator operator, int start, String content) {
    if (subject.type() == Type.BOOLEAN && !isBoolean(content) && !isNull(content)) {
      notBoolean(subject, start, scanner.at());
    }
    // DOC's companion on troubleshooting gives "*@domain.ext" as a rule that does not compile.
    if (operator.takesPattern() && !content.isEmpty() && "*+?".indexOf(content.charAt(0)) >= 0) {
      problems.syntax(
          start + 1,
          start + 2,
          "A regular expression cannot start with "
              + content.charAt(0)
              + ", which repeats what is"
              + " before it.",
          "Write ." + content.charAt(0) + " for any characters.");
    }
  }

  private void notBoolean(RuleSubject subject, int start, int end) {
    problems.add(
        start,
        end,
        shown(subject.name()) + " is true or false.",
        "Write " + subject.example() + ".",
        Kind.MISMATCH);
  }

  private void bare(RuleSubject subject, RuleOperator operator, int start, String value) {
    int end = scanner.at();
    if (isNull(value)) {
      if (operator != RuleOperator.EQ && operator != RuleOperator.NE) {
        problems.add(
            start,
            end,
            "null is compared with -eq or -ne only.",
            "Write -eq null or -ne null, or \"null\" for the text.",
            Kind.MISMATCH);
      }
    } else if (isBoolean(value)) {
      if (subject.type() == Type.STRING || subject.type() == Type.STRING_COLLECTION) {
        problems.add(
            start,
            end,
            shown(subject.name()) + " is a string, not true or false.",
            "Put the text in quotation marks: \"" + value + "\".",
            Kind.MISMATCH);
      }
    } else if (subject.type() == Type.BOOLEAN && value.charAt(0) != '$') {
      notBoolean(subject, start, end);
    } else if (subject.type() == Type.DATE) {
      problems.add(
          start,
          end,
          shown(value) + " is not a date and time.",
          "Write one such as 2025-01-31T00:00:00Z, or system.now.",
          Kind.MISMATCH);
    } else if (isProperty(value)) {
      problems.syntax(
          start,
          end,
          shown(value) + " is a property, and a value is expected here.",
          "A property is compared with a fixed value, such as " + subject.example() + ".");
    } else if (!Bare.isNumber(value)) {
      Bare.needsQuotes(scanner, problems, start);
    }
  }

  private void unexpected() {
    problems.syntax(
        scanner.at(),
        scanner.at() + 1,
        "A value is expected here.",
        "Write a string in quotation marks, true, false, null, a number or a list in [ ].");
    problems.stop();
  }

  private static boolean isBoolean(String value) {
    return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
  }

  /**
   * {@code $null} is in DOC's words on null, not in its examples; users report that it works
   * (MicrosoftDocs/azure-docs issues 6123 and 113292).
   */
  private static boolean isNull(String value) {
    return value.equalsIgnoreCase("null") || value.equalsIgnoreCase("$null");
  }

  private static boolean isProperty(String value) {
    return value.regionMatches(true, 0, "user.", 0, 5)
        || value.regionMatches(true, 0, "device.", 0, 7);
  }
}
