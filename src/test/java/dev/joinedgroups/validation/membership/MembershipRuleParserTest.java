package dev.joinedgroups.validation.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.validation.membership.MembershipRuleProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MembershipRuleParserTest {
  /** Pieces that rules are made of, and some they are not, for the mutations. */
  private static final List<String> PIECES =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "\"",
          "'",
          "`",
          "\\",
          "“",
          "”",
          ",",
          ";",
          " ",
          "\n",
          "-",
          "–",
          "=",
          "!",
          "&&",
          "_",
          ".",
          "-and",
          "or",
          "-not",
          "-eq",
          "-in",
          "-any",
          "-plus",
          "user.",
          "user.city",
          "device.objectId",
          "assignedPlan.service",
          "group.objectId",
          "user.memberOf",
          "user.employeeHireDate",
          "system.now",
          "p1d",
          "null",
          "true",
          "12",
          "2020-01-01",
          "Direct Reports for",
          "🙂",
          "\ud83d",
          "\u0000",
          "\u200b",
          "İ",
          "\"x\"");

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
      actual.append(actual.isEmpty() ? "" : "\n").append(rendered(block.lines().findFirst().get()));
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
    assertEquals(
        List.of(),
        MembershipRuleParser.check("(".repeat(100) + "user.mail -ne null" + ")".repeat(100)));
    for (String piece : List.of("(", "-not (", "(((-not ")) {
      List<MembershipRuleProblem> problems = MembershipRuleParser.check(piece.repeat(200_000));

      assertEquals(Kind.UNSUPPORTED, problems.getFirst().kind());
      assertTrue(
          problems.stream()
              .anyMatch(problem -> problem.message().contains("nested more than 100")));
    }
  }

  @Test
  void conditionsWithinConditionsEnd() {
    for (String nested :
        List.of(
            "user.otherMails -any (",
            "user.otherMails -any _ -any ",
            "user.newOne -all assignedPlan.service -any ",
            "user.newOne -any group.newOne -all (")) {
      assertWellFormed(nested.repeat(100_000));
      assertWellFormed("user.newOne -any (" + nested.repeat(100_000));
    }
  }

  @Test
  void hugeRulesOfOnePieceEnd() {
    for (String piece : PIECES) {
      for (String separator : List.of("", " ", "user.city -eq ", "-and ")) {
        assertWellFormed((piece + separator).repeat(50_000));
      }
    }
  }

  @Test
  void anyMutationOfARuleGivesPlacesWithinIt() throws IOException {
    Random random = new Random(20_251);
    List<String> seeds = validRules();
    for (int round = 0; round < 60_000; round++) {
      StringBuilder rule = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
      for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
        mutate(rule, random);
      }
      assertWellFormed(rule.toString());
    }
  }

  private static void mutate(StringBuilder rule, Random random) {
    int at = random.nextInt(rule.length() + 1);
    int end = Math.min(rule.length(), at + random.nextInt(6));
    switch (random.nextInt(3)) {
      case 0 -> rule.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      case 1 -> rule.delete(at, end);
      default -> rule.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
    }
  }

  private static void assertWellFormed(String rule) {
    List<MembershipRuleProblem> problems = MembershipRuleParser.check(rule);
    int before = 0;
    for (MembershipRuleProblem problem : problems) {
      boolean within =
          problem.start() >= before
              && problem.end() <= rule.length()
              && (problem.start() < problem.end() || problem.start() == rule.length());
      if (!within || problem.message().isBlank() || problem.hint().isBlank()) {
        throw new AssertionError(problem + " in " + rule);
      }
      before = problem.start();
    }
    assertTrue(problems.size() <= 5);
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

  private static List<String> validRules() throws IOException {
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
