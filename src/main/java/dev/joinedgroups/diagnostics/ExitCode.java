package dev.joinedgroups.diagnostics;

/** The exit codes. Scripts rely on them: the numbers never change. */
public enum ExitCode {
  /** Everything asked for was done. */
  OK(0, "everything asked for was done"),
  /** Something unexpected, or a local file that could not be read or written. */
  FAILURE(1, "unexpected failure, or a local file could not be read or written"),
  /** The command line or the configuration is wrong. */
  USAGE(2, "the command line or configuration is wrong"),
  /** A definition is invalid, or there is none; nothing was sent. */
  INVALID(3, "a definition is invalid, or there is none; nothing was sent"),
  /** No usable token, or the service answered 401 or 403. */
  AUTH(4, "no usable token, or the service answered 401 or 403"),
  /** The service refused at least one group. */
  REFUSED(5, "the service refused at least one group"),
  /** The service could not be reached or kept throttling; it is safe to run again. */
  UNREACHABLE(6, "the service could not be reached, or kept throttling: run it again"),
  /** Whether a group was created is not known. */
  UNKNOWN(7, "at least one outcome is unknown"),
  /** Ended by SIGINT. */
  INTERRUPTED(130, "interrupted"),
  /** Ended by SIGTERM. */
  TERMINATED(143, "terminated");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The number the process exits with. */
  public int code() {
    return code;
  }

  /** What it means, in the words of {@code --help} and the manual. */
  public String meaning() {
    return meaning;
  }

  /**
   * The exit code of many outcomes: the gravest of them, in the order 7, 4, 5, 6.
   *
   * @return whichever of this and {@code other} outranks the other
   */
  public ExitCode gravest(ExitCode other) {
    return rank() >= other.rank() ? this : other;
  }

  private int rank() {
    return switch (this) {
      case OK -> 0;
      case UNREACHABLE -> 1;
      case REFUSED -> 2;
      case AUTH -> 3;
      case UNKNOWN -> 4;
      case INVALID -> 5;
      case FAILURE -> 6;
      case USAGE -> 7;
      case INTERRUPTED -> 8;
      case TERMINATED -> 9;
    };
  }
}
