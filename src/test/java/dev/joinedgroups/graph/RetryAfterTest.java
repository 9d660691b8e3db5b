package dev.joinedgroups.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "0 | PT0S",
        "120 | PT2M",
        "' 5 ' | PT5S",
        "2.128 | PT2.128S",
        "2.1 | PT2.1S",
        ".5 | PT0.5S",
        ".1234 | PT0.124S",
        "86399.999 | PT23H59M59.999S",
        "1. | PT1S",
        "0.0001 | PT0.001S",
        "1.9999999999999999999 | PT2S",
        "1, 3, 2 | PT3S",
        "3, soon | PT3S",
        "999999999999999999999999999 | PT24H",
        "Sun, 01 Mar 2026 12:00:30 GMT | PT30S",
        "Sun, 01 Mar 2026 11:00:00 GMT | PT0S",
        "Sun, 01 Mar 2099 11:00:00 GMT | PT24H",
        "-1 | none",
        "1e3 | none",
        "NaN | none",
        "'' | none",
        ". | none",
        "..5 | none",
        "soon | none",
        "Sun, 99 Mar 2026 12:00:30 GMT | none",
      })
  void everyFormIsUnderstood(String value, Duration wait) {
    assertEquals(wait, RetryAfter.parse(List.of(value), NOW));
  }

  @Test
  void theLongestOfSeveralHeadersCounts() {
    assertEquals(Duration.ofSeconds(7), RetryAfter.parse(List.of("2", "7", "x"), NOW));
    assertEquals(null, RetryAfter.parse(List.of(), NOW));
  }
}
