package dev.joinedgroups.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a service asks to wait. HTTP knows whole seconds and dates (RFC 9110, section 10.2.3);
 * Graph has also sent fractions such as {@code 2.128} (Graph's "throttling" document), and what
 * passes several gateways comes as a list.
 */
public final class RetryAfter {
  /** The longest wait that is believed: what is longer is cut to it. */
  private static final long MOST_MILLIS = Duration.ofDays(1).toMillis();

  private RetryAfter() {}

  /**
   * Reads the values of {@code Retry-After}.
   *
   * @param values each a number of seconds, a list of such numbers, or a date
   * @param now the time that dates are counted from: the service's own if it is known
   * @return the longest of the waits, at least zero and at most a day; null when there is none
   */
  public static @Nullable Duration parse(List<String> values, Instant now) {
    long most = -1;
    for (String value : values) {
      Instant until = Receipt.parseTime(value);
      if (until != null) {
        long millis = Duration.between(now, until).toMillis();
        most = Math.max(most, Math.max(0, Math.min(millis, MOST_MILLIS)));
      } else {
        int from = 0;
        for (int i = 0; i <= value.length(); i++) {
          if (i == value.length() || value.charAt(i) == ',') {
            most = Math.max(most, millis(value.substring(from, i).strip()));
            from = i + 1;
          }
        }
      }
    }
    return most < 0 ? null : Duration.ofMillis(most);
  }

  /** Milliseconds, rounded up so that nobody comes back too early; -1 when it is no number. */
  private static long millis(String seconds) {
    long millis = 0;
    int point = -1;
    boolean digits = false;
    boolean more = false;
    for (int i = 0; i < seconds.length(); i++) {
      char c = seconds.charAt(i);
      if (c == '.' && point < 0) {
        point = i;
      } else if (c < '0' || c > '9') {
        return -1;
      } else {
        digits = true;
        if (point < 0 || i - point <= 3) {
          millis = Math.min(millis * 10 + c - '0', MOST_MILLIS * 1000);
        } else {
          more |= c != '0';
        }
      }
    }
    int decimals = point < 0 ? 0 : Math.min(3, seconds.length() - point - 1);
    for (int i = decimals; i < 3; i++) {
      millis = Math.min(millis * 10, MOST_MILLIS * 1000);
    }
    return digits ? Math.min(millis + (more ? 1 : 0), MOST_MILLIS) : -1;
  }
}
