package dev.joinedgroups.run;

import java.util.Arrays;

/**
 * What a service seems to allow: so many requests in any stretch of time, learned from what it
 * refuses. Times are nanoseconds of one clock. Not safe for use by many threads.
 *
 * <p>The first refusal tells both numbers: as many as went through until then is the limit, and
 * from the first of them to the time that {@code Retry-After} names is the stretch. From then on a
 * request goes out when the one that many before it is that old, so that there is nothing to
 * refuse. A refusal that does not fit what was learned, such as one by chance, makes it forget.
 * When all went well for some stretches, it tries whether there is room for more.
 */
final class RateModel {
  /** More requests in one stretch than this are not remembered: Graph's largest limit is 18,000. */
  private static final int MOST = 20_000;

  /** Fewer than this tell nothing about a limit. */
  private static final int LEAST = 10;

  private static final long SECOND = 1_000_000_000L;

  /** A service does not count quite in the order in which requests arrive. */
  private static final int MARGIN = 400;

  private static final int MOST_MARGIN = 50;
  private static final long LEAST_MARGIN = SECOND / 50;
  private static final int FIRST_PATIENCE = 2;
  private static final int MOST_PATIENCE = 64;

  /** When each request was known to have gone through: a ring, the newest before {@code next}. */
  private long[] times = new long[256];

  private int next;
  private int remembered;

  /** How many went through since {@code firstSent}. */
  private long taken;

  private long firstSent = Long.MIN_VALUE;
  private int limit;
  private long window;

  /** How much longer than the stretch is waited. */
  private long margin;

  private boolean learning;
  private boolean wholeSeconds;
  private long refusedAt;
  private long reopens;
  private long cleanSince;
  private int patience = FIRST_PATIENCE;
  private int raised;

  /** How many requests the stretch has, or 0 while no limit is known. */
  int limit() {
    return limit;
  }

  /** The stretch, while a limit is known. */
  long window() {
    return window;
  }

  /** A request goes out. */
  void sending(long now) {
    if (firstSent == Long.MIN_VALUE) {
      firstSent = now;
    }
  }

  /** A request went through. */
  void taken(long now) {
    if (remembered == times.length && remembered < MOST) {
      grow();
    }
    times[next] = now;
    next = (next + 1) % times.length;
    remembered = Math.min(remembered + 1, times.length);
    taken++;
    if (limit > 0 && !learning) {
      int within = within(now);
      if (within > limit) {
        limit = within;
        raised++;
      }
    }
  }

  /** Makes room behind a ring that is full for the first time: its oldest is its first. */
  private void grow() {
    next = times.length;
    times = Arrays.copyOf(times, Math.min(MOST, times.length * 2));
  }

  /** A request was refused, and the service said how long to wait. */
  void refused(long now, long retryAfter) {
    if (!learning) {
      learning = true;
      refusedAt = now;
      wholeSeconds = true;
    }
    reopens = Math.max(reopens, now + retryAfter);
    wholeSeconds &= retryAfter % SECOND == 0;
  }

  /**
   * When a request may go out.
   *
   * @param inFlight how many are out already
   * @return a time, {@code now} or before it when it may go at once; {@link Long#MAX_VALUE} when
   *     that depends on an answer to come
   */
  long next(long now, int inFlight) {
    if (learning && now >= reopens) {
      learn(now);
    }
    if (limit == 0) {
      return now;
    }
    int beyond = now - cleanSince >= patience * window ? 1 + raised / 10 : 0;
    // The one that has to be old enough, counted back from the newest.
    int back = limit + beyond - inFlight;
    if (back <= 0) {
      return Long.MAX_VALUE;
    }
    return back > remembered ? now : time(back) + window + margin;
  }

  /** The time of the request so many back; 1 is the newest. */
  private long time(int back) {
    return times[(next - back + times.length) % times.length];
  }

  /** How many went through within a stretch that ends now. */
  private int within(long now) {
    int low = 0;
    int high = remembered;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (time(middle) > now - window) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private void learn(long now) {
    learning = false;
    cleanSince = now;
    raised = 0;
    if (limit == 0) {
      boolean enough = taken >= LEAST && taken <= MOST;
      if (enough) {
        limit = (int) taken;
        window = stretch();
        margin = Math.max(window / MARGIN, LEAST_MARGIN);
      } else {
        forget();
      }
      return;
    }
    int within = within(refusedAt);
    if (within * 10L >= limit * 9L) {
      limit = Math.max(1, Math.min(limit, within));
      margin = Math.min(2 * margin, window / MOST_MARGIN);
      patience = Math.min(patience * 2, MOST_PATIENCE);
    } else {
      limit = 0;
      forget();
    }
  }

  private long stretch() {
    long upTo = reopens - firstSent;
    // Whole seconds were rounded up, and limits are made of whole seconds.
    return wholeSeconds && upTo >= 2 * SECOND ? upTo / SECOND * SECOND : upTo;
  }

  private void forget() {
    next = 0;
    remembered = 0;
    taken = 0;
    firstSent = Long.MIN_VALUE;
    patience = FIRST_PATIENCE;
  }
}
