package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.ExitCode;
import java.util.List;

/** A command: parses nothing and prints little; it brings the rooms together. */
interface Command {
  /** All there is to say about it. */
  CommandModel model();

  /**
   * Starts what can be done in the background while the arguments are parsed.
   *
   * @param arguments as typed
   */
  default void prepare(List<String> arguments) {}

  /**
   * Does what was asked.
   *
   * @return what the process exits with
   * @throws dev.joinedgroups.diagnostics.Failure when it cannot be done
   */
  ExitCode run(Arguments arguments, Context context);
}
