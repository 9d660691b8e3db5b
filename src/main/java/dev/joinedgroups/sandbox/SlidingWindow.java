package dev.joinedgroups.sandbox;

/** Counts requests against a {@link RateLimit}. Refused ones do not count. */
final class SlidingWindow {
  private final long window;
  private final long[] taken;
  private int next;
  private int used;

  SlidingWindow(RateLimit limit) {
    window = limit.window().toMillis();
    taken = new long[limit.requests()];
  }

  /**
   * Takes a place in the window.
   *
   * @param now milliseconds of a clock that does not run backwards
   * @return 0 when there was one, else how many milliseconds it is until the next gets free
   */
  synchronized long take(long now) {
    if (used == taken.length) {
      // The ring is full, so the place to be written next holds the oldest request.
      long wait = taken[next] + window - now;
      if (wait > 0) {
        return wait;
      }
    } else {
      used++;
    }
    taken[next] = now;
    next = (next + 1) % taken.length;
    return 0;
  }
}
