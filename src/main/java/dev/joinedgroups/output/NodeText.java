package dev.joinedgroups.output;

import dev.joinedgroups.definition.ArrayNode;
import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.diagnostics.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values as text that is safe to show. Numbers keep the digits they came with. Type tests rather
 * than pattern switches: every successful run comes through here, and a switch over types is linked
 * at its first use.
 */
final class NodeText {
  private static final String INDENT = "  ";

  private NodeText() {}

  /** The value in one cell: a string's characters, nothing for null or none, else compact JSON. */
  static String cell(@Nullable Node value) {
    if (value == null) {
      return "";
    }
    if (value instanceof ScalarNode scalar) {
      return scalar.isNull() ? "" : scalar.text();
    }
    StringBuilder out = new StringBuilder();
    appendCompact(out, value);
    return out.toString();
  }

  /** Appends the value as JSON without white space. */
  static void appendCompact(StringBuilder out, Node value) {
    if (value instanceof ObjectNode object) {
      out.append('{');
      for (int i = 0; i < object.members().size(); i++) {
        Member member = object.members().get(i);
        if (i > 0) {
          out.append(',');
        }
        JsonText.quote(out, member.name());
        out.append(':');
        appendCompact(out, member.value());
      }
      out.append('}');
    } else if (value instanceof ArrayNode array) {
      out.append('[');
      for (int i = 0; i < array.items().size(); i++) {
        if (i > 0) {
          out.append(',');
        }
        appendCompact(out, array.items().get(i));
      }
      out.append(']');
    } else if (value instanceof ScalarNode scalar) {
      appendScalar(out, scalar);
    }
  }

  /**
   * Appends the value as JSON with a line for each member and item.
   *
   * @param depth how deep the line is indented on which the value starts
   */
  static void appendPretty(StringBuilder out, Node value, int depth) {
    if (value instanceof ObjectNode object) {
      appendPrettyObject(out, object.members(), depth);
    } else if (value instanceof ArrayNode array) {
      appendPrettyArray(out, array.items(), depth);
    } else if (value instanceof ScalarNode scalar) {
      appendScalar(out, scalar);
    }
  }

  private static void appendPrettyObject(StringBuilder out, List<Member> members, int depth) {
    if (members.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      startLine(out, i > 0, depth + 1);
      JsonText.quote(out, member.name());
      out.append(": ");
      appendPretty(out, member.value(), depth + 1);
    }
    startLine(out, false, depth);
    out.append('}');
  }

  private static void appendPrettyArray(StringBuilder out, List<Node> items, int depth) {
    if (items.isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      startLine(out, i > 0, depth + 1);
      appendPretty(out, items.get(i), depth + 1);
    }
    startLine(out, false, depth);
    out.append(']');
  }

  private static void startLine(StringBuilder out, boolean comma, int depth) {
    if (comma) {
      out.append(',');
    }
    out.append('\n').repeat(INDENT, depth);
  }

  private static void appendScalar(StringBuilder out, ScalarNode scalar) {
    if (scalar.isString()) {
      JsonText.quote(out, scalar.text());
    } else {
      out.append(scalar.text());
    }
  }
}
