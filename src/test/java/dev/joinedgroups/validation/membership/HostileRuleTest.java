package dev.joinedgroups.validation.membership;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rules that nobody would write: reading them ends, and every problem has a place within them. */
class HostileRuleTest {
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
    List<String> seeds = MembershipRuleParserTest.validRules();
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

  static void assertWellFormed(String rule) {
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
}
