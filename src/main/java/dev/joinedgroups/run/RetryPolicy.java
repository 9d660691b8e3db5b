package dev.joinedgroups.run;

import java.time.Duration;

/**
 * How long one definition is tried.
 *
 * @param retries how often it is sent again at most
 * @param maxWait how long is waited for it in all at most
 * @param lookUpFor how long it is looked for when it is not known whether it was added. The service
 *     is only eventually consistent: a group that was created may not be found at once.
 * @param resendUnknown whether a group that is not found is sent again even where that could create
 *     a second one
 */
public record RetryPolicy(
    int retries, Duration maxWait, Duration lookUpFor, boolean resendUnknown) {

  /** What holds when the user asks for nothing else. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(5, Duration.ofMinutes(5), Duration.ofSeconds(30), false);
}
