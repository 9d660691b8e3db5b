package dev.joinedgroups.validation.membership;

/**
 * One thing that is wrong with a membership rule, and where.
 *
 * @param start the first UTF-16 offset into the rule that is wrong
 * @param end the offset after the last one; equal to {@code start} only at the end of the rule
 * @param message what is wrong, one sentence
 * @param hint what to write instead
 * @param kind what sort of problem it is
 */
public record MembershipRuleProblem(int start, int end, String message, String hint, Kind kind) {

  /** The sorts of problem, by how sure it is that the service refuses the rule. */
  public enum Kind {
    /** The rule does not parse. */
    SYNTAX,
    /** The rule parses, but an operator or a value does not fit the property. */
    MISMATCH,
    /** The rule parses, but is longer or combines more than is documented to work. */
    UNSUPPORTED,
    /** The property is not a documented one; the service may know it nevertheless. */
    UNKNOWN_PROPERTY
  }
}
