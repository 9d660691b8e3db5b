package dev.joinedgroups.sandbox;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of groups and requests. Not secret, so not from the slow secure generator. */
final class Ids {
  private static final int LENGTH = 36;

  private Ids() {}

  /** A new random (version 4) id. */
  static UUID next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & ~(3L << 62)) | 1L << 63;
    return new UUID(high, low);
  }

  /** Whether the text is a Guid: 8-4-4-4-12 hexadecimal digits. */
  static boolean isGuid(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      char c = text.charAt(i);
      if (hyphen ? c != '-' : c > 'f' || Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
