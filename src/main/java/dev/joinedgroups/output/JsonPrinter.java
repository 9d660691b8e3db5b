package dev.joinedgroups.output;

import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.diagnostics.TextSink;
import java.io.Writer;

/** One group as a JSON object, or a list as an array that is written as it grows. */
final class JsonPrinter implements GroupPrinter {
  private final TextSink out;
  private final Selection selection;
  private final boolean sole;
  private boolean first = true;

  JsonPrinter(Writer out, Selection selection, boolean sole) {
    this.out = new TextSink(out);
    this.selection = selection;
    this.sole = sole;
  }

  @Override
  public void print(ObjectNode group) {
    StringBuilder text = new StringBuilder();
    if (!sole) {
      text.append(first ? "[\n  " : ",\n  ");
    }
    first = false;
    NodeText.appendPretty(text, selection.of(group), sole ? 0 : 1);
    if (sole) {
      text.append('\n');
    }
    out.write(text);
  }

  @Override
  public void finish() {
    if (!sole) {
      out.write(first ? "[]\n" : "\n]\n");
    }
    out.flush();
  }
}
