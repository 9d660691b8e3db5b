package dev.joinedgroups.diagnostics;

import dev.joinedgroups.diagnostics.TerminalStyle.Accent;
import java.io.Writer;

/** Problems for people: each with its source line, carets under the exact span, and help. */
public final class TextDiagnosticWriter implements DiagnosticWriter {
  private final TextSink out;
  private final TerminalStyle style;
  private boolean first = true;

  /**
   * @param out where the text goes
   * @param style the terminal's width and whether to use colours
   */
  public TextDiagnosticWriter(Writer out, TerminalStyle style) {
    this.out = new TextSink(out);
    this.style = style;
  }

  @Override
  public void write(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder();
    if (!first) {
      text.append('\n');
    }
    first = false;
    append(text, diagnostic, style);
    out.write(text);
  }

  @Override
  public void finish() {
    out.flush();
  }

  /** Appends the lines of one problem. */
  static void append(StringBuilder text, Diagnostic diagnostic, TerminalStyle style) {
    Accent accent = Accent.of(diagnostic.severity());
    String label = diagnostic.severity().label() + "[" + diagnostic.rule().slug() + "]";
    appendTitle(text, diagnostic.place(), accent, label, diagnostic.message(), style);
    SourceExcerpt.append(text, diagnostic.place(), style, accent);
    if (!diagnostic.hint().isEmpty()) {
      style.append(text, Accent.HELP, "help:");
      text.append(' ').append(DisplayText.harmless(diagnostic.hint())).append('\n');
    }
    for (Related related : diagnostic.related()) {
      appendTitle(text, related.place(), Accent.NOTE, "note", related.message(), style);
      SourceExcerpt.append(text, related.place(), style, Accent.NOTE);
    }
  }

  private static void appendTitle(
      StringBuilder text,
      Place place,
      Accent accent,
      String label,
      String message,
      TerminalStyle style) {
    style.append(text, Accent.BOLD, DisplayText.harmless(place.label()) + ":");
    text.append(' ');
    style.append(text, accent, label + ":");
    text.append(' ').append(DisplayText.harmless(message)).append('\n');
  }
}
