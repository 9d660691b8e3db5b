package dev.joinedgroups.definition;

/**
 * The part of an input that is in memory: it grows at its end as more is read, and is let go from
 * its start. Offsets are absolute: UTF-16 units from the start of the input.
 */
final class KeptText {
  /** How far the rest of a line is followed: no more of it is ever shown. */
  static final int REST_OF_LINE = 400;

  private final String file;

  /** How much is read at once: less where there is less, as with every answer and stored line. */
  private final int chunk;

  // What is kept stands from first on; it moves to the front only when room is needed behind it.
  private char[] units;
  private int first;
  private int length;

  // Where what is kept starts in the input.
  private long start;
  private int line = 1;
  private int column = 1;

  KeptText(String file, int chunk) {
    this.file = file;
    this.chunk = chunk;
    this.units = new char[2 * chunk];
  }

  /** The offset of the first character that is kept. */
  long start() {
    return start;
  }

  /** The offset behind the last character that was read. */
  long end() {
    return start + length;
  }

  /** Whether the character at that offset is kept. */
  boolean has(long offset) {
    return offset >= start && offset < start + length;
  }

  /** The character at an offset that {@link #has} confirms. */
  char charAt(long offset) {
    return units[index(offset)];
  }

  private int index(long offset) {
    return first + (int) (offset - start);
  }

  /** Copies characters that are kept. */
  void copy(long offset, char[] target, int targetOffset, int count) {
    System.arraycopy(units, index(offset), target, targetOffset, count);
  }

  /** What is kept from an offset on. */
  String from(long offset) {
    return new String(units, index(offset), (int) (end() - offset));
  }

  /** What is kept before an offset, and on to the end of that line as far as it was read. */
  String to(long offset) {
    int count = Math.clamp(offset - start, 0, length);
    int limit = Math.min(length, count + REST_OF_LINE);
    while (count < limit && !isBreak(units[first + count])) {
      count++;
    }
    return new String(units, first, count);
  }

  /** {@link #to} as a source: its offset 0 is {@link #start()}. */
  SourceText sourceTo(long offset) {
    return new SourceText(file, to(offset), line, column);
  }

  /** A source for what is read from now on, to be completed when that is known. */
  SourceText openSource() {
    return new SourceText(file, "", line, column);
  }

  /** The offset at which a line starts. */
  long startOfLine(int number) {
    long at = start;
    for (int current = line; current < number && has(at); at++) {
      if (endsLine(index(at))) {
        current++;
      }
    }
    return at;
  }

  /** The offset at which the line of an offset starts, or where that was far before it. */
  long startOfLineAt(long offset) {
    int at = index(offset);
    int lineStart = at;
    while (lineStart > first && at - lineStart < REST_OF_LINE && !isBreak(units[lineStart - 1])) {
      lineStart--;
    }
    if (at - lineStart == REST_OF_LINE && Character.isLowSurrogate(units[lineStart])) {
      lineStart--; // Half a character would be counted as one.
    }
    return start + (lineStart - first);
  }

  /** Keeps nothing that stands before an offset. */
  void letGoBefore(long offset) {
    int count = (int) (offset - start);
    for (int i = first; i < first + count; i++) {
      if (endsLine(i)) {
        line++;
        column = 1;
      } else if (!Character.isLowSurrogate(units[i])) {
        column++;
      }
    }
    start = offset;
    length -= count;
    first += count;
  }

  /**
   * Decodes what comes next and keeps it.
   *
   * @return as {@link Utf8Input#decode}
   */
  int append(Utf8Input in) {
    if (first + length + chunk > units.length) {
      makeRoom();
    }
    int end = first + length;
    int decoded = in.decode(units, end, Math.min(chunk, units.length - end));
    length += Math.max(decoded, 0);
    return decoded;
  }

  private void makeRoom() {
    char[] target = length + chunk > units.length / 2 ? new char[units.length * 2] : units;
    System.arraycopy(units, first, target, 0, length);
    units = target;
    first = 0;
  }

  private boolean endsLine(int index) {
    char c = units[index];
    return c == '\n' || (c == '\r' && !isLineFeed(index + 1));
  }

  private boolean isLineFeed(int index) {
    return index < first + length && units[index] == '\n';
  }

  static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
