package dev.joinedgroups.diagnostics;

/**
 * Shows problems as they are found, in one format. Methods throw {@link
 * java.io.UncheckedIOException} when the target fails.
 */
public interface DiagnosticWriter {
  /** Adds a problem. */
  void write(Diagnostic diagnostic);

  /**
   * Says that an input was read to its end, whether or not there were problems. Formats that only
   * list problems ignore it.
   *
   * @param file its name as in {@link Place#file}
   * @param definitions how many definitions it holds
   */
  default void fileChecked(String file, int definitions) {}

  /** Completes the document and flushes it; nothing may follow. */
  void finish();
}
