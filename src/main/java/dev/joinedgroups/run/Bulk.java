package dev.joinedgroups.run;

import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.run.History.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Adds the definitions of a spool, many at a time, and takes everything down in a journal. One
 * definition alone goes the same way, without threads of its own.
 */
public final class Bulk {
  /** How long those under way may take once the run is to stop. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** So many times the concurrency in a row did not get through: nothing else will. */
  private static final int HOPELESS = 2;

  private final Work work;
  private final Observer observer;
  private final Counts counts;
  private final List<Thread> workers = new ArrayList<>();
  private boolean stopping;
  private int failedInARow;
  private @Nullable Throwable broken;

  /**
   * What a run works on and with.
   *
   * @param journal where it is taken down, or null for a single definition
   * @param seats as many as {@link #seats} says
   * @param concurrency how many requests may be out at once
   * @param skipPresent whether groups that are there already are left alone
   */
  public record Work(
      Spool spool,
      Ledger ledger,
      @Nullable Journal journal,
      Delivery delivery,
      SharedPace pace,
      Semaphore seats,
      int concurrency,
      boolean skipPresent,
      Results results) {}

  /** Hears what came of each definition. Called by many threads. */
  public interface Observer {
    /** A definition has its outcome, which the journal holds. */
    void finished(Spooled definition, Submission submission, Outcome outcome);

    /** A definition has its outcome, which could not be taken down. */
    void unrecorded(Submission submission, Outcome outcome);
  }

  /**
   * How many may be worked on at once: a few more than requests may be out, so that the next is
   * taken down and ready to go when an answer comes.
   */
  public static int seats(int concurrency) {
    return concurrency == 1 ? 1 : concurrency + Math.max(1, concurrency / 4);
  }

  public Bulk(Work work, Observer observer) {
    this.work = work;
    this.observer = observer;
    counts = new Counts(work.ledger.size(), work.ledger.count(State.DONE));
  }

  /**
   * Works until all is done or it was stopped.
   *
   * @return the gravest of the outcomes
   * @throws Failure when nothing can be sent at all, or taken down
   */
  public ExitCode run() {
    for (int i = 0; i < work.ledger.size(); i++) {
      if (work.ledger.state(i) == State.DONE) {
        work.results.finished(i, true);
      }
    }
    try {
      int open = work.ledger.size() - work.ledger.count(State.DONE);
      if (open == 1) {
        enlist(Thread.currentThread());
        work();
        dismiss(Thread.currentThread());
      } else if (open > 1) {
        workTogether(Math.min(open, 2 * seats(work.concurrency)));
      }
      if (work.journal != null) {
        work.journal.commit();
      }
    } finally {
      work.results.end();
    }
    return switch (broken) {
      case null -> counts.gravest();
      case Failure failure -> throw failure;
      case RuntimeException unexpected -> throw unexpected;
      case Throwable other -> throw new IllegalStateException(other);
    };
  }

  private synchronized void enlist(Thread thread) {
    workers.add(thread);
  }

  private synchronized void dismiss(Thread thread) {
    workers.remove(thread);
    // Whatever interrupted it concerned its deliveries.
    if (Thread.currentThread() == thread && Thread.interrupted()) {
      stopping = true;
    }
  }

  /**
   * More threads than seats: those that wait for themselves alone give up their seat to another.
   */
  private void workTogether(int threads) {
    List<Thread> started = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread thread = Thread.ofVirtual().name("add-" + i).unstarted(this::work);
      enlist(thread);
      started.add(thread);
      thread.start();
    }
    for (Thread thread : started) {
      join(thread);
    }
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try {
      boolean more = true;
      while (more) {
        work.seats.acquire();
        try {
          more = processNext();
        } finally {
          work.seats.release();
        }
      }
    } catch (InterruptedException e) {
      stopTaking(); // What it was at is left, and said to be.
    }
  }

  /** Returns false when there is no more, or when it went wrong and nothing more is to be sent. */
  private boolean processNext() throws InterruptedException {
    try {
      int index = next();
      if (index < 0) {
        return false;
      }
      process(index);
      return true;
    } catch (RuntimeException | Error problem) {
      breakOff(problem); // Before another gets the seat, who would send one more.
      return false;
    }
  }

  private synchronized int next() {
    return stopping ? -1 : work.ledger.next();
  }

  private void process(int index) throws InterruptedException {
    Spooled definition = work.spool.get(index);
    Taking taking = new Taking(work.journal, definition);
    Outcome outcome = outcome(index, taking);
    boolean interrupted = Thread.interrupted();
    boolean done = outcome instanceof Outcome.Added || outcome instanceof Outcome.Present;
    counts.add(outcome);
    judge(outcome);
    try {
      @Nullable Long position = taking.record(outcome);
      if (done) {
        work.ledger.done(index, position == null ? 0 : position);
      }
    } catch (Failure failure) {
      observer.unrecorded(taking.submission(), outcome);
      throw failure;
    }
    observer.finished(definition, taking.submission(), outcome);
    work.results.finished(index, done);
    if (interrupted) {
      throw new InterruptedException();
    }
  }

  private Outcome outcome(int index, Taking taking) throws InterruptedException {
    Delivery delivery = work.delivery.with(taking);
    if (work.ledger.state(index) == State.IN_DOUBT && work.journal != null) {
      ObjectNode sent = work.journal.read(work.ledger.position(index));
      Submission submission = taking.resume(JournalLine.text(sent, "clientRequestId"));
      return delivery.resume(submission, Instant.parse(JournalLine.text(sent, "time")));
    }
    Submission submission = taking.begin();
    Outcome present = work.skipPresent ? delivery.findPresent(submission) : null;
    return present == null ? delivery.deliver(submission) : present;
  }

  /** Stops the others where this outcome says that they would fare no better. */
  private synchronized void judge(Outcome outcome) {
    switch (outcome) {
      case Outcome.Denied _ -> stopping = true;
      case Outcome.Unreachable unreachable -> {
        failedInARow++;
        stopping |= unreachable.lasting() || failedInARow >= HOPELESS * work.concurrency;
      }
      case Outcome.Added _, Outcome.Present _, Outcome.Refused _, Outcome.Unknown _ ->
          failedInARow = 0;
    }
  }

  private synchronized void stopTaking() {
    stopping = true;
  }

  private void breakOff(Throwable problem) {
    synchronized (this) {
      stopping = true;
      if (broken == null) {
        broken = problem;
      }
    }
  }

  /**
   * Takes no new ones, ends all waiting at once, and whatever is under way after five seconds; then
   * {@link #run} returns.
   */
  public void stop() {
    stopTaking();
    work.pace.stop();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                Thread.sleep(GRACE);
              } catch (InterruptedException e) {
                return; // Nobody does that.
              }
              interrupt();
            });
  }

  private synchronized void interrupt() {
    workers.forEach(Thread::interrupt);
  }

  /** How far it is. */
  public Tally tally() {
    return counts.tally(work.pace.waiting());
  }

  /** The group that came of a definition, or null when the service did not send it. */
  public @Nullable ObjectNode group(int index) {
    if (work.journal == null) {
      return counts.group();
    }
    long position = work.ledger.position(index);
    work.journal.commitLine(position);
    ObjectNode line = work.journal.read(position);
    return line.get("group") instanceof ObjectNode group ? group : null;
  }
}
