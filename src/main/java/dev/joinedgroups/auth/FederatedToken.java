package dev.joinedgroups.auth;

import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ResponseParser;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Secret;
import dev.joinedgroups.graph.Loopback;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The token of another issuer that stands for an application: from a file, from GitHub Actions
 * (GitHub documentation, "OpenID Connect reference") or from a variable, which is how GitLab hands
 * it out (GitLab documentation, "OpenID Connect (OIDC) Authentication Using ID Tokens").
 */
final class FederatedToken {
  /** The variable with the password of a certificate's key. */
  static final String CERTIFICATE_PASSWORD = "AZURE_CLIENT_CERTIFICATE_PASSWORD";

  private static final String AUDIENCE = "api://AzureADTokenExchange";
  private static final String TOKEN_FILE = "AZURE_FEDERATED_TOKEN_FILE";
  private static final String GITHUB_URL = "ACTIONS_ID_TOKEN_REQUEST_URL";
  private static final String GITHUB_TOKEN = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";
  private static final String GITLAB_TOKEN = "GITLAB_OIDC_TOKEN";

  private final AuthSettings settings;

  FederatedToken(AuthSettings settings) {
    this.settings = settings;
  }

  /**
   * Where the token is to be had: what was asked for, else the first that the environment has of a
   * token file, GitHub Actions and GitLab.
   *
   * @throws Failure with {@link ExitCode#AUTH} when there is none, saying what each platform needs
   */
  Renewal find(@Nullable Path file, @Nullable String variable) {
    if (file != null) {
      return new Renewal(Renewal.By.FEDERATED_FILE, file.toAbsolutePath().toString());
    }
    if (variable != null) {
      return new Renewal(Renewal.By.FEDERATED_VARIABLE, variable);
    }
    String named = settings.variable(TOKEN_FILE);
    if (named != null) {
      return new Renewal(
          Renewal.By.FEDERATED_FILE, settings.file(named).toAbsolutePath().toString());
    }
    if (settings.variable(GITHUB_URL) != null || settings.variable("GITHUB_ACTIONS") != null) {
      return new Renewal(Renewal.By.GITHUB_ACTIONS, "");
    }
    if (settings.variable(GITLAB_TOKEN) != null || settings.variable("GITLAB_CI") != null) {
      return new Renewal(Renewal.By.FEDERATED_VARIABLE, GITLAB_TOKEN);
    }
    throw new Failure(
        ExitCode.AUTH,
        "there is no federated token: no token file is named, and this is neither GitHub Actions"
            + " nor GitLab CI",
        "name it with --federated-token-file FILE or " + TOKEN_FILE);
  }

  /** The token, got that way. */
  AppCredential by(Renewal way) {
    CredentialFiles files = new CredentialFiles(settings.redactor());
    return switch (way.by()) {
      case FEDERATED_FILE -> files.assertion(settings.file(way.value()));
      case FEDERATED_VARIABLE -> files.assertion(variable(way.value()));
      case GITHUB_ACTIONS -> files.assertion(ofGitHub());
      case REFRESH_TOKEN, SECRET_FILE, CERTIFICATE_FILE, MANAGED_IDENTITY ->
          throw new IllegalArgumentException(way.by().label());
    };
  }

  private Secret variable(String name) {
    Secret token = settings.secret(name);
    if (token != null) {
      return token;
    }
    throw new Failure(
        ExitCode.AUTH,
        "the variable " + name + " holds no federated token",
        "in GitLab CI give the job `id_tokens: { " + name + ": { aud: '" + AUDIENCE + "' } }`");
  }

  private Secret ofGitHub() {
    String url = settings.variable(GITHUB_URL);
    Secret permit = settings.secret(GITHUB_TOKEN);
    if (url == null || permit == null) {
      throw new Failure(
          ExitCode.AUTH,
          (url == null ? GITHUB_URL : GITHUB_TOKEN) + " is not set, so GitHub gives no token",
          "give the job `permissions: { id-token: write }`");
    }
    settings.redactor().add(permit);
    URI uri = withAudience(url);
    AuthHttp.Response response = ask(uri, permit);
    ObjectNode body =
        ResponseParser.object("<GitHub>", response.body().getBytes(StandardCharsets.UTF_8));
    String value = body == null ? null : body.string("value");
    if (response.status() != 200 || value == null || value.isEmpty()) {
      throw new Failure(
              response.status() >= 500 ? ExitCode.UNREACHABLE : ExitCode.AUTH,
              "GitHub gave no token: it answered with status " + response.status(),
              "check the job's permission id-token: write, and run it again")
          .with("status", response.status());
    }
    return new Secret(value);
  }

  private AuthHttp.Response ask(URI uri, Secret permit) {
    settings.reporter().info("asking GitHub Actions for a token for " + AUDIENCE);
    Map<String, String> headers =
        Map.of("Authorization", "Bearer " + permit.reveal(), "Accept", "application/json");
    return settings.http().get().send(new AuthHttp.Request("GET", uri, headers, ""));
  }

  private static URI withAudience(String url) {
    try {
      String separator = url.indexOf('?') < 0 ? "?" : "&";
      URI uri =
          URI.create(
              url + separator + "audience=" + URLEncoder.encode(AUDIENCE, StandardCharsets.UTF_8));
      String host = AuthSettings.host(uri);
      if (Loopback.is(host) || (!host.isEmpty() && "https".equalsIgnoreCase(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException malformed) {
      // Reported below like every other value that is no address.
    }
    throw new Failure(
        ExitCode.AUTH,
        GITHUB_URL + " is not an https address",
        "nothing but GitHub Actions should set it");
  }
}
