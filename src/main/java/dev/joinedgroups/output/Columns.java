package dev.joinedgroups.output;

import dev.joinedgroups.diagnostics.DisplayWidth;
import java.util.List;

/** The widths of a table's columns, and its lines. */
final class Columns {
  /** Between two columns. */
  static final String GAP = "  ";

  /** A column is not made narrower than this to fit a terminal. */
  private static final int LEAST_CELLS = 8;

  private final int[] cells;
  private final boolean truncate;

  /**
   * Measures the rows, which all have the same number of cells.
   *
   * @param width the cells of a terminal's line, to which columns are fitted; 0 to leave every
   *     value whole
   */
  Columns(List<String[]> rows, int width) {
    cells = new int[rows.getFirst().length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        cells[i] = Math.max(cells[i], DisplayWidth.of(row[i]));
      }
    }
    truncate = width > 0;
    if (truncate) {
      fit(width);
    }
  }

  /** Takes cells from the widest column until the line fits; from the first one only at last. */
  private void fit(int width) {
    int excess = GAP.length() * (cells.length - 1) - width;
    for (int column : cells) {
      excess += column;
    }
    for (; excess > 0; excess--) {
      int widest = 0; // The first column identifies the row.
      for (int i = 1; i < cells.length; i++) {
        if (cells[i] > LEAST_CELLS && (widest == 0 || cells[i] >= cells[widest])) {
          widest = i;
        }
      }
      if (cells[widest] <= LEAST_CELLS) {
        return;
      }
      cells[widest]--;
    }
  }

  /** A row as a line without its line feed and without blanks at its end. */
  String line(String[] row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      String value = truncate ? DisplayWidth.truncate(row[i], cells[i]) : row[i];
      line.append(value);
      if (i < row.length - 1) {
        line.repeat(' ', Math.max(0, cells[i] - DisplayWidth.of(value))).append(GAP);
      }
    }
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ') {
      end--;
    }
    line.setLength(end);
    return line.toString();
  }
}
