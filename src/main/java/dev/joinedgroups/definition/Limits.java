package dev.joinedgroups.definition;

/** Bounds on one definition, so that no input takes unbounded memory or time. */
final class Limits {
  /** The largest definition, in UTF-16 units of its text: 4 MiB. */
  static final int CHARACTERS = 4 * 1024 * 1024;

  /** How deep objects and arrays may nest within a definition, itself included. */
  static final int LEVELS = 64;

  /** How many values the aliases of one YAML document may stand for in all. */
  static final int ALIASED_VALUES = 100_000;

  private Limits() {}
}
