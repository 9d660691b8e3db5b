package dev.joinedgroups.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long to wait where the service does not say, and how it is told. */
class TimesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0ms",
    "999, 999ms",
    "1000, 1s",
    "1049, 1s",
    "1050, 1.1s",
    "2128, 2.1s",
    "30000, 30s",
    "59949, 59.9s",
    "60000, 1m",
    "60499, 1m",
    "60500, 1m1s",
    "90000, 1m30s",
    "3600000, 60m",
  })
  void durationsAreWrittenAsUsersWriteThem(long millis, String text) {
    assertEquals(text, Times.text(Duration.ofMillis(millis)));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 500, 750",
    "2, 1000, 1500",
    "3, 2000, 3000",
    "6, 16000, 24000",
    "7, 30000, 45000",
    "17, 30000, 45000",
    "100, 30000, 45000",
  })
  void eachWaitIsTwiceTheLast(int tries, long shortest, long usual) {
    assertEquals(Duration.ofMillis(shortest), new Backoff(() -> 0).before(tries));
    assertEquals(Duration.ofMillis(usual), new Backoff(() -> 0.5).before(tries));
  }
}
