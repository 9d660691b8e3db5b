package dev.joinedgroups.auth;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Signs in and stores what that gives; and signs out. */
public final class Login {
  private final AuthSettings settings;
  private final Consumer<String> prompt;

  /**
   * @param settings whose endpoint is the host that the token is bound to
   * @param prompt shows what a user must do, such as where to type a code
   */
  public Login(AuthSettings settings, Consumer<String> prompt) {
    this.settings = settings;
    this.prompt = prompt;
  }

  /**
   * Signs in and stores the token. Nothing is stored unless all went well.
   *
   * @return what is now in the cache
   * @throws Failure with {@link ExitCode#USAGE} when the tenant or the client id lacks or cannot be
   *     one; with {@link ExitCode#AUTH} when the sign-in fails or the cache is not safe; with
   *     {@link ExitCode#UNREACHABLE} when the authority cannot be reached
   */
  public AuthStatus signIn(SignInRequest request) {
    TokenCache cache = TokenCache.of(settings);
    // A cache that cannot be used is better known before somebody types a code.
    cache.read();
    CacheEntry entry = entry(request);
    cache.update(
        entries -> {
          List<CacheEntry> kept = new ArrayList<>(entries);
          kept.removeIf(entry::replaces);
          kept.add(entry);
          return kept;
        });
    return AuthStatus.of(entry, settings.clock());
  }

  /**
   * Removes every sign-in and what a damaged or interrupted write may have left.
   *
   * @param cacheFolder where tokens are kept; null where there is no such place
   * @return whether there was anything
   * @throws Failure with {@link ExitCode#AUTH} when the folder is not this user's own
   */
  public static boolean signOut(@Nullable Path cacheFolder) {
    return cacheFolder != null && new TokenCache(cacheFolder).clear();
  }

  private CacheEntry entry(SignInRequest request) {
    return switch (request) {
      case SignInRequest.WithToken with -> handedIn(with.token());
      case SignInRequest.ManagedIdentity identity -> managedIdentity(identity);
      case SignInRequest.DeviceCode code -> deviceCode(code);
      case SignInRequest.WithSecret with -> {
        List<String> scopes = with.scopes();
        yield application(request, files().secret(with.secret()), scopes, null);
      }
      case SignInRequest.WithSecretFile with ->
          application(
              request,
              files().secret(with.file()),
              with.scopes(),
              file(Renewal.By.SECRET_FILE, with.file()));
      case SignInRequest.WithCertificate with ->
          application(
              request,
              files()
                  .certificate(with.file(), settings.secret(FederatedToken.CERTIFICATE_PASSWORD)),
              with.scopes(),
              file(Renewal.By.CERTIFICATE_FILE, with.file()));
      case SignInRequest.Federated federated -> {
        // First: without a client id nobody need look for the other issuer's token.
        client();
        FederatedToken source = new FederatedToken(settings);
        Renewal way = source.find(federated.file(), federated.variable());
        yield application(request, source.by(way), federated.scopes(), way);
      }
    };
  }

  private CredentialFiles files() {
    return new CredentialFiles(settings.redactor());
  }

  private static Renewal file(Renewal.By by, Path file) {
    return new Renewal(by, file.toAbsolutePath().toString());
  }

  private CacheEntry handedIn(Secret given) {
    settings.redactor().add(given);
    Token token = Token.parse(given.reveal(), "standard input");
    new Validity(settings.clock())
        .requireCurrent(token, "hand in a new token, or sign in without --with-token");
    return stored(SignInMethod.WITH_TOKEN, "", "", List.of(), token, null);
  }

  private CacheEntry managedIdentity(SignInRequest request) {
    String client = settings.clientId() == null ? "" : settings.clientId();
    SignIn signIn = new SignIn(settings);
    Token token = signIn.managedIdentity(client, CacheEntry.SOURCE);
    return stored(
        request.method(),
        tenantOf(token),
        client,
        signIn.appScopes(List.of()),
        token,
        new Renewal(Renewal.By.MANAGED_IDENTITY, ""));
  }

  private CacheEntry deviceCode(SignInRequest.DeviceCode request) {
    String tenant = settings.tenant() == null ? "organizations" : settings.tenant();
    SignIn.checkedTenant(tenant);
    String client = client();
    SignIn signIn = new SignIn(settings);
    List<String> scopes = signIn.userScopes(request.scopes());
    SignIn.Granted granted = signIn.deviceCode(tenant, client, scopes, prompt);
    Secret refreshToken = granted.refreshToken();
    return stored(
        request.method(),
        tenant,
        client,
        scopes,
        granted.token(),
        refreshToken == null ? null : new Renewal(Renewal.By.REFRESH_TOKEN, refreshToken.reveal()));
  }

  private CacheEntry application(
      SignInRequest request, AppCredential proof, List<String> given, @Nullable Renewal renewal) {
    String client = client();
    String tenant = settings.tenant();
    if (tenant == null) {
      throw new Failure(
          ExitCode.USAGE,
          "an application signs in to one tenant, and none is given",
          "give its id or domain with --tenant, AZURE_TENANT_ID or the key tenant of the"
              + " configuration");
    }
    SignIn signIn = new SignIn(settings);
    List<String> scopes = signIn.appScopes(given);
    Token token = signIn.application(tenant, client, proof, scopes, CacheEntry.SOURCE);
    return stored(request.method(), tenant, client, scopes, token, renewal);
  }

  private CacheEntry stored(
      SignInMethod method,
      String tenant,
      String client,
      List<String> scopes,
      Token token,
      @Nullable Renewal renewal) {
    String account = token.account();
    if (account == null) {
      account = token.client() == null ? client : token.client();
    }
    Token cached =
        new Token(
            token.secret(),
            CacheEntry.SOURCE,
            token.expires(),
            token.validFrom(),
            token.kind(),
            account,
            token.tenant(),
            client.isEmpty() ? token.client() : client,
            token.scopes());
    return new CacheEntry(
        settings.cloud().label(),
        tenant,
        client,
        account,
        settings.host(),
        method.label(),
        String.join(" ", scopes),
        settings.clock().instant(),
        cached,
        renewal);
  }

  private static String tenantOf(Token token) {
    return token.tenant() == null ? "" : token.tenant();
  }

  private String client() {
    String client = settings.clientId();
    if (client != null) {
      return client;
    }
    throw new Failure(
        ExitCode.USAGE,
        "no client id is given, and this program has none of its own",
        "register an application once: on entra.microsoft.com, App registrations, New registration;"
            + " there add the Microsoft Graph permission Group.ReadWrite.All (delegated, to act as"
            + " yourself) or Group.Create (application, for automation), and for a device code"
            + " allow public client flows under Authentication; then give its Application (client)"
            + " ID with --client-id, AZURE_CLIENT_ID or the key client-id of the configuration");
  }
}
