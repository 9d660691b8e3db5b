package dev.joinedgroups.cli;

import java.util.function.IntSupplier;

/**
 * Which of the standard streams are terminals.
 *
 * @param width the terminal's width in cells; asked for only when something is laid out for it
 */
public record Terminal(boolean input, boolean output, boolean error, IntSupplier width) {
  /** The width that standard output is laid out for; 0 where it is no terminal. */
  int outputWidth() {
    return output ? width.getAsInt() : 0;
  }

  /** The width that stderr is laid out for; 0 where it is no terminal. */
  int errorWidth() {
    return error ? width.getAsInt() : 0;
  }

  /** No terminal at all: a pipeline. */
  public static Terminal none() {
    return new Terminal(false, false, false, () -> 80);
  }
}
