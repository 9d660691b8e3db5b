package dev.joinedgroups.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what may be a property's name in an explanation written for people. */
final class PropertyNames {
  private final Set<String> names = new LinkedHashSet<>();

  /** Takes a target such as {@code mailNickname} or {@code group/mailNickname}. */
  void target(String target) {
    if (isName(target)) {
      names.add(target);
    }
    int last = Math.max(target.lastIndexOf('/'), target.lastIndexOf('.'));
    if (last >= 0 && isName(target.substring(last + 1))) {
      names.add(target.substring(last + 1));
    }
  }

  /** Takes the names in quotes; an apostrophe within a word is no quote. */
  void quoted(String message) {
    int i = 0;
    while (i < message.length()) {
      char c = message.charAt(i);
      boolean opens =
          (c == '\'' || c == '"' || c == '`') && (i == 0 || !isNamePart(message.charAt(i - 1)));
      int close = opens ? message.indexOf(c, i + 1) : -1;
      if (close > i && isName(message.substring(i + 1, close))) {
        names.add(message.substring(i + 1, close));
        i = close;
      }
      i++;
    }
  }

  /** Takes words behind "property" or "properties", and words with a capital inside. */
  void unquoted(String message) {
    String before = "";
    int from = 0;
    for (int i = 0; i <= message.length(); i++) {
      if (i == message.length() || !isNamePart(message.charAt(i))) {
        if (i > from) {
          String word = message.substring(from, i);
          boolean announced =
              before.equalsIgnoreCase("property") || before.equalsIgnoreCase("properties");
          if (isName(word) && (announced || hasInnerCapital(word))) {
            names.add(word);
          }
          before = word;
        }
        from = i + 1;
      }
    }
  }

  List<String> inOrder() {
    return List.copyOf(names);
  }

  private static boolean isName(String text) {
    if (text.isEmpty() || text.length() > 128 || Character.isDigit(text.charAt(0))) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isNamePart(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static boolean hasInnerCapital(String word) {
    for (int i = 1; i < word.length(); i++) {
      if (Character.isUpperCase(word.charAt(i)) && Character.isLowerCase(word.charAt(i - 1))) {
        return true;
      }
    }
    return false;
  }
}
