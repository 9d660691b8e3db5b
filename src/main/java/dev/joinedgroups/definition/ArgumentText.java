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
  public Place place(int start, int end) {
    int first = commandLine.offset(index, from + Math.min(start, text().length()));
    int last = commandLine.offset(index, from + Math.min(end, text().length()));
    return commandLine.line().place(first, last);
  }
}
