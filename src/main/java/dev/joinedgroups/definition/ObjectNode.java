package dev.joinedgroups.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object: members in the order written, each name once. */
public final class ObjectNode extends Node {
  private final List<Member> members;

  /**
   * @param members the members; the list is not copied and must not change afterwards
   */
  public ObjectNode(SourceText source, int start, int end, List<Member> members) {
    this(source, start, end, null, members);
  }

  private ObjectNode(
      SourceText source, int start, int end, @Nullable Node anchored, List<Member> members) {
    super(source, start, end, anchored);
    this.members = members;
  }

  /** The members in the order written. */
  public List<Member> members() {
    return members;
  }

  /** The member of that name, or null. */
  public @Nullable Member member(String name) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).name().equals(name)) {
        return members.get(i);
      }
    }
    return null;
  }

  /** The value of that name, or null where there is none. */
  public @Nullable Node get(String name) {
    Member member = member(name);
    return member == null ? null : member.value();
  }

  /** The text of that name when it is a string, else null. */
  public @Nullable String string(String name) {
    return get(name) instanceof ScalarNode scalar && scalar.isString() ? scalar.text() : null;
  }

  /** Whether it is written in braces, as in JSON. */
  public boolean isInBraces() {
    String text = source().text();
    return start() < text.length() && text.charAt(start()) == '{';
  }

  /** This object with other members, at the same place. */
  public ObjectNode withMembers(List<Member> others) {
    return new ObjectNode(source(), start(), end(), anchored(), others);
  }

  @Override
  Node aliasAt(SourceText aliasSource, int aliasStart, int aliasEnd) {
    return new ObjectNode(aliasSource, aliasStart, aliasEnd, this, members);
  }

  @Override
  public String kindName() {
    return "an object";
  }
}
