package dev.joinedgroups.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which version this is; the build writes it. */
final class Version {
  private Version() {}

  /** The version number alone. */
  static String number() {
    return properties().getProperty("version", "unknown");
  }

  /** What requests are sent as. */
  static String userAgent() {
    return "groups/" + number();
  }

  /** The day of its commit, as {@code YYYY-MM-DD}, or {@code unknown}. */
  static String date() {
    return properties().getProperty("date", "unknown");
  }

  /** One line with version, commit and date. */
  static String line() {
    Properties properties = properties();
    return "groups "
        + properties.getProperty("version", "unknown")
        + " ("
        + properties.getProperty("commit", "unknown")
        + ", "
        + properties.getProperty("date", "unknown")
        + ")";
  }

  private static Properties properties() {
    Properties properties = new Properties();
    try (InputStream in =
        Version.class.getResourceAsStream("/dev/joinedgroups/version.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
