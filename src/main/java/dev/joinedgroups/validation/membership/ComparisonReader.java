package dev.joinedgroups.validation.membership;

import static dev.joinedgroups.validation.membership.RuleProblems.shown;

import dev.joinedgroups.validation.membership.MembershipRuleProblem.Kind;
import dev.joinedgroups.validation.membership.RuleProperties.Type;
import dev.joinedgroups.validation.membership.RuleScanner.Word;
import org.jspecify.annotations.Nullable;

/** Reads {@code property operator value} (DOC, "Rule syntax for a single expression"). */
final class ComparisonReader {
  /** Reads the condition of an {@code -any} or {@code -all}. */
  interface Conditions {
    /** Reads from the next character on, which is after the operator. */
    void readCondition(Type collection);
  }

  private final RuleScanner scanner;
  private final RuleProblems problems;
  private final SubjectReader subjects;
  private final ValueReader values;
  private final Conditions conditions;

  ComparisonReader(RuleScanner scanner, RuleProblems problems, Conditions conditions) {
    this.scanner = scanner;
    this.problems = problems;
    this.subjects = new SubjectReader(scanner, problems);
    this.values = new ValueReader(scanner, problems);
    this.conditions = conditions;
  }

  boolean stringFollows() {
    return values.stringFollows();
  }

  /**
   * Reads the comparison that starts with {@code word}.
   *
   * @param collection what {@code -any} or {@code -all} walks through here; null outside of them
   * @return what it is about
   */
  RuleSubject read(Word word, @Nullable Type collection) {
    RuleSubject subject = subjects.read(word, collection);
    if (!problems.stopped()) {
      operator(subject);
    }
    return subject;
  }

  private void operator(RuleSubject subject) {
    Word word = scanner.word();
    int start = scanner.at();
    if (scanner.atEnd()
        || scanner.nextIs(')')
        || (word != null && (word.joins() || word.isProperty()))) {
      problems.syntax(
          subject.start(),
          subject.end(),
          "No operator and value follow " + shown(subject.name()) + ".",
          "Write for example " + subject.example() + ".");
      if (word != null && word.isProperty()) {
        problems.stop();
      }
      return;
    }
    if (word == null) {
      sign(subject, start);
      return;
    }
    RuleOperator operator = RuleOperator.named(word.name());
    if (operator != null) {
      scanner.moveTo(word.end());
      apply(subject, operator, word);
    } else if (word.is("not")) {
      not(subject, word);
    } else {
      unknown(subject, word);
    }
  }

  private void apply(RuleSubject subject, RuleOperator operator, Word word) {
    boolean fits = fits(subject, operator, word);
    if (operator.takesCondition()) {
      conditions.readCondition(fits ? subject.type() : Type.UNKNOWN);
    } else {
      values.read(fits ? subject : subject.unchecked(), operator, word.start());
    }
  }

  private boolean fits(RuleSubject subject, RuleOperator operator, Word word) {
    String name = shown(subject.name());
    String spelling = operator.spelling();
    String message =
        switch (subject.type()) {
          case UNKNOWN -> null;
          case PLAN_COLLECTION, GROUP_COLLECTION ->
              operator.takesCondition()
                  ? null
                  : name + " is a collection of objects, which " + spelling + " does not compare.";
          case BOOLEAN ->
              operator.comparesText() || operator.comparesOrder() || operator.takesCondition()
                  ? name + " is true or false, which " + spelling + " does not compare."
                  : null;
          case STRING_COLLECTION -> onlyForDates(operator);
          case STRING, EXTENSION ->
              operator.takesCondition()
                  ? spelling + " walks through a collection, and " + name + " is one value."
                  : onlyForDates(operator);
          case DATE ->
              operator.takesCondition()
                  ? spelling + " walks through a collection, and " + name + " is one value."
                  : null;
        };
    if (message == null) {
      return true;
    }
    problems.add(
        word.start(),
        word.end(),
        message,
        "Write for example " + subject.example() + ".",
        Kind.MISMATCH);
    return false;
  }

  /** DOC gives -le and -ge for {@code employeeHireDate} and no other property. */
  private static @Nullable String onlyForDates(RuleOperator operator) {
    return operator.comparesOrder()
        ? operator.spelling() + " is documented for user.employeeHireDate only."
        : null;
  }

  private void sign(RuleSubject subject, int start) {
    String sign = scanner.sign();
    if (sign.isEmpty()) {
      noOperator(subject, start);
      return;
    }
    int end = start + sign.length();
    String meant = RuleOperator.forSign(sign);
    problems.syntax(
        start,
        end,
        shown(sign) + " is not an operator of membership rules.",
        meant == null ? RuleOperator.suggestion("") : "Write " + meant + ".");
    scanner.moveTo(end);
    RuleOperator operator = meant == null ? null : RuleOperator.named(meant.substring(1));
    valueAfter(subject, operator, start);
  }

  private void noOperator(RuleSubject subject, int start) {
    if (Stray.dash(scanner, problems)) {
      if (!problems.stopped()) {
        operator(subject);
      }
      return;
    }
    problems.syntax(
        start,
        start + 1,
        "An operator is expected after " + shown(subject.name()) + ".",
        stringFollows()
            ? "Write one before the value, such as -eq."
            : "Write for example " + subject.example() + ".");
    if (stringFollows() || scanner.nextIs('[')) {
      valueAfter(subject, scanner.nextIs('[') ? RuleOperator.IN : RuleOperator.EQ, start);
    } else {
      problems.stop();
    }
  }

  /** Reads the value after an operator that is wrong, if there is one. */
  private void valueAfter(RuleSubject subject, @Nullable RuleOperator operator, int start) {
    Word next = scanner.word();
    if (problems.stopped() || scanner.atEnd() || scanner.nextIs(')')) {
      return;
    }
    if (next != null && next.joins()) {
      return;
    }
    if (operator == null) {
      operator = scanner.nextIs('[') ? RuleOperator.IN : RuleOperator.EQ;
      values.read(subject.unchecked(), operator, start);
    } else {
      values.read(subject, operator, start);
    }
  }

  /** DOC: "The -not operator can't be used as a comparative operator for null". */
  private void not(RuleSubject subject, Word word) {
    scanner.moveTo(word.end());
    Word next = scanner.word();
    RuleOperator operator = next == null ? null : RuleOperator.named(next.name());
    String hint = "Write -ne, or -not in front of the expression.";
    if (next != null && operator != null) {
      scanner.moveTo(next.end());
      RuleOperator negated = RuleOperator.named("not" + next.name());
      if (operator == RuleOperator.EQ || negated != null) {
        hint = "Write " + (negated == null ? "-ne" : negated.spelling()) + ".";
      }
    } else if (next != null && (next.is("null") || next.is("$null"))) {
      hint = "Write -ne null.";
    }
    problems.syntax(
        word.start(), word.end(), "-not cannot stand between a property and its value.", hint);
    if (operator != null && operator.takesCondition()) {
      problems.stop();
    } else {
      valueAfter(subject.unchecked(), operator == null ? RuleOperator.NE : operator, word.start());
    }
  }

  private void unknown(RuleSubject subject, Word word) {
    scanner.moveTo(word.end());
    char c = scanner.next();
    boolean valueFollows =
        stringFollows() || c == '[' || (Character.isLetterOrDigit(c) && !nextJoins());
    if (!word.hyphen() && !valueFollows) {
      problems.syntax(
          word.start(),
          word.end(),
          "An operator is expected after " + shown(subject.name()) + ".",
          "Write for example " + shown(subject.name()) + " -eq \"" + shown(word.name()) + "\".");
      return;
    }
    String written = scanner.piece(word.start(), word.end());
    problems.syntax(
        word.start(),
        word.end(),
        shown(written) + " is not an operator of membership rules.",
        RuleOperator.suggestion(word.name()));
    if (c == '(') {
      problems.stop();
    } else {
      valueAfter(subject, null, word.start());
    }
  }

  private boolean nextJoins() {
    Word next = scanner.word();
    return next != null && next.joins();
  }
}
