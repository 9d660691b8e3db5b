package dev.joinedgroups.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Reporter;
import dev.joinedgroups.graph.Answer;
import dev.joinedgroups.graph.Receipt;
import dev.joinedgroups.graph.ServiceError;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One pace for all, in time that passes only when somebody waits. */
class SharedPaceTest {
  private static final Answer CREATED =
      new Answer.Created(new Receipt(201, null, null, null), null, "");

  private final List<String> said = new ArrayList<>();
  private final FakeTime time = new FakeTime();
  private final Semaphore seats = new Semaphore(8);
  private final SharedPace pace = new SharedPace(time, 8, seats, new Saying());

  private static final class FakeTime implements Ticker {
    /** As of a clock whose numbers mean nothing, and may be negative. */
    private static final long START = -Duration.ofDays(1).toNanos();

    long now;

    /** What others do while the next one waits. */
    final Deque<Runnable> meanwhile = new ArrayDeque<>();

    @Override
    public long nanos() {
      return START + now;
    }

    @Override
    public long await(Condition condition, long nanos) {
      if (meanwhile.isEmpty()) {
        now += nanos;
      } else {
        meanwhile.removeFirst().run();
      }
      return 0;
    }
  }

  private static Answer throttled(int status, @Nullable Duration retryAfter) {
    ServiceError error = new ServiceError("", "", List.of(), null);
    return new Answer.Throttled(new Receipt(status, null, null, null), error, retryAfter);
  }

  private void send(Answer answer) throws InterruptedException {
    pace.awaitTurn();
    pace.depart();
    pace.answered(answer);
  }

  private String seconds() {
    return Times.text(Duration.ofNanos(time.now));
  }

  @Test
  void oneWaitIsForAllAndAnnouncedOnce() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      pace.awaitTurn();
      pace.depart();
    }
    Duration wait = Duration.ofSeconds(2);
    for (int i = 0; i < 3; i++) {
      pace.answered(throttled(503, wait));
    }
    pace.slowDown(wait, "the service is unavailable (503)");
    assertEquals("2s", seconds());
    send(CREATED);
    send(CREATED);
    assertEquals("2s", seconds());
    assertEquals(List.of("the service is unavailable (503); trying again in 2s"), said);
  }

  @Test
  void afterAWaitOneGoesFirst() throws InterruptedException {
    pace.awaitTurn();
    pace.depart();
    pace.answered(throttled(503, Duration.ofSeconds(1)));
    pace.awaitTurn();
    assertEquals("1s", seconds());
    // The first is not back: the second waits for it, but not for ever.
    pace.awaitTurn();
    assertEquals("2s", seconds());
    pace.depart();
    pace.answered(CREATED);
    pace.awaitTurn();
    assertEquals("2s", seconds());
  }

  @Test
  void theOneThatGoesFirstIsWaitedForASecondAtMost() throws InterruptedException {
    send(throttled(503, Duration.ZERO));
    pace.awaitTurn();
    time.now += Duration.ofMillis(400).toNanos();
    time.meanwhile.add(() -> assertEquals(1, pace.waiting()));
    pace.awaitTurn();
    assertEquals("1s", seconds());
    assertEquals(0, pace.waiting());
  }

  @ParameterizedTest
  @MethodSource("answers")
  void whatGotThroughEndsTheWaiting(Answer answer, String seconds) throws InterruptedException {
    send(throttled(503, Duration.ofSeconds(2)));
    send(answer);
    pace.awaitTurn();
    pace.awaitTurn();
    assertEquals(seconds, seconds());
  }

  static List<Arguments> answers() {
    Receipt receipt = new Receipt(400, null, null, null);
    ServiceError error = new ServiceError("", "", List.of(), null);
    return List.of(
        Arguments.of(CREATED, "2s"),
        Arguments.of(new Answer.Refused(receipt, error), "2s"),
        Arguments.of(new Answer.Denied(receipt, error), "2s"),
        Arguments.of(new Answer.Redirected(receipt, ""), "2s"),
        Arguments.of(new Answer.Ambiguous("", null, null), "2s"),
        Arguments.of(new Answer.NotConnected(Answer.NotConnected.Kind.LOST, "", "", null), "3s"));
  }

  @Test
  void whatWasSentBeforeTheWaitDoesNotEndIt() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      pace.awaitTurn();
      pace.depart();
    }
    time.now += Duration.ofSeconds(1).toNanos();
    pace.answered(throttled(503, Duration.ofSeconds(2)));
    pace.answered(CREATED);
    pace.awaitTurn();
    assertEquals("3s", seconds());
    pace.awaitTurn();
    assertEquals("4s", seconds());
  }

  @Test
  void noMoreAreOutThanAllowed() throws InterruptedException {
    for (int i = 0; i < 9; i++) {
      pace.awaitTurn();
    }
    for (int i = 0; i < 8; i++) {
      pace.depart();
    }
    List<String> others = new ArrayList<>();
    time.meanwhile.add(() -> others.add("nothing yet"));
    time.meanwhile.add(
        () -> {
          others.add("one is back");
          pace.answered(CREATED);
        });
    pace.depart();
    assertEquals(List.of("nothing yet", "one is back"), others);
    time.meanwhile.add(pace::stop);
    assertThrows(InterruptedException.class, pace::depart);
  }

  @Test
  void whoseTurnItIsStaysWhenTheServiceAsksToWait() throws InterruptedException {
    pace.awaitTurn();
    pace.awaitTurn();
    pace.depart();
    time.now += Duration.ofSeconds(1).toNanos();
    pace.answered(throttled(503, Duration.ofSeconds(5)));
    pace.depart();
    assertEquals("6s", seconds());
  }

  @Test
  void aWaitThatTheServiceDoesNotNameIsForAllToo() throws InterruptedException {
    time.now += Duration.ofSeconds(1).toNanos();
    time.meanwhile.add(() -> assertEquals(1, pace.waiting()));
    pace.slowDown(Duration.ofSeconds(5), "the service is unavailable (503)");
    assertEquals("6s", seconds());
    assertEquals(0, pace.waiting());
    assertEquals(List.of("the service is unavailable (503); trying again in 5s"), said);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1000, false",
    "0, 2900, false",
    "0, 3000, false",
    "0, 3100, true",
    "1900, 1100, false",
    "1900, 1200, true",
    "2000, 100, true",
  })
  void aWaitIsAnnouncedAgainWhereItIsMuchLonger(long after, long wait, boolean announced)
      throws InterruptedException {
    pace.awaitTurn();
    time.meanwhile.add(
        () -> {
          time.now += Duration.ofMillis(after).toNanos();
          try {
            pace.slowDown(Duration.ofMillis(wait), "again");
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });
    pace.slowDown(Duration.ofSeconds(2), "first");
    String again = "again; trying again in " + Times.text(Duration.ofMillis(wait));
    String first = "first; trying again in 2s";
    assertEquals(announced ? List.of(first, again) : List.of(first), said);
  }

  @Test
  void stoppingEndsAWaitThatHasBegun() {
    time.meanwhile.add(pace::stop);
    assertThrows(
        InterruptedException.class, () -> pace.slowDown(Duration.ofSeconds(1), "the service"));
    assertEquals("0ms", seconds());
    assertEquals(0, pace.waiting());
  }

  @Test
  void aConflictConcernsNobodyElse() throws InterruptedException {
    send(throttled(409, Duration.ofSeconds(9)));
    send(CREATED);
    assertEquals("0ms", seconds());
  }

  @Test
  void keepsToTheLimitThatItLearned() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      send(CREATED);
    }
    send(throttled(429, Duration.ofSeconds(10)));
    for (int i = 0; i < 40; i++) {
      send(CREATED);
    }
    assertEquals("20.1s", seconds());
    assertEquals(
        List.of("the service takes 20 requests in 10s, and that many were sent; going on in 10s"),
        said);
  }

  @Test
  void whoWithdrawsTakesUpNoRoom() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      send(CREATED);
    }
    send(throttled(429, Duration.ofSeconds(10)));
    for (int i = 0; i < 40; i++) {
      pace.awaitTurn();
      pace.withdraw();
    }
    assertEquals("10s", seconds());
    send(CREATED);
    assertEquals("10s", seconds());
  }

  @Test
  void waitingAloneGivesUpTheSeat() throws InterruptedException {
    seats.acquire();
    pace.waitAlone(Duration.ofSeconds(3), "looking");
    assertEquals(7, seats.availablePermits());
    assertEquals("3s", seconds());
    assertEquals(List.of("looking; trying again in 3s"), said);
  }

  @Test
  void stoppingEndsEveryWait() throws InterruptedException {
    pace.awaitTurn();
    pace.stop();
    assertThrows(InterruptedException.class, pace::awaitTurn);
    assertThrows(
        InterruptedException.class, () -> pace.slowDown(Duration.ofSeconds(1), "the service"));
    assertThrows(
        InterruptedException.class, () -> pace.waitAlone(Duration.ofSeconds(1), "looking"));
    assertEquals(0, pace.waiting());
    assertEquals("0ms", seconds());
  }

  private final class Saying implements Reporter {
    @Override
    public void notice(String message) {
      said.add(message);
    }

    @Override
    public void warning(String message) {
      said.add(message);
    }

    @Override
    public void failure(Failure failure) {
      said.add(failure.getMessage());
    }

    @Override
    public void info(String message) {}

    @Override
    public void debug(String message) {}
  }
}
