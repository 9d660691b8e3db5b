package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Place;

/**
 * A name and its value in an object.
 *
 * @param name the name without quotes and escapes
 * @param source the text that the name stands in
 * @param start UTF-16 offset of the name, its quote included
 * @param end UTF-16 offset behind the name and its quote
 * @param value the value
 */
public record Member(String name, SourceText source, int start, int end, Node value) {

  /** Where the name stands. */
  public Place namePlace() {
    return source.place(start, end);
  }

  /** Whether a flag gave it. */
  public boolean fromCommandLine() {
    return source.isCommandLine() || value.source().isCommandLine();
  }
}
