package dev.joinedgroups.definition;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.Random;

/** Gives a few bytes at a time, and sometimes none. */
public final class Trickle extends FilterInputStream {
  private final Random random = new Random(3);

  public Trickle(byte[] bytes) {
    super(new ByteArrayInputStream(bytes));
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return super.read(target, offset, Math.min(length, random.nextInt(9)));
  }
}
