package dev.joinedgroups.cli;

import dev.joinedgroups.auth.AuthSettings;
import dev.joinedgroups.auth.Token;
import dev.joinedgroups.auth.TokenProvider;
import dev.joinedgroups.diagnostics.Secret;
import dev.joinedgroups.graph.Endpoint;
import dev.joinedgroups.graph.Target;
import dev.joinedgroups.run.TokenSupplier;
import org.jspecify.annotations.Nullable;

/** Tokens for requests to an endpoint, from wherever the user keeps them. */
final class Tokens implements TokenSupplier {
  private final TokenProvider provider;
  private @Nullable Token last;

  private Tokens(TokenProvider provider) {
    this.provider = provider;
  }
}
