package dev.joinedgroups.validation.membership;

import static dev.joinedgroups.validation.membership.RuleProblems.shown;

import dev.joinedgroups.validation.membership.MembershipRuleProblem.Kind;
import dev.joinedgroups.validation.membership.RuleProperties.Type;
import dev.joinedgroups.validation.membership.RuleScanner.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads expressions joined by -and, -or and -not (DOC, "Rules with multiple expressions"). */
final class ExpressionReader implements ComparisonReader.Conditions {
  /** No documented number: it bounds the recursion, far above what a rule of 3,072 needs. */
  private static final int DEEPEST = 100;

  private final RuleScanner scanner;
  private final RuleProblems problems;
  private final ComparisonReader comparisons;

  private int depth;
  private int comparisonCount;
  private boolean negated;

  /** What -any or -all walks through at this place; null outside of them. */
  private @Nullable Type collection;

  private @Nullable RuleSubject memberOf;
  private @Nullable Word directReports;
  private @Nullable RuleSubject lastSubject;

  ExpressionReader(RuleScanner scanner, RuleProblems problems) {
    this.scanner = scanner;
    this.problems = problems;
    this.comparisons = new ComparisonReader(scanner, problems, this);
  }

  /**
   * Reads operands up to the end or a closing parenthesis, which it leaves.
   *
   * @param before the -and or -or it follows
   */
  void read(@Nullable Word before) {
    Word join = before;
    boolean wanted = true;
    while (!problems.stopped()) {
      if (wanted) {
        operand(join);
        wanted = false;
        continue;
      }
      if (scanner.atEnd() || scanner.nextIs(')')) {
        return;
      }
      Word word = scanner.word();
      if (word != null && word.joins()) {
        scanner.moveTo(word.end());
        join = word;
        wanted = true;
      } else {
        wanted = unjoined(word);
        join = null;
      }
    }
  }

  /** Reports what follows an expression without -and or -or; whether an operand follows. */
  private boolean unjoined(@Nullable Word word) {
    if (Stray.dash(scanner, problems)) {
      return false;
    }
    int at = scanner.at();
    String sign = scanner.sign();
    String meant = RuleOperator.forSign(sign);
    if (meant != null && (meant.equals("-and") || meant.equals("-or"))) {
      problems.syntax(
          at,
          at + sign.length(),
          sign + " is not an operator of membership rules.",
          "Write " + meant + ".");
      scanner.moveTo(at + sign.length());
      return true;
    }
    if (scanner.nextIs('(') || (word != null && (word.isProperty() || word.is("not")))) {
      problems.syntax(
          at,
          word == null ? at + 1 : word.end(),
          "No -and or -or joins this expression with the one before.",
          "Write -and or -or between them.");
      return true;
    }
    if (word != null && RuleOperator.named(word.name()) != null) {
      problems.syntax(
          word.start(),
          word.end(),
          "The expression before is complete: no further operator can follow it.",
          "Join a second comparison with -and or -or, and repeat the property.");
    } else if (word != null && word.hyphen()) {
      String near = Spelling.nearest(word.name(), List.of("and", "or"));
      problems.syntax(
          word.start(),
          word.end(),
          shown(scanner.piece(word.start(), word.end())) + " does not join expressions.",
          near == null ? "Expressions are joined by -and or -or." : "Did you mean -" + near + "?");
      scanner.moveTo(word.end());
      Word next = scanner.word();
      if (scanner.nextIs('(') || (next != null && next.isProperty())) {
        return true;
      }
    } else {
      Stray.report(scanner, problems);
    }
    problems.stop();
    return false;
  }

  private void operand(@Nullable Word join) {
    Word word = scanner.word();
    while ((word != null && word.is("not")) || scanner.sign().equals("!")) {
      negated = true;
      if (word == null) {
        int at = scanner.at();
        problems.syntax(at, at + 1, "! is not an operator of membership rules.", "Write -not.");
        scanner.moveTo(at + 1);
      } else {
        scanner.moveTo(word.end());
        join = word;
      }
      word = scanner.word();
    }
    if (scanner.atEnd() || scanner.nextIs(')') || (word != null && word.joins())) {
      missing(join, word);
    } else if (scanner.nextIs('(')) {
      parenthesis();
    } else if (comparisons.stringFollows()) {
      valueAlone();
    } else if (word == null) {
      Stray.report(scanner, problems);
      problems.stop();
    } else if (word.hyphen()) {
      problems.syntax(
          word.start(),
          word.end(),
          "A property is expected before " + shown(scanner.piece(word.start(), word.end())) + ".",
          "A comparison is property, operator, value: user.department -eq \"Sales\".");
      problems.stop();
    } else if (word.is("direct")) {
      directReports(word);
    } else {
      comparison(word);
    }
  }

  private void missing(@Nullable Word join, @Nullable Word next) {
    int at = scanner.at();
    if (next != null) {
      problems.syntax(
          next.start(),
          next.end(),
          "No expression precedes " + scanner.piece(next.start(), next.end()) + ".",
          "Write one before it, or take it away.");
    } else if (join != null) {
      problems.syntax(
          join.start(),
          join.end(),
          "No expression follows " + scanner.piece(join.start(), join.end()) + ".",
          "Write one after it, or take it away.");
    } else {
      problems.syntax(
          at,
          at + 1,
          "An expression is expected here.",
          "Write one, as in user.city -eq \"Oslo\".");
    }
  }

  private void parenthesis() {
    int open = scanner.at();
    if (depth >= DEEPEST) {
      problems.add(
          open,
          open + 1,
          "Parentheses are nested more than " + DEEPEST + " deep here.",
          "Take away those that change nothing.",
          Kind.UNSUPPORTED);
      problems.stop();
      return;
    }
    scanner.moveTo(open + 1);
    depth++;
    read(null);
    depth--;
    if (problems.stopped()) {
      return;
    }
    if (scanner.nextIs(')')) {
      scanner.moveTo(scanner.at() + 1);
    } else {
      problems.syntax(
          open, open + 1, "This parenthesis is never closed.", "Add ) where it is to end.");
    }
  }

  private void valueAlone() {
    int start = scanner.at();
    int end = RuleScanner.isCurlyQuote(scanner.next()) ? -1 : scanner.stringEnd(false);
    String value = end < 0 ? "" : scanner.piece(start, end);
    RuleSubject last = lastSubject;
    if (value.regionMatches(true, 1, "user.", 0, 5)
        || value.regionMatches(true, 1, "device.", 0, 7)) {
      problems.syntax(
          start, start + 1, "The rule itself is in quotation marks.", "Take this mark away.");
    } else {
      problems.syntax(
          start,
          Math.max(end, start + 1),
          "A comparison starts with a property, and this is a value.",
          last == null || value.isEmpty()
              ? "Write the property first, as in user.department -eq \"Sales\"."
              : "Repeat the property: " + shown(last.name()) + " -eq " + shown(value) + ".");
    }
    problems.stop();
  }

  private void comparison(Word word) {
    if (collection == null) {
      comparisonCount++;
    }
    RuleSubject subject = comparisons.read(word, collection);
    lastSubject = subject;
    if (subject.type() == Type.GROUP_COLLECTION && memberOf == null) {
      memberOf = subject;
    }
  }

  @Override
  public void readCondition(Type of) {
    Type outer = collection;
    collection = of;
    if (scanner.nextIs('(')) {
      parenthesis();
    } else {
      // DOC writes device.devicePhysicalIds -any _ -eq "…" without parentheses.
      Word word = scanner.word();
      if (word == null || word.hyphen() || word.joins()) {
        int at = scanner.at();
        problems.syntax(
            at, at + 1, "A condition is expected here.", "Write one in ( ), as in (_ -eq \"…\").");
        problems.stop();
      } else {
        comparison(word);
      }
    }
    collection = outer;
  }

  /** DOC, "Create a rule for direct reports". */
  private void directReports(Word direct) {
    comparisonCount++;
    directReports = direct;
    scanner.moveTo(direct.end());
    DirectReports.read(scanner, problems);
  }

  /** What is documented to be a rule by itself. */
  void checkAlone() {
    Word direct = directReports;
    if (direct != null && (comparisonCount > 1 || negated)) {
      problems.add(
          direct.start(),
          direct.end(),
          "A rule for direct reports cannot be combined with other expressions.",
          "Write nothing but Direct Reports for \"{object id of the manager}\".",
          Kind.UNSUPPORTED);
    }
    RuleSubject member = memberOf;
    if (member != null && (comparisonCount > 1 || negated)) {
      problems.add(
          member.start(),
          member.end(),
          shown(member.name()) + " cannot be combined with other expressions.",
          "Make a group of its own for it.",
          Kind.UNSUPPORTED);
    }
  }
}
