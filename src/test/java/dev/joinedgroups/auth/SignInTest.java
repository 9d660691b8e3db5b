package dev.joinedgroups.auth;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest {
  private static final String TOKEN = "access-token-of-megan";
  private static final String REFRESH = "refresh-token-of-megan";

  @TempDir static Path authorityFolder;
  private static LocalAuthority authority;

  @TempDir Path folder;
  private World world;

  @BeforeAll
  static void start() throws Exception {
    authority = new LocalAuthority(authorityFolder);
  }

  @AfterAll
  static void stop() {
    authority.close();
  }

  @BeforeEach
  void fresh() {
    authority.server().resetAll();
    world = new World(folder).at(authority);
  }

  @Test
  void deviceCodeWaitsUntilTheUserHasAgreed() throws IOException {
    authority.offerDeviceCode();
    authority.answer(
        LocalAuthority.error(400, "authorization_pending", "AADSTS70016: Not yet."),
        LocalAuthority.error(400, "authorization_pending", "AADSTS70016: Not yet."),
        LocalAuthority.userToken(TOKEN, REFRESH));

    AuthStatus status = world.login().signIn(new SignInRequest.DeviceCode(List.of()));

    assertEquals(
        List.of(
            "to sign in, open https://login.example/device on any device and enter the code"
                + " ABCD-EFGH (valid for 15 min)"),
        world.prompts);
    assertEquals("device-code", status.method());
    assertEquals("megan@contoso.example", status.account());
    assertEquals(LocalAuthority.TENANT_ID, status.tenant());
    assertEquals("client-1", status.client());
    assertEquals("global", status.cloud());
    assertEquals("graph.microsoft.com", status.host());
    assertEquals(List.of("https://graph.microsoft.com/Group.ReadWrite.All"), status.scopes());
    assertEquals(TokenKind.DELEGATED, status.kind());
    assertTrue(status.renews());
    assertEquals(TOKEN, world.tokens().current().secret().reveal());

    Path file = world.cacheFolder.resolve("tokens.json");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(world.cacheFolder)));
    assertTrue(Files.readString(file).contains("\"value\":\"" + REFRESH + "\""));
    for (String secret : List.of(TOKEN, REFRESH, "the-device-code-that-is-secret")) {
      assertEquals("<***>", world.redactor.redact("<" + secret + ">"));
    }
  }

  @Test
  void asksForTheUsualScopesAndRenewal() {
    authority.offerDeviceCode();
    authority.answer(LocalAuthority.userToken(TOKEN, REFRESH));

    world.login().signIn(new SignInRequest.DeviceCode(List.of()));

    List<String> scopes = scopes(authority.tokenForms().getFirst());
    assertTrue(
        scopes.contains("https://graph.microsoft.com/Group.ReadWrite.All"), scopes::toString);
    assertTrue(scopes.contains("offline_access"), scopes::toString);
  }

  @Test
  void asksForTheScopesThatWereGiven() {
    authority.offerDeviceCode();
    authority.answer(LocalAuthority.userToken(TOKEN, REFRESH));

    world.login().signIn(new SignInRequest.DeviceCode(List.of("https://graph.example/One.Thing")));

    List<String> scopes = scopes(authority.tokenForms().getFirst());
    assertTrue(scopes.contains("https://graph.example/One.Thing"), scopes::toString);
    assertFalse(scopes.contains("https://graph.microsoft.com/Group.ReadWrite.All"));
  }

  private static List<String> scopes(String form) {
    for (String pair : form.split("&")) {
      if (pair.startsWith("scope=")) {
        return List.of(pair.substring(6).split(" "));
      }
    }
    return List.of();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "authorization_declined | the sign-in was declined",
        "expired_token | the code expired before it was used",
        "bad_verification_code" + " | the authority does not know the code of this sign-in any more"
      })
  void deviceCodeErrorsSayWhatHappened(String code, String message) {
    authority.offerDeviceCode();
    authority.answer(LocalAuthority.error(400, code, "AADSTS70000: Something."));

    Failure failure =
        assertThrows(
            Failure.class, () -> world.login().signIn(new SignInRequest.DeviceCode(List.of())));

    assertEquals("4: " + message + "\nstart again: `groups auth login`", World.told(failure));
    assertEquals(code, failure.details().get("code"));
    assertFalse(Files.exists(world.cacheFolder));
  }

  @Test
  void slowDownMakesEveryLaterWaitLonger() {
    authority.offerDeviceCode();
    authority.answer(
        LocalAuthority.error(400, "slow_down", "Too fast."),
        LocalAuthority.error(400, "authorization_pending", "Not yet."),
        LocalAuthority.error(400, "slow_down", "Too fast."),
        LocalAuthority.userToken(TOKEN, REFRESH));
    List<Duration> waits = new ArrayList<>();
    Msal msal = new Msal(world.settings(), URI.create(authority.url() + "/"), waits::add);

    SignIn.Granted granted =
        msal.deviceCode(
            LocalAuthority.TENANT, "client-1", List.of("https://graph.example/One"), prompt -> {});

    assertEquals(TOKEN, granted.token().secret().reveal());
    assertEquals(
        List.of(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10)), waits);
  }

  @Test
  void anInterruptedSignInStoresNothing() {
    authority.offerDeviceCode();
    authority.answer(LocalAuthority.error(400, "authorization_pending", "Not yet."));
    Thread here = Thread.currentThread();
    Login login = new Login(world.settings(), prompt -> here.interrupt());

    Failure failure =
        assertThrows(Failure.class, () -> login.signIn(new SignInRequest.DeviceCode(List.of())));

    assertTrue(Thread.interrupted());
    assertEquals(ExitCode.INTERRUPTED, failure.exitCode());
    assertFalse(Files.exists(world.cacheFolder));
  }

  @Test
  void clientSecretGetsAnAppOnlyToken() {
    authority.answer(LocalAuthority.appToken("app-token-1"));

    AuthStatus status =
        world
            .login()
            .signIn(new SignInRequest.WithSecret(new Secret("s3cret&with/odd=chars"), List.of()));

    assertEquals("client-credentials", status.method());
    assertEquals(TokenKind.APP_ONLY, status.kind());
    assertEquals("client-1", status.account());
    assertFalse(status.renews());
    String form = authority.tokenForms().getFirst();
    assertTrue(form.contains("grant_type=client_credentials"), form);
    assertTrue(form.contains("client_secret=s3cret&with/odd=chars"), form);
    assertEquals(List.of("https://graph.microsoft.com/.default"), defaultScope(form));
    assertEquals("***", world.redactor.redact("s3cret&with/odd=chars"));
  }

  private static List<String> defaultScope(String form) {
    return scopes(form).stream().filter(scope -> scope.endsWith("/.default")).toList();
  }

  @Test
  void aWrongSecretSaysWhatToCheck() {
    authority.answer(
        LocalAuthority.error(
            401, "invalid_client", "AADSTS7000215: Invalid client secret provided.\\r\\nTrace: 1"));

    Failure failure =
        assertThrows(
            Failure.class,
            () ->
                world
                    .login()
                    .signIn(new SignInRequest.WithSecret(new Secret("wrong-secret"), List.of())));

    assertEquals(
        "4: the authority does not accept the application's secret, certificate or token:"
            + " AADSTS7000215: Invalid client secret provided.\n"
            + "check that it has not expired, that it belongs to this client id, and that a secret"
            + " is its value and not its id",
        World.told(failure));
  }

  @Test
  void aSecretFileIsReadAgainToRenew() throws IOException {
    Path file = Files.writeString(folder.resolve("secret.txt"), "first-secret\n");
    authority.answer(
        LocalAuthority.appToken("app-token-1"), LocalAuthority.appToken("app-token-2"));

    AuthStatus status = world.login().signIn(new SignInRequest.WithSecretFile(file, List.of()));
    assertTrue(status.renews());
    Files.writeString(file, "second-secret\n");
    TokenProvider tokens = world.tokens();
    Token refused = tokens.current();
    Token newer = tokens.refreshed(refused.secret());

    assertEquals("app-token-1", refused.secret().reveal());
    assertEquals("app-token-2", newer.secret().reveal());
    assertEquals(1, authority.tokenRequestsWith("client_secret=first-secret"));
    assertEquals(1, authority.tokenRequestsWith("client_secret=second-secret"));
    assertEquals("app-token-2", world.tokens().current().secret().reveal());
  }

  @Test
  void aCertificateSignsAnAssertion() throws Exception {
    Path pfx = folder.resolve("app.pfx");
    LocalAuthority.keytool(
        "-genkeypair",
        "-keystore",
        pfx.toString(),
        "-storetype",
        "PKCS12",
        "-storepass",
        "pfx-password",
        "-alias",
        "app",
        "-keyalg",
        "RSA",
        "-dname",
        "CN=app");
    world.env.put("AZURE_CLIENT_CERTIFICATE_PASSWORD", "pfx-password");
    authority.answer(LocalAuthority.appToken("app-token-1"));

    AuthStatus status = world.login().signIn(new SignInRequest.WithCertificate(pfx, List.of()));

    assertEquals("client-credentials", status.method());
    assertTrue(status.renews());
    String form = authority.tokenForms().getFirst();
    assertTrue(
        form.contains(
            "client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
        form);
    int at = form.indexOf("client_assertion=") + 17;
    int end = form.indexOf('&', at) < 0 ? form.length() : form.indexOf('&', at);
    Jwt assertion = Jwt.of(form.substring(at, end));
    assertEquals("client-1", assertion.text("iss"));
  }

  @Test
  void aWrongPasswordOfACertificateIsSaid() throws Exception {
    Path pfx = folder.resolve("app.pfx");
    LocalAuthority.keytool(
        "-genkeypair",
        "-keystore",
        pfx.toString(),
        "-storetype",
        "PKCS12",
        "-storepass",
        "pfx-password",
        "-alias",
        "app",
        "-keyalg",
        "RSA",
        "-dname",
        "CN=app");

    Failure failure =
        assertThrows(
            Failure.class,
            () -> world.login().signIn(new SignInRequest.WithCertificate(pfx, List.of())));

    assertEquals(
        "4: the certificate file "
            + pfx
            + " is neither PEM nor a PKCS #12 file that opens\n"
            + "if it has a password, put that into AZURE_CLIENT_CERTIFICATE_PASSWORD",
        World.told(failure));
  }

  @Test
  void pemFilesWorkWithAndWithoutAPassword() throws Exception {
    assumeTrue(runs("openssl", "version"), "openssl is not installed");
    Path key = folder.resolve("key.pem");
    Path certificate = folder.resolve("cert.pem");
    Path encrypted = folder.resolve("encrypted.pem");
    assertTrue(
        runs(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-keyout",
            key.toString(),
            "-out",
            certificate.toString(),
            "-subj",
            "/CN=app",
            "-days",
            "30"));
    assertTrue(
        runs(
            "openssl",
            "pkcs8",
            "-topk8",
            "-in",
            key.toString(),
            "-out",
            encrypted.toString(),
            "-passout",
            "pass:pem-password"));
    CredentialFiles files = new CredentialFiles(world.redactor);
    Path plainPem = folder.resolve("plain.pem");
    Files.writeString(plainPem, Files.readString(certificate) + Files.readString(key));
    Path encryptedPem = folder.resolve("both.pem");
    Files.writeString(encryptedPem, Files.readString(encrypted) + Files.readString(certificate));

    AppCredential plain = files.certificate(plainPem, null);
    AppCredential opened = files.certificate(encryptedPem, new Secret("pem-password"));

    assertEquals(plain, opened);
    assertEquals(
        "4: the certificate file "
            + encryptedPem
            + " has an encrypted key\nput its password into AZURE_CLIENT_CERTIFICATE_PASSWORD",
        World.told(assertThrows(Failure.class, () -> files.certificate(encryptedPem, null))));
    assertEquals(
        "4: the certificate file "
            + key
            + " holds no certificate\nput the certificate and its PKCS #8 key into one file",
        World.told(assertThrows(Failure.class, () -> files.certificate(key, null))));
    assertEquals(
        "4: the certificate file "
            + certificate
            + " holds no private key\nput the certificate and its PKCS #8 key into one file",
        World.told(assertThrows(Failure.class, () -> files.certificate(certificate, null))));
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  @Test
  void aFederatedTokenComesFromAFile() throws IOException {
    Files.writeString(folder.resolve("federated"), "federated-token-of-file\n");
    world.env.put("AZURE_FEDERATED_TOKEN_FILE", "federated");
    authority.answer(LocalAuthority.appToken("app-token-1"));

    AuthStatus status = world.login().signIn(new SignInRequest.Federated(null, null, List.of()));

    assertEquals("federated", status.method());
    assertTrue(status.renews());
    assertEquals(1, authority.tokenRequestsWith("client_assertion=federated-token-of-file"));
  }

  @Test
  void gitHubActionsGivesAFederatedToken() {
    authority.answerGet("/oidc", LocalAuthority.json(200, "{\"value\":\"token-of-github\"}"));
    authority.answer(LocalAuthority.appToken("app-token-1"));
    world.env.put("GITHUB_ACTIONS", "true");
    world.env.put("ACTIONS_ID_TOKEN_REQUEST_URL", authority.url() + "/oidc?v=1");
    world.env.put("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "permit-of-the-job");

    world.login().signIn(new SignInRequest.Federated(null, null, List.of()));

    var asked =
        authority
            .server()
            .findAll(
                getRequestedFor(urlEqualTo("/oidc?v=1&audience=api%3A%2F%2FAzureADTokenExchange")));
    assertEquals("Bearer permit-of-the-job", asked.getFirst().getHeader("Authorization"));
    assertEquals(1, authority.tokenRequestsWith("client_assertion=token-of-github"));
  }

  @Test
  void gitHubActionsWithoutThePermissionSaysSo() {
    world.env.put("GITHUB_ACTIONS", "true");

    Failure failure =
        assertThrows(
            Failure.class,
            () -> world.login().signIn(new SignInRequest.Federated(null, null, List.of())));

    assertEquals(
        "4: ACTIONS_ID_TOKEN_REQUEST_URL is not set, so GitHub gives no token\n"
            + "give the job `permissions: { id-token: write }`",
        World.told(failure));
  }

  @Test
  void gitLabGivesAFederatedTokenInAVariable() {
    authority.answer(LocalAuthority.appToken("app-token-1"));
    world.env.put("GITLAB_CI", "true");

    Failure failure =
        assertThrows(
            Failure.class,
            () -> world.login().signIn(new SignInRequest.Federated(null, null, List.of())));
    assertEquals(
        "4: the variable GITLAB_OIDC_TOKEN holds no federated token\n"
            + "in GitLab CI give the job"
            + " `id_tokens: { GITLAB_OIDC_TOKEN: { aud: 'api://AzureADTokenExchange' } }`",
        World.told(failure));

    world.env.put("GITLAB_OIDC_TOKEN", "token-of-gitlab");
    world.login().signIn(new SignInRequest.Federated(null, null, List.of()));
    assertEquals(1, authority.tokenRequestsWith("client_assertion=token-of-gitlab"));

    world.env.put("OTHER", "token-of-another-name");
    world.login().signIn(new SignInRequest.Federated(null, "OTHER", List.of()));
    assertEquals(1, authority.tokenRequestsWith("client_assertion=token-of-another-name"));
  }

  @Test
  void aManagedIdentityAsksTheMachine() {
    authority.answerGet(
        "/metadata/identity/oauth2/token",
        LocalAuthority.json(
            200,
            "{\"access_token\":\"token-of-the-machine\",\"token_type\":\"Bearer\",\"expires_on\":\""
                + Instant.now().plusSeconds(3600).getEpochSecond()
                + "\",\"resource\":\"https://graph.microsoft.com\"}"));
    AuthHttp real = world.http.get();
    world.http =
        () ->
            request -> {
              // The address of the metadata service is fixed and not of this machine.
              assertEquals("http://169.254.169.254", origin(request.uri()));
              URI here =
                  URI.create(
                      authority.plainUrl()
                          + request.uri().getRawPath()
                          + "?"
                          + request.uri().getRawQuery());
              return real.send(
                  new AuthHttp.Request(request.method(), here, request.headers(), request.body()));
            };
    world.clientId = null;

    AuthStatus status = world.login().signIn(new SignInRequest.ManagedIdentity());

    assertEquals("managed-identity", status.method());
    assertEquals(TokenKind.APP_ONLY, status.kind());
    assertTrue(status.renews());
    assertEquals("token-of-the-machine", world.tokens().current().secret().reveal());
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  @Test
  void aHandedInTokenIsStoredUnlessItHasExpired() {
    world.login().signIn(new SignInRequest.WithToken(new Secret("  handed-in-token\n")));
    assertEquals("handed-in-token", world.tokens().current().secret().reveal());

    String expired = LocalAuthority.jwt("{\"exp\":1767225600,\"scp\":\"x\"}");
    Failure failure =
        assertThrows(
            Failure.class,
            () -> world.login().signIn(new SignInRequest.WithToken(new Secret(expired))));
    assertTrue(
        failure
            .getMessage()
            .startsWith("the token of standard input expired on 2026-01-01T00:00:00Z, "),
        failure.getMessage());
    assertEquals("handed-in-token", world.tokens().current().secret().reveal());
  }

  @Test
  void whatLacksIsSaidBeforeAnythingIsSent() {
    world.clientId = null;
    Failure noClient =
        assertThrows(
            Failure.class, () -> world.login().signIn(new SignInRequest.DeviceCode(List.of())));
    assertEquals(ExitCode.USAGE, noClient.exitCode());
    assertEquals(
        "no client id is given, and this program has none of its own", noClient.getMessage());
    assertTrue(noClient.hint().contains("App registrations"), noClient.hint());

    world.clientId = "client-1";
    world.tenant = null;
    Failure noTenant =
        assertThrows(
            Failure.class,
            () ->
                world
                    .login()
                    .signIn(new SignInRequest.WithSecret(new Secret("some-secret"), List.of())));
    assertEquals(
        "2: an application signs in to one tenant, and none is given\n"
            + "give its id or domain with --tenant, AZURE_TENANT_ID or the key tenant of the"
            + " configuration",
        World.told(noTenant));

    for (String personal : List.of("consumers", "9188040d-6c67-4c5b-b112-36a304b66dad")) {
      world.tenant = personal;
      Failure refused =
          assertThrows(
              Failure.class, () -> world.login().signIn(new SignInRequest.DeviceCode(List.of())));
      assertEquals(
          "2: personal Microsoft accounts are not supported, so neither is the tenant "
              + personal
              + "\ngive the id or a domain of a work or school tenant",
          World.told(refused));
    }
    assertEquals(List.of(), authority.tokenForms());
  }

  @Test
  void anAuthorityThatIsNotTrustedOrNotThereIsUnreachable() {
    world.http = World.web(null);
    Failure untrusted =
        assertThrows(
            Failure.class,
            () ->
                world
                    .login()
                    .signIn(new SignInRequest.WithSecret(new Secret("some-secret"), List.of())));
    assertEquals(
        "6: the certificate of "
            + authority.authority()
            + " is not trusted\n--ca-file FILE (or GROUPS_CA_FILE) trusts the authority that issued"
            + " it, as well",
        World.told(untrusted));
  }

  @Test
  void theApplicationOfTheEnvironmentSignsInByItself() {
    authority.answer(
        LocalAuthority.appToken("app-token-1"), LocalAuthority.appToken("app-token-2"));
    world.env.putAll(
        Map.of(
            "AZURE_TENANT_ID",
            LocalAuthority.TENANT,
            "AZURE_CLIENT_ID",
            "client-2",
            "AZURE_CLIENT_SECRET",
            "secret-of-the-environment"));
    TokenProvider tokens = world.tokens();

    Token token = tokens.current();
    Token newer = tokens.refreshed(token.secret());

    assertEquals("app-token-1", token.secret().reveal());
    assertEquals("AZURE_CLIENT_SECRET", token.source());
    assertEquals(TokenKind.APP_ONLY, token.kind());
    assertEquals("app-token-2", newer.secret().reveal());
    assertEquals(2, authority.tokenRequestsWith("client_secret=secret-of-the-environment"));
    assertFalse(Files.exists(world.cacheFolder));

    world.me = true;
    Failure failure = assertThrows(Failure.class, () -> world.tokens().current());
    assertEquals(
        "4: the token of AZURE_CLIENT_SECRET is an application's, which has no groups of its own"
            + " (/me needs a signed-in user)\n"
            + "say whose groups with --user ID, or post to /groups with --target groups, or sign in"
            + " as a user: `groups auth login`",
        World.told(failure));
  }

  @Test
  void aFailingAuthorityIsWorthAnotherTry() {
    authority.answer(LocalAuthority.json(503, "{}"));
    Failure failure =
        assertThrows(
            Failure.class,
            () ->
                world
                    .login()
                    .signIn(new SignInRequest.WithSecret(new Secret("some-secret"), List.of())));
    assertEquals(
        "6: the authority " + authority.authority() + " answered with status 503\nrun it again",
        World.told(failure));
  }
}
