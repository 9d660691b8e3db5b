package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.DisplayText;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.JsonText;
import dev.joinedgroups.diagnostics.Place;
import dev.joinedgroups.diagnostics.Reporter;
import dev.joinedgroups.diagnostics.SourceExcerpt;
import dev.joinedgroups.diagnostics.TerminalStyle;
import dev.joinedgroups.diagnostics.TerminalStyle.Accent;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything that goes to stderr: as text for people, or as one JSON object a line for programs.
 * Nothing reaches it without passing the redaction.
 */
final class StderrReporter implements Reporter {
  /** Back to the start of the line, and the line away. */
  private static final String ERASE = "\r\u001b[K";

  private final PrintStream err;
  private final Style style;
  private final UnaryOperator<String> redaction;
  private final TerminalStyle terminal;
  private final Console.@Nullable LogSink log;
  private final Terminal streams;
  private String status = "";

  /** Asked for only when there is something to cut, since that may start a process. */
  private @Nullable TerminalStyle excerptStyle;

  /**
   * How a run reports.
   *
   * @param json one JSON object a line
   * @param quiet no notices
   * @param colour ANSI colours
   * @param verbosity how often {@code -v} was given
   */
  record Style(boolean json, boolean quiet, boolean colour, int verbosity) {}

  /**
   * @param redaction removes secrets from a text
   */
  StderrReporter(Console console, Style style, UnaryOperator<String> redaction) {
    this.err = console.err();
    this.style = style;
    this.redaction = redaction;
    this.terminal = new TerminalStyle(0, style.colour);
    this.streams = console.terminal();
    this.log = style.verbosity > 0 ? console.host().startLogging(this::logged) : null;
  }

  @Override
  public void notice(String message) {
    if (!style.quiet) {
      line("info", message, "", Map.of());
    }
  }

  @Override
  public void warning(String message) {
    line("warning", message, "", Map.of());
  }

  @Override
  public void failure(Failure failure) {
    Place place = failure.place();
    if (style.json) {
      line("error", failure.getMessage(), failure.hint(), details(failure, place));
    } else {
      StringBuilder text = new StringBuilder();
      if (place != null) {
        terminal.append(text, Accent.BOLD, DisplayText.harmless(place.label()) + ":");
        text.append(' ');
      }
      terminal.append(text, Accent.ERROR, "error:");
      text.append(' ').append(DisplayText.harmless(failure.getMessage())).append('\n');
      if (place != null) {
        SourceExcerpt.append(text, place, excerptStyle(), Accent.ERROR);
      }
      appendHint(text, failure.hint());
      appendIds(text, failure.details());
      print(text.toString());
    }
    Throwable cause = failure.getCause();
    if (style.verbosity > 1 && cause != null) {
      trace(cause);
    }
  }

  /** What the service's operators ask for, when it answered at all. */
  private void appendIds(StringBuilder text, Map<String, Object> details) {
    Object requestId = details.get("requestId");
    if (requestId != null) {
      terminal.append(text, Accent.NOTE, "note:");
      text.append(" request-id ").append(DisplayText.harmless(requestId.toString()));
      text.append(", client-request-id ").append(details.get("clientRequestId")).append('\n');
    }
  }

  private static Map<String, Object> details(Failure failure, @Nullable Place place) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("exitCode", failure.exitCode().code());
    details.putAll(failure.details());
    if (place != null) {
      details.put("file", place.file());
      details.put("line", place.line());
      details.put("column", place.column());
    }
    return details;
  }

  /** A problem of a definition as a line of its own, for programs. */
  void problem(Diagnostic problem) {
    Place place = problem.place();
    Map<String, Object> details = new LinkedHashMap<>();
    if (problem.isError()) {
      details.put("exitCode", ExitCode.INVALID.code());
    }
    details.put("rule", problem.rule().slug());
    details.put("file", place.file());
    details.put("line", place.line());
    details.put("column", place.column());
    line(problem.severity().label(), problem.message(), problem.hint(), details);
  }

  /** The stack trace of something unexpected: for {@code -vv} only. */
  void trace(Throwable cause) {
    StringWriter text = new StringWriter();
    cause.printStackTrace(new PrintWriter(text));
    text.toString().replace("\t", "    ").lines().forEach(this::debug);
  }

  @Override
  public void info(String message) {
    if (log != null) {
      log.info(message);
    }
  }

  @Override
  public void debug(String message) {
    if (log != null && style.verbosity > 1) {
      log.debug(message);
    }
  }

  /** How this run reports. */
  Style style() {
    return style;
  }

  /** How stderr shows lines of a file. */
  synchronized TerminalStyle excerptStyle() {
    TerminalStyle known = excerptStyle;
    if (known == null) {
      known = new TerminalStyle(streams.errorWidth(), style.colour);
      excerptStyle = known;
    }
    return known;
  }

  /** Prints lines that are laid out already, such as diagnostics. */
  synchronized void print(String text) {
    err.print(status.isEmpty() ? redaction.apply(text) : ERASE + redaction.apply(text) + status);
    err.flush();
  }

  /**
   * Shows a line at the bottom of the terminal that stays there while others are printed, until it
   * is replaced.
   *
   * @param line without a line feed, and shorter than the terminal is wide; empty to take it away
   */
  synchronized void status(String line) {
    if (!line.equals(status)) {
      err.print(ERASE + line);
      err.flush();
      status = line;
    }
  }

  /** Has something else print to the same terminal, the status line out of its way. */
  synchronized void aside(Runnable printing) {
    String shown = status;
    status("");
    printing.run();
    status(shown);
  }

  private void logged(String line) {
    if (style.json) {
      line("debug", line, "", Map.of());
    } else {
      print(DisplayText.harmless(line) + "\n");
    }
  }

  private void line(String level, String message, String hint, Map<String, Object> details) {
    if (style.json) {
      print(json(level, message, hint, details));
      return;
    }
    StringBuilder text = new StringBuilder();
    if (level.equals("warning")) {
      terminal.append(text, Accent.WARNING, "warning:");
      text.append(' ');
    }
    text.append(DisplayText.harmless(message)).append('\n');
    print(text.toString());
  }

  private void appendHint(StringBuilder text, String hint) {
    if (!hint.isEmpty()) {
      terminal.append(text, Accent.HELP, "help:");
      text.append(' ').append(DisplayText.harmless(hint)).append('\n');
    }
  }

  private static String json(
      String level, String message, String hint, Map<String, Object> details) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("level", level);
    fields.put("message", message);
    if (!hint.isEmpty()) {
      fields.put("hint", hint);
    }
    fields.putAll(details);
    StringBuilder out = new StringBuilder();
    JsonText.append(out, fields);
    return out.append('\n').toString();
  }
}
