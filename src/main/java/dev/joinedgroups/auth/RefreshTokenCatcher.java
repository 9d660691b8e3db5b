package dev.joinedgroups.auth;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;
import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ResponseParser;
import dev.joinedgroups.diagnostics.Secret;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Gets at the refresh token, which msal4j shows only to what stores its cache: that cache, as
 * MSAL's common schema, has it under {@code RefreshToken}.
 */
final class RefreshTokenCatcher implements ITokenCacheAccessAspect {
  private volatile @Nullable Secret caught;

  @Override
  public void beforeCacheAccess(ITokenCacheAccessContext context) {
    // Every sign-in begins with an empty cache: ours decides what is used again.
  }

  @Override
  public void afterCacheAccess(ITokenCacheAccessContext context) {
    if (!context.hasCacheChanged()) {
      return;
    }
    byte[] json = context.tokenCache().serialize().getBytes(StandardCharsets.UTF_8);
    ObjectNode cache = ResponseParser.object("<msal4j>", json);
    if (cache != null && cache.get("RefreshToken") instanceof ObjectNode tokens) {
      for (Member token : tokens.members()) {
        if (token.value() instanceof ObjectNode entry && entry.string("secret") != null) {
          caught = new Secret(String.valueOf(entry.string("secret")));
        }
      }
    }
  }

  /** The refresh token of the last sign-in; null when there was none. */
  @Nullable Secret caught() {
    return caught;
  }
}
