package dev.joinedgroups.definition;

/**
 * One group as a user defined it.
 *
 * @param file the path as given, {@code <stdin>} or {@code <command line>}
 * @param index 0-based position among the definitions of its file
 * @param object its properties
 */
public record Definition(String file, int index, ObjectNode object) {}
