package dev.joinedgroups.run;

import dev.joinedgroups.diagnostics.Reporter;
import dev.joinedgroups.graph.GraphClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Adds one submission after another, each until its outcome is final. Holds no state between them,
 * so that many threads may share one.
 */
public final class Delivery {
  private final Parts parts;

  /** What every delivery of a run shares. */
  record Parts(
      GraphClient client,
      TokenSupplier tokens,
      Pace pace,
      RetryPolicy policy,
      Backoff backoff,
      InstantSource clock,
      Reporter reporter,
      Consumer<Submission> beforeSending) {}

  /**
   * @param client connects to the endpoint
   * @param tokens asked for a token before each request
   * @param pace when requests may go out; shared by all deliveries of a run
   * @param policy how long to try
   * @param backoff the waits that the service does not name
   * @param clock this machine's time
   * @param reporter told about each step
   * @param beforeSending called before each POST, and waited for: a journal notes the intent there
   */
  public Delivery(
      GraphClient client,
      TokenSupplier tokens,
      Pace pace,
      RetryPolicy policy,
      Backoff backoff,
      InstantSource clock,
      Reporter reporter,
      Consumer<Submission> beforeSending) {
    parts = new Parts(client, tokens, pace, policy, backoff, clock, reporter, beforeSending);
  }

  /**
   * Adds it.
   *
   * @return what finally became of it; when the thread was interrupted while that was open,
   *     {@link Outcome.Unknown} with the thread's flag set
   * @throws InterruptedException when interrupted while it surely was not added
   * @throws dev.joinedgroups.diagnostics.Failure when there is no token or no TLS to send it with;
   *     it surely was not added
   */
  public Outcome deliver(Submission submission) throws InterruptedException {
    return new Attempts(parts, submission, null).run();
  }

  /**
   * Finds out what became of a submission that an earlier run sent without learning its outcome,
   * and adds it if it was not added.
   *
   * @param sentAt when it was sent first, on this machine's clock
   * @return and throws as {@link #deliver}
   */
  public Outcome resume(Submission submission, Instant sentAt) throws InterruptedException {
    return new Attempts(parts, submission, sentAt).run();
  }
}
