package dev.joinedgroups.diagnostics;

/**
 * How the stream that a text goes to shows it.
 *
 * @param width the cells of a terminal's line, or 0 where there is no terminal and lines have no
 *     end
 * @param colour whether to use colours and bold
 */
public record TerminalStyle(int width, boolean colour) {
  /** A file or a pipe. */
  public static final TerminalStyle PLAIN = new TerminalStyle(0, false);

  private static final String RESET = "\u001b[0m";

  /** The ways in which a word can stand out, each by its SGR sequence of ECMA-48. */
  public enum Accent {
    BOLD("\u001b[1m"),
    ERROR("\u001b[1;31m"),
    WARNING("\u001b[1;33m"),
    NOTE("\u001b[1;34m"),
    HELP("\u001b[36m");

    private final String start;

    Accent(String start) {
      this.start = start;
    }

    /** The accent of a severity's word and carets. */
    public static Accent of(Severity severity) {
      return severity == Severity.ERROR ? ERROR : WARNING;
    }
  }

  /** Appends a text, accented where colours are used. */
  public void append(StringBuilder out, Accent accent, String text) {
    if (colour) {
      out.append(accent.start).append(text).append(RESET);
    } else {
      out.append(text);
    }
  }
}
