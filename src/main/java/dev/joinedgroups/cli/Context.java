package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.Redactor;
import dev.joinedgroups.diagnostics.TerminalStyle;
import org.jspecify.annotations.Nullable;

/**
 * What a command works with.
 *
 * @param console the world around the run
 * @param reporter everything that goes to stderr
 * @param redactor learns every secret that the run gets to know
 */
record Context(Console console, StderrReporter reporter, Redactor redactor) {

  /** The settings from flags, environment, profile and configuration file. */
  Settings settings(Arguments arguments) {
    return new Settings(arguments, console, ConfigFile.read(arguments, console));
  }

  /** How stdout shows a text. */
  TerminalStyle outputStyle(Arguments arguments) {
    Terminal terminal = console.terminal();
    return new TerminalStyle(
        terminal.outputWidth(), isColoured(arguments, console, terminal.output()));
  }

  /** Whether a stream gets colours: what is asked for, else whether people read it there. */
  static boolean isColoured(@Nullable Arguments arguments, Console console, boolean terminal) {
    String when = arguments == null ? null : arguments.value(CommonOptions.COLOR);
    if ("always".equals(when)) {
      return true;
    }
    return !"never".equals(when)
        && terminal
        && console.variable("NO_COLOR").isEmpty()
        && !console.variable("TERM").equals("dumb");
  }
}
