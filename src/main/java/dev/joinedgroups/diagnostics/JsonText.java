package dev.joinedgroups.diagnostics;

import java.util.Map;

/**
 * Writes JSON that is safe to show and cheap to load: every harmful character ({@link DisplayText})
 * is an escape, unpaired surrogates included, so the text is printable and reads back the same.
 */
public final class JsonText {
  private JsonText() {}

  /** Appends a string with its quotes. */
  public static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      switch (codePoint) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (DisplayText.isHarmful(codePoint)) {
            DisplayText.appendEscape(out, codePoint);
          } else {
            out.appendCodePoint(codePoint);
          }
        }
      }
      i += Character.charCount(codePoint);
    }
    out.append('"');
  }

  /**
   * Appends a value on one line.
   *
   * @param value a map with string keys, an iterable, or else something whose {@code toString} is a
   *     string's characters or, for numbers and Booleans, the literal
   */
  public static void append(StringBuilder out, Object value) {
    if (value instanceof Map<?, ?> map) {
      out.append('{');
      String separator = "";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(separator);
        quote(out, String.valueOf(entry.getKey()));
        out.append(':');
        append(out, entry.getValue());
        separator = ",";
      }
      out.append('}');
    } else if (value instanceof Iterable<?> items) {
      out.append('[');
      String separator = "";
      for (Object item : items) {
        out.append(separator);
        append(out, item);
        separator = ",";
      }
      out.append(']');
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      quote(out, value.toString());
    }
  }
}
