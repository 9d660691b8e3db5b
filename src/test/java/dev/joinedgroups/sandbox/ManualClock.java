package dev.joinedgroups.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves. */
final class ManualClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-02-03T04:05:06.000700Z");

  @Override
  public Instant instant() {
    return now;
  }

  void advance(String duration) {
    now = now.plus(Duration.parse(duration));
  }
}
