package dev.joinedgroups.diagnostics;

/** A text that must never be shown, such as a bearer token. */
public final class Secret {
  private final String value;

  /**
   * @param value the text itself
   */
  public Secret(String value) {
    this.value = value;
  }

  /** The text itself, for the one place that sends or stores it. */
  public String reveal() {
    return value;
  }

  /** Never the text. */
  @Override
  public String toString() {
    return "***";
  }
}
