package dev.joinedgroups.graph;

/** Which host names stay on this machine. */
public final class Loopback {
  private Loopback() {}

  /**
   * Whether the host is {@code localhost}, {@code ::1} or an address in 127.0.0.0/8 written in
   * full. An IPv6 address is without brackets. Other names that happen to resolve to such an
   * address are not: a name server decides that.
   */
  public static boolean is(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("::1")
        || host.equals("0:0:0:0:0:0:0:1")
        || (host.startsWith("127.") && isDottedQuad(host));
  }

  /** Whether the text is four decimal numbers up to 255 with dots between. */
  static boolean isDottedQuad(String text) {
    return dottedQuad(text) >= 0;
  }

  /** The address as a number, or -1 when the text is not four decimal numbers up to 255. */
  static long dottedQuad(String text) {
    long address = 0;
    int parts = 0;
    int number = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? '.' : text.charAt(i);
      if (c == '.') {
        if (number < 0) {
          return -1;
        }
        address = address << 8 | number;
        number = -1;
        parts++;
      } else if (c >= '0' && c <= '9') {
        number = Math.max(number, 0) * 10 + c - '0';
        if (number > 255) {
          return -1;
        }
      } else {
        return -1;
      }
    }
    return parts == 4 ? address : -1;
  }
}
