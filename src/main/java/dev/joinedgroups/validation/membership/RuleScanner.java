package dev.joinedgroups.validation.membership;

import org.jspecify.annotations.Nullable;

/** A place in the text of a rule, and the pieces that can be read there. */
final class RuleScanner {
  /**
   * A name or an operator.
   *
   * @param start its first offset, that of the hyphen when there is one
   * @param end the offset after it
   * @param name the text without the hyphen
   * @param hyphen whether a hyphen precedes the name
   */
  record Word(int start, int end, String name, boolean hyphen) {
    boolean is(String other) {
      return name.equalsIgnoreCase(other);
    }

    boolean joins() {
      return is("and") || is("or");
    }

    /** Whether it can only be a property: {@code user.city}, {@code _}. */
    boolean isProperty() {
      return !hyphen && (name.contains(".") || name.equals("_"));
    }
  }

  private static final char NONE = '\0';

  private final String text;
  private int at;

  RuleScanner(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  int at() {
    return at;
  }

  void moveTo(int offset) {
    at = Math.min(offset, text.length());
  }

  String piece(int start, int end) {
    return text.substring(start, end);
  }

  void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  /** Whether only space is left; moves over it. */
  boolean atEnd() {
    skipSpace();
    return at >= text.length();
  }

  /** The next character that is not space, or NUL at the end; moves to it. */
  char next() {
    return atEnd() ? NONE : text.charAt(at);
  }

  boolean nextIs(char wanted) {
    return !atEnd() && text.charAt(at) == wanted;
  }

  /** The word that comes next, without moving over it; null when something else does. */
  @Nullable Word word() {
    if (atEnd()) {
      return null;
    }
    boolean hyphen = isHyphen(text.charAt(at)) && at + 1 < text.length();
    int first = hyphen ? at + 1 : at;
    if (!isWordStart(text.charAt(first))) {
      return null;
    }
    int end = first + 1;
    while (end < text.length() && (hyphen ? Character.isLetter(text.charAt(end)) : inWord(end))) {
      end++;
    }
    return new Word(at, end, text.substring(first, end), hyphen);
  }

  /**
   * A run of the signs other languages use for operators, such as {@code ==}, here; empty when
   * none.
   */
  String sign() {
    int end = at;
    while (end < text.length() && "=!<>&|~".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return text.substring(at, end);
  }

  /** The end of a value without quotes, which starts here: it has no space, bracket or comma. */
  int bareEnd() {
    int end = at;
    while (end < text.length() && inBareValue(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private boolean inWord(int offset) {
    char c = text.charAt(offset);
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '$';
  }

  private static boolean isWordStart(char c) {
    return Character.isLetter(c) || c == '_' || c == '$';
  }

  private static boolean inBareValue(char c) {
    return !isSpace(c) && "()[]{},;\"'`".indexOf(c) < 0 && !isCurlyQuote(c) && c >= ' ';
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00a0';
  }

  /** DOC's own examples have an en dash in front of operators as often as a hyphen. */
  static boolean isHyphen(char c) {
    return c == '-' || c == '\u2013';
  }

  static boolean isCurlyQuote(char c) {
    return (c >= '\u2018' && c <= '\u201f') || c == '\u00ab' || c == '\u00bb';
  }

  /**
   * The offset after the string that starts here with a straight quote, or with a backtick and one;
   * -1 when it is never closed.
   *
   * @param inList whether a comma may follow the string
   */
  int stringEnd(boolean inList) {
    boolean escaped = text.charAt(at) == '`';
    int index = escaped ? at + 2 : at + 1;
    char quote = text.charAt(index - 1);
    for (; index < text.length(); index++) {
      char c = text.charAt(index);
      boolean quoteFollows = index + 1 < text.length() && text.charAt(index + 1) == quote;
      if (c == '`' && quoteFollows) {
        if (escaped) {
          return index + 2;
        }
        index++;
      } else if (c == '\\' && quoteFollows && !endsAfter(index + 1, inList)) {
        index++;
      } else if (c == quote && !escaped) {
        if (quote == '\'' && quoteFollows) {
          index++;
        } else {
          return index + 1;
        }
      }
    }
    return -1;
  }

  /**
   * Whether a rule could go on after a string whose closing quote is at {@code offset}. DOC escapes
   * a quote with a backtick in one edition and with a backslash in another, and a value may end in
   * a backslash: only what follows can tell.
   */
  private boolean endsAfter(int offset, boolean inList) {
    int next = afterSpace(offset + 1);
    if (next >= text.length()) {
      return true;
    }
    char c = text.charAt(next);
    if (c == ')' || c == ']' || (inList && c == ',')) {
      return true;
    }
    int word = isHyphen(c) ? next + 1 : next;
    int end = startsAt(word, "and") ? word + 3 : startsAt(word, "or") ? word + 2 : -1;
    int operand = end < 0 ? text.length() : afterSpace(end);
    return operand < text.length()
        && (text.charAt(operand) == '('
            || isHyphen(text.charAt(operand))
            || startsAt(operand, "user.")
            || startsAt(operand, "device.")
            || startsAt(operand, "not"));
  }

  private int afterSpace(int offset) {
    int index = offset;
    while (index < text.length() && isSpace(text.charAt(index))) {
      index++;
    }
    return index;
  }

  private boolean startsAt(int offset, String word) {
    return text.regionMatches(true, offset, word, 0, word.length());
  }
}
