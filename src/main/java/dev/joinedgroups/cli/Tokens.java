package dev.joinedgroups.cli;

import dev.joinedgroups.auth.Token;
import dev.joinedgroups.auth.TokenProvider;
import dev.joinedgroups.diagnostics.Secret;
import dev.joinedgroups.graph.Endpoint;
import dev.joinedgroups.run.TokenSupplier;
import org.jspecify.annotations.Nullable;

/** Tokens for requests to an endpoint, from wherever the user keeps them. */
final class Tokens implements TokenSupplier {
  private final TokenProvider provider;

  private Tokens(TokenProvider provider) {
    this.provider = provider;
  }

  /** Tokens for the endpoint. Nothing is read before the first one is asked for. */
  static TokenSupplier of(Settings settings, Endpoint endpoint, Context context) {
    return new Tokens(new TokenProvider(AuthSetup.forRequests(settings, endpoint, context)));
  }

  @Override
  public Secret current() {
    return provider.current().secret();
  }

  @Override
  public @Nullable Secret refreshed(Secret rejected) {
    Token newer = provider.refreshed(rejected);
    return newer == null ? null : newer.secret();
  }

  @Override
  public String remedy() {
    return provider.remedy();
  }
}
