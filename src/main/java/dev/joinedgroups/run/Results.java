package dev.joinedgroups.run;

import dev.joinedgroups.definition.Longs;
import java.util.BitSet;

/**
 * Which definition's result is to be printed next: in the order of the input, or as they come. The
 * results themselves stay in the journal, so that nothing piles up in memory behind a slow one.
 */
public final class Results {
  private final int size;
  private final boolean inOrder;
  private final BitSet finished = new BitSet();
  private final BitSet added = new BitSet();
  private final Longs arrivals = new Longs();
  private int cursor;
  private boolean ended;

  /**
   * @param inOrder whether they are to come in the order of the input
   */
  public Results(int size, boolean inOrder) {
    this.size = size;
    this.inOrder = inOrder;
  }

  /** A definition has its outcome. */
  synchronized void finished(int index, boolean hasResult) {
    if (inOrder) {
      finished.set(index);
      added.set(index, hasResult);
    } else if (hasResult) {
      arrivals.add(index);
    }
    notifyAll();
  }

  /** No more outcomes will come. */
  public synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** The next one that has a result, waiting for it if need be; -1 behind the last. */
  public synchronized int next() throws InterruptedException {
    while (true) {
      if (!inOrder && cursor < arrivals.size()) {
        return (int) arrivals.get(cursor++);
      }
      while (inOrder && cursor < size && (finished.get(cursor) || ended)) {
        int index = cursor++;
        if (added.get(index)) {
          return index;
        }
      }
      if (ended) {
        return -1;
      }
      wait();
    }
  }
}
