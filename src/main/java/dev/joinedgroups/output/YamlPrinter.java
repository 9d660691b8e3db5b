package dev.joinedgroups.output;

import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.diagnostics.TextSink;
import java.io.Writer;

/** One group as a YAML mapping, or a list as a sequence of mappings that is written as it grows. */
final class YamlPrinter implements GroupPrinter {
  private final TextSink out;
  private final Selection selection;
  private final boolean sole;
  private boolean none = true;

  YamlPrinter(Writer out, Selection selection, boolean sole) {
    this.out = new TextSink(out);
    this.selection = selection;
    this.sole = sole;
  }

  @Override
  public void print(ObjectNode group) {
    none = false;
    StringBuilder text = new StringBuilder();
    if (!sole) {
      text.append("- ");
    }
    YamlText.append(text, selection.of(group), sole ? 0 : 1);
    out.write(text);
  }

  @Override
  public void finish() {
    if (none && !sole) {
      out.write("[]\n");
    }
    out.flush();
  }
}
