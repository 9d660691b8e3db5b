package dev.joinedgroups.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joinedgroups.run.Tally;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How far a run is, in one line. */
class ProgressTest {
  private static final Tally TALLY = new Tally(300, 20, 90, 5, 2, 1, 2, 3);

  @Test
  void aLineTellsEverything() {
    assertEquals(
        "120 of 300: 20 added before, 90 added, 5 there already, 2 refused, 1 not reached,"
            + " 2 unknown, 3 waiting; 8.0 a second, 23s left",
        Progress.line(TALLY, Duration.ofMillis(12_500)));
  }

  @Test
  void nothingIsSaidOfAPaceThatIsNotKnown() {
    assertEquals(
        "0 of 300: 0 added, 8 waiting",
        Progress.line(new Tally(300, 0, 0, 0, 0, 0, 0, 8), Duration.ofSeconds(10)));
  }

  @Test
  void aBarFitsTheTerminal() {
    assertEquals(
        "[########------------] 120 of 300: 20 a", Progress.bar(TALLY, Duration.ofSeconds(1), 40));
    assertEquals(
        "[####################] 2 of 2: 2 added; 2.0 a second, 0ms left",
        Progress.bar(new Tally(2, 0, 2, 0, 0, 0, 0, 0), Duration.ofSeconds(1), 100));
  }
}
