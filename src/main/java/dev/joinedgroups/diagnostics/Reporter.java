package dev.joinedgroups.diagnostics;

/**
 * Where a run says what it is doing: everything that is not a result. How it looks (text or JSON
 * lines, colour, quiet) is the implementation's. Safe for use by many threads.
 */
public interface Reporter {
  /** Something worth knowing that is not a problem, such as a wait. Silenced by {@code -q}. */
  void notice(String message);

  /** Something that went otherwise than asked, without failing. */
  void warning(String message);

  /** A failure, its place and its hint. */
  void failure(Failure failure);

  /** A line for {@code -v}: one for each step. */
  void info(String message);

  /** A line for {@code -vv}: details of each step. */
  void debug(String message);
}
