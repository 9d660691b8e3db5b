package dev.joinedgroups.run;

import dev.joinedgroups.diagnostics.Reporter;
import dev.joinedgroups.graph.Answer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The pace of all deliveries of a run. When the service asks to wait, all wait, once; then one goes
 * first, and the others follow when it got through. What the service refuses tells how much it
 * takes ({@link RateModel}), and that is kept to.
 */
public final class SharedPace implements Pace {
  private static final long SECOND = 1_000_000_000L;

  /** Longer than this nobody waits for the one that goes first. */
  private static final long TRIAL = SECOND;

  /** A wait that ends so much later than one that was announced is not announced again. */
  private static final long SAME_WAIT = SECOND;

  private final Ticker ticker;
  private final Reporter reporter;
  private final Semaphore seats;
  private final int concurrency;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final RateModel model = new RateModel();

  private final long start;
  private long pausedUntil;
  private long announcedUntil;
  private boolean recovering;
  private long trialSince = -1;

  /** How many have their turn, and how many of these are out. */
  private int inFlight;

  private int departed;
  private int waiting;
  private boolean stopped;

  /**
   * @param concurrency how many requests may be out at once
   * @param seats one is held by each delivery; it is given up while that waits for itself alone
   * @param reporter told about each wait once
   */
  public SharedPace(int concurrency, Semaphore seats, Reporter reporter) {
    this(Ticker.real(), concurrency, seats, reporter);
  }

  SharedPace(Ticker ticker, int concurrency, Semaphore seats, Reporter reporter) {
    this.ticker = ticker;
    this.concurrency = concurrency;
    this.seats = seats;
    this.reporter = reporter;
    this.start = ticker.nanos();
  }

  private long now() {
    return ticker.nanos() - start;
  }

  @Override
  public void awaitTurn() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      for (long wait = hold(); wait > 0; wait = hold()) {
        waiting++;
        try {
          ticker.await(changed, wait);
        } finally {
          waiting--;
        }
      }
      long now = now();
      if (recovering) {
        trialSince = now;
      }
      inFlight++;
      model.sending(now);
    } finally {
      lock.unlock();
    }
  }

  /** How long a request has to wait as things are. */
  private long hold() throws InterruptedException {
    if (stopped) {
      throw new InterruptedException();
    }
    long now = now();
    if (now < pausedUntil) {
      return pausedUntil - now;
    }
    if (recovering && trialSince >= 0 && now - trialSince < TRIAL) {
      return TRIAL - (now - trialSince);
    }
    long next = model.next(now, inFlight);
    if (next != Long.MAX_VALUE && next - now > SECOND) {
      announce(
          now,
          next,
          "the service takes "
              + model.limit()
              + " requests in "
              + Times.text(Duration.ofNanos(model.window()))
              + ", and that many were sent; going on in ");
    }
    return next - now;
  }

  private void announce(long now, long until, String announcement) {
    if (now >= announcedUntil || until > announcedUntil + SAME_WAIT) {
      announcedUntil = until;
      reporter.notice(announcement + Times.text(Duration.ofNanos(until - now)));
    }
  }

  @Override
  public void depart() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (departed >= concurrency || now() < pausedUntil) {
        if (stopped) {
          throw new InterruptedException();
        }
        ticker.await(changed, Math.max(pausedUntil - now(), SECOND));
      }
      departed++;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void withdraw() {
    lock.lock();
    try {
      inFlight--;
      trialSince = -1;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void answered(Answer answer) {
    lock.lock();
    try {
      inFlight--;
      departed--;
      long now = now();
      switch (answer) {
        case Answer.Throttled throttled -> throttled(throttled, now);
        case Answer.NotConnected none -> {
          // Nothing got through, so nothing was counted.
        }
        case Answer.Created _,
            Answer.Refused _,
            Answer.Denied _,
            Answer.Redirected _,
            Answer.Ambiguous _ -> {
          model.taken(now);
          recovering &= now < pausedUntil;
        }
      }
      trialSince = -1;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void throttled(Answer.Throttled throttled, long now) {
    Duration asked = throttled.retryAfter();
    int status = throttled.receipt().status();
    if (asked != null && status != 409) {
      pause(now + asked.toNanos());
      if (status == 429) {
        model.refused(now, asked.toNanos());
      }
    }
  }

  private void pause(long until) {
    pausedUntil = Math.max(pausedUntil, until);
    recovering = true;
    trialSince = -1;
  }

  @Override
  public void slowDown(Duration wait, String why) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long now = now();
      long until = now + wait.toNanos();
      pause(until);
      announce(now, until, why + "; trying again in ");
      await(() -> pausedUntil);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void waitAlone(Duration wait, String why) throws InterruptedException {
    reporter.notice(why + "; trying again in " + Times.text(wait));
    seats.release();
    try {
      lock.lockInterruptibly();
      try {
        long until = now() + wait.toNanos();
        await(() -> until);
      } finally {
        lock.unlock();
      }
    } finally {
      seats.acquireUninterruptibly();
    }
  }

  private interface Until {
    long time();
  }

  private void await(Until until) throws InterruptedException {
    waiting++;
    try {
      while (now() < until.time()) {
        if (stopped) {
          throw new InterruptedException();
        }
        ticker.await(changed, until.time() - now());
      }
    } finally {
      waiting--;
    }
    if (stopped) {
      throw new InterruptedException();
    }
  }

  /** Ends all waits, with an {@link InterruptedException}; nothing is sent from now on. */
  public void stop() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many are being held back at the moment. */
  public int waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }
}
