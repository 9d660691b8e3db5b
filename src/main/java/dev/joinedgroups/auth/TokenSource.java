package dev.joinedgroups.auth;

import org.jspecify.annotations.Nullable;

/** One place that a token can come from. Called by one thread at a time. */
sealed interface TokenSource permits VariableSource, AzureSource, CommandSource, CacheSource {
  /** What it is called in messages, such as {@code GROUPS_TOKEN}. */
  String name();

  /** The token to begin with. */
  Token first();

  /**
   * A newer token than one that has expired or was refused.
   *
   * @return the newer one; null when this source has no other
   */
  @Nullable Token newerThan(Token old);

  /** What a user does about a token of this source that no longer works, as a whole sentence. */
  String remedy();
}
