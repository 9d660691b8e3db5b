package dev.joinedgroups.output;

import dev.joinedgroups.definition.ArrayNode;
import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.diagnostics.JsonText;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Values as YAML in block style that readers of YAML 1.1 and 1.2 understand alike, and that is safe
 * to show. Written by hand because emitters quote for one version of YAML only and let marks of
 * direction through.
 *
 * <p>A string stands without quotes only where no reader can take it for something else; otherwise
 * it is a JSON string, which is a double-quoted scalar in both versions.
 */
final class YamlText {
  private static final String INDENT = "  ";

  /** Longer names need the explicit form: a name and its colon must be within 1024 characters. */
  private static final int LONGEST_SIMPLE_KEY = 1000;

  /** Words that are not strings in YAML 1.1 or in the core schema of 1.2, in lower case. */
  private static final Set<String> WORDS =
      Set.of("y", "yes", "n", "no", "true", "false", "on", "off", "null");

  private YamlText() {}

  /**
   * Appends the value and a line feed.
   *
   * @param depth how deep the further lines of the value are indented
   */
  static void append(StringBuilder out, Node value, int depth) {
    if (value instanceof ObjectNode object && !object.members().isEmpty()) {
      appendMapping(out, object.members(), depth);
    } else if (value instanceof ArrayNode array && !array.items().isEmpty()) {
      appendSequence(out, array.items(), depth);
    } else {
      if (value instanceof ScalarNode scalar) {
        appendScalar(out, scalar);
      } else {
        out.append(value instanceof ObjectNode ? "{}" : "[]");
      }
      out.append('\n');
    }
  }

  private static void appendMapping(StringBuilder out, List<Member> members, int depth) {
    for (int i = 0; i < members.size(); i++) {
      if (i > 0) {
        out.repeat(INDENT, depth);
      }
      Member member = members.get(i);
      int keyStart = out.length();
      appendString(out, member.name());
      if (out.length() - keyStart > LONGEST_SIMPLE_KEY) {
        out.insert(keyStart, "? ").append('\n').repeat(INDENT, depth);
      }
      out.append(':');
      if (isBlock(member.value())) {
        out.append('\n').repeat(INDENT, depth + 1);
        append(out, member.value(), depth + 1);
      } else {
        out.append(' ');
        append(out, member.value(), depth + 1);
      }
    }
  }

  private static void appendSequence(StringBuilder out, List<Node> items, int depth) {
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.repeat(INDENT, depth);
      }
      out.append("- ");
      append(out, items.get(i), depth + 1);
    }
  }

  private static boolean isBlock(Node value) {
    return (value instanceof ObjectNode object && !object.members().isEmpty())
        || (value instanceof ArrayNode array && !array.items().isEmpty());
  }

  private static void appendScalar(StringBuilder out, ScalarNode scalar) {
    if (scalar.isString()) {
      appendString(out, scalar.text());
    } else {
      out.append(scalar.text());
    }
  }

  private static void appendString(StringBuilder out, String text) {
    if (isPlain(text)) {
      out.append(text);
    } else {
      JsonText.quote(out, withoutLoneSurrogates(text));
    }
  }

  /** Starts with a letter, has only letters, digits and marks without a meaning, and is no word. */
  private static boolean isPlain(String text) {
    if (text.isEmpty() || text.endsWith(" ") || !Character.isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && " _-./@+()'".indexOf(c) < 0) {
        return false;
      }
    }
    return text.length() > 5 || !WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  /** YAML has no escape for half a surrogate pair: it becomes U+FFFD. */
  private static String withoutLoneSurrogates(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      boolean lone = codePoint >= 0xD800 && codePoint <= 0xDFFF;
      whole.appendCodePoint(lone ? 0xFFFD : codePoint);
      i += Character.charCount(codePoint);
    }
    return whole.toString();
  }
}
