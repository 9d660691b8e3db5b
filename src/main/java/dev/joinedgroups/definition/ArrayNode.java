package dev.joinedgroups.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array, which YAML calls a list. */
public final class ArrayNode extends Node {
  private final List<Node> items;

  /**
   * @param items the items; the list is not copied and must not change afterwards
   */
  public ArrayNode(SourceText source, int start, int end, List<Node> items) {
    this(source, start, end, null, items);
  }

  private ArrayNode(
      SourceText source, int start, int end, @Nullable Node anchored, List<Node> items) {
    super(source, start, end, anchored);
    this.items = items;
  }

  /** The items in the order written. */
  public List<Node> items() {
    return items;
  }

  @Override
  Node aliasAt(SourceText aliasSource, int aliasStart, int aliasEnd) {
    return new ArrayNode(aliasSource, aliasStart, aliasEnd, this, items);
  }

  @Override
  public String kindName() {
    return "an array";
  }
}
