package dev.joinedgroups.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads HTTP/1.1 requests (RFC 9112) off a connection, in bounded time and memory whatever is sent.
 */
final class RequestReader {
  /** The most that a body may hold: what one definition may. */
  static final int MOST_BODY = 4 * 1024 * 1024;

  private static final int MOST_HEAD = 32 * 1024;

  /** How much of a body that is too large is read for the client to see the answer. */
  private static final long MOST_DISCARDED = 64L * 1024 * 1024;

  private final Input in;
  private final OutputStream out;

  RequestReader(Socket socket, OutputStream out) throws IOException {
    this.in = new Input(socket);
    this.out = out;
  }

  /**
   * Waits for the first byte of a request.
   *
   * @return whether one came; false when the client closed the connection or left it idle too long
   */
  boolean await() throws IOException {
    in.expectWithin(Input.IDLE_MILLIS);
    return in.hasNext();
  }

  /** Waits until the client closes the connection, whatever it sends before. */
  void awaitEnd(int millis) throws IOException {
    in.expectWithin(millis);
    in.skip(Long.MAX_VALUE);
  }

  /**
   * Reads the request whose first byte came.
   *
   * @throws Refusal for what is no request, or one too large; the connection is of no further use
   * @throws IOException when the connection ends or is too slow
   */
  Request read() throws IOException {
    in.expectWithin(Input.HEAD_MILLIS);
    int[] left = {MOST_HEAD};
    String line = in.line(left);
    while (line.isEmpty()) {
      line = in.line(left);
    }
    int first = line.indexOf(' ');
    int last = line.lastIndexOf(' ');
    String method = line.substring(0, Math.max(first, 0));
    String version = line.substring(last + 1);
    if (first == last || !isToken(method) || !version.startsWith("HTTP/")) {
      throw malformed("this is no HTTP request");
    }
    if (!version.equals("HTTP/1.1") && !version.equals("HTTP/1.0")) {
      throw new Refusal(505, "BadRequest", "The HTTP version is not supported.");
    }
    String target = line.substring(first + 1, last);
    Map<String, String> headers = headers(left);
    if (version.equals("HTTP/1.1") && !headers.containsKey("host")) {
      throw malformed("the Host header is missing");
    }
    String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
    boolean keepAlive =
        version.equals("HTTP/1.1")
            ? !connection.contains("close")
            : connection.contains("keep-alive");
    String path = path(target);
    int question = path.indexOf('?');
    byte[] body = body(headers);
    return new Request(
        method,
        question < 0 ? path : path.substring(0, question),
        question < 0 ? "" : path.substring(question + 1),
        headers,
        body,
        keepAlive);
  }

  /** The target's path and query; a client of a proxy sends them behind scheme and host. */
  private static String path(String target) {
    for (int i = 0; i < target.length(); i++) {
      if (target.charAt(i) <= ' ' || target.charAt(i) > '~') {
        throw malformed("the target holds a character that must be percent-encoded");
      }
    }
    int scheme = target.indexOf("://");
    if (target.startsWith("/")) {
      return target;
    }
    int slash = scheme < 0 ? -1 : target.indexOf('/', scheme + 3);
    return slash < 0 ? "/" : target.substring(slash);
  }

  private Map<String, String> headers(int[] left) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = in.line(left); !line.isEmpty(); line = in.line(left)) {
      int colon = line.indexOf(':');
      if (colon < 0 || !isToken(line.substring(0, colon))) {
        throw malformed("this is no header");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      for (int i = 0; i < value.length(); i++) {
        if (value.charAt(i) < ' ' && value.charAt(i) != '\t') {
          throw malformed("a header holds a control character");
        }
      }
      String earlier = headers.put(name, value);
      if (earlier != null) {
        headers.put(name, earlier + ", " + value);
      }
    }
    return headers;
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    String coding = headers.get("transfer-encoding");
    String length = headers.get("content-length");
    if (coding != null && length != null) {
      throw malformed("a body has a length or a transfer coding, not both");
    }
    if (coding != null && !coding.equalsIgnoreCase("chunked")) {
      throw new Refusal(501, "NotImplemented", "The transfer coding is not supported.");
    }
    long size = length == null ? 0 : number(length, 10);
    if (coding == null && size == 0) {
      return new byte[0];
    }
    if (size <= MOST_BODY && "100-continue".equalsIgnoreCase(headers.get("expect"))) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
    in.expectWithin(Input.BODY_MILLIS);
    if (coding != null) {
      return chunks();
    }
    if (size > MOST_BODY) {
      throw tooLarge(size);
    }
    return in.bytes((int) size);
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      String line = in.line(new int[] {MOST_HEAD});
      int extension = line.indexOf(';');
      long size = number((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
      if (size == 0) {
        headers(new int[] {MOST_HEAD});
        return body.toByteArray();
      }
      if (body.size() + size > MOST_BODY) {
        throw tooLarge(MOST_DISCARDED);
      }
      body.writeBytes(in.bytes((int) size));
      if (!in.line(new int[] {2}).isEmpty()) {
        throw malformed("a chunk is longer than it says");
      }
    }
  }

  /** A client that is still sending would meet a reset, not the answer: so let it send. */
  private Refusal tooLarge(long size) throws IOException {
    in.skip(Math.min(size, MOST_DISCARDED));
    return new Refusal(
        413, "RequestEntityTooLarge", "The request body is larger than " + MOST_BODY + " bytes.");
  }

  private static long number(String digits, int radix) {
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) > 'f' ? -1 : Character.digit(digits.charAt(i), radix);
      if (digit < 0 || i > 14) {
        throw malformed("the length of the body is no number");
      }
      number = number * radix + digit;
    }
    if (digits.isEmpty()) {
      throw malformed("the length of the body is missing");
    }
    return number;
  }

  private static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c > '~' || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static Refusal malformed(String why) {
    return new Refusal(400, "BadRequest", "The request is malformed: " + why + ".");
  }
}
