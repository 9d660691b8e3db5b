package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.ExitCode;

/** What becomes of a run that is asked to end: the first signal stops it, the second kills it. */
final class Interruption {
  private final Runnable stop;
  private volatile String signal = "";

  /**
   * @param stop has the run end soon
   */
  Interruption(Runnable stop) {
    this.stop = stop;
  }

  /** Listens to signals. */
  Console.Watch watch(Console console) {
    return console
        .host()
        .onSignal(
            (name, count) -> {
              boolean again = isRequested();
              signal = name;
              if (again || count > 1) {
                return exitCode().code();
              }
              stop.run();
              return -1;
            });
  }

  /** Whether a signal came. */
  boolean isRequested() {
    return !signal.isEmpty();
  }

  /** What the process exits with because of it. */
  ExitCode exitCode() {
    return signal.equals("TERM") ? ExitCode.TERMINATED : ExitCode.INTERRUPTED;
  }
}
