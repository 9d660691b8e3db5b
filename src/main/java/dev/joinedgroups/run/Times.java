package dev.joinedgroups.run;

import java.time.Duration;

/** Durations as users write them. */
public final class Times {
  private Times() {}

  /** Such as {@code 500ms}, {@code 2.1s}, {@code 30s}, {@code 5m} or {@code 1m30s}. */
  public static String text(Duration time) {
    long millis = time.toMillis();
    if (millis < 1000) {
      return millis + "ms";
    }
    if (millis < 60_000) {
      long tenths = (millis + 50) / 100;
      return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + "s";
    }
    long seconds = (millis + 500) / 1000;
    return seconds / 60 + "m" + (seconds % 60 == 0 ? "" : seconds % 60 + "s");
  }
}
