package dev.joinedgroups.run;

/** Takes down what is sent. Whatever it is told has to be safe before it returns. */
@FunctionalInterface
public interface SendLog {
  /**
   * A POST is about to go out.
   *
   * @throws dev.joinedgroups.diagnostics.Failure when that cannot be taken down: nothing is sent
   */
  void sending(Submission submission);

  /** The POST that was told last surely had no effect. */
  default void notAccepted(Submission submission) {}
}
