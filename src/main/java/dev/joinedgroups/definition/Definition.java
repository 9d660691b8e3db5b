package dev.joinedgroups.definition;

/**
 * One group as a user defined it.
 *
 * @param file the path as given, {@code <stdin>} or {@code <command line>}
 * @param index 0-based position among the definitions of its file
 * @param listed whether it is an item of an array or list
 * @param object its properties
 */
public record Definition(String file, int index, boolean listed, ObjectNode object) {

  /** The same definition with properties put over its own. */
  public Definition with(ObjectNode other) {
    return new Definition(file, index, listed, other);
  }
}
