package dev.joinedgroups.run;

import dev.joinedgroups.diagnostics.Secret;
import org.jspecify.annotations.Nullable;

/** Where bearer tokens come from. Safe for use by many threads. */
public interface TokenSupplier {
  /**
   * The token to use now.
   *
   * @throws dev.joinedgroups.diagnostics.Failure with exit code 4 when there is none
   */
  Secret current();

  /**
   * Another token, since the service did not take one. Many threads may report the same one: it is
   * for the implementation to fetch another only once.
   *
   * @param rejected the token that the service answered 401 to
   * @return a token that differs from it, or null when there is no other
   */
  @Nullable Secret refreshed(Secret rejected);

  /**
   * What to do about a token that the service refuses for good.
   *
   * @return a sentence without a full stop; empty where it depends on nothing but the service
   */
  default String remedy() {
    return "";
  }

  /** A token that is the only one. */
  static TokenSupplier of(Secret token) {
    return new TokenSupplier() {
      @Override
      public Secret current() {
        return token;
      }

      @Override
      public @Nullable Secret refreshed(Secret rejected) {
        return null;
      }
    };
  }
}
