package dev.joinedgroups.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.graph.Answer;
import dev.joinedgroups.graph.Receipt;
import dev.joinedgroups.graph.ServiceError;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.Test;

/** One pace used by several threads, in time that stands still: only a signal ends a wait. */
class SharedPaceThreadsTest {
  private static final Answer CREATED =
      new Answer.Created(new Receipt(201, null, null, null), null, "");
  private static final Answer UNAVAILABLE =
      new Answer.Throttled(
          new Receipt(503, null, null, null),
          new ServiceError("", "", List.of(), null),
          Duration.ZERO);

  private final CountDownLatch waits = new CountDownLatch(1);
  private final SharedPace pace =
      new SharedPace(new NoTime(), 1, new Semaphore(2), Silence.INSTANCE);

  private final class NoTime implements Ticker {
    @Override
    public long nanos() {
      return 0;
    }

    @Override
    @SuppressWarnings("WaitNotInLoop") // The caller looks again.
    public long await(Condition condition, long nanos) throws InterruptedException {
      waits.countDown();
      condition.await();
      return 0;
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws InterruptedException;
  }

  private static FutureTask<Void> start(Step step) {
    Callable<Void> call =
        () -> {
          step.run();
          return null;
        };
    FutureTask<Void> task = new FutureTask<>(call);
    Thread.ofVirtual().start(task);
    return task;
  }

  private static void end(FutureTask<?> task) throws Exception {
    task.get(20, TimeUnit.SECONDS);
  }

  @Test
  void whoIsDoneLeavesThePaceToOthers() throws Exception {
    List<Step> steps =
        List.of(
            pace::awaitTurn,
            pace::withdraw,
            pace::awaitTurn,
            pace::depart,
            () -> pace.answered(CREATED),
            () -> pace.slowDown(Duration.ZERO, "the service"),
            () -> pace.waitAlone(Duration.ZERO, "looking"),
            pace::waiting,
            pace::stop);
    for (Step step : steps) {
      end(start(step));
    }
    assertEquals(0, pace.waiting());
  }

  @Test
  void anAnswerLetsTheNextOneDepart() throws Exception {
    pace.awaitTurn();
    pace.depart();
    pace.awaitTurn();
    FutureTask<Void> next = start(pace::depart);
    assertTrue(waits.await(20, TimeUnit.SECONDS));
    pace.answered(CREATED);
    end(next);
  }

  @Test
  void whoWithdrawsLetsTheNextOneGoFirst() throws Exception {
    pace.awaitTurn();
    pace.depart();
    pace.answered(UNAVAILABLE);
    pace.awaitTurn();
    FutureTask<Void> next = start(pace::awaitTurn);
    assertTrue(waits.await(20, TimeUnit.SECONDS));
    pace.withdraw();
    end(next);
  }

  @Test
  void stoppingEndsAWaitThatHasBegun() throws Exception {
    FutureTask<Void> wait = start(() -> pace.slowDown(Duration.ofHours(1), "the service"));
    assertTrue(waits.await(20, TimeUnit.SECONDS));
    pace.stop();
    ExecutionException ended = assertThrows(ExecutionException.class, () -> end(wait));
    assertInstanceOf(InterruptedException.class, ended.getCause());
  }
}
