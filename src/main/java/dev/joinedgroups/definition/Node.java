package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Place;
import org.jspecify.annotations.Nullable;

/** A value that a user wrote or a service sent, and where it stands. */
public abstract sealed class Node permits ObjectNode, ArrayNode, ScalarNode {
  private final SourceText source;
  private final int start;
  private final int end;
  private final @Nullable Node anchored;

  Node(SourceText source, int start, int end, @Nullable Node anchored) {
    this.source = source;
    this.start = start;
    this.end = end;
    this.anchored = anchored;
  }

  /** The text that it stands in. */
  public final SourceText source() {
    return source;
  }

  /** UTF-16 offset of its first character in {@link #source()}. */
  public final int start() {
    return start;
  }

  /** UTF-16 offset behind its last character. */
  public final int end() {
    return end;
  }

  /** Line and column; for a YAML alias those of the alias. */
  public final Place place() {
    return source.place(start, end);
  }

  /** The line of {@link #place}, which this does not make. */
  public final int line() {
    return source.line(start);
  }

  /** The column of {@link #place}, which this does not make. */
  public final int column() {
    return source.column(start);
  }

  /** For a YAML alias the value that its anchor names; else null. */
  public final @Nullable Node anchored() {
    return anchored;
  }

  /** The same value where a YAML alias repeats it. */
  abstract Node aliasAt(SourceText aliasSource, int aliasStart, int aliasEnd);

  /** What it is in a user's words, with an article: {@code a string}, {@code an object}. */
  public abstract String kindName();
}
