package dev.joinedgroups.output;

import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.diagnostics.TextSink;
import java.io.Writer;

/** A JSON object on a line for each group, flushed at once for the next program in a pipe. */
final class NdjsonPrinter implements GroupPrinter {
  private final TextSink out;
  private final Selection selection;

  NdjsonPrinter(Writer out, Selection selection) {
    this.out = new TextSink(out);
    this.selection = selection;
  }

  @Override
  public void print(ObjectNode group) {
    StringBuilder text = new StringBuilder();
    NodeText.appendCompact(text, selection.of(group));
    out.write(text.append('\n'));
    out.flush();
  }

  @Override
  public void finish() {
    out.flush();
  }
}
