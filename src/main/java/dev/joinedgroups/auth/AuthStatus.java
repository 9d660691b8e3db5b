package dev.joinedgroups.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a token, without the token.
 *
 * @param source where it comes from, such as {@code GROUPS_TOKEN} or {@code the token cache}
 * @param method the label of the {@link SignInMethod} for a cached one; else null
 * @param kind whether a user's or an application's
 * @param account the user, else the application; null when unknown
 * @param tenant null when unknown
 * @param client the application's id; null when unknown
 * @param cloud the cloud's label; null when the source does not say
 * @param host the only host, besides loopback, that a cached token goes to; null when it may go
 *     wherever the endpoint is
 * @param scopes what it permits, as far as known
 * @param expires null when nothing says so
 * @param expired whether it surely has
 * @param renews whether the next one comes without anybody's help
 */
public record AuthStatus(
    String source,
    @Nullable String method,
    TokenKind kind,
    @Nullable String account,
    @Nullable String tenant,
    @Nullable String client,
    @Nullable String cloud,
    @Nullable String host,
    List<String> scopes,
    @Nullable Instant expires,
    boolean expired,
    boolean renews) {

  /**
   * The token that would be used: a cached or a given one as it is, without a request; one of the
   * environment's application or of a token-command is got to see that this works.
   *
   * @throws dev.joinedgroups.diagnostics.Failure when there is none, or getting it fails
   */
  public static AuthStatus current(AuthSettings settings) {
    TokenProvider provider = new TokenProvider(settings);
    TokenSource source = provider.source();
    return switch (source) {
      case CacheSource cache -> of(cache.entry(), settings.clock());
      case VariableSource variable -> {
        Token token = variable.first();
        settings.redactor().add(token.secret());
        yield of(token, false, settings.clock());
      }
      case AzureSource azure -> of(azure.first(), true, settings.clock());
      case CommandSource command -> of(command.first(), true, settings.clock());
    };
  }

  /**
   * Every sign-in in the cache, the latest last.
   *
   * @throws dev.joinedgroups.diagnostics.Failure when the cache cannot be used
   */
  public static List<AuthStatus> cached(AuthSettings settings) {
    List<AuthStatus> all = new ArrayList<>();
    for (CacheEntry entry : TokenCache.of(settings).read()) {
      all.add(of(entry, settings.clock()));
    }
    return List.copyOf(all);
  }

  static AuthStatus of(CacheEntry entry, Clock clock) {
    Token token = entry.token();
    return new AuthStatus(
        CacheEntry.SOURCE,
        entry.method(),
        token.kind(),
        entry.account().isEmpty() ? null : entry.account(),
        token.tenant() == null && !entry.tenant().isEmpty() ? entry.tenant() : token.tenant(),
        token.client(),
        entry.cloud(),
        entry.host(),
        token.scopes(),
        token.expires(),
        new Validity(clock).isExpired(token),
        entry.renewal() != null);
  }

  private static AuthStatus of(Token token, boolean renews, Clock clock) {
    return new AuthStatus(
        token.source(),
        null,
        token.kind(),
        token.account(),
        token.tenant(),
        token.client(),
        null,
        null,
        token.scopes(),
        token.expires(),
        new Validity(clock).isExpired(token),
        renews);
  }
}
