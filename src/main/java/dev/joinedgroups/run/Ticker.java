package dev.joinedgroups.run;

import java.util.concurrent.locks.Condition;

/** Time that passes while threads wait on a condition. Tests have it pass at once. */
interface Ticker {
  /** Nanoseconds since some moment; only differences mean anything. */
  long nanos();

  /**
   * Waits for a signal, but not longer than that; the condition's lock is held.
   *
   * @return how much of the time is left, about
   */
  long await(Condition condition, long nanos) throws InterruptedException;

  /** Real time. */
  static Ticker real() {
    return new Ticker() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      @SuppressWarnings("WaitNotInLoop") // The caller looks again.
      public long await(Condition condition, long nanos) throws InterruptedException {
        return condition.awaitNanos(nanos);
      }
    };
  }
}
