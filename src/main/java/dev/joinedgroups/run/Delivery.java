package dev.joinedgroups.run;

import dev.joinedgroups.diagnostics.Reporter;
import dev.joinedgroups.graph.GraphClient;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

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
      SendLog log) {}

  /**
   * @param client connects to the endpoint
   * @param tokens asked for a token before each request
   * @param pace when requests may go out; shared by all deliveries of a run
   * @param policy how long to try
   * @param backoff the waits that the service does not name
   * @param clock this machine's time
   * @param reporter told about each step
   * @param log told before and after each POST, and waited for
   */
  public Delivery(
      GraphClient client,
      TokenSupplier tokens,
      Pace pace,
      RetryPolicy policy,
      Backoff backoff,
      InstantSource clock,
      Reporter reporter,
      SendLog log) {
    this(new Parts(client, tokens, pace, policy, backoff, clock, reporter, log));
  }

  private Delivery(Parts parts) {
    this.parts = parts;
  }

  /** The same delivery with another log. */
  public Delivery with(SendLog log) {
    return new Delivery(
        new Parts(
            parts.client,
            parts.tokens,
            parts.pace,
            parts.policy,
            parts.backoff,
            parts.clock,
            parts.reporter,
            log));
  }

  /**
   * Looks whether a group of the same nickname is there.
   *
   * @return {@link Outcome.Present} when it is, null when it is not, and else why that cannot be
   *     told: then nothing should be sent
   * @throws InterruptedException when interrupted
   */
  public @Nullable Outcome findPresent(Submission submission) throws InterruptedException {
    return new Presence(parts, submission).find();
  }

  /**
   * Adds it.
   *
   * @return what finally became of it; when the thread was interrupted while that was open, {@link
   *     Outcome.Unknown} with the thread's flag set
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
