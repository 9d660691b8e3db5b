package dev.joinedgroups.diagnostics;

/**
 * How many cells of a terminal a text takes. The text must be harmless ({@link DisplayText}).
 *
 * <p>Terminals differ in the details of emoji; this follows those that draw a joined sequence as
 * one picture of two cells.
 */
public final class DisplayWidth {
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int EMOJI_STYLE = 0xFE0F;
  private static final String ELLIPSIS = "…";

  private DisplayWidth() {}

  /** The cells that the whole text takes. */
  public static int of(String text) {
    int ascii = asciiPrefix(text);
    if (ascii == text.length()) {
      return ascii;
    }
    // The character before may be the base of a cluster.
    int at = Math.max(0, ascii - 1);
    int cells = at;
    while (at < text.length()) {
      int end = clusterEnd(text, at);
      cells += ofCluster(text, at, end);
      at = end;
    }
    return cells;
  }

  /**
   * The text cut to at most that many cells, the last of them an ellipsis where something is
   * missing.
   *
   * @param cells at least 1
   */
  public static String truncate(String text, int cells) {
    if (of(text) <= cells) {
      return text;
    }
    int end = fitting(text, 0, cells - 1);
    return text.substring(0, end) + ELLIPSIS;
  }

  /** The offset behind the last whole cluster, counted from {@code start}, that fits the cells. */
  public static int fitting(String text, int start, int cells) {
    int at = start;
    int used = 0;
    while (at < text.length()) {
      int end = clusterEnd(text, at);
      used += ofCluster(text, at, end);
      if (used > cells) {
        break;
      }
      at = end;
    }
    return at;
  }

  private static int asciiPrefix(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) < 0x80) {
      i++;
    }
    return i;
  }

  /**
   * The offset behind what is drawn as one: a character with its combining marks, a flag, an emoji
   * with its modifiers and what is joined to it. A simplification of the grapheme clusters of
   * Unicode Standard Annex 29.
   */
  static int clusterEnd(String text, int start) {
    int base = text.codePointAt(start);
    int end = start + Character.charCount(base);
    if (isRegionalIndicator(base)
        && end < text.length()
        && isRegionalIndicator(text.codePointAt(end))) {
      end += 2;
    }
    boolean pictographic = base >= 0x80 && Character.isExtendedPictographic(base);
    while (end < text.length()) {
      int next = text.codePointAt(end);
      if (DisplayText.isHarmful(next) || !extendsCluster(next, pictographic)) {
        break;
      }
      end += Character.charCount(next);
      if (pictographic && next == ZERO_WIDTH_JOINER && end < text.length()) {
        int joined = text.codePointAt(end);
        if (Character.isExtendedPictographic(joined)) {
          end += Character.charCount(joined);
        }
      }
    }
    return end;
  }

  private static boolean extendsCluster(int codePoint, boolean afterPicture) {
    return isZeroWidth(codePoint) || (afterPicture && Character.isEmojiModifier(codePoint));
  }

  /** The cells of one cluster, as {@link #clusterEnd} delimits it. */
  static int ofCluster(String text, int start, int end) {
    int base = text.codePointAt(start);
    int afterBase = start + Character.charCount(base);
    if (isRegionalIndicator(base)) {
      boolean pair = afterBase < end && isRegionalIndicator(text.codePointAt(afterBase));
      return pair ? 2 : 1;
    }
    boolean emojiStyle = afterBase < end && text.charAt(afterBase) == EMOJI_STYLE;
    if (emojiStyle && Character.isEmoji(base)) {
      return 2;
    }
    return ofCodePoint(base);
  }

  private static int ofCodePoint(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    if (isZeroWidth(codePoint)) {
      return 0;
    }
    return codePoint >= 0x1100
            && (Wide.contains(codePoint) || Character.isEmojiPresentation(codePoint))
        ? 2
        : 1;
  }

  private static boolean isRegionalIndicator(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }

  /** Marks without a width, format characters, and the vowels and finals of Hangul syllables. */
  private static boolean isZeroWidth(int codePoint) {
    if (codePoint < 0x300) {
      return false;
    }
    if ((codePoint >= 0x1160 && codePoint <= 0x11FF)
        || (codePoint >= 0xD7B0 && codePoint <= 0xD7FF)) {
      return true;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      case Character.FORMAT -> codePoint > 0x8E2 && codePoint != 0x110BD && codePoint != 0x110CD;
      default -> false;
    };
  }

  /** In a class of its own so that a text in ASCII never loads the table. */
  private static final class Wide {
    /**
     * First and last code points of the ranges that are Wide or Fullwidth in Unicode 16.0
     * (EastAsianWidth.txt), joined across code points that are unassigned there, and without those
     * that are wide because they are emoji by default.
     */
    private static final int[] RANGES = {
      0x1100, 0x115F, 0x2329, 0x232A, 0x2630, 0x2637, 0x268A, 0x268F, 0x2E80, 0x303E,
      0x3041, 0x3247, 0x3250, 0xA4C6, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF,
      0xFE10, 0xFE19, 0xFE30, 0xFE6B, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x1B2FB,
      0x1D300, 0x1D376, 0x1F200, 0x1F265, 0x20000, 0x3FFFD,
    };

    static boolean contains(int codePoint) {
      for (int i = 0; i < RANGES.length && codePoint >= RANGES[i]; i += 2) {
        if (codePoint <= RANGES[i + 1]) {
          return true;
        }
      }
      return false;
    }
  }
}
