package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations and counts as users write them. */
final class Durations {
  /** The longest that makes sense for any setting: a day. */
  private static final long LONGEST_MILLIS = Duration.ofDays(1).toMillis();

  private Durations() {}

  /**
   * The duration that an option gives, or another where it was not given.
   *
   * @throws Failure when it is not a whole or decimal number with ms, s, m or h behind it
   */
  static Duration of(Arguments arguments, Option option, Duration otherwise) {
    String text = arguments.value(option);
    if (text == null) {
      return otherwise;
    }
    Duration duration = parse(text);
    if (duration == null) {
      throw new Failure(
          ExitCode.USAGE,
          option.name() + " cannot be `" + text + "`",
          "write a duration such as 500ms, 2s or 5m");
    }
    return duration;
  }

  /** The duration, or null when the text is none. */
  static @Nullable Duration parse(String text) {
    int at = 0;
    while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    long unit =
        switch (text.substring(at)) {
          case "ms" -> 1;
          case "s" -> 1000;
          case "m" -> 60_000;
          case "h" -> 3_600_000;
          default -> 0;
        };
    if (unit == 0 || at == 0 || at > 12) {
      return null;
    }
    try {
      double millis = Double.parseDouble(text.substring(0, at)) * unit;
      return millis <= LONGEST_MILLIS ? Duration.ofMillis(Math.round(millis)) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * The whole number that an option gives, or another where it was not given.
   *
   * @throws Failure when it is none, or not from {@code least} to {@code most}
   */
  static int count(Arguments arguments, Option option, int least, int most, int otherwise) {
    String text = arguments.value(option);
    if (text == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number that is out of range.
    }
    throw new Failure(
        ExitCode.USAGE,
        option.name() + " cannot be `" + text + "`",
        "write a whole number from " + least + " to " + most);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
