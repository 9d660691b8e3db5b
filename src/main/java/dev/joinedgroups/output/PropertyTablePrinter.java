package dev.joinedgroups.output;

import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.diagnostics.DisplayText;
import dev.joinedgroups.diagnostics.DisplayWidth;
import dev.joinedgroups.diagnostics.TerminalStyle;
import dev.joinedgroups.diagnostics.TerminalStyle.Accent;
import dev.joinedgroups.diagnostics.TextSink;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * One group as a table of two columns, a line for each property. A null has an empty value. On a
 * terminal long values go on in the second column of the next line; else they stay whole.
 */
final class PropertyTablePrinter implements GroupPrinter {
  /** With less room for values than this, wrapping would be harder to read than not to. */
  private static final int LEAST_VALUE_CELLS = 20;

  private final TextSink out;
  private final Selection selection;
  private final TerminalStyle style;

  PropertyTablePrinter(Writer out, Selection selection, TerminalStyle style) {
    this.out = new TextSink(out);
    this.selection = selection;
    this.style = style;
  }

  @Override
  public void print(ObjectNode group) {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    if (selection.isAll()) {
      for (Member member : group.members()) {
        names.add(DisplayText.harmless(member.name()));
        values.add(DisplayText.harmless(NodeText.cell(member.value())));
      }
    } else {
      for (String field : selection.fields()) {
        names.add(DisplayText.harmless(field));
        values.add(DisplayText.harmless(NodeText.cell(group.get(field))));
      }
    }
    StringBuilder text = new StringBuilder();
    appendLines(text, names, values);
    out.write(text);
  }

  @Override
  public void finish() {
    out.flush();
  }

  private void appendLines(StringBuilder text, List<String> names, List<String> values) {
    int nameCells = 0;
    for (String name : names) {
      nameCells = Math.max(nameCells, DisplayWidth.of(name));
    }
    int indent = nameCells + Columns.GAP.length();
    int room = style.width() - indent;
    boolean wrap = style.width() > 0 && room >= LEAST_VALUE_CELLS;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      style.append(text, Accent.BOLD, name);
      String value = values.get(i);
      if (!value.isEmpty()) {
        text.repeat(' ', indent - DisplayWidth.of(name));
        appendValue(text, value, wrap ? room : Integer.MAX_VALUE, indent);
      }
      text.append('\n');
    }
  }

  private static void appendValue(StringBuilder text, String value, int room, int indent) {
    int at = 0;
    while (true) {
      int end = DisplayWidth.fitting(value, at, room);
      if (end == value.length()) {
        text.append(value, at, end);
        return;
      }
      int space = value.lastIndexOf(' ', end);
      boolean atSpace = space > at;
      text.append(value, at, atSpace ? space : end).append('\n').repeat(' ', indent);
      at = atSpace ? space + 1 : end;
    }
  }
}
