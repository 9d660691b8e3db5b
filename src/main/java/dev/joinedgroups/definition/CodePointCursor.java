package dev.joinedgroups.definition;

/**
 * Converts between offsets in code points, as YAML's marks have them, and in UTF-16 units. It walks
 * over the kept text, and is asked for places nearly in their order.
 */
final class CodePointCursor {
  private final KeptText text;
  private long offset;
  private long codePoints;
  private long keptStartCodePoints;

  CodePointCursor(KeptText text) {
    this.text = text;
  }

  /** Hears that nothing before that offset is about to be kept. */
  void letGoBefore(long newStart) {
    keptStartCodePoints = countBefore(newStart);
  }

  /** The offset of the code point of that number. */
  long offsetOf(long number) {
    while (number < codePoints && offset > text.start()) {
      // It is never far back.
      offset -= Character.isLowSurrogate(text.charAt(offset - 1)) ? 2 : 1;
      codePoints--;
    }
    move(Long.MAX_VALUE, number);
    return offset;
  }

  /** How many code points stand before an offset. */
  long countBefore(long limit) {
    offset = text.start();
    codePoints = keptStartCodePoints;
    move(limit, Long.MAX_VALUE);
    return codePoints;
  }

  private void move(long offsetLimit, long codePointLimit) {
    while (offset < offsetLimit && codePoints < codePointLimit && text.has(offset)) {
      offset += Character.isHighSurrogate(text.charAt(offset)) ? 2 : 1;
      codePoints++;
    }
  }
}
