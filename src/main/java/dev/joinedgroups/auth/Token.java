package dev.joinedgroups.auth;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Secret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token and what is known about it.
 *
 * @param secret the token itself, fit for a header
 * @param source where it came from, in a user's words
 * @param expires when it expires; null when nothing says so
 * @param validFrom before when it is not valid; null when nothing says so
 * @param kind for whom it speaks
 * @param account the user's name, else the application's; null when unknown
 * @param tenant the tenant; null when unknown
 * @param client the id of the application that got it; null when unknown
 * @param scopes what it permits, as far as known
 */
public record Token(
    Secret secret,
    String source,
    @Nullable Instant expires,
    @Nullable Instant validFrom,
    TokenKind kind,
    @Nullable String account,
    @Nullable String tenant,
    @Nullable String client,
    List<String> scopes) {

  /**
   * A token of which nothing is known but its text; a JWT tells the rest itself.
   *
   * @param text as a user or program gave it; blanks and line ends around it are dropped
   * @param source where it came from, in a user's words
   * @throws Failure with {@link ExitCode#AUTH} when it cannot be a bearer token; the text is not
   *     quoted
   */
  public static Token parse(String text, String source) {
    String value = text.strip();
    requireHeaderText(value, source);
    Jwt jwt = Jwt.of(value);
    if (jwt == null) {
      return new Token(
          new Secret(value), source, null, null, TokenKind.UNKNOWN, null, null, null, List.of());
    }
    return new Token(
        new Secret(value),
        source,
        jwt.instant("exp"),
        jwt.instant("nbf"),
        jwt.kind(),
        jwt.firstText("preferred_username", "upn", "unique_name", "email", "app_displayname"),
        jwt.text("tid"),
        jwt.firstText("appid", "azp"),
        jwt.scopes());
  }

  /** The value of the {@code Authorization} header. Never log it. */
  public String header() {
    return "Bearer " + secret.reveal();
  }

  /** Whether both are the same token, wherever they came from. */
  boolean sameAs(Token other) {
    return secret.reveal().equals(other.secret.reveal());
  }

  private static void requireHeaderText(String value, String source) {
    if (value.isEmpty()) {
      throw new Failure(
          ExitCode.AUTH, source + " holds no token", "it must be the bare token, nothing else");
    }
    if (value.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw new Failure(
          ExitCode.AUTH,
          "the token of " + source + " begins with the word Bearer",
          "leave the word out: it must be the bare token");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c > '~') {
        throw new Failure(
            ExitCode.AUTH,
            "the token of "
                + source
                + " has a character at position "
                + (i + 1)
                + " that no token has",
            "it must be the bare token on one line, without blanks or quotes");
      }
    }
  }
}
