package dev.joinedgroups.output;

import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.diagnostics.DisplayText;
import dev.joinedgroups.diagnostics.TerminalStyle;
import dev.joinedgroups.diagnostics.TerminalStyle.Accent;
import dev.joinedgroups.diagnostics.TextSink;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups as a table: a header and a line for each. Columns are as wide as the first rows need; the
 * later rows of a long list are printed as they come, so memory does not grow with it. Without any
 * group nothing is printed.
 */
final class RowTablePrinter implements GroupPrinter {
  /** So many rows are held back to measure the columns. */
  private static final int MEASURED_ROWS = 500;

  private final TextSink out;
  private final List<String> names;
  private final TerminalStyle style;
  private final List<String[]> waiting = new ArrayList<>();
  private @Nullable Columns columns;

  RowTablePrinter(Writer out, List<String> names, TerminalStyle style) {
    this.out = new TextSink(out);
    this.names = names;
    this.style = style;
  }

  @Override
  public void print(ObjectNode group) {
    String[] row = new String[names.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = DisplayText.harmless(NodeText.cell(group.get(names.get(i))));
    }
    if (columns != null) {
      out.write(columns.line(row) + "\n");
      return;
    }
    if (waiting.isEmpty()) {
      waiting.add(header());
    }
    waiting.add(row);
    if (waiting.size() > MEASURED_ROWS) {
      writeWaiting();
    }
  }

  @Override
  public void finish() {
    if (!waiting.isEmpty()) {
      writeWaiting();
    }
    out.flush();
  }

  private String[] header() {
    String[] header = new String[names.size()];
    for (int i = 0; i < header.length; i++) {
      header[i] = DisplayText.harmless(names.get(i));
    }
    return header;
  }

  private void writeWaiting() {
    Columns measured = new Columns(waiting, style.width());
    columns = measured;
    StringBuilder text = new StringBuilder();
    style.append(text, Accent.BOLD, measured.line(waiting.getFirst()));
    text.append('\n');
    for (int i = 1; i < waiting.size(); i++) {
      text.append(measured.line(waiting.get(i))).append('\n');
    }
    waiting.clear();
    out.write(text);
  }
}
