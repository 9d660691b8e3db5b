package dev.joinedgroups.diagnostics;

/**
 * Makes any text safe to show: no character of it may steer a terminal, hide or reorder what is
 * next to it, or break a line of a log.
 */
public final class DisplayText {
  /** Shown for one character that must not be shown as it is. */
  private static final char REPLACEMENT = '\uFFFD';

  private DisplayText() {}

  /**
   * Whether a character is never shown as it is: C0, DEL, C1; marks of direction and invisible
   * operators, which can make a text look like another one; line and paragraph separators; the byte
   * order mark; a surrogate without its other half; U+FFFE and U+FFFF, which no text may hold. The
   * joiners U+200C and U+200D are left alone: Persian and many emoji need them.
   *
   * @param codePoint a code point, or an unpaired surrogate
   */
  public static boolean isHarmful(int codePoint) {
    if (codePoint < 0x7F) {
      return codePoint < 0x20;
    }
    if (codePoint < 0x2000) {
      return codePoint <= 0x9F || codePoint == 0x061C;
    }
    return codePoint == 0x200B
        || codePoint == 0x200E
        || codePoint == 0x200F
        || (codePoint >= 0x2028 && codePoint <= 0x202E)
        || (codePoint >= 0x2060 && codePoint <= 0x206F)
        || (codePoint >= 0xD800 && codePoint <= 0xDFFF)
        || codePoint == 0xFEFF
        || (codePoint >= 0xFFF9 && codePoint <= 0xFFFB)
        || codePoint == 0xFFFE
        || codePoint == 0xFFFF;
  }

  /**
   * The text with each harmful character as an escape: {@code \t}, {@code \n}, {@code \r}, else
   * like {@code \u001b}. Everything else, backslashes included, stays.
   */
  public static String harmless(String text) {
    int first = firstHarmful(text);
    if (first == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    out.append(text, 0, first);
    for (int i = first; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (isHarmful(codePoint)) {
        appendEscape(out, codePoint);
      } else {
        out.appendCodePoint(codePoint);
      }
      i += Character.charCount(codePoint);
    }
    return out.toString();
  }

  /** Appends {@code \t}, {@code \n}, {@code \r} or {@code \}{@code u} and four hex digits. */
  public static void appendEscape(StringBuilder out, int character) {
    switch (character) {
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      default -> appendHexEscape(out, character);
    }
  }

  /** Appends {@code \}{@code u} and the four hex digits of a UTF-16 unit. */
  static void appendHexEscape(StringBuilder out, int unit) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(Character.forDigit((unit >> shift) & 0xF, 16));
    }
  }

  /**
   * What stands for a harmful character where it must take exactly one cell: the Unicode picture of
   * a C0 control or DEL (U+2400 to U+2421), else U+FFFD.
   */
  static char picture(int codePoint) {
    if (codePoint < 0x20) {
      return (char) (0x2400 + codePoint);
    }
    return codePoint == 0x7F ? '\u2421' : REPLACEMENT;
  }

  /** The offset of the first harmful character, or the length where there is none. */
  private static int firstHarmful(String text) {
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (isHarmful(codePoint)) {
        return i;
      }
      i += Character.charCount(codePoint);
    }
    return i;
  }
}
