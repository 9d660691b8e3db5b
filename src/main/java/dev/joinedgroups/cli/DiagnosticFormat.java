package dev.joinedgroups.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats that problems are written in. */
enum DiagnosticFormat {
  /** For people: the line with carets under what is wrong. */
  TEXT,
  /** An array of objects. */
  JSON,
  /** Annotations of GitHub Actions. */
  GITHUB,
  /** The Static Analysis Results Interchange Format of OASIS. */
  SARIF,
  /** A report of tests, one a definition. */
  JUNIT;

  /** The name on the command line. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All labels, in the order in which help lists them. */
  static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (DiagnosticFormat format : values()) {
      labels.add(format.label());
    }
    return labels;
  }

  /** The format that was asked for, or null. */
  static @Nullable DiagnosticFormat of(Arguments arguments) {
    String label = arguments.value(DefinitionOptions.DIAGNOSTICS);
    for (DiagnosticFormat format : values()) {
      if (format.label().equals(label)) {
        return format;
      }
    }
    return null;
  }
}
