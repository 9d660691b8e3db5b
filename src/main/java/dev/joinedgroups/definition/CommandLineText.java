package dev.joinedgroups.definition;

import java.util.List;

/**
 * The command line as one line of text, so that a flag's problem can be pointed at. A process gets
 * its arguments without the quotes that were typed; where an argument needs some, single quotes are
 * assumed.
 */
public final class CommandLineText {
  /** The name that stands for the command line in places. */
  public static final String NAME = "<command line>";

  private final SourceText line;
  private final List<String> arguments;
  private final int[] starts;

  /**
   * @param program the program's name
   * @param arguments all its arguments
   */
  public CommandLineText(String program, List<String> arguments) {
    this.arguments = arguments;
    this.starts = new int[arguments.size()];
    StringBuilder text = new StringBuilder(program);
    for (int i = 0; i < arguments.size(); i++) {
      text.append(' ');
      starts[i] = text.length();
      append(text, arguments.get(i));
    }
    this.line = new SourceText(NAME, text.toString());
  }

  /** The arguments as given. */
  public List<String> arguments() {
    return arguments;
  }

  /** The line itself. */
  public SourceText line() {
    return line;
  }

  /** An argument, or its rest from an offset on, as a text of its own. */
  public SourceText argument(int index, int from) {
    return new ArgumentText(this, index, from, arguments.get(index).substring(from));
  }

  /** The whole line as the text of the object that all flags together make. */
  SourceText wholeAsArgument() {
    return new ArgumentText(this, -1, 0, line.text());
  }

  /** Where a unit of an argument stands in the line. */
  int offset(int index, int at) {
    if (index < 0) {
      return at;
    }
    String argument = arguments.get(index);
    if (isPlain(argument)) {
      return starts[index] + at;
    }
    int offset = starts[index] + 1 + at;
    for (int i = 0; i < at; i++) {
      if (argument.charAt(i) == '\'') {
        offset += 3;
      }
    }
    return offset;
  }

  private static void append(StringBuilder text, String argument) {
    if (isPlain(argument)) {
      text.append(argument);
      return;
    }
    text.append('\'');
    for (int i = 0; i < argument.length(); i++) {
      char c = argument.charAt(i);
      if (c == '\'') {
        text.append("'\\''");
      } else {
        // A control character would break the line: its picture takes its place.
        text.append(c < ' ' ? (char) (0x2400 + c) : c);
      }
    }
    text.append('\'');
  }

  private static boolean isPlain(String argument) {
    for (int i = 0; i < argument.length(); i++) {
      char c = argument.charAt(i);
      if (!Character.isLetterOrDigit(c) && "_@%+=:,./-".indexOf(c) < 0) {
        return false;
      }
    }
    return !argument.isEmpty();
  }
}
