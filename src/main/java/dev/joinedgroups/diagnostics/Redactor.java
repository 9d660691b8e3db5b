package dev.joinedgroups.diagnostics;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Takes every secret that this process has come to know out of text on its way to a log or to
 * standard error, by value: whoever quotes a token, on purpose or inside an exception of a library,
 * the reader sees {@code ***}. Safe for use by many threads.
 */
public final class Redactor {
  private static final String HIDDEN = "***";

  /** A shorter text would be hidden inside ordinary words. */
  private static final int SHORTEST = 8;

  /** So much of a long token gives it away as one even where its end was cut off. */
  private static final int PREFIX = 40;

  private final List<String> forms = new CopyOnWriteArrayList<>();
  private final List<String> prefixes = new CopyOnWriteArrayList<>();

  /**
   * Makes a secret known. From now on its text is hidden as it is, as Base64 of either alphabet,
   * and as JSON and URLs write it; of a long one, its beginning too. Shorter than eight characters
   * it stays as it is.
   */
  public void add(Secret secret) {
    String value = secret.reveal();
    if (value.length() < SHORTEST || forms.contains(value)) {
      return;
    }
    Set<String> added = new LinkedHashSet<>();
    added.add(value);
    added.add(jsonEscaped(value));
    String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
    added.add(form);
    added.add(form.replace("+", "%20"));
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    added.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    added.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    forms.addAll(added);
    if (value.length() > PREFIX) {
      prefixes.add(value.substring(0, PREFIX));
    }
  }

  /**
   * Hides the secrets in a text.
   *
   * @return the text itself when there is none in it
   */
  public String redact(String text) {
    String shown = text;
    for (String form : forms) {
      if (shown.contains(form)) {
        shown = shown.replace(form, HIDDEN);
      }
    }
    for (String prefix : prefixes) {
      int at = shown.indexOf(prefix);
      while (at >= 0) {
        int end = at + prefix.length();
        while (end < shown.length() && isTokenCharacter(shown.charAt(end))) {
          end++;
        }
        shown = shown.substring(0, at) + HIDDEN + shown.substring(end);
        at = shown.indexOf(prefix, at);
      }
    }
    return shown;
  }

  private static boolean isTokenCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~+/=".indexOf(c) >= 0;
  }

  private static String jsonEscaped(String value) {
    StringBuilder escaped = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }
}
