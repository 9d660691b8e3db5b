package dev.joinedgroups.definition;

import java.util.Arrays;

/**
 * Where a walk over a value is, as a JSON Pointer (RFC 6901). Costs nothing but a few stores until
 * the text is asked for.
 */
public final class Pointer {
  private String[] names = new String[8];
  private int[] indexes = new int[8];
  private int depth;

  /** Goes into the member of that name. */
  public void enter(String name) {
    grow();
    names[depth++] = name;
  }

  /** Goes into the item at that index. */
  public void enter(int index) {
    grow();
    names[depth] = "";
    indexes[depth++] = index + 1;
  }

  /** Goes back out of the member or item entered last. */
  public void leave() {
    depth--;
    indexes[depth] = 0;
  }

  private void grow() {
    if (depth == names.length) {
      names = Arrays.copyOf(names, depth * 2);
      indexes = Arrays.copyOf(indexes, depth * 2);
    }
  }

  /** The pointer's text; empty at the top. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append('/');
      if (indexes[i] > 0) {
        text.append(indexes[i] - 1);
      } else {
        text.append(names[i].replace("~", "~0").replace("/", "~1"));
      }
    }
    return text.toString();
  }
}
