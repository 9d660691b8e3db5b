package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.DiagnosticWriter;
import dev.joinedgroups.diagnostics.GithubDiagnosticWriter;
import dev.joinedgroups.diagnostics.JsonDiagnosticWriter;
import dev.joinedgroups.diagnostics.JunitDiagnosticWriter;
import dev.joinedgroups.diagnostics.SarifDiagnosticWriter;
import dev.joinedgroups.diagnostics.TerminalStyle;
import dev.joinedgroups.diagnostics.TextDiagnosticWriter;
import dev.joinedgroups.validation.RuleCatalogue;
import java.io.Writer;

/** Chooses how problems are written. */
final class DiagnosticOutput {
  private DiagnosticOutput() {}

  /**
   * The writer of the format that was asked for.
   *
   * @param target where it writes
   * @param style of the stream behind it
   */
  static DiagnosticWriter writer(
      Arguments arguments, Context context, Writer target, TerminalStyle style) {
    DiagnosticFormat format = DiagnosticFormat.of(arguments);
    return switch (format == null ? DiagnosticFormat.TEXT : format) {
      case TEXT -> new TextDiagnosticWriter(target, style);
      case JSON -> new JsonDiagnosticWriter(target);
      case GITHUB -> new GithubDiagnosticWriter(target);
      case SARIF ->
          new SarifDiagnosticWriter(
              target, Version.number(), rule -> RuleCatalogue.explain(rule).markdown());
      case JUNIT -> new JunitDiagnosticWriter(target, context.console().clock().instant());
    };
  }

  /** Problems on stderr: in the format asked for, else as this run reports everything there. */
  static DiagnosticWriter onStderr(Arguments arguments, Context context) {
    StderrReporter reporter = context.reporter();
    if (DiagnosticFormat.of(arguments) == null && reporter.style().json()) {
      return new ReporterWriter(reporter);
    }
    return writer(arguments, context, new PrintWriterOver(reporter), reporter.excerptStyle());
  }

  /** One JSON line a problem. */
  private record ReporterWriter(StderrReporter reporter) implements DiagnosticWriter {
    @Override
    public void write(Diagnostic diagnostic) {
      reporter.problem(diagnostic);
    }

    @Override
    public void finish() {
      // Every line is complete by itself.
    }
  }

  /** Writes to the reporter, so that nothing gets round the redaction. */
  private static final class PrintWriterOver extends Writer {
    private final StderrReporter reporter;

    PrintWriterOver(StderrReporter reporter) {
      this.reporter = reporter;
    }

    @Override
    public void write(char[] text, int offset, int length) {
      reporter.print(new String(text, offset, length));
    }

    @Override
    public void flush() {
      // The reporter flushes every text.
    }

    @Override
    public void close() {
      // The stream belongs to the console.
    }
  }
}
