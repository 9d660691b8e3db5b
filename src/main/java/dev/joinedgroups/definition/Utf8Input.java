package dev.joinedgroups.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes bytes as UTF-8, without a byte order mark, and tells what is none. */
final class Utf8Input {
  /** There is nothing more. */
  static final int END = -1;

  /** What comes next is not UTF-8; {@link #malformedByte} tells its first byte. */
  static final int MALFORMED = -2;

  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes;
  private boolean ended;
  private boolean bomChecked;

  /**
   * @param chunk how many bytes to read at once
   */
  Utf8Input(InputStream in, int chunk) {
    this.in = in;
    this.bytes = ByteBuffer.allocate(chunk).flip();
  }

  /** Whether the end was seen. */
  boolean hasEnded() {
    return ended;
  }

  /** Takes what follows as text even where it looks like a byte order mark. */
  void keepByteOrderMark() {
    bomChecked = true;
  }

  /**
   * Decodes what comes next.
   *
   * @param length how many UTF-16 units there is room for from {@code offset} on
   * @return how many there are now, which may be 0, or {@link #END} or {@link #MALFORMED}
   */
  int decode(char[] target, int offset, int length) {
    CharBuffer room = CharBuffer.wrap(target, offset, length);
    while (true) {
      CoderResult result = decoder.decode(bytes, room, ended);
      int decoded = room.position() - offset;
      if (decoded > 0) {
        return withoutByteOrderMark(target, offset, decoded);
      }
      if (result.isError()) {
        return MALFORMED;
      }
      if (ended) {
        return END;
      }
      bytes.compact();
      int count = read();
      bytes.flip();
      ended = count < 0;
    }
  }

  /** The first byte of what is not UTF-8. */
  int malformedByte() {
    return bytes.get(bytes.position()) & 0xFF;
  }

  private int withoutByteOrderMark(char[] target, int offset, int decoded) {
    if (bomChecked) {
      return decoded;
    }
    bomChecked = true;
    if (target[offset] != '\uFEFF') {
      return decoded;
    }
    System.arraycopy(target, offset + 1, target, offset, decoded - 1);
    return decoded - 1;
  }

  private int read() {
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
}
