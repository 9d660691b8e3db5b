package dev.joinedgroups.diagnostics;

import java.io.Writer;

/**
 * Problems as workflow commands, which GitHub Actions turns into annotations of the change under
 * review. Source: docs.github.com, "Workflow commands for GitHub Actions", and the escapes of
 * actions/toolkit, {@code packages/core/src/command.ts}.
 */
public final class GithubDiagnosticWriter implements DiagnosticWriter {
  private final TextSink out;

  /**
   * @param out where the commands go: GitHub reads a step's standard output and error
   */
  public GithubDiagnosticWriter(Writer out) {
    this.out = new TextSink(out);
  }

  @Override
  public void write(Diagnostic diagnostic) {
    Place place = diagnostic.place();
    StringBuilder text = new StringBuilder("::");
    text.append(diagnostic.severity().label());
    text.append(" file=");
    appendEscaped(text, FileNames.withoutDotSlash(place.file()), true);
    text.append(",line=").append(place.line());
    text.append(",endLine=").append(place.endLine());
    // Columns of a stretch over several lines are refused: "Annotations only support start_column
    // and end_column on the same line" (REST API, check runs). The end is the last column that
    // belongs to it: in that page's example the six letters of 'banaas' are columns 5 to 10.
    if (place.line() == place.endLine()) {
      int last = Math.max(place.column(), place.endColumn() - 1);
      text.append(",col=").append(place.column()).append(",endColumn=").append(last);
    }
    text.append(",title=groups ").append(diagnostic.rule().slug()).append("::");
    appendEscaped(text, DisplayText.harmless(diagnostic.message()), false);
    if (!diagnostic.hint().isEmpty()) {
      text.append("%0A");
      appendEscaped(text, DisplayText.harmless(diagnostic.hint()), false);
    }
    out.write(text.append('\n'));
  }

  @Override
  public void finish() {
    out.flush();
  }

  private static void appendEscaped(StringBuilder out, String text, boolean property) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '%' -> out.append("%25");
        case '\r' -> out.append("%0D");
        case '\n' -> out.append("%0A");
        case ':' -> out.append(property ? "%3A" : ":");
        case ',' -> out.append(property ? "%2C" : ",");
        default -> {
          if (DisplayText.isHarmful(c) && !Character.isSurrogate(c)) {
            DisplayText.appendEscape(out, c);
          } else {
            out.append(c);
          }
        }
      }
    }
  }
}
