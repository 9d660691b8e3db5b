package dev.joinedgroups.graph;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of one part of a URI (RFC 3986), in UTF-8. */
final class Percent {
  private static final String HEX = "0123456789ABCDEF";

  private Percent() {}

  /** The text with everything but RFC 3986's unreserved characters encoded; a space is %20. */
  static String encode(String text) {
    return encode(text, "");
  }

  /**
   * The same, leaving some characters as they are.
   *
   * @param also ASCII characters that stay
   */
  static String encode(String text, String also) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(b) || also.indexOf(b) >= 0) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX.charAt((b >> 4) & 0xf)).append(HEX.charAt(b & 0xf));
      }
    }
    return encoded.toString();
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
