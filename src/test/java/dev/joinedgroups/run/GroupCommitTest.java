package dev.joinedgroups.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What counts as safe once a disk is full or broken. */
class GroupCommitTest {
  private final GroupCommit commits = new GroupCommit(this::sync, GroupCommitTest::failure);
  private int syncs;
  private @Nullable IOException diskError;

  private void sync() throws IOException {
    syncs++;
    if (diskError != null) {
      throw diskError;
    }
  }

  private static Failure failure(IOException e) {
    return new Failure(ExitCode.FAILURE, String.valueOf(e.getMessage()), "");
  }

  @Test
  void syncsOnceForAllThatWasWritten() {
    commits.written(10);
    commits.written(20);
    commits.commitTo(10);
    commits.commitTo(20);
    commits.commit();
    assertEquals(1, syncs);
    commits.written(30);
    commits.commit();
    assertEquals(2, syncs);
  }

  @Test
  void startingIsSafeBeforeItReturns() throws IOException {
    commits.start(10);
    commits.commit();
    assertEquals(1, syncs);
  }

  @Test
  void whatWasWrittenBeforeTheDiskWasFullStillReachesIt() {
    commits.written(10);
    Failure full = commits.fail(new IOException("no space"));
    assertEquals("no space", full.getMessage());
    commits.commit();
    assertEquals(1, syncs);
    assertEquals(full, assertThrows(Failure.class, commits::check));
    assertEquals(full, commits.fail(new IOException("another")), "the first says what happened");
  }

  @Test
  void nothingMoreIsSafeOnceTheDiskFailed() {
    commits.written(10);
    commits.commit();
    commits.written(20);
    diskError = new IOException("broken");
    assertEquals("broken", assertThrows(Failure.class, commits::commit).getMessage());
    diskError = null;
    assertEquals("broken", assertThrows(Failure.class, commits::commit).getMessage());
    assertEquals("broken", assertThrows(Failure.class, commits::check).getMessage());
    assertEquals(2, syncs);
    commits.commitTo(10);
  }

  /** Two threads that commit while the disk is busy with another's lines. */
  @Test
  void whoComesWhileTheDiskIsBusyWaitsAndSharesTheWork() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch ready = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    GroupCommit shared =
        new GroupCommit(
            () -> {
              if (runs.incrementAndGet() == 1) {
                busy.countDown();
                await(ready);
              }
            },
            GroupCommitTest::failure);
    shared.written(10);
    Thread first = start(shared::commit);
    await(busy);
    shared.written(20);
    AtomicBoolean interrupted = new AtomicBoolean();
    Runnable commit =
        () -> {
          shared.commit();
          interrupted.compareAndSet(false, Thread.currentThread().isInterrupted());
        };
    Thread second = start(commit);
    Thread third = start(commit);
    for (Thread thread : List.of(second, third)) {
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
    second.interrupt();
    while (second.isInterrupted()) {
      Thread.onSpinWait();
    }
    ready.countDown();
    for (Thread thread : List.of(first, second, third)) {
      thread.join(20_000);
      assertFalse(thread.isAlive());
    }
    assertEquals(2, runs.get());
    assertTrue(interrupted.get(), "the interrupt is not forgotten");
  }

  private static Thread start(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
