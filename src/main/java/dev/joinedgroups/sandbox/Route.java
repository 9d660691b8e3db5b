package dev.joinedgroups.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * What a path names.
 *
 * @param collection the path of the collection, still percent-encoded and with the version
 * @param context the same without the version, as metadata names it
 * @param user whose joined groups: {@code me} or an id; null for all groups
 * @param item what stands behind the collection: {@code $ref}, an id, or null for the collection
 */
record Route(String collection, String context, @Nullable String user, @Nullable String item) {

  /**
   * Reads {@code [/beta|/v1.0]/groups}, {@code …/me/joinedGroups} and {@code
   * …/users/ID/joinedGroups}, each with or without one further segment.
   *
   * @throws Refusal (404) for any other path
   */
  static Route of(String path) {
    String[] raw = path.substring(1).split("/", -1);
    String[] segments = new String[raw.length];
    for (int i = 0; i < raw.length; i++) {
      segments[i] = Percent.decode(raw[i], false);
    }
    int first = segments[0].equals("beta") || segments[0].equals("v1.0") ? 1 : 0;
    int end = segments.length;
    String user = null;
    int behind = -1;
    if (is(segments, first, "groups")) {
      behind = first + 1;
    } else if (is(segments, first, "me") && is(segments, first + 1, "joinedGroups")) {
      user = "me";
      behind = first + 2;
    } else if (is(segments, first, "users")
        && is(segments, first + 2, "joinedGroups")
        && !segments[first + 1].isEmpty()) {
      user = segments[first + 1];
      behind = first + 3;
    }
    if (behind < 0 || end > behind + 1 || (end > behind && segments[behind].isEmpty())) {
      throw new Refusal(404, "ResourceNotFound", "Resource not found for the path '" + path + "'.");
    }
    String context = join(raw, first, behind);
    return new Route(join(raw, 0, behind), context, user, end > behind ? segments[behind] : null);
  }

  private static boolean is(String[] segments, int index, String name) {
    return index < segments.length && segments[index].equals(name);
  }

  private static String join(String[] segments, int from, int to) {
    StringBuilder path = new StringBuilder();
    for (int i = from; i < to; i++) {
      path.append('/').append(segments[i]);
    }
    return path.toString();
  }

  /** The version with its slash, or nothing. */
  String version() {
    return collection.substring(0, collection.length() - context.length());
  }

  boolean isCollection() {
    return item == null;
  }

  /** Whether this is the collection of references. */
  boolean isRef() {
    return "$ref".equals(item) && user != null;
  }
}
