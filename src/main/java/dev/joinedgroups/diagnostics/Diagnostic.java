package dev.joinedgroups.diagnostics;

import java.util.List;

/**
 * One problem in what a user wrote.
 *
 * @param rule which rule it breaks
 * @param severity its severity in this run, which options may have raised or lowered
 * @param place where it is
 * @param definition 0-based index of the definition in its file
 * @param pointer JSON Pointer (RFC 6901) within the definition; empty for the whole of it
 * @param message what is wrong, as one sentence without a full stop
 * @param hint what to write instead, or empty where there is nothing sensible to say
 * @param related further places, in the order in which they help
 */
public record Diagnostic(
    Rule rule,
    Severity severity,
    Place place,
    int definition,
    String pointer,
    String message,
    String hint,
    List<Related> related) {

  public Diagnostic {
    related = List.copyOf(related);
  }

  /** The same problem at another severity. */
  public Diagnostic withSeverity(Severity other) {
    return new Diagnostic(rule, other, place, definition, pointer, message, hint, related);
  }

  /** Whether the definition cannot be sent because of it. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
