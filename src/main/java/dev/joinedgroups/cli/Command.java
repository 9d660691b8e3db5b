package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.ExitCode;

/** A command: parses nothing and prints little; it brings the rooms together. */
interface Command {
  /** All there is to say about it. */
  CommandModel model();

  /**
   * Does what was asked.
   *
   * @return what the process exits with
   * @throws dev.joinedgroups.diagnostics.Failure when it cannot be done
   */
  ExitCode run(Arguments arguments, Context context);
}
