package dev.joinedgroups.run;

import java.time.Duration;

/** Lets time pass. Tests let it pass at once. */
@FunctionalInterface
public interface Pause {
  /**
   * Returns when that time is over.
   *
   * @throws InterruptedException at once when the thread is interrupted
   */
  void pause(Duration time) throws InterruptedException;

  /** Real time. */
  static Pause real() {
    return Thread::sleep;
  }
}
