package dev.joinedgroups.cli;

import dev.joinedgroups.auth.AuthHttp;
import dev.joinedgroups.auth.AuthSettings;
import dev.joinedgroups.auth.Token;
import dev.joinedgroups.auth.TokenProvider;
import dev.joinedgroups.diagnostics.Secret;
import dev.joinedgroups.graph.Endpoint;
import dev.joinedgroups.graph.ProxySettings;
import dev.joinedgroups.graph.Target;
import dev.joinedgroups.graph.WebClient;
import dev.joinedgroups.run.TokenSupplier;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tokens for requests to an endpoint, from wherever the user keeps them. */
final class Tokens implements TokenSupplier {
  private static final Duration AUTHORITY_TIMEOUT = Duration.ofSeconds(30);

  private final TokenProvider provider;
  private volatile @Nullable Token last;

  private Tokens(TokenProvider provider) {
    this.provider = provider;
  }

  /** Tokens for the endpoint. Nothing is read before the first one is asked for. */
  static TokenSupplier of(Settings settings, Endpoint endpoint, Context context) {
    return new Tokens(new TokenProvider(authSettings(settings, endpoint, context)));
  }

  /** What decides which token is used for the endpoint. */
  static AuthSettings authSettings(Settings settings, Endpoint endpoint, Context context) {
    Console console = context.console();
    return new AuthSettings(
        console.environment(),
        console.directory(),
        Folders.cache(console),
        settings.cloud(),
        URI.create(endpoint.base()),
        endpoint.target() != Target.GROUPS && endpoint.user().equals(Endpoint.ME),
        settings.text(null, "AZURE_TENANT_ID", "tenant"),
        settings.text(null, "AZURE_CLIENT_ID", "client-id"),
        settings.tokenCommand(),
        console.clock(),
        context.reporter(),
        context.redactor(),
        () -> AuthHttp.over(new WebClient(webSettings(settings, console))));
  }

  private static WebClient.Settings webSettings(Settings settings, Console console) {
    return new WebClient.Settings(
        AUTHORITY_TIMEOUT,
        ProxySettings.of(name -> console.environment().get(name)),
        Version.userAgent(),
        settings.caFile());
  }

  @Override
  public Secret current() {
    Token token = provider.current();
    last = token;
    return token.secret();
  }

  @Override
  public @Nullable Secret refreshed(Secret rejected) {
    Token token = last;
    if (token == null) {
      return null;
    }
    Token newer = provider.refreshed(token);
    if (newer == null) {
      return null;
    }
    last = newer;
    return newer.secret();
  }
}
