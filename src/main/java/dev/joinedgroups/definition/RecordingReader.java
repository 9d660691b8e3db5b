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

  /** The scanner of YAML looks so far ahead, at most, and asks but once for what it needs. */
  private static final int LOOK_AHEAD = 16;

  private final int chunk;
  private final String file;
  private final Utf8Input in;
  private final KeptText text;
  private final CodePointCursor codePoints;
  private final boolean countsCodePoints;
  private @Nullable SourceText given;
  private long position;
  private long definitionStart;

  /**
   * @param countsCodePoints whether {@link #codePoints} will be asked
   */
  RecordingReader(String file, InputStream in, boolean countsCodePoints) {
    this(file, in, countsCodePoints, CHUNK);
  }

  private RecordingReader(String file, InputStream in, boolean countsCodePoints, int chunk) {
    this.file = file;
    this.in = new Utf8Input(in, chunk);
    this.text = new KeptText(file, chunk);
    this.codePoints = new CodePointCursor(text);
    this.countsCodePoints = countsCodePoints;
    this.chunk = chunk;
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

  /** What was read and not let go yet. */
  KeptText text() {
    return text;
  }

  /** Converts the offsets of a parser that counts code points. */
  CodePointCursor codePoints() {
    return codePoints;
  }

  long position() {
    return position;
  }

  /** The next character without taking it, or -1 at the end. */
  int peek() {
    while (position == text.end()) {
      if (!fill()) {
        return -1;
      }
    }
    return text.charAt(position);
  }

  /** Goes back or forward to a kept place: the next character read is the one there. */
  void seek(long offset) {
    position = Math.clamp(offset, text.start(), text.end());
  }

  /** Takes one character that {@link #peek} has seen. */
  void take() {
    position++;
  }

  @Override
  public int read(char[] target, int offset, int length) {
    if (peek() < 0) {
      return -1;
    }
    long wanted = position + Math.min(length, LOOK_AHEAD);
    while (text.end() < wanted && fillQuietly()) {
      // A pipe may give a byte at a time.
    }
    int count = Math.min((int) (text.end() - position), length);
    text.copy(position, target, offset, count);
    position += count;
    return count;
  }

  /** All that is left to read. */
  String readAll() {
    while (fill()) {
      // Until the end.
    }
    String all = text.from(position);
    position = text.end();
    return all;
  }

  /** Whether what is read next starts with these characters; takes nothing. */
  boolean startsWith(String characters) {
    long start = position;
    int matched = 0;
    while (matched < characters.length() && peek() == characters.charAt(matched)) {
      position++;
      matched++;
    }
    position = start;
    return matched == characters.length();
  }

  /** The offset behind the next line break at or behind the given offset; reads on as needed. */
  long nextLine(long offset) {
    seek(offset);
    for (int c = peek(); c >= 0; c = peek()) {
      position++;
      if (c == '\n') {
        break;
      }
      if (position - text.start() > Limits.CHARACTERS) {
        startDefinition(position);
      }
    }
    return position;
  }

  /** Whether all of the input is in memory already, as that of a small file is. */
  boolean isRead() {
    if (!in.hasEnded() && text.end() - text.start() < chunk) {
      fillQuietly(); // The end shows only in an attempt to read beyond it.
    }
    return in.hasEnded();
  }

  /** Whether nothing was there at all. */
  boolean isEmpty() {
    return text.end() == 0;
  }

  /**
   * Says that a definition starts here: what stands before is let go, except for the rest of its
   * line.
   */
  void startDefinition(long offset) {
    definitionStart = offset;
    if (given != null) {
      return;
    }
    long lineStart = text.startOfLineAt(offset);
    if (lineStart > text.start()) {
      if (countsCodePoints) {
        codePoints.letGoBefore(lineStart);
      }
      text.letGoBefore(lineStart);
    }
  }

  /** As {@link #startDefinition}, but text is let go only where that is worth moving the rest. */
  void skipTo(long offset) {
    definitionStart = offset;
    if (offset - text.start() > 4L * chunk || offset == text.end()) {
      startDefinition(offset);
    }
  }

  /** The kept text as a source whose offset 0 is that of the kept text, up to the given offset. */
  SourceText stretchTo(long offset) {
    return given != null ? given : text.sourceTo(offset);
  }

  /** A problem at a stretch of what was read. */
  InputProblem problem(Rule rule, long start, long end, String message, String hint) {
    readLine(end);
    return problem(rule, stretchTo(end), start, end, message, hint);
  }

  private InputProblem problem(
      Rule rule, SourceText source, long start, long end, String message, String hint) {
    Place place = source.place((int) (start - text.start()), (int) (end - text.start()));
    return new InputProblem(rule, place, message, hint);
  }

  /** Reads on until the line of this offset is whole, so that it can be shown. */
  private void readLine(long offset) {
    long from = Math.clamp(offset, text.start(), text.end());
    for (long at = from; at - from < KeptText.REST_OF_LINE; at++) {
      if (at >= text.end() && !fillQuietly()) {
        return;
      }
      if (text.has(at) && KeptText.isBreak(text.charAt(at))) {
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

  private boolean fill() {
    if (text.end() - definitionStart > Limits.CHARACTERS) {
      throw problem(
          Rule.TOO_LARGE,
          definitionStart,
          definitionStart + 1,
          "this definition is larger than 4 MiB",
          "a group definition is a few kilobytes; check that this is the right file");
    }
    int decoded = text.append(in);
    if (decoded == Utf8Input.MALFORMED) {
      throw notUtf8();
    }
    return decoded != Utf8Input.END;
  }

  private InputProblem notUtf8() {
    int malformed = in.malformedByte();
    long at = text.end();
    boolean utf16 = at == 0 && (malformed == 0xFE || malformed == 0xFF);
    return problem(
        Rule.ENCODING,
        stretchTo(at),
        at,
        at,
        "byte 0x" + Integer.toHexString(malformed).toUpperCase(Locale.ROOT) + " is not UTF-8",
        utf16
            ? "this looks like UTF-16, which PowerShell writes by default; save it as UTF-8"
            : "save the file as UTF-8");
  }

  /** Leaves the input open: whoever opened it closes it. */
  @Override
  public void close() {}
}
