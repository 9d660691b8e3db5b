package dev.joinedgroups.output;

import dev.joinedgroups.definition.ObjectNode;

/**
 * Prints groups in the order they are handed over. Methods throw {@link
 * java.io.UncheckedIOException} when the target fails.
 */
public interface GroupPrinter {
  /** Prints a group as the service sent it. */
  void print(ObjectNode group);

  /** Completes the output and flushes it; nothing may follow. */
  void finish();
}
