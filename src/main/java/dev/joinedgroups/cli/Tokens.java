package dev.joinedgroups.cli;

import dev.joinedgroups.auth.AuthSettings;
import dev.joinedgroups.auth.Token;
import dev.joinedgroups.auth.TokenProvider;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Secret;
import dev.joinedgroups.graph.Endpoint;
import dev.joinedgroups.graph.Target;
import dev.joinedgroups.run.TokenSupplier;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Tokens for requests to an endpoint, from wherever the user keeps them. */
final class Tokens implements TokenSupplier {
  private final TokenProvider provider;
  private volatile @Nullable Token last;

  private Tokens(TokenProvider provider) {
    this.provider = provider;
  }

  /** Tokens for the endpoint. Nothing is read before the first one is asked for. */
  static TokenSupplier of(Settings settings, Endpoint endpoint, Context context) {
    boolean me = endpoint.target() != Target.GROUPS && endpoint.user().equals(Endpoint.ME);
    Console console = context.console();
    return new Tokens(
        new TokenProvider(
            new AuthSettings(
                console.environment(),
                settings.cloud(),
                URI.create(endpoint.base()),
                me,
                settings.text(null, "AZURE_TENANT_ID", "tenant"),
                settings.text(null, "AZURE_CLIENT_ID", "client-id"),
                settings.tokenCommand(),
                console.clock(),
                context.reporter(),
                context.redactor(),
                () -> {
                  throw new Failure(ExitCode.AUTH, "sign-in is not wired", "");
                })));
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
