package dev.joinedgroups.auth;

import com.microsoft.aad.msal4j.AbstractClientApplicationBase;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.DeviceCode;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.RefreshTokenParameters;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Secret;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in by msal4j. It asks the configured authority and nobody else: the national clouds are
 * known here, so that msal4j need not look them up first.
 */
final class Msal {
  /** What msal4j asks for by itself, and what is no permission of the token. */
  private static final Set<String> OWN_SCOPES = Set.of("openid", "profile", "offline_access");

  private final AuthSettings settings;
  private final URI authority;
  private final DeviceCodeHttp.Pause pause;

  /**
   * @param authority the root of all tenants
   * @param pause waits where the authority asks for longer waits than msal4j makes
   */
  Msal(AuthSettings settings, URI authority, DeviceCodeHttp.Pause pause) {
    this.settings = settings;
    this.authority = authority;
    this.pause = pause;
  }

  SignIn.Granted deviceCode(
      String tenant, String client, List<String> scopes, Consumer<String> prompt) {
    RefreshTokenCatcher catcher = new RefreshTokenCatcher();
    MsalHttp http = new DeviceCodeHttp(settings, pause);
    return calling(
        http,
        () -> {
          PublicClientApplication app = publicClient(tenant, client, http, catcher);
          DeviceCodeFlowParameters parameters =
              DeviceCodeFlowParameters.builder(asked(scopes), code -> announce(code, prompt))
                  .build();
          return granted(result(app.acquireToken(parameters)), catcher);
        });
  }

  private PublicClientApplication publicClient(
      String tenant, String client, MsalHttp http, RefreshTokenCatcher catcher)
      throws MalformedURLException {
    return at(tenant, PublicClientApplication.builder(client))
        .httpClient(http)
        .setTokenCacheAccessAspect(catcher)
        .build();
  }

  private void announce(DeviceCode code, Consumer<String> prompt) {
    settings.redactor().add(new Secret(code.deviceCode()));
    prompt.accept(
        "to sign in, open "
            + code.verificationUri()
            + " on any device and enter the code "
            + code.userCode()
            + " (valid for "
            + Math.max(1, code.expiresIn() / 60)
            + " min)");
  }

  SignIn.Granted refresh(String tenant, String client, List<String> scopes, Secret refreshToken) {
    RefreshTokenCatcher catcher = new RefreshTokenCatcher();
    MsalHttp http = new MsalHttp(settings);
    return calling(
        http,
        () -> {
          PublicClientApplication app = publicClient(tenant, client, http, catcher);
          RefreshTokenParameters parameters =
              RefreshTokenParameters.builder(asked(scopes), refreshToken.reveal()).build();
          return granted(result(app.acquireToken(parameters)), catcher);
        });
  }

  Token application(
      String tenant, String client, AppCredential proof, List<String> scopes, String source) {
    MsalHttp http = new MsalHttp(settings);
    return calling(
        http,
        () -> {
          ConfidentialClientApplication app =
              at(tenant, ConfidentialClientApplication.builder(client, credential(proof)))
                  .httpClient(http)
                  .build();
          ClientCredentialParameters parameters =
              ClientCredentialParameters.builder(new LinkedHashSet<>(scopes)).build();
          return token(result(app.acquireToken(parameters)), source, TokenKind.APP_ONLY, client);
        });
  }

  Token managedIdentity(String client, String resource, String source) {
    ManagedIdentityId id =
        client.isEmpty()
            ? ManagedIdentityId.systemAssigned()
            : ManagedIdentityId.userAssignedClientId(client);
    MsalHttp http = new MsalHttp(settings);
    return calling(
        http,
        () -> {
          ManagedIdentityApplication app =
              ManagedIdentityApplication.builder(id).httpClient(http).build();
          ManagedIdentityParameters parameters =
              ManagedIdentityParameters.builder(resource).forceRefresh(true).build();
          IAuthenticationResult result = result(app.acquireTokenForManagedIdentity(parameters));
          return token(result, source, TokenKind.APP_ONLY, client);
        });
  }

  private <T extends AbstractClientApplicationBase.Builder<T>> T at(String tenant, T builder)
      throws MalformedURLException {
    return builder
        .authority(authority.resolve(tenant + "/").toString())
        .validateAuthority(false)
        .instanceDiscovery(false);
  }

  private static IClientCredential credential(AppCredential proof) {
    return switch (proof) {
      case AppCredential.ClientSecret secret ->
          ClientCredentialFactory.createFromSecret(secret.secret().reveal());
      case AppCredential.Certificate pair ->
          ClientCredentialFactory.createFromCertificate(pair.key(), pair.certificate());
      case AppCredential.Assertion assertion ->
          ClientCredentialFactory.createFromClientAssertion(assertion.token().reveal());
    };
  }

  private static Set<String> asked(List<String> scopes) {
    Set<String> asked = new LinkedHashSet<>(scopes);
    asked.removeAll(OWN_SCOPES);
    return asked;
  }

  private SignIn.Granted granted(IAuthenticationResult result, RefreshTokenCatcher catcher) {
    Secret refreshToken = catcher.caught();
    if (refreshToken != null) {
      settings.redactor().add(refreshToken);
    }
    Token token = token(result, CacheEntry.SOURCE, TokenKind.DELEGATED, null);
    return new SignIn.Granted(token, refreshToken);
  }

  /** The result with what the token itself or the identity token beside it adds. */
  private Token token(
      IAuthenticationResult result, String source, TokenKind kind, @Nullable String client) {
    String text = result.accessToken();
    if (text == null || text.isEmpty()) {
      throw new Failure(ExitCode.AUTH, "the authority answered without a token", "try it again");
    }
    Token known = Token.parse(text, source);
    settings.redactor().add(known.secret());
    Jwt identity = result.idToken() == null ? null : Jwt.of(result.idToken());
    String account = result.account() == null ? null : result.account().username();
    if (account == null || account.isEmpty()) {
      account = known.account();
    }
    if (account == null && identity != null) {
      account = identity.firstText("preferred_username", "upn", "email");
    }
    String tenant = known.tenant();
    if (tenant == null && identity != null) {
      tenant = identity.text("tid");
    }
    Date expires = result.expiresOnDate();
    return new Token(
        known.secret(),
        source,
        expires == null ? known.expires() : expires.toInstant(),
        known.validFrom(),
        known.kind() == TokenKind.UNKNOWN ? kind : known.kind(),
        account,
        tenant,
        known.client() == null ? client : known.client(),
        known.scopes().isEmpty() ? scopes(result) : known.scopes());
  }

  private static List<String> scopes(IAuthenticationResult result) {
    if (result.scopes() == null) {
      return List.of();
    }
    Set<String> scopes = new LinkedHashSet<>(Jwt.words(result.scopes()));
    scopes.removeAll(OWN_SCOPES);
    return List.copyOf(scopes);
  }

  private static IAuthenticationResult result(CompletableFuture<IAuthenticationResult> future)
      throws ExecutionException, InterruptedException {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      future.cancel(true);
      throw interrupted;
    }
  }

  /** A call of msal4j, which declares every exception there is. */
  private interface Call<T> {
    T run() throws Exception;
  }

  private <T> T calling(MsalHttp http, Call<T> call) {
    try {
      return call.run();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Failure(
          ExitCode.INTERRUPTED, "interrupted before the sign-in ended", "nothing was stored");
    } catch (Failure failure) {
      throw failure;
    } catch (Exception failed) {
      throw MsalErrors.failure(failed, authority.getAuthority(), http.status());
    }
  }
}
