package dev.joinedgroups.run;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait when the service does not say: twice as long each time, with jitter. */
public final class Backoff {
  private static final long FIRST_MILLIS = 1_000;
  private static final long MOST_MILLIS = 60_000;

  private final DoubleSupplier random;

  /**
   * @param random from 0 up to, not including, 1
   */
  public Backoff(DoubleSupplier random) {
    this.random = random;
  }

  /**
   * The wait before a further try: between a half and the whole of 1, 2, 4 … 60 seconds.
   *
   * @param tries how many have failed so far, from 1
   */
  public Duration before(int tries) {
    long whole = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(tries - 1, 16));
    return Duration.ofMillis(whole / 2 + (long) (random.getAsDouble() * (whole / 2.0)));
  }
}
