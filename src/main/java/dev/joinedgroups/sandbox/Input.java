package dev.joinedgroups.sandbox;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/** The bytes that a client sends, each stretch of them within a time. */
final class Input {
  /**
   * How long a connection may rest between requests. Longer than common clients keep one (30 s in
   * the JDK's): closing first, we might cross a request on its way and seem to have reset it.
   */
  static final int IDLE_MILLIS = 120_000;

  /** How long the head of a request may take, however slowly its bytes trickle in. */
  static final int HEAD_MILLIS = 10_000;

  /** How long the body of a request may take. */
  static final int BODY_MILLIS = 60_000;

  private final Socket socket;
  private final InputStream in;
  private final byte[] buffer = new byte[4096];
  private int position;
  private int end;
  private long deadline;

  Input(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  /** Sets the time in which all that is read from now on must have come. */
  void expectWithin(int millis) {
    deadline = System.nanoTime() + millis * 1_000_000L;
  }

  /** Waits for a byte without taking it; false at the end of the connection or of the time. */
  boolean hasNext() throws IOException {
    if (position < end) {
      return true;
    }
    long left = (deadline - System.nanoTime()) / 1_000_000L;
    if (left <= 0) {
      return false;
    }
    socket.setSoTimeout((int) left);
    position = 0;
    try {
      end = Math.max(in.read(buffer, 0, buffer.length), 0);
    } catch (SocketTimeoutException e) {
      end = 0;
    }
    return end > 0;
  }

  /**
   * Reads a line without its end.
   *
   * @param left how many bytes the head may still have, in element 0; it is lowered
   */
  String line(int[] left) throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      require();
      char c = (char) (buffer[position++] & 0xFF);
      if (--left[0] < 0) {
        throw new Refusal(431, "BadRequest", "The head of the request is too large.");
      }
      if (c == '\n') {
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
          line.setLength(length - 1);
        }
        return line.toString();
      }
      line.append(c);
    }
  }

  /** Reads exactly that many bytes. Memory grows only as they come. */
  byte[] bytes(int count) throws IOException {
    byte[] bytes = new byte[Math.min(count, 64 * 1024)];
    int filled = 0;
    while (filled < count) {
      require();
      if (filled == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(count, 2L * bytes.length));
      }
      int some = Math.min(end - position, bytes.length - filled);
      System.arraycopy(buffer, position, bytes, filled, some);
      position += some;
      filled += some;
    }
    return bytes;
  }

  /** Reads and drops at most that many bytes, until the end of the connection or of the time. */
  void skip(long count) throws IOException {
    long left = count;
    while (left > 0 && hasNext()) {
      int some = (int) Math.min(left, end - position);
      position += some;
      left -= some;
    }
  }

  private void require() throws IOException {
    if (!hasNext()) {
      throw new EOFException("the request did not come in full, or not in time");
    }
  }
}
