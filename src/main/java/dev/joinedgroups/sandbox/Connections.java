package dev.joinedgroups.sandbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The open connections, and which of them are being answered. */
final class Connections {
  private static final int MOST = 1_000;

  private final Set<Connection> open = new HashSet<>();
  private final Set<Connection> busy = new HashSet<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** Adds a connection; false when there are too many, or no more are wanted. */
  synchronized boolean add(Connection connection) {
    return !isClosing() && open.size() < MOST && open.add(connection);
  }

  synchronized void remove(Connection connection) {
    open.remove(connection);
  }

  /** Says that a request is being answered. */
  synchronized void begin(Connection connection) {
    busy.add(connection);
  }

  /** Says that the answer is out, or never will be. */
  synchronized void end(Connection connection) {
    busy.remove(connection);
    notifyAll();
  }

  /** Whether answers are to be the last on their connection. */
  boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Waits, but not longer than until the closing starts. */
  void pause(long nanos) throws InterruptedException {
    if (nanos > 0) {
      closing.await(nanos, TimeUnit.NANOSECONDS);
    }
  }

  /** Closes idle connections at once, and the others when they are answered or time is up. */
  void close(long millis) {
    closing.countDown();
    for (Connection connection : idle()) {
      connection.close();
    }
    awaitAnswers(millis);
    for (Connection connection : all()) {
      connection.close();
    }
  }

  private synchronized List<Connection> idle() {
    List<Connection> idle = new ArrayList<>(open);
    idle.removeAll(busy);
    return idle;
  }

  private synchronized List<Connection> all() {
    return List.copyOf(open);
  }

  private synchronized void awaitAnswers(long millis) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    try {
      long left = millis;
      while (!busy.isEmpty() && left > 0) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      }
    } catch (InterruptedException e) {
      // Whoever closes is in a hurry: go on without them.
      Thread.currentThread().interrupt();
    }
  }
}
