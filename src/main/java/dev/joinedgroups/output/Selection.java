package dev.joinedgroups.output;

import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The properties to print. */
final class Selection {
  private final List<String> fields = new ArrayList<>();

  /**
   * @param fields names in the order wanted; a second mention of one is ignored; empty for all
   */
  Selection(List<String> fields) {
    for (String field : fields) {
      if (!this.fields.contains(field)) {
        this.fields.add(field);
      }
    }
  }

  boolean isAll() {
    return fields.isEmpty();
  }

  List<String> fields() {
    return fields;
  }

  /** The group with only the selected properties that it has. */
  ObjectNode of(ObjectNode group) {
    if (isAll()) {
      return group;
    }
    List<Member> chosen = new ArrayList<>();
    for (String field : fields) {
      Member member = group.member(field);
      if (member != null) {
        chosen.add(member);
      }
    }
    return group.withMembers(chosen);
  }
}
