package dev.joinedgroups.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A created group. Mutable parts belong to {@link GroupStore} and its lock. */
final class Group {
  private final UUID id;
  private final String mailNickname;
  private final boolean unified;
  private final long visibleFrom;
  private final byte[] json;
  private List<String> users;
  private @Nullable Group earlier;

  /**
   * @param user whose joined groups it is among, or null for nobody's
   * @param visibleFrom milliseconds since 1970 from when on look-ups see it
   * @param json the group as answers show it
   */
  Group(
      UUID id,
      String mailNickname,
      boolean unified,
      @Nullable String user,
      long visibleFrom,
      byte[] json) {
    this.id = id;
    this.mailNickname = mailNickname;
    this.unified = unified;
    this.users = user == null ? List.of() : List.of(user);
    this.visibleFrom = visibleFrom;
    this.json = json;
  }

  UUID id() {
    return id;
  }

  String mailNickname() {
    return mailNickname;
  }

  boolean unified() {
    return unified;
  }

  byte[] json() {
    return json;
  }

  /** The one created before it with the same nickname, or null. */
  @Nullable Group earlier() {
    return earlier;
  }

  void earlier(@Nullable Group group) {
    earlier = group;
  }

  /** Adds it to a user's joined groups. */
  void join(String user) {
    if (!users.contains(user)) {
      List<String> more = new ArrayList<>(users);
      more.add(user);
      users = List.copyOf(more);
    }
  }

  /**
   * Whether a look-up sees it.
   *
   * @param user whose joined groups are looked at, or null for all groups
   */
  boolean isSeen(@Nullable String user, long now) {
    return now >= visibleFrom && (user == null || users.contains(user));
  }
}
