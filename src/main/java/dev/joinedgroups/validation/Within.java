package dev.joinedgroups.validation;

import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.diagnostics.Place;

/**
 * Finds where a stretch of a string's characters stands in the text that a user wrote: within
 * quotes, behind escapes, in a YAML block.
 */
final class Within {
  private final String written;
  private final int end;
  private final String value;
  private final int[] offsets;
  private int at;

  private Within(ScalarNode scalar) {
    this.written = scalar.source().text();
    this.end = Math.min(scalar.end(), written.length());
    this.value = scalar.text();
    this.offsets = new int[value.length() + 1];
    this.at = Math.min(scalar.start(), end);
  }

  /**
   * The place of a stretch of a string that is no alias.
   *
   * @param from first UTF-16 unit of the string's characters
   * @param to the unit behind the last one
   * @return its place; that of the whole string where the two cannot be matched up
   */
  static Place place(ScalarNode scalar, int from, int to) {
    Within within = new Within(scalar);
    return within.match()
        ? scalar.source().place(within.offsets[from], within.offsets[to])
        : scalar.place();
  }

  private boolean match() {
    // First as it stands, because on the command line a plain text may start in any way.
    if (plain()) {
      return true;
    }
    skipProperties();
    return at < end
        && switch (written.charAt(at)) {
          case '"' -> doubleQuoted();
          case '\'' -> singleQuoted();
          case '|', '>' -> block();
          default -> plain();
        };
  }

  /** YAML's anchor and tag stand before the value itself. */
  private void skipProperties() {
    while (at < end && (written.charAt(at) == '&' || written.charAt(at) == '!')) {
      while (at < end && !Character.isWhitespace(written.charAt(at))) {
        at++;
      }
      while (at < end && Character.isWhitespace(written.charAt(at))) {
        at++;
      }
    }
  }

  private boolean plain() {
    for (int i = 0; i <= value.length(); i++) {
      offsets[i] = at + i;
    }
    return value.length() == end - at && written.startsWith(value, at);
  }

  private boolean singleQuoted() {
    int i = at + 1;
    for (int unit = 0; unit < value.length(); unit++) {
      if (i >= end || written.charAt(i) != value.charAt(unit) || isBreak(written.charAt(i))) {
        return false;
      }
      offsets[unit] = i;
      i += written.charAt(i) == '\'' ? 2 : 1;
    }
    offsets[value.length()] = i;
    return true;
  }

  private boolean doubleQuoted() {
    int i = at + 1;
    int unit = 0;
    while (unit < value.length()) {
      if (i >= end || isBreak(written.charAt(i))) {
        return false;
      }
      int length = written.charAt(i) == '\\' ? escapeLength(i) : 1;
      if (length == 0) {
        return false;
      }
      offsets[unit] = i;
      i += length;
      unit += length == 10 && Character.isHighSurrogate(value.charAt(unit)) ? 2 : 1;
    }
    offsets[value.length()] = i;
    return i == end - 1;
  }

  /** How long an escape of JSON or YAML is; 0 for one that stands for no character. */
  private int escapeLength(int backslash) {
    if (backslash + 1 >= end) {
      return 0;
    }
    return switch (written.charAt(backslash + 1)) {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      case '\n', '\r' -> 0;
      default -> 2;
    };
  }

  /** A literal or folded block: lines lose their indentation, and folded ones their breaks. */
  private boolean block() {
    int i = at;
    while (i < end && !isBreak(written.charAt(i))) {
      i++;
    }
    i = pastBreak(i);
    int indent = indent(i);
    i = pastIndent(i, indent);
    for (int unit = 0; unit < value.length(); unit++) {
      char wanted = value.charAt(unit);
      offsets[unit] = Math.min(i, end);
      if (i >= end) {
        continue; // What the place of a block leaves out at its end is blanks.
      }
      if (isBreak(written.charAt(i))) {
        i = pastIndent(pastBreak(i), indent);
        if (wanted != '\n' && wanted != ' ') {
          unit--; // Folding drops the first break of several.
        }
      } else if (written.charAt(i) == wanted) {
        i++;
      } else {
        return false;
      }
    }
    offsets[value.length()] = Math.min(i, end);
    return true;
  }

  private int indent(int line) {
    int i = line;
    int lineStart = line;
    while (i < end && (written.charAt(i) == ' ' || isBreak(written.charAt(i)))) {
      if (isBreak(written.charAt(i))) {
        lineStart = i + 1;
      }
      i++;
    }
    return i - lineStart;
  }

  private int pastIndent(int line, int indent) {
    int i = line;
    while (i < end && i - line < indent && written.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private int pastBreak(int at) {
    return at + (written.startsWith("\r\n", at) ? 2 : 1);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
