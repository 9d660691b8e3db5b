package dev.joinedgroups.run;

import java.time.Duration;

/** How long one submission has been waited for, and how much longer it may be. */
final class Waiting {
  private final Pace pace;
  private Duration left;

  Waiting(Pace pace, Duration most) {
    this.pace = pace;
    left = most;
  }

  boolean allows(Duration wait) {
    return wait.compareTo(left) <= 0;
  }

  void slowDown(Duration wait, String why) throws InterruptedException {
    left = left.minus(wait);
    pace.slowDown(wait, why);
  }

  void alone(Duration wait, String why) throws InterruptedException {
    left = left.minus(wait);
    pace.waitAlone(wait, why);
  }
}
