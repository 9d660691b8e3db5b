package dev.joinedgroups.diagnostics;

import dev.joinedgroups.diagnostics.TerminalStyle.Accent;

/** Draws the source line of a place with carets under it. */
public final class SourceExcerpt {
  /** Cells for the line number, so that the excerpts of one file stand in a line. */
  private static final int NUMBER_CELLS = 5;

  private static final String BAR = " | ";

  /** Narrower than this nothing would be left of a line. */
  private static final int LEAST_CELLS = 20;

  private SourceExcerpt() {}

  /**
   * Appends two lines, each with its line feed: the source line behind its number, and the carets.
   * Tabs are drawn as spaces, every harmful character as one cell; a line that is too long for the
   * terminal is cut around the problem. Appends nothing for a place without text: that of an empty
   * file, or one whose text is no longer at hand.
   *
   * @param accent how the carets stand out
   */
  public static void append(StringBuilder out, Place place, TerminalStyle style, Accent accent) {
    Snippet snippet = place.snippet();
    if (snippet == null || snippet.text().isEmpty()) {
      return;
    }
    String number = Integer.toString(place.line());
    int numberCells = Math.max(NUMBER_CELLS, number.length());
    int available = 0;
    if (style.width() > 0) {
      available = Math.max(LEAST_CELLS, style.width() - numberCells - BAR.length());
    }
    SnippetCells cells = SnippetCells.of(snippet, available);

    appendSpaces(out, numberCells - number.length());
    out.append(number).append(BAR).append(cells.line());
    trimEnd(out);
    out.append('\n');
    appendSpaces(out, numberCells);
    out.append(BAR);
    appendSpaces(out, cells.caretStart());
    style.append(out, accent, "^".repeat(cells.carets()));
    out.append('\n');
  }

  private static void appendSpaces(StringBuilder out, int count) {
    out.repeat(' ', count);
  }

  private static void trimEnd(StringBuilder out) {
    int end = out.length();
    while (end > 0 && out.charAt(end - 1) == ' ') {
      end--;
    }
    out.setLength(end);
  }
}
