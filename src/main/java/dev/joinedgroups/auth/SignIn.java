package dev.joinedgroups.auth;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gets tokens from the authority. It knows what to ask for; {@link Msal} knows how. Made only when
 * a token has to be got: msal4j is slow to load.
 */
final class SignIn {
  /** Where personal accounts live, by name and by id. The endpoint does not serve them. */
  private static final Set<String> PERSONAL =
      Set.of("consumers", "9188040d-6c67-4c5b-b112-36a304b66dad");

  private final AuthSettings settings;
  private final Msal msal;

  SignIn(AuthSettings settings) {
    this.settings = settings;
    msal = new Msal(settings, authority(settings), Thread::sleep);
  }

  /**
   * What a sign-in gave.
   *
   * @param refreshToken null when there is none
   */
  record Granted(Token token, @Nullable Secret refreshToken) {}

  /** What to ask for on behalf of a user: what was given, else writing groups, and renewal. */
  List<String> userScopes(List<String> given) {
    List<String> scopes = new ArrayList<>(given);
    if (scopes.isEmpty()) {
      scopes.add("https://" + settings.cloud().graphHost() + "/Group.ReadWrite.All");
    }
    scopes.add("offline_access");
    return List.copyOf(new LinkedHashSet<>(scopes));
  }

  /** What to ask for on behalf of an application: what was given, else all that it was granted. */
  List<String> appScopes(List<String> given) {
    return given.isEmpty()
        ? List.of("https://" + settings.cloud().graphHost() + "/.default")
        : List.copyOf(given);
  }

  /** A user's sign-in with a code, which the prompt shows. */
  Granted deviceCode(String tenant, String client, List<String> scopes, Consumer<String> prompt) {
    Granted granted = msal.deviceCode(checkedTenant(tenant), client, scopes, prompt);
    requireNotPersonal(granted.token());
    return granted;
  }

  /** An application's sign-in. */
  Token application(
      String tenant, String client, AppCredential proof, List<String> scopes, String source) {
    return msal.application(checkedTenant(tenant), client, proof, scopes, source);
  }

  /**
   * The sign-in of the Azure resource that this runs on.
   *
   * @param client the id of a user-assigned identity; empty for the resource's own
   */
  Token managedIdentity(String client, String source) {
    return msal.managedIdentity(client, "https://" + settings.cloud().graphHost(), source);
  }

  /** A cached sign-in with a new token, got as the entry says. */
  CacheEntry renewed(CacheEntry entry, Renewal renewal) {
    List<String> scopes = List.of(entry.scope().split(" "));
    String value = renewal.value();
    CredentialFiles files = new CredentialFiles(settings.redactor());
    return switch (renewal.by()) {
      case REFRESH_TOKEN -> {
        Secret old = new Secret(value);
        settings.redactor().add(old);
        Granted granted = msal.refresh(checkedTenant(entry.tenant()), entry.client(), scopes, old);
        Secret next = granted.refreshToken();
        Renewal nextRenewal =
            next == null ? renewal : new Renewal(Renewal.By.REFRESH_TOKEN, next.reveal());
        yield entry.renewed(granted.token(), nextRenewal);
      }
      case SECRET_FILE -> application(entry, files.secret(settings.file(value)), scopes);
      case CERTIFICATE_FILE ->
          application(
              entry,
              files.certificate(
                  settings.file(value), settings.secret(FederatedToken.CERTIFICATE_PASSWORD)),
              scopes);
      case FEDERATED_FILE, FEDERATED_VARIABLE, GITHUB_ACTIONS ->
          application(entry, new FederatedToken(settings).by(renewal), scopes);
      case MANAGED_IDENTITY ->
          entry.renewed(managedIdentity(entry.client(), CacheEntry.SOURCE), renewal);
    };
  }

  private CacheEntry application(CacheEntry entry, AppCredential proof, List<String> scopes) {
    Token token = application(entry.tenant(), entry.client(), proof, scopes, CacheEntry.SOURCE);
    return entry.renewed(token, entry.renewal());
  }

  /**
   * Lets a tenant pass that can be one.
   *
   * @throws Failure with {@link ExitCode#USAGE} for personal accounts and for what is no tenant
   */
  static String checkedTenant(String tenant) {
    if (PERSONAL.contains(tenant.toLowerCase(Locale.ROOT))) {
      throw new Failure(
          ExitCode.USAGE,
          "personal Microsoft accounts are not supported, so neither is the tenant " + tenant,
          "give the id or a domain of a work or school tenant");
    }
    for (int i = 0; i < tenant.length(); i++) {
      char c = tenant.charAt(i);
      boolean allowed = (c < 128 && Character.isLetterOrDigit(c)) || c == '-' || c == '.';
      if (!allowed) {
        throw new Failure(
            ExitCode.USAGE,
            "\"" + tenant + "\" is not a tenant",
            "give its id, such as 00000000-0000-0000-0000-000000000000, or its domain, such as"
                + " contoso.onmicrosoft.com");
      }
    }
    return tenant;
  }

  private static void requireNotPersonal(Token token) {
    String tenant = token.tenant();
    if (tenant != null && PERSONAL.contains(tenant)) {
      throw new Failure(
          ExitCode.AUTH,
          "this is a personal Microsoft account, which is not supported",
          "sign in with a work or school account");
    }
  }

  /**
   * The authority: {@code AZURE_AUTHORITY_HOST}, the variable of Azure's own libraries, else the
   * cloud's.
   */
  private static URI authority(AuthSettings settings) {
    String given = settings.variable("AZURE_AUTHORITY_HOST");
    if (given == null) {
      return URI.create("https://" + settings.cloud().loginHost() + "/");
    }
    try {
      URI uri = URI.create(given.contains("://") ? given : "https://" + given);
      if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
        return URI.create("https://" + uri.getRawAuthority() + "/");
      }
    } catch (IllegalArgumentException malformed) {
      // Reported below like every other value that is no address.
    }
    throw new Failure(
        ExitCode.USAGE,
        "AZURE_AUTHORITY_HOST is not an https address",
        "write https://HOST, or unset it to use " + settings.cloud().loginHost());
  }
}
