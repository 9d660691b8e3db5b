package dev.joinedgroups.validation.membership;

import dev.joinedgroups.validation.membership.MembershipRuleProblem.Kind;
import dev.joinedgroups.validation.membership.RuleScanner.Word;
import java.util.List;

/**
 * Checks dynamic membership rules, such as {@code user.department -eq "Sales"}.
 *
 * <p>The grammar, as MicrosoftDocs/entra-docs@11d44a5c
 * docs/identity/users/groups-dynamic-membership.md describes it (words without case, the hyphen of
 * an operator optional):
 *
 * <pre>
 * rule       = expression / direct
 * expression = operand *(("-and" / "-or") operand)
 * operand    = *"-not" ("(" expression ")" / comparison)
 * comparison = property operator value / property ("-any" / "-all") condition
 * condition  = "(" expression ")" / comparison        ; about "_", "assignedPlan.…", "group.…"
 * property   = ("user." / "device.") name
 * value      = string / number / "true" / "false" / "null" / "[" value *("," value) "]" / date
 * date       = date-time / "system.now" [("-plus" / "-minus") duration]
 * direct     = "Direct Reports for" string
 * </pre>
 *
 * <p>Precedence needs no care here: it decides what a rule selects, not whether it parses.
 */
public final class MembershipRuleParser {
  /** "The total length of the body of your membership rule can't exceed 3,072 characters." */
  private static final int LONGEST = 3072;

  private final RuleScanner scanner;
  private final RuleProblems problems;
  private final ExpressionReader expressions;

  private MembershipRuleParser(String rule) {
    this.scanner = new RuleScanner(rule);
    this.problems = new RuleProblems(rule.length());
    this.expressions = new ExpressionReader(scanner, problems);
  }

  /**
   * Finds what is wrong with a rule.
   *
   * @param rule the text of a {@code membershipRule}
   * @return the problems in the order of their places, at most a handful; empty when there are none
   */
  public static List<MembershipRuleProblem> check(String rule) {
    MembershipRuleParser parser = new MembershipRuleParser(rule);
    parser.rule();
    return parser.problems.inOrder();
  }

  private void rule() {
    String text = scanner.text();
    if (scanner.atEnd()) {
      problems.syntax(
          0, text.length(), "The rule is empty.", "Write user.objectId -ne null for all users.");
      return;
    }
    if (text.length() > LONGEST && text.codePointCount(0, text.length()) > LONGEST) {
      problems.add(
          text.offsetByCodePoints(0, LONGEST),
          text.length(),
          "The rule has more than 3,072 characters.",
          "Join comparisons of one property into one with -in.",
          Kind.UNSUPPORTED);
    }
    expressions.read(null);
    while (!problems.stopped() && !scanner.atEnd()) {
      int at = scanner.at();
      problems.syntax(
          at, at + 1, "This parenthesis closes nothing.", "Take it away, or add ( before it.");
      scanner.moveTo(at + 1);
      Word word = scanner.word();
      if (word != null && word.joins()) {
        scanner.moveTo(word.end());
        expressions.read(word);
      } else if (!scanner.atEnd() && !scanner.nextIs(')')) {
        problems.stop();
      }
    }
    expressions.checkAlone();
  }
}
