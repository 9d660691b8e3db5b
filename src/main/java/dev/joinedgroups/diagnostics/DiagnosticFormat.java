package dev.joinedgroups.diagnostics;

import java.util.Locale;

/** The formats that problems are shown in. */
public enum DiagnosticFormat {
  /** For people: the source line with a caret. */
  TEXT,
  /** An array of objects. */
  JSON,
  /** Workflow commands of GitHub Actions. */
  GITHUB,
  /** SARIF 2.1.0. */
  SARIF,
  /** JUnit XML. */
  JUNIT;

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
