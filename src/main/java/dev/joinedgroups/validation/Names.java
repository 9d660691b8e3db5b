package dev.joinedgroups.validation;

import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.diagnostics.Suggestion;
import dev.joinedgroups.schema.GroupSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Property names that no table has: annotations and schema extensions are legal, because a group is
 * an open type; whatever looks like a known name is a typo.
 */
final class Names {
  private static final List<String> KNOWN = GroupSchema.names();

  private Names() {}

  /** Whether it is an annotation, or binds a relationship such as {@code owners@odata.bind}. */
  static boolean isAnnotation(String name) {
    return name.contains("@");
  }

  /** The known property that a name was probably meant to be, or null. */
  static @Nullable String nearest(String name) {
    return Suggestion.nearest(name, KNOWN);
  }

  /**
   * Whether a name that is near no known one is a schema extension: {@code extension_{32
   * hexadecimal digits}_{name}}, {@code ext{8 characters}_{name}}, or {@code {domain}_{name}} with
   * an object as its value (Microsoft Graph documentation, "Add custom data to groups").
   */
  static boolean isExtension(String name, Node value) {
    int underscore = name.indexOf('_');
    if (underscore <= 0 || underscore == name.length() - 1 || !isIdentifier(name)) {
      return false;
    }
    String prefix = name.substring(0, underscore);
    String rest = name.substring(underscore + 1);
    if (prefix.equals("extension")) {
      return rest.length() > 33 && rest.charAt(32) == '_' && Literals.isHex(rest.substring(0, 32));
    }
    if (prefix.startsWith("ext") && prefix.length() == 11) {
      return true;
    }
    return value instanceof ObjectNode && Character.isLetter(prefix.charAt(0));
  }

  private static boolean isIdentifier(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean fits = c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
      if (!fits && !(c >= 'A' && c <= 'Z')) {
        return false;
      }
    }
    return true;
  }
}
