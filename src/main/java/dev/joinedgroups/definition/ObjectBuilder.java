package dev.joinedgroups.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects members and finds names given twice. */
final class ObjectBuilder {
  /** Up to this many members a linear search is the faster one. */
  private static final int LINEAR = 12;

  private final List<Member> members = new ArrayList<>();
  private @Nullable Map<String, Member> byName;

  /** Adds a member unless its name is taken; returns the earlier member of that name, or null. */
  @Nullable Member add(Member member) {
    Member earlier = find(member.name());
    if (earlier == null) {
      members.add(member);
      if (byName != null) {
        byName.put(member.name(), member);
      }
    }
    return earlier;
  }

  @Nullable Member find(String name) {
    if (byName == null && members.size() > LINEAR) {
      byName = new HashMap<>();
      for (Member member : members) {
        byName.put(member.name(), member);
      }
    }
    if (byName != null) {
      return byName.get(name);
    }
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).name().equals(name)) {
        return members.get(i);
      }
    }
    return null;
  }

  List<Member> members() {
    return members;
  }
}
