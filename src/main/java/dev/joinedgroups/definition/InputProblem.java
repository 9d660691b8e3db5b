package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Place;
import dev.joinedgroups.diagnostics.Related;
import dev.joinedgroups.diagnostics.Rule;
import java.util.List;

/** Ends the reading of an input at a problem behind which nothing can be understood. */
final class InputProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Rule rule;
  private final transient Place place;
  private final String hint;
  private final transient List<Related> related;

  InputProblem(Rule rule, Place place, String message, String hint, List<Related> related) {
    super(message, null, false, false);
    this.rule = rule;
    this.place = place;
    this.hint = hint;
    this.related = related;
  }

  InputProblem(Rule rule, Place place, String message, String hint) {
    this(rule, place, message, hint, List.of());
  }

  /** The same problem with further places. */
  InputProblem with(List<Related> others) {
    return new InputProblem(rule, place, String.valueOf(getMessage()), hint, others);
  }

  /** The line it is on. */
  int line() {
    return place.line();
  }

  /** Whether nothing behind it is worth looking at. */
  boolean endsInput() {
    return rule == Rule.ENCODING || rule == Rule.TOO_LARGE;
  }

  Diagnostic toDiagnostic(int definition) {
    return new Diagnostic(
        rule, rule.severity(), place, definition, "", String.valueOf(getMessage()), hint, related);
  }
}
