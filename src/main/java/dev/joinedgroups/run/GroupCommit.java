package dev.joinedgroups.run;

import dev.joinedgroups.diagnostics.Failure;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Has what was written to a file reach the disk. A disk takes as long for one line as for a
 * hundred: threads that wait at the same time share the work.
 */
final class GroupCommit {
  /** Brings all to the disk that was written before. */
  interface Sync {
    void run() throws IOException;
  }

  private final Sync sync;
  private final Function<IOException, Failure> failure;
  private long written;
  private long durable;
  private boolean syncing;

  /** Why nothing more can be written. */
  private @Nullable Failure broken;

  /** Whether it may have lost what was written before. */
  private boolean lost;

  /**
   * @param failure says what it means when the file cannot be written
   */
  GroupCommit(Sync sync, Function<IOException, Failure> failure) {
    this.sync = sync;
    this.failure = failure;
  }

  /** Hears that the file is written up to there. */
  synchronized void written(long end) {
    written = end;
  }

  /**
   * Hears that the file could not be written; returns what it means, from now on for all. What was
   * written before still reaches the disk: whoever waits for that can go on, and has to, for the
   * file says that it did.
   */
  synchronized Failure fail(IOException e) {
    if (broken == null) {
      broken = failure.apply(e);
    }
    return broken;
  }

  /**
   * Does nothing while the file can be written.
   *
   * @throws Failure what {@link #fail} returned
   */
  synchronized void check() {
    if (broken != null) {
      throw broken;
    }
  }

  /**
   * Has the file reach the disk where nobody else writes it yet.
   *
   * @param end where the file ends, perhaps before what it once held
   */
  synchronized void start(long end) throws IOException {
    sync.run();
    written = end;
    durable = end;
  }

  /**
   * Returns when all that was written before is on disk.
   *
   * @throws Failure when the disk fails
   */
  void commit() {
    long end;
    synchronized (this) {
      end = written;
    }
    commitTo(end);
  }

  /**
   * Returns when the file is on disk up to there.
   *
   * @throws Failure when the disk fails
   */
  void commitTo(long end) {
    boolean interrupted = false;
    while (!isDurable(end)) {
      synchronized (this) {
        if (syncing) {
          try {
            wait();
          } catch (InterruptedException e) {
            interrupted = true; // What was begun is finished first.
          }
          continue;
        }
        syncing = true;
      }
      syncShared();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isDurable(long end) {
    if (durable < end && lost) {
      check();
    }
    return durable >= end;
  }

  private void syncShared() {
    long upTo;
    synchronized (this) {
      upTo = written;
    }
    IOException problem = null;
    try {
      sync.run(); // Others go on writing meanwhile.
    } catch (IOException e) {
      problem = e;
    }
    synchronized (this) {
      syncing = false;
      if (problem == null) {
        durable = Math.max(durable, upTo);
      } else {
        lost = true;
        fail(problem);
      }
      notifyAll();
    }
  }
}
