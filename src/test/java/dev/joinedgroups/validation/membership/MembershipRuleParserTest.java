package dev.joinedgroups.validation.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.validation.membership.MembershipRuleProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MembershipRuleParserTest {
  @Test
  void documentedRulesHaveNoProblems() throws IOException {
    List<String> rules = validRules();
    List<String> refused = new ArrayList<>();
    for (String rule : rules) {
      if (!MembershipRuleParser.check(rule).isEmpty()) {
        refused.add(rendered(rule));
      }
    }

    assertEquals(List.of(), refused);
    assertTrue(rules.size() > 100);
  }

  @Test
  void badRulesHaveTheirProblemsPointedAt() throws IOException {
    String expected = resource("bad-rules.txt");
    StringBuilder actual = new StringBuilder();
    for (String block : expected.split("\n\n", -1)) {
      String rule = block.lines().findFirst().get();
      HostileRuleTest.assertWellFormed(rule);
      actual.append(actual.isEmpty() ? "" : "\n").append(rendered(rule));
    }

    assertEquals(expected, actual.toString());
  }

  @Test
  void emptyRuleIsAProblemAtItsEnd() {
    assertEquals(
        List.of(
            new MembershipRuleProblem(
                0,
                0,
                "The rule is empty.",
                "Write user.objectId -ne null for all users.",
                Kind.SYNTAX)),
        MembershipRuleParser.check(""));
    assertEquals(2, MembershipRuleParser.check(" \n").getFirst().end());
  }

  @Test
  void ruleMayHave3072Characters() {
    String head = "user.city -eq \"";
    String rule = head + "🙂".repeat(3072 - head.length() - 1) + "\"";

    assertEquals(List.of(), MembershipRuleParser.check(rule));
    assertEquals(
        List.of(
            new MembershipRuleProblem(
                rule.length(),
                rule.length() + 1,
                "The rule has more than 3,072 characters.",
                "Join comparisons of one property into one with -in.",
                Kind.UNSUPPORTED)),
        MembershipRuleParser.check(rule + " "));
  }

  @Test
  void linesAndTabsSeparateLikeSpaces() {
    assertEquals(
        List.of(),
        MembershipRuleParser.check("user.city\t-eq\r\n\"Oslo\"\n-and\u00a0(\nuser.mail -ne null)"));
  }

  @Test
  void deepNestingIsAProblem() {
    String expression = "user.mail -ne null";
    assertEquals(
        List.of(), MembershipRuleParser.check("(".repeat(100) + expression + ")".repeat(100)));
    assertEquals(
        List.of(
            new MembershipRuleProblem(
                100,
                101,
                "Parentheses are nested more than 100 deep here.",
                "Take away those that change nothing.",
                Kind.UNSUPPORTED)),
        MembershipRuleParser.check("(".repeat(101) + expression + ")".repeat(101)));
    assertEquals(
        List.of(),
        MembershipRuleParser.check(
            "(" + expression + ")" + (" -or (" + expression + ")").repeat(120)));
    for (String piece : List.of("(", "-not (", "(((-not ")) {
      List<MembershipRuleProblem> problems = MembershipRuleParser.check(piece.repeat(200_000));

      assertEquals(Kind.UNSUPPORTED, problems.getFirst().kind());
      assertTrue(
          problems.stream()
              .anyMatch(problem -> problem.message().contains("nested more than 100")));
    }
  }

  @Test
  void invisibleCharactersAreNamed() {
    String hint = "Take it away, or join a further expression with -and or -or.";
    Map<String, String> named =
        Map.of("\u0001", "0001", "\u00ad", "00AD", "\u200b", "200B", "\udb40\udc01", "E0001");
    named.forEach(
        (character, number) ->
            assertEquals(
                List.of(
                    new MembershipRuleProblem(
                        21,
                        21 + character.length(),
                        "The invisible character U+" + number + " is not expected here.",
                        hint,
                        Kind.SYNTAX)),
                MembershipRuleParser.check("user.city -eq \"Oslo\" " + character)));
  }

  /** The rule, and under it for each problem the place, the message and the hint. */
  private static String rendered(String rule) {
    StringBuilder text = new StringBuilder(rule).append('\n');
    for (MembershipRuleProblem problem : MembershipRuleParser.check(rule)) {
      text.append(" ".repeat(rule.codePointCount(0, problem.start())))
          .append("^".repeat(Math.max(1, rule.codePointCount(problem.start(), problem.end()))))
          .append('\n')
          .append(problem.kind())
          .append(": ")
          .append(problem.message())
          .append("\nhelp: ")
          .append(problem.hint())
          .append('\n');
    }
    return text.toString();
  }

  static List<String> validRules() throws IOException {
    return resource("valid-rules.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = MembershipRuleParserTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
