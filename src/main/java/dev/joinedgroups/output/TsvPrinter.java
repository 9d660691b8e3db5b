package dev.joinedgroups.output;

import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.diagnostics.DisplayText;
import dev.joinedgroups.diagnostics.TextSink;
import java.io.Writer;
import java.util.List;

/**
 * Values between tabs, a line for each group, flushed at once. Tab, line feed, carriage return and
 * backslash are {@code \t}, {@code \n}, {@code \r} and {@code \\}; other harmful characters are
 * {@code \}{@code u} and four hex digits. A value that is missing or null is empty.
 */
final class TsvPrinter implements GroupPrinter {
  private final TextSink out;
  private final List<String> columns;

  TsvPrinter(Writer out, List<String> columns) {
    this.out = new TextSink(out);
    this.columns = columns;
  }

  @Override
  public void print(ObjectNode group) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        line.append('\t');
      }
      String value = NodeText.cell(group.get(columns.get(i)));
      line.append(DisplayText.harmless(value.replace("\\", "\\\\")));
    }
    out.write(line.append('\n'));
    out.flush();
  }

  @Override
  public void finish() {
    out.flush();
  }
}
