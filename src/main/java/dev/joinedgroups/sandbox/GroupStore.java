package dev.joinedgroups.sandbox;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The groups of one sandbox, in memory. */
final class GroupStore {
  /** How many bytes of groups one page holds before it ends early. */
  private static final int PAGE_BYTES = 8 * 1024 * 1024;

  /**
   * Groups found.
   *
   * @param next where the next page starts, or -1 when this is the last
   */
  record Page(List<Group> groups, int next) {}

  private final @Nullable CreationLog log;
  private final List<Group> all = new ArrayList<>();
  private final Map<UUID, Group> byId = new HashMap<>();
  private final Map<String, Group> latestByNickname = new HashMap<>();

  GroupStore(@Nullable CreationLog log) {
    this.log = log;
  }

  /** How many groups there are. */
  synchronized int size() {
    return all.size();
  }

  /**
   * Adds a group, after its line in the log.
   *
   * @throws Refusal when a Microsoft 365 group has its nickname already, or the log cannot be
   *     written; then it is not added
   */
  synchronized void add(Group group, Instant now, String displayName, String clientRequestId) {
    String nickname = folded(group.mailNickname());
    Group latest = latestByNickname.get(nickname);
    if (group.unified()) {
      refuseSecondUnified(latest);
    }
    if (log != null) {
      try {
        log.write(Times.dateTimeOffset(now), group, displayName, clientRequestId);
      } catch (IOException e) {
        throw new Refusal(500, "InternalServerError", "The sandbox cannot write its log.");
      }
    }
    group.earlier(latest);
    latestByNickname.put(nickname, group);
    byId.put(group.id(), group);
    all.add(group);
  }

  /** The nickname is unique among Microsoft 365 groups only, those not yet visible included. */
  private static void refuseSecondUnified(@Nullable Group latest) {
    for (Group other = latest; other != null; other = other.earlier()) {
      if (other.unified()) {
        String message =
            "Another object with the same value for property mailNickname already exists.";
        throw new Refusal(
            400,
            "Request_BadRequest",
            message,
            new Refusal.Detail("ConflictingObjects", message, "mailNickname"));
      }
    }
  }

  /** The group of that id if a look-up sees it, else null. */
  synchronized @Nullable Group find(UUID id, @Nullable String user, long now) {
    Group group = byId.get(id);
    return group != null && group.isSeen(user, now) ? group : null;
  }

  /** Adds a group to a user's joined groups, if there is one of that id. */
  synchronized void join(UUID id, String user) {
    Group group = byId.get(id);
    if (group != null) {
      group.join(user);
    }
  }

  /**
   * Looks groups up, in the order of their creation.
   *
   * @param user whose joined groups, or null for all groups
   * @param nickname only those of this nickname, case aside; or null
   * @param from where to start: 0, or {@link Page#next()} of the page before
   * @param most how many at most
   */
  synchronized Page page(
      @Nullable String user, @Nullable String nickname, int from, int most, long now) {
    List<Group> candidates = nickname == null ? all : withNickname(nickname);
    List<Group> found = new ArrayList<>();
    long bytes = 0;
    for (int i = from; i < candidates.size(); i++) {
      Group group = candidates.get(i);
      if (group.isSeen(user, now)) {
        if (found.size() == most || bytes > PAGE_BYTES) {
          return new Page(found, i);
        }
        found.add(group);
        bytes += group.json().length;
      }
    }
    return new Page(found, -1);
  }

  private List<Group> withNickname(String nickname) {
    List<Group> groups = new ArrayList<>();
    for (Group group = latestByNickname.get(folded(nickname));
        group != null;
        group = group.earlier()) {
      groups.add(group);
    }
    return groups.reversed();
  }

  /** The directory compares nicknames without case. */
  private static String folded(String nickname) {
    return nickname.toLowerCase(Locale.ROOT);
  }
}
