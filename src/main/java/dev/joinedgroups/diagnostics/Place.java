package dev.joinedgroups.diagnostics;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of something a user wrote. Lines and columns are 1-based; columns count Unicode code
 * points; the end is exclusive.
 *
 * @param file the path as the user gave it, {@code <stdin>} or {@code <command line>}
 * @param snippet the line that {@code line} and {@code column} point into, or null where the text
 *     is no longer at hand
 */
public record Place(
    String file, int line, int column, int endLine, int endColumn, @Nullable Snippet snippet) {

  /** {@code FILE:LINE:COL}, as compilers print it. */
  public String label() {
    return file + ":" + line + ":" + column;
  }
}
