package dev.joinedgroups.validation.membership;

import dev.joinedgroups.validation.membership.MembershipRuleProblem.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects the problems of one rule, at most {@value #MOST}: what comes after that many is more
 * often a consequence of the first ones than news.
 */
final class RuleProblems {
  private static final int MOST = 5;
  private static final int LONGEST_QUOTE = 40;

  private final int ruleLength;
  private final List<MembershipRuleProblem> found = new ArrayList<>(2);
  private boolean stopped;

  RuleProblems(int ruleLength) {
    this.ruleLength = ruleLength;
  }

  void syntax(int start, int end, String message, String hint) {
    add(start, end, message, hint, Kind.SYNTAX);
  }

  void add(int start, int end, String message, String hint, Kind kind) {
    if (found.size() >= MOST) {
      stopped = true;
      return;
    }
    int from = Math.min(start, ruleLength);
    int to = Math.min(end, ruleLength);
    found.add(new MembershipRuleProblem(from, to, message, hint, kind));
  }

  /** Ends the reading of the rule: after this place nothing sure can be said about it. */
  void stop() {
    stopped = true;
  }

  boolean stopped() {
    return stopped;
  }

  List<MembershipRuleProblem> inOrder() {
    found.sort(Comparator.comparingInt(MembershipRuleProblem::start));
    return List.copyOf(found);
  }

  /** A piece of the rule as messages show it, cut when it is long. */
  static String shown(String piece) {
    if (piece.length() <= LONGEST_QUOTE) {
      return piece;
    }
    int cut = Character.isHighSurrogate(piece.charAt(LONGEST_QUOTE - 1)) ? 1 : 0;
    return piece.substring(0, LONGEST_QUOTE - cut) + "…";
  }
}
