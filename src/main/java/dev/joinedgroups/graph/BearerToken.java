package dev.joinedgroups.graph;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Secret;

/** What may stand behind {@code Bearer}. */
public final class BearerToken {
  private BearerToken() {}

  /**
   * The token's text, if it can be one: visible ASCII characters without blanks (a superset of RFC
   * 6750's {@code b64token}).
   *
   * @throws Failure with {@link ExitCode#AUTH}, without a part of the token in it
   */
  public static String checked(Secret token) {
    String text = token.reveal();
    if (text.isEmpty()) {
      throw wrong("the token is empty");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' || c == '\n') {
        throw wrong("the token has a line break in it");
      }
      if (c <= ' ' || c > '~') {
        throw wrong("the token has a character in it that no token has");
      }
    }
    return text;
  }

  private static Failure wrong(String message) {
    return new Failure(
        ExitCode.AUTH, message, "give the access token alone, as it was issued, without quotes");
  }
}
