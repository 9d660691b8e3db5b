package dev.joinedgroups.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The query options of a look-up.
 *
 * @param nickname what {@code $filter} wants {@code mailNickname} to be, or null
 * @param select the properties wanted, or null for all
 * @param top how many groups a page holds at most
 * @param skip where the page starts
 */
record Query(@Nullable String nickname, @Nullable List<String> select, int top, int skip) {
  private static final int DEFAULT_TOP = 100;
  private static final int MOST_TOP = 999;

  /**
   * Reads a query, still percent-encoded.
   *
   * @throws Refusal (400) for a system query option or a filter that the sandbox does not know
   */
  static Query of(String query) {
    String nickname = null;
    List<String> select = null;
    int top = DEFAULT_TOP;
    int skip = 0;
    for (String part : query.split("&")) {
      int equals = part.indexOf('=');
      String name = Percent.decode(equals < 0 ? part : part.substring(0, equals), true);
      String value = equals < 0 ? "" : Percent.decode(part.substring(equals + 1), true);
      switch (name) {
        case "$filter" -> nickname = nickname(value.strip());
        case "$select" -> select = select(value);
        case "$top" -> top = number(name, value, 1, MOST_TOP);
        case "$skiptoken" -> skip = number(name, value, 0, Integer.MAX_VALUE);
        default -> {
          if (name.startsWith("$")) {
            throw bad("BadRequest", "The query option '" + name + "' is not supported.");
          }
        }
      }
    }
    return new Query(nickname, select, top, skip);
  }

  /** The query of the next page. */
  String next(int from) {
    StringBuilder query = new StringBuilder();
    if (nickname != null) {
      String filter = "mailNickname eq '" + nickname.replace("'", "''") + "'";
      query.append("$filter=").append(Percent.encode(filter)).append('&');
    }
    if (select != null) {
      query.append("$select=").append(Percent.encode(String.join(",", select))).append('&');
    }
    return query.append("$top=").append(top).append("&$skiptoken=").append(from).toString();
  }

  /** The one filter there is: {@code mailNickname eq 'TEXT'}, quotes in the text doubled. */
  private static String nickname(String filter) {
    String rest = behind(filter, "mailNickname", filter);
    rest = behind(rest, "eq", filter);
    int last = rest.length() - 1;
    if (last < 1 || rest.charAt(0) != '\'' || rest.charAt(last) != '\'') {
      throw unsupported(filter);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < last; i++) {
      char c = rest.charAt(i);
      if (c == '\'' && (++i == last || rest.charAt(i) != '\'')) {
        throw bad("BadRequest", "Invalid filter clause: a quote in '" + filter + "'.");
      }
      text.append(c);
    }
    return text.toString();
  }

  private static String behind(String text, String word, String filter) {
    if (!text.startsWith(word + " ")) {
      throw unsupported(filter);
    }
    return text.substring(word.length()).strip();
  }

  private static Refusal unsupported(String filter) {
    return bad(
        "Request_UnsupportedQuery", "Unsupported or invalid query filter clause '" + filter + "'.");
  }

  private static @Nullable List<String> select(String value) {
    List<String> names = List.of(value.split(","));
    return names.contains("*") ? null : names.stream().map(String::strip).toList();
  }

  private static int number(String name, String digits, int least, int most) {
    long number = digits.isEmpty() || digits.length() > 10 ? -1 : 0;
    for (int i = 0; i < digits.length() && number >= 0; i++) {
      int digit = digits.charAt(i) - '0';
      number = digit < 0 || digit > 9 ? -1 : number * 10 + digit;
    }
    if (number < least || number > most) {
      throw bad("BadRequest", "Invalid value '" + digits + "' for query option '" + name + "'.");
    }
    return (int) number;
  }

  private static Refusal bad(String code, String message) {
    return new Refusal(400, code, message);
  }
}
