package dev.joinedgroups.definition;

/**
 * Converts between offsets in code points, as YAML's marks have them, and in UTF-16 units. It walks
 * over the text that the reader keeps, and is asked for places nearly in their order.
 */
final class CodePointCursor {
  private final RecordingReader in;
  private long offset;
  private long codePoints;
  private long keptStartCodePoints;

  CodePointCursor(RecordingReader in) {
    this.in = in;
  }

  /** Hears that the reader is about to keep nothing before that offset. */
  void letGoBefore(long newStart) {
    keptStartCodePoints = countBefore(newStart);
  }

  /** The offset of the code point of that number. */
  long offsetOf(long number) {
    while (number < codePoints && offset > in.keptStart()) {
      // It is never far back.
      boolean pair = Character.isLowSurrogate(in.charAt(offset - 1)) && offset - 1 > in.keptStart();
      offset -= pair ? 2 : 1;
      codePoints--;
    }
    move(Long.MAX_VALUE, number);
    return offset;
  }

  /** How many code points stand before an offset. */
  long countBefore(long limit) {
    offset = in.keptStart();
    codePoints = keptStartCodePoints;
    move(limit, Long.MAX_VALUE);
    return codePoints;
  }

  private void move(long offsetLimit, long codePointLimit) {
    while (offset < offsetLimit && codePoints < codePointLimit && in.has(offset)) {
      offset += Character.isHighSurrogate(in.charAt(offset)) ? 2 : 1;
      codePoints++;
    }
  }
}
