package dev.joinedgroups.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.joinedgroups.Program;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code groups auth …} through the front door. */
class AuthCommandTest {
  @TempDir static Path authorityFolder;
  private static LocalAuthority authority;

  @TempDir Path folder;
  private Program program;

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
    program = program();
  }

  private Program program() {
    return new Program(folder)
        .with("AZURE_AUTHORITY_HOST", authority.url())
        .with("GROUPS_CA_FILE", authority.certificate().toString());
  }

  private static final String CODE =
      "to sign in, open https://login.example/device on any device and enter the code ABCD-EFGH"
          + " (valid for 15 min)\n";

  /** Without what depends on the time of the test. */
  private static String timeless(String text) {
    return text.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "TIME");
  }

  @Test
  void fromSignInToSignOut() {
    authority.offerDeviceCode();
    authority.answer(
        LocalAuthority.error(400, "authorization_pending", "Not yet."),
        LocalAuthority.userToken("access-token-of-megan", "refresh-token-of-megan"));

    assertEquals(
        "exit 0\n--- out\n--- err\n"
            + CODE
            + "signed in as megan@contoso.example for graph.microsoft.com; renews itself, now until"
            + " TIME\n",
        timeless(
            program
                .run("auth", "login", "--tenant", "contoso.example", "--client-id", "c-1")
                .whole()));

    assertEquals(
        """
        exit 0
        --- out
        source   the token cache (device-code)
        account  megan@contoso.example
        kind     delegated
        tenant   11111111-2222-3333-4444-555555555555
        client   c-1
        cloud    global
        host     graph.microsoft.com
        scopes   https://graph.microsoft.com/Group.ReadWrite.All
        expires  TIME; renews itself
        --- err
        """,
        timeless(program.run("auth", "status").whole()));

    assertEquals(
        """
        exit 0
        --- out
        {"source":"the token cache","method":"device-code","kind":"delegated",\
        "account":"megan@contoso.example","tenant":"11111111-2222-3333-4444-555555555555",\
        "client":"c-1","cloud":"global","host":"graph.microsoft.com",\
        "scopes":["https://graph.microsoft.com/Group.ReadWrite.All"],"expires":"TIME",\
        "expired":false,"renews":true}
        --- err
        """,
        timeless(program.run("auth", "status", "-o", "json").whole()));

    assertEquals(
        "exit 0\n--- out\naccess-token-of-megan\n--- err\n", program.run("auth", "token").whole());

    assertEquals("exit 0\n--- out\n--- err\nsigned out\n", program.run("auth", "logout").whole());
    assertEquals(
        "exit 0\n--- out\n--- err\nnobody was signed in\n", program.run("auth", "logout").whole());
    assertEquals(
        """
        exit 4
        --- out
        --- err
        error: there is no token
        help: sign in with `groups auth login --tenant TENANT --client-id ID`, or set GROUPS_TOKEN
        """,
        program.run("auth", "status").whole());
  }

  @Test
  void theCodeShowsEvenWhenQuiet() {
    authority.offerDeviceCode();
    authority.answer(LocalAuthority.userToken("access-token-of-megan", "refresh-token"));
    assertEquals(
        "exit 0\n--- out\n--- err\nwarning: " + CODE,
        program.run("auth", "login", "-q", "--client-id", "c-1").whole());
  }

  @Test
  void aTokenIsTakenFromStandardInput() {
    assertEquals(
        "exit 0\n--- out\n--- err\nsigned in for graph.microsoft.com\n",
        program.input("handed-in-token\n").run("auth", "login", "--with-token").whole());
    assertEquals(
        "exit 0\n--- out\nhanded-in-token\n--- err\n", program.run("auth", "token").whole());
    assertEquals(
        "exit 4\n--- out\n--- err\nerror: standard input is empty\n"
            + "help: write the token to it, and nothing else\n",
        program.input("\n").run("auth", "login", "--with-token").whole());
  }

  @Test
  void aClientSecretIsTakenFromStandardInputAFileOrTheEnvironment() {
    authority.answer(LocalAuthority.appToken("app-token-1"));
    String[] login = {
      "auth", "login", "--client-credentials", "--tenant", "contoso.example", "--client-id", "c-1"
    };
    assertEquals(0, program.with("AZURE_CLIENT_SECRET", "secret-of-env").run(login).exitCode());
    program.file("secret.txt", "secret-of-file\n");
    assertEquals(0, program.run(with(login, "--client-secret-file", "secret.txt")).exitCode());
    program.input("secret-of-input\n");
    assertEquals(0, program.run(with(login, "--client-secret-file", "-")).exitCode());
    for (String secret : List.of("secret-of-env", "secret-of-file", "secret-of-input")) {
      assertEquals(1, authority.tokenRequestsWith("client_secret=" + secret), secret);
    }
  }

  private static String[] with(String[] line, String... more) {
    String[] all = Arrays.copyOf(line, line.length + more.length);
    System.arraycopy(more, 0, all, line.length, more.length);
    return all;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "auth login --client-secret THE-SECRET",
        "auth login --client-secret=THE-SECRET",
        "auth login --client-secretTHE-SECRET",
        "auth login --token THE-SECRET",
        "auth login --with-token THE-SECRET",
        "auth login --with-token=THE-SECRET",
        "auth login THE-SECRET",
        "add --token THE-SECRET",
        "validate --token=THE-SECRET",
        "--token=THE-SECRET add"
      })
  void noSecretIsTakenFromTheCommandLine(String line) {
    Program.Result result = program.run(line.split(" "));
    assertEquals(2, result.exitCode(), result.whole());
    assertFalse(result.whole().contains("THE-SECRET"), result.whole());
  }

  @Test
  void theReasonIsSaid() {
    assertEquals(
        """
        exit 2
        --- out
        --- err
        error: --client-secret does not exist: other users can read command lines
        help: give a token as GROUPS_TOKEN or on standard input of `groups auth login --with-token`, \
        a client secret as AZURE_CLIENT_SECRET or by --client-secret-file
        """,
        program.run("auth", "login", "--client-secret", "THE-SECRET").whole());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--federated --with-token | --federated and --with-token are two ways to sign in",
        "--certificate x.pem | --certificate belongs to --client-credentials",
        "--federated-token-file x | --federated-token-file belongs to --federated",
        "--with-token --scope x | --with-token takes no --scope",
        "--client-credentials | --client-credentials needs a client secret or a certificate",
        "--client-credentials --client-secret-file a --certificate b"
            + " | --client-secret-file and --certificate are two credentials",
        "--tenant consumers --client-id c | personal Microsoft accounts are not supported, so"
            + " neither is the tenant consumers",
        "--tenant a/b --client-id c | \"a/b\" is not a tenant",
        "--tenant a.example | no client id is given, and this program has none of its own"
      })
  void whatCannotBeIsSaid(String options, String message) {
    Program.Result result = program.run(("auth login " + options).split(" "));
    assertEquals("", result.out());
    assertEquals("error: " + message, result.err().lines().findFirst().orElse(""));
    assertEquals(2, result.exitCode());
  }

  @Test
  void statusOfAnExpiredTokenSaysSoAndFails() {
    String token =
        LocalAuthority.jwt(
            "{\"exp\":1772355600,\"scp\":\"Group.ReadWrite.All\",\"upn\":\"m@contoso.example\"}");
    assertEquals(
        """
        exit 4
        --- out
        source   GROUPS_TOKEN
        account  m@contoso.example
        kind     delegated
        scopes   Group.ReadWrite.All
        expires  2026-03-01T09:00:00Z, has expired
        --- err
        error: the token of GROUPS_TOKEN has expired
        help: sign in again with `groups auth login`, or give another token
        """,
        program
            .with("GROUPS_TOKEN", token)
            .clock(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC))
            .run("auth", "status")
            .whole());
  }

  @Test
  void failuresAreJsonForPrograms() {
    assertEquals(
        """
        exit 4
        --- out
        --- err
        {"level":"error","message":"there is no token","hint":"sign in with \
        `groups auth login --tenant TENANT --client-id ID`, or set GROUPS_TOKEN","exitCode":4}
        """,
        program.run("auth", "status", "-o", "json").whole());
  }

  @Test
  void aSignInThatWillNotBeUsedSaysSo() {
    program.input("handed-in-token\n");
    assertEquals(
        "exit 0\n--- out\n--- err\nsigned in for graph.microsoft.com\nwarning: requests will carry"
            + " the token of GROUPS_TOKEN, which goes before this one\n",
        program.with("GROUPS_TOKEN", "still-set").run("auth", "login", "--with-token").whole());
    assertEquals(
        "exit 0\n--- out\n--- err\nsigned in for graph.microsoft.com\nwarning: requests will fail:"
            + " AZURE_CLIENT_SECRET is set, but AZURE_TENANT_ID and AZURE_CLIENT_ID are not\n",
        program()
            .with("AZURE_CLIENT_SECRET", "some-secret")
            .input("handed-in-token\n")
            .run("auth", "login", "--with-token")
            .whole());
  }

  @Test
  void signingOutSaysWhatStillCounts() {
    assertEquals(
        "exit 0\n--- out\n--- err\nnobody was signed in\n"
            + "warning: GROUPS_TOKEN is still set, and is what requests will carry\n",
        program.with("GROUPS_TOKEN", "still-set").run("auth", "logout").whole());
  }
}
