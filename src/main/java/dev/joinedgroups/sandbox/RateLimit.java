package dev.joinedgroups.sandbox;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.time.Duration;

/**
 * A limit on POST requests: so many in any stretch of that length.
 *
 * @param requests how many, from 1 to 1,000,000
 * @param window how long, more than nothing
 */
public record RateLimit(int requests, Duration window) {
  private static final int MOST_REQUESTS = 1_000_000;
  private static final String FORM =
      "write a number, a slash and a duration, such as 3000/150s or 20/500ms";

  public RateLimit {
    if (requests < 1 || requests > MOST_REQUESTS) {
      throw new Failure(
          ExitCode.USAGE, "a limit allows from 1 to 1000000 requests, not " + requests, FORM);
    }
    if (window.toMillis() < 1) {
      throw new Failure(ExitCode.USAGE, "the stretch of a limit is at least 1ms", FORM);
    }
  }

  /**
   * Reads what users write, such as {@code 3000/150s}; the units are {@code ms}, {@code s}, {@code
   * m} and {@code h}.
   *
   * @throws Failure with {@link ExitCode#USAGE} for anything else
   */
  public static RateLimit parse(String text) {
    int slash = text.indexOf('/');
    String window = text.substring(slash + 1);
    int unit = 0;
    while (unit < window.length() && isDigit(window.charAt(unit))) {
      unit++;
    }
    int requests = number(text, text.substring(0, Math.max(slash, 0)));
    int length = number(text, window.substring(0, unit));
    Duration duration =
        switch (window.substring(unit)) {
          case "ms" -> Duration.ofMillis(length);
          case "s" -> Duration.ofSeconds(length);
          case "m" -> Duration.ofMinutes(length);
          case "h" -> Duration.ofHours(length);
          default -> throw wrong(text);
        };
    return new RateLimit(requests, duration);
  }

  private static int number(String whole, String digits) {
    // Nine digits stay within an int, and as hours within what a duration holds in milliseconds.
    if (digits.isEmpty() || digits.length() > 9) {
      throw wrong(whole);
    }
    for (int i = 0; i < digits.length(); i++) {
      if (!isDigit(digits.charAt(i))) {
        throw wrong(whole);
      }
    }
    return Integer.parseInt(digits);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Failure wrong(String text) {
    return new Failure(ExitCode.USAGE, "'" + text + "' is no limit", FORM);
  }
}
