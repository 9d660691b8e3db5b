package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Failure;
import java.nio.file.Path;

/** Something that definitions are read from. */
public sealed interface Input {
  /** The name that users see: the path as given, or {@code <stdin>}. */
  String name();

  /**
   * A file.
   *
   * @param path where it is
   */
  record File(String name, Path path) implements Input {}

  /** Standard input, named as {@code -}. */
  record StandardInput() implements Input {
    @Override
    public String name() {
      return "<stdin>";
    }
  }

  /** A directory without a definition in it. */
  record EmptyDirectory(String name) implements Input {}

  /**
   * A file or directory that cannot be read.
   *
   * @param failure what a user is told
   */
  record Unreadable(String name, Failure failure) implements Input {}
}
