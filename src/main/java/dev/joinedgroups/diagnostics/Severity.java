package dev.joinedgroups.diagnostics;

/** How grave a problem in a definition is. */
public enum Severity {
  /** The definition cannot be sent. */
  ERROR("error"),
  /** The service is documented to refuse, change or ignore this. */
  WARNING("warning");

  private final String label;

  Severity(String label) {
    this.label = label;
  }

  /** The word used in every output format: {@code error} or {@code warning}. */
  public String label() {
    return label;
  }
}
