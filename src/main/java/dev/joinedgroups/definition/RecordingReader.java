package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Place;
import dev.joinedgroups.diagnostics.Rule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
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

  private final String file;
  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();
  private @Nullable SourceText given;
  private boolean inputEnded;
  private boolean bomChecked;

  // What is kept stands from first on; it moves to the front only when room is needed behind it.
  private char[] kept = new char[2 * CHUNK];
  private int first;
  private int keptLength;
  private long keptStart;
  private int keptLine = 1;
  private int keptColumn = 1;
  private long position;
  private long definitionStart;

  // Where code points are counted: how many stand before the cursor, which is at or behind
  // keptStart.
  private long cursor;
  private long cursorCodePoints;
  private long keptStartCodePoints;
  private final boolean countsCodePoints;

  /**
   * @param countsCodePoints whether {@link #fromCodePoints} will be asked
   */
  RecordingReader(String file, InputStream in, boolean countsCodePoints) {
    this.file = file;
    this.in = in;
    this.countsCodePoints = countsCodePoints;
  }

  /** Reads a text that is at hand already; places are those that the text itself gives. */
  RecordingReader(SourceText given) {
    this(
        given.file(),
        new ByteArrayInputStream(given.text().getBytes(StandardCharsets.UTF_8)),
        false);
    this.given = given;
    this.bomChecked = true;
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
    return inputEnded;
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
    if (offset - keptStart > 4 * CHUNK || offset == keptStart + keptLength) {
      startDefinition(offset);
    }
  }

  private void discard(int count) {
    if (count <= 0) {
      return;
    }
    if (countsCodePoints) {
      keptStartCodePoints = codePointsBefore(keptStart + count);
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

  /** Turns an offset in code points, as YAML marks have it, into one in UTF-16 units. */
  long fromCodePoints(long index) {
    while (index < cursorCodePoints && cursor > keptStart) {
      // Marks are asked for nearly in their order: it is never far back.
      cursor -= Character.isLowSurrogate(charAt(cursor - 1)) && cursor - 1 > keptStart ? 2 : 1;
      cursorCodePoints--;
    }
    moveCursor(Long.MAX_VALUE, index);
    return cursor;
  }

  private void moveCursor(long offsetLimit, long codePointLimit) {
    long end = Math.min(offsetLimit, keptStart + keptLength);
    while (cursor < end && cursorCodePoints < codePointLimit) {
      cursor += Character.isHighSurrogate(charAt(cursor)) ? 2 : 1;
      cursorCodePoints++;
    }
  }

  /** The offset in code points at which a parser that starts reading here begins to count. */
  long codePointsBefore(long offset) {
    cursor = keptStart;
    cursorCodePoints = keptStartCodePoints;
    moveCursor(offset, Long.MAX_VALUE);
    return cursorCodePoints;
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
    if (first + keptLength + CHUNK > kept.length) {
      makeRoom();
    }
    int end = first + keptLength;
    CharBuffer target = CharBuffer.wrap(kept, end, Math.min(CHUNK, kept.length - end));
    while (true) {
      CoderResult result = decoder.decode(bytes, target, inputEnded);
      int decoded = target.position() - end;
      if (decoded > 0) {
        accept(decoded);
        return true;
      }
      if (result.isError()) {
        throw notUtf8();
      }
      if (inputEnded) {
        return false;
      }
      bytes.compact();
      int count = readBytes();
      bytes.flip();
      inputEnded = count < 0;
    }
  }

  private void makeRoom() {
    char[] target = keptLength + CHUNK > kept.length / 2 ? new char[kept.length * 2] : kept;
    System.arraycopy(kept, first, target, 0, keptLength);
    kept = target;
    first = 0;
  }

  private int readBytes() {
    try {
      int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
      if (count > 0) {
        bytes.position(bytes.position() + count);
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(int decoded) {
    int from = first + keptLength;
    if (!bomChecked) {
      bomChecked = true;
      if (kept[from] == '\uFEFF') {
        System.arraycopy(kept, from + 1, kept, from, decoded - 1);
        decoded--;
      }
    }
    keptLength += decoded;
  }

  private InputProblem notUtf8() {
    int first = bytes.get(bytes.position()) & 0xFF;
    long at = keptStart + keptLength;
    boolean utf16 = at == 0 && (first == 0xFE || first == 0xFF);
    String hint =
        utf16
            ? "this looks like UTF-16, which PowerShell writes by default; save it as UTF-8"
            : "save the file as UTF-8";
    SourceText source = stretchTo(at);
    int end = (int) (at - keptStart);
    return new InputProblem(
        Rule.ENCODING,
        source.place(end, end),
        "byte 0x" + Integer.toHexString(first).toUpperCase(Locale.ROOT) + " is not UTF-8",
        hint);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  /** Leaves the input open: whoever opened it closes it. */
  @Override
  public void close() {}
}
