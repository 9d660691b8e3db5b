package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Place;
import dev.joinedgroups.diagnostics.Rule;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decodes UTF-8 for a parser and keeps the text since the start of the current definition, so that
 * every place in it can be shown; text behind the reader's back is let go. Offsets are absolute:
 * UTF-16 units from the start of the input, without its byte order mark.
 */
final class RecordingReader extends Reader {
  private static final int CHUNK = 16 * 1024;

  /** How much is read at once: less where there is less, as with every answer and stored line. */
  private final int chunk;

  private final String file;
  private final Utf8Input in;
  private @Nullable SourceText given;

  // What is kept stands from first on; it moves to the front only when room is needed behind it.
  private char[] kept;
  private int first;
  private int keptLength;
  private long keptStart;
  private int keptLine = 1;
  private int keptColumn = 1;
  private long position;
  private long definitionStart;

  private final CodePointCursor codePoints = new CodePointCursor(this);
  private final boolean countsCodePoints;

  /**
   * @param countsCodePoints whether {@link #codePoints} will be asked
   */
  RecordingReader(String file, InputStream in, boolean countsCodePoints) {
    this(file, in, countsCodePoints, CHUNK);
  }

  private RecordingReader(String file, InputStream in, boolean countsCodePoints, int chunk) {
    this.file = file;
    this.in = new Utf8Input(in, chunk);
    this.countsCodePoints = countsCodePoints;
    this.chunk = chunk;
    this.kept = new char[2 * chunk];
  }

  /** Reads bytes that are at hand already. */
  RecordingReader(String file, byte[] bytes) {
    this(file, new ByteArrayInputStream(bytes), false, Math.clamp(bytes.length, 16, CHUNK));
  }

  /** Reads a text that is at hand already; places are those that the text itself gives. */
  RecordingReader(SourceText given) {
    this(given.file(), given.text().getBytes(StandardCharsets.UTF_8));
    this.given = given;
    this.in.keepByteOrderMark();
  }

  String file() {
    return file;
  }

  /** The next character without taking it, or -1 at the end. */
  int peek() {
    while (position == keptStart + keptLength) {
      if (!fill()) {
        return -1;
      }
    }
    return kept[index(position)];
  }

  /** Goes back or forward to a kept place: the next character read is the one there. */
  void seek(long offset) {
    position = Math.clamp(offset, keptStart, keptStart + keptLength);
  }

  /** Takes one character that {@link #peek} has seen. */
  void take() {
    position++;
  }

  /** All that is left to read. */
  String readAll() {
    while (fill()) {
      // Until the end.
    }
    String all = new String(kept, index(position), (int) (keptStart + keptLength - position));
    position = keptStart + keptLength;
    return all;
  }

  /** Whether all of the input is in memory already, as that of a small file is. */
  boolean isRead() {
    if (!in.hasEnded() && keptLength < chunk) {
      fillQuietly(); // The end shows only in an attempt to read beyond it.
    }
    return in.hasEnded();
  }

  /** Whether nothing was there at all. */
  boolean isEmpty() {
    return keptStart == 0 && keptLength == 0;
  }

  long position() {
    return position;
  }

  /** Whether there is a character at that offset among what was read. */
  boolean has(long offset) {
    return offset >= keptStart && offset < keptStart + keptLength;
  }

  /** The character at an offset that {@link #has} confirms. */
  char charAt(long offset) {
    return kept[index(offset)];
  }

  @Override
  public int read(char[] target, int offset, int length) {
    if (peek() < 0) {
      return -1;
    }
    int available = (int) (keptStart + keptLength - position);
    int count = Math.min(available, length);
    System.arraycopy(kept, index(position), target, offset, count);
    position += count;
    return count;
  }

  /**
   * Says that a definition starts here: what stands before is let go, except for the rest of its
   * line.
   */
  void startDefinition(long offset) {
    definitionStart = offset;
    int line = index(offset);
    int lineStart = line;
    while (lineStart > first && line - lineStart < 400 && !isBreak(kept[lineStart - 1])) {
      lineStart--;
    }
    if (given == null) {
      discard(lineStart - first);
    }
  }

  /** As {@link #startDefinition}, but text is let go only where that is worth moving the rest. */
  void skipTo(long offset) {
    definitionStart = offset;
    if (offset - keptStart > 4 * chunk || offset == keptStart + keptLength) {
      startDefinition(offset);
    }
  }

  private void discard(int count) {
    if (count <= 0) {
      return;
    }
    if (countsCodePoints) {
      codePoints.letGoBefore(keptStart + count);
    }
    for (int i = first; i < first + count; i++) {
      char c = kept[i];
      if (c == '\n' || (c == '\r' && !isLineFeed(i + 1))) {
        keptLine++;
        keptColumn = 1;
      } else if (!Character.isLowSurrogate(c)) {
        keptColumn++;
      }
    }
    keptStart += count;
    keptLength -= count;
    first += count;
  }

  private boolean isLineFeed(int index) {
    return index < first + keptLength && kept[index] == '\n';
  }

  private int index(long offset) {
    return first + (int) (offset - keptStart);
  }

  /** The kept text as a source whose offset 0 is {@link #keptStart()}, up to the given offset. */
  SourceText stretchTo(long offset) {
    return given != null ? given : new SourceText(file, keptText(offset), keptLine, keptColumn);
  }

  /** The kept text up to an offset and on to the end of that line, as far as it was read. */
  String keptText(long offset) {
    int end = Math.clamp(offset - keptStart, 0, keptLength);
    int limit = Math.min(keptLength, end + 400);
    while (end < limit && !isBreak(kept[first + end])) {
      end++;
    }
    return new String(kept, first, end);
  }

  /** A source for nodes of the definition under way, to be completed when all of it was read. */
  SourceText openStretch() {
    return new SourceText(file, "", keptLine, keptColumn);
  }

  long keptStart() {
    return keptStart;
  }

  /** Reads on until the line of this offset is whole, so that it can be shown. */
  void readLine(long offset) {
    int at = Math.clamp(offset - keptStart, 0, keptLength);
    for (int i = at; i - at < 400; i++) {
      if (i >= keptLength && !fillQuietly()) {
        return;
      }
      if (i < keptLength && isBreak(kept[first + i])) {
        return;
      }
    }
  }

  private boolean fillQuietly() {
    try {
      return fill();
    } catch (InputProblem atEndOfLine) {
      return false; // The problem at hand comes first.
    }
  }

  /** The offset behind the next line break at or behind the given offset; reads on as needed. */
  long nextLine(long offset) {
    seek(offset);
    for (int c = peek(); c >= 0; c = peek()) {
      position++;
      if (c == '\n') {
        break;
      }
      if (position - keptStart > Limits.CHARACTERS) {
        startDefinition(position);
      }
    }
    return position;
  }

  /** The offset at which a kept line starts. */
  long startOfLine(int line) {
    long at = keptStart;
    for (int current = keptLine; current < line && has(at); at++) {
      if (charAt(at) == '\n' || (charAt(at) == '\r' && !(has(at + 1) && charAt(at + 1) == '\n'))) {
        current++;
      }
    }
    return at;
  }

  /** Whether what is read next starts with this text; takes nothing. */
  boolean startsWith(String text) {
    long start = position;
    int matched = 0;
    while (matched < text.length() && peek() == text.charAt(matched)) {
      position++;
      matched++;
    }
    position = start;
    return matched == text.length();
  }

  /** Converts the offsets of a parser that counts code points. */
  CodePointCursor codePoints() {
    return codePoints;
  }

  /** A problem at a stretch of what was read. */
  InputProblem problem(Rule rule, long start, long end, String message, String hint) {
    readLine(end);
    SourceText source = stretchTo(end);
    Place place = source.place((int) (start - keptStart), (int) (end - keptStart));
    return new InputProblem(rule, place, message, hint);
  }

  private boolean fill() {
    if (keptStart + keptLength - definitionStart > Limits.CHARACTERS) {
      throw problem(
          Rule.TOO_LARGE,
          definitionStart,
          definitionStart + 1,
          "this definition is larger than 4 MiB",
          "a group definition is a few kilobytes; check that this is the right file");
    }
    if (first + keptLength + chunk > kept.length) {
      makeRoom();
    }
    int end = first + keptLength;
    int decoded = in.decode(kept, end, Math.min(chunk, kept.length - end));
    if (decoded == Utf8Input.MALFORMED) {
      throw notUtf8();
    }
    if (decoded == Utf8Input.END) {
      return false;
    }
    keptLength += decoded;
    return true;
  }

  private void makeRoom() {
    char[] target = keptLength + chunk > kept.length / 2 ? new char[kept.length * 2] : kept;
    System.arraycopy(kept, first, target, 0, keptLength);
    kept = target;
    first = 0;
  }

  private InputProblem notUtf8() {
    int malformed = in.malformedByte();
    long at = keptStart + keptLength;
    boolean utf16 = at == 0 && (malformed == 0xFE || malformed == 0xFF);
    String hint =
        utf16
            ? "this looks like UTF-16, which PowerShell writes by default; save it as UTF-8"
            : "save the file as UTF-8";
    SourceText source = stretchTo(at);
    int end = (int) (at - keptStart);
    return new InputProblem(
        Rule.ENCODING,
        source.place(end, end),
        "byte 0x" + Integer.toHexString(malformed).toUpperCase(Locale.ROOT) + " is not UTF-8",
        hint);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  /** Leaves the input open: whoever opened it closes it. */
  @Override
  public void close() {}
}
