package dev.joinedgroups.schema;

import java.util.List;
import java.util.Map;

/** Writes trees of maps, lists, strings, numbers and Booleans as indented JSON. */
final class JsonText {
  /** Stands for null, which collections of the class library do not hold. */
  static final Object NULL = new Object();

  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  /** The tree as JSON with its members in their order, ended by a line break. */
  static String of(Object tree) {
    JsonText text = new JsonText();
    text.value(tree, 0);
    return text.out.append('\n').toString();
  }

  private void value(Object value, int indent) {
    switch (value) {
      case Map<?, ?> map -> {
        String separator = "{\n";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          out.append(separator).repeat("  ", indent + 1);
          string(entry.getKey().toString());
          out.append(": ");
          value(entry.getValue(), indent + 1);
          separator = ",\n";
        }
        out.append('\n').repeat("  ", indent).append('}');
      }
      case List<?> list -> list(list, indent);
      case String string -> string(string);
      default -> out.append(value == NULL ? "null" : value.toString());
    }
  }

  private void list(List<?> list, int indent) {
    boolean plain = list.stream().noneMatch(item -> item instanceof Map);
    String separator = plain ? "[" : "[\n";
    for (Object item : list) {
      out.append(separator);
      if (!plain) {
        out.repeat("  ", indent + 1);
      }
      value(item, indent + 1);
      separator = plain ? ", " : ",\n";
    }
    if (plain) {
      out.append(list.isEmpty() ? "[]" : "]");
    } else {
      out.append('\n').repeat("  ", indent).append(']');
    }
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    out.append('"');
  }
}
