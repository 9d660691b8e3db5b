package dev.joinedgroups.diagnostics;

import java.util.ArrayList;
import java.util.List;

/**
 * A snippet as a terminal shows it.
 *
 * @param line the text, every harmful character replaced
 * @param caretStart the cell under which the carets start
 * @param carets how many carets, at least one
 */
record SnippetCells(String line, int caretStart, int carets) {
  private static final int TAB_STOP = 4;
  private static final String ELLIPSIS = "…";

  /** One cluster of the snippet: what is shown for it, and in which cells. */
  private record Piece(String shown, int cell, int cellEnd) {}

  /**
   * Lays a snippet out.
   *
   * @param available the cells there are, or 0 for any number
   */
  static SnippetCells of(Snippet snippet, int available) {
    List<Piece> pieces = new ArrayList<>();
    String text = snippet.text();
    int cell = 0;
    int caretStart = -1;
    int caretEnd = 0;
    for (int at = 0; at < text.length(); ) {
      int end = pieceEnd(text, at);
      Piece piece = piece(text, at, end, cell);
      if (caretStart < 0 && snippet.start() < end) {
        caretStart = piece.cell;
        caretEnd = piece.cell;
      }
      if (at < snippet.end() && caretStart >= 0) {
        caretEnd = piece.cellEnd;
      }
      pieces.add(piece);
      cell = piece.cellEnd;
      at = end;
    }
    if (caretStart < 0) {
      caretStart = cell;
      caretEnd = cell;
    }
    return window(snippet, pieces, caretStart, Math.max(caretEnd, caretStart + 1), available);
  }

  private static int pieceEnd(String text, int at) {
    int codePoint = text.codePointAt(at);
    return DisplayText.isHarmful(codePoint)
        ? at + Character.charCount(codePoint)
        : DisplayWidth.clusterEnd(text, at);
  }

  private static Piece piece(String text, int at, int end, int cell) {
    int codePoint = text.codePointAt(at);
    if (codePoint == '\t') {
      int width = TAB_STOP - cell % TAB_STOP;
      return new Piece(" ".repeat(width), cell, cell + width);
    }
    if (DisplayText.isHarmful(codePoint)) {
      return new Piece(String.valueOf(DisplayText.picture(codePoint)), cell, cell + 1);
    }
    String shown = text.substring(at, end);
    return new Piece(shown, cell, cell + DisplayWidth.ofCluster(text, at, end));
  }

  private static SnippetCells window(
      Snippet snippet, List<Piece> pieces, int caretStart, int caretEnd, int available) {
    int total = pieces.isEmpty() ? 0 : pieces.getLast().cellEnd;
    int marks = (snippet.cutBefore() ? 1 : 0) + (snippet.cutAfter() ? 1 : 0);
    int left = 0;
    int right = total;
    // A caret behind the end of the line needs a cell too.
    if (available > 0 && Math.max(total, caretEnd) + marks > available) {
      int budget = available - 2 * ELLIPSIS.length();
      boolean startFits = caretEnd <= budget;
      left =
          startFits ? 0 : Math.clamp(caretStart - budget / 3L, 0, Math.max(0, total - budget + 1));
      right = left + budget;
    }
    StringBuilder line = new StringBuilder();
    boolean cutBefore = snippet.cutBefore();
    boolean cutAfter = snippet.cutAfter();
    int firstCell = -1;
    int lastCell = left;
    for (Piece piece : pieces) {
      if (piece.cell < left) {
        cutBefore = true;
      } else if (piece.cellEnd > right) {
        cutAfter = true;
      } else {
        firstCell = firstCell < 0 ? piece.cell : firstCell;
        lastCell = piece.cellEnd;
        line.append(piece.shown);
      }
    }
    int shift = (cutBefore ? 1 : 0) - Math.max(0, firstCell);
    int carets = Math.max(1, Math.min(caretEnd, Math.max(lastCell, caretStart + 1)) - caretStart);
    return new SnippetCells(
        (cutBefore ? ELLIPSIS : "") + line + (cutAfter ? ELLIPSIS : ""),
        caretStart + shift,
        carets);
  }
}
