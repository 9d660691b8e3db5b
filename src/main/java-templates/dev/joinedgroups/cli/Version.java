package dev.joinedgroups.cli;

/**
 * Which version this is. The build writes it into the class: to look for it in a file of the jar
 * takes longer than to print it.
 */
final class Version {
  private static final String NUMBER = "${project.version}";
  private static final String COMMIT = "${git.commit.id.abbrev}";
  private static final String DATE = "${git.commit.time}";

  private Version() {}

  /** The version number alone. */
  static String number() {
    return NUMBER;
  }

  /** What requests are sent as. */
  static String userAgent() {
    return "groups/" + NUMBER;
  }

  /** The day of its commit, as {@code YYYY-MM-DD}, or {@code unknown}. */
  static String date() {
    return DATE;
  }

  /** One line with version, commit and date. */
  static String line() {
    return "groups " + NUMBER + " (" + COMMIT + ", " + DATE + ")";
  }
}
