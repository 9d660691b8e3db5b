package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.ExitCode;
import java.util.List;

/**
 * All there is to say about a command.
 *
 * @param name its name; two words for a command of a command, such as {@code auth login}
 * @param summary what it does, for lists: one phrase without a full stop
 * @param description what it does, for its own page: whole sentences
 * @param parameters its positional parameters as help shows them, such as {@code [FILE...]}
 * @param operands what the shell completes for them
 * @param operandCandidates their values where only some are allowed
 * @param options its options, those of every command included
 * @param examples command lines with what they are for
 * @param exitCodes the codes that it exits with
 * @param environment the variables that it reads, with what they are for
 */
record CommandModel(
    String name,
    String summary,
    String description,
    String parameters,
    Option.Completes operands,
    List<String> operandCandidates,
    List<Option> options,
    List<Example> examples,
    List<ExitCode> exitCodes,
    List<Variable> environment) {

  /**
   * A command line worth copying.
   *
   * @param line as typed, with {@code groups} first
   * @param about what it is for
   */
  record Example(String about, String line) {}

  /**
   * An environment variable.
   *
   * @param about what it is for
   */
  record Variable(String name, String about) {}

  /** Whether it takes positional parameters. */
  boolean hasOperands() {
    return !parameters.isEmpty();
  }
}
