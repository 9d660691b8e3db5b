package dev.joinedgroups.auth;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Finds out before a token is sent that it cannot work. */
final class Validity {
  /** How far this machine's clock may be off before a token counts as expired or not yet valid. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final Clock clock;

  Validity(Clock clock) {
    this.clock = clock;
  }

  /** Whether it has surely expired. */
  boolean isExpired(Token token) {
    Instant expires = token.expires();
    return expires != null && clock.instant().isAfter(expires.plus(SKEW));
  }

  /**
   * Lets a token pass that may work.
   *
   * @param me whether it is meant for {@code /me}
   * @param source where it is from, which knows what to do about it
   * @throws Failure with {@link ExitCode#AUTH} and the reason
   */
  void requireUsable(Token token, boolean me, TokenSource source) {
    requireCurrent(token, source.remedy());
    if (me && token.kind() == TokenKind.APP_ONLY) {
      throw new Failure(
          ExitCode.AUTH,
          "the token of "
              + token.source()
              + " is an application's, which has no groups of its own (/me needs a signed-in user)",
          "say whose groups with --user ID, or post to /groups with --target groups, or sign in as"
              + " a user: `groups auth login`");
    }
  }

  /**
   * Lets a token pass that is neither expired nor from the future.
   *
   * @param remedy what to do about an expired one
   * @throws Failure with {@link ExitCode#AUTH} and the time
   */
  void requireCurrent(Token token, String remedy) {
    Instant now = clock.instant();
    Instant expires = token.expires();
    if (expires != null && isExpired(token)) {
      throw new Failure(
          ExitCode.AUTH,
          "the token of " + token.source() + " expired on " + seconds(expires) + ago(expires, now),
          remedy);
    }
    Instant from = token.validFrom();
    if (from != null && now.plus(SKEW).isBefore(from)) {
      throw new Failure(
          ExitCode.AUTH,
          "the token of " + token.source() + " is not valid before " + seconds(from),
          "by this machine's clock it is "
              + seconds(now)
              + ": check the clock, or wait, or use another token");
    }
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String ago(Instant then, Instant now) {
    Duration past = Duration.between(then, now);
    if (past.toDays() > 0) {
      return ", " + count(past.toDays(), "day") + " ago";
    }
    if (past.toHours() > 0) {
      return ", " + count(past.toHours(), "hour") + " ago";
    }
    return ", " + count(Math.max(1, past.toMinutes()), "minute") + " ago";
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
