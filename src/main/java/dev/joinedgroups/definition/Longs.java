package dev.joinedgroups.definition;

import java.util.ArrayList;
import java.util.List;

/** A list of longs that grows without ever holding two copies of itself: 8 bytes each. */
public final class Longs {
  private static final int BITS = 10;
  private static final int CHUNK = 1 << BITS;

  private final List<long[]> chunks = new ArrayList<>();
  private int size;

  /** Appends a number; returns its index. */
  public int add(long value) {
    if (size == chunks.size() << BITS) {
      chunks.add(new long[CHUNK]);
    }
    int index = size++;
    set(index, value);
    return index;
  }

  /** The number at an index below {@link #size()}. */
  public long get(int index) {
    return chunks.get(index >> BITS)[index & (CHUNK - 1)];
  }

  /** Replaces the number at an index below {@link #size()}. */
  public void set(int index, long value) {
    chunks.get(index >> BITS)[index & (CHUNK - 1)] = value;
  }

  /** How many there are. */
  public int size() {
    return size;
  }
}
