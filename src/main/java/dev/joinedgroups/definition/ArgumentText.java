package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Place;

/** An argument of the command line, whose places are those in the whole line. */
final class ArgumentText extends SourceText {
  private final CommandLineText commandLine;
  private final int index;
  private final int from;

  ArgumentText(CommandLineText commandLine, int index, int from, String text) {
    super(CommandLineText.NAME, text);
    this.commandLine = commandLine;
    this.index = index;
    this.from = from;
  }

  @Override
  public boolean isCommandLine() {
    return true;
  }

  @Override
  int line(int offset) {
    return commandLine.line().line(inLine(offset));
  }

  @Override
  int column(int offset) {
    return commandLine.line().column(inLine(offset));
  }

  private int inLine(int offset) {
    return commandLine.offset(index, from + Math.min(offset, text().length()));
  }

  @Override
  public Place place(int start, int end) {
    int first = inLine(start);
    int last = inLine(end);
    return commandLine.line().place(first, last);
  }
}
