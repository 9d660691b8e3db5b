package dev.joinedgroups.auth;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.joinedgroups.Main;
import dev.joinedgroups.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a token shows: in the token cache and in what {@code groups auth token} prints. */
class TokenSecrecyTest {
  private static final String MARK = "marked-token-that-must-show-nowhere-else-0123456789";
  private static final String ENCODED =
      Base64.getEncoder().encodeToString(MARK.getBytes(StandardCharsets.US_ASCII));

  @TempDir static Path authorityFolder;
  private static LocalAuthority authority;

  /** Its certificate is one that nobody trusts. */
  private static WireMockServer service;

  @TempDir Path folder;
  private Program program;

  @BeforeAll
  static void start() throws Exception {
    authority = new LocalAuthority(authorityFolder);
    service = new WireMockServer(options().dynamicPort().dynamicHttpsPort());
    service.start();
  }

  @AfterAll
  static void stop() {
    service.stop();
    authority.close();
  }

  @BeforeEach
  void fresh() throws IOException {
    authority.server().resetAll();
    service.resetAll();
    Files.createDirectory(folder.resolve("temporary"));
    program =
        new Program(folder)
            .with("TMPDIR", folder.resolve("temporary").toString())
            .with("AZURE_AUTHORITY_HOST", authority.url())
            .with("GROUPS_CA_FILE", authority.certificate().toString())
            .with("GROUPS_ENDPOINT", "http://localhost:" + service.port() + "/beta");
  }

  /** Where a token may come from, with a mark in it and in all that it is got with. */
  enum Place {
    VARIABLE {
      @Override
      void put(Program program) {
        program.with("GROUPS_TOKEN", MARK);
      }
    },
    APPLICATION {
      @Override
      void put(Program program) {
        authority.answer(LocalAuthority.appToken(MARK));
        program
            .with("AZURE_TENANT_ID", LocalAuthority.TENANT)
            .with("AZURE_CLIENT_ID", "c-1")
            .with("AZURE_CLIENT_SECRET", "secret-" + MARK);
      }
    },
    COMMAND {
      @Override
      void put(Program program) {
        program
            .with("PATH", System.getenv("PATH"))
            .with("TOKEN_FOR_TEST", MARK)
            .file(
                "token.sh",
                """
                cat /proc/$PPID/cmdline /proc/$$/cmdline > command-lines 2> /dev/null
                echo "$TOKEN_FOR_TEST"
                echo "gave $TOKEN_FOR_TEST" >&2
                """)
            .file(".config/groups/config.yaml", "token-command: [sh, token.sh]");
      }
    },
    HANDED_IN {
      @Override
      void put(Program program) {
        quiet(0, program.input(MARK + "\n").run("auth", "login", "-vv", "--with-token"));
      }
    },
    SIGNED_IN {
      @Override
      void put(Program program) {
        authority.offerDeviceCode();
        authority.answer(LocalAuthority.userToken(MARK, "refresh-" + MARK));
        quiet(0, program.run("auth", "login", "-vv", "--client-id", "c-1"));
      }
    };

    abstract void put(Program program);

    boolean isCache() {
      return this == HANDED_IN || this == SIGNED_IN;
    }
  }

  private static Program.Result quiet(int exit, Program.Result result) {
    assertEquals(exit, result.exitCode(), result.whole());
    assertSecret("output", result.whole());
    return result;
  }

  private static void assertSecret(String where, String text) {
    assertFalse(text.contains(MARK) || text.contains(ENCODED), () -> where + ": " + text);
  }

  /** Adds a group twice, once with everything on standard error as JSON. */
  private void add(int exit, String... more) {
    for (String format : new String[] {"table", "json"}) {
      List<String> line =
          new ArrayList<>(List.of("add", "-vv", "-o", format, "--target", "groups"));
      if (!List.of(more).contains("many.ndjson") && !List.of(more).contains("--existing")) {
        line.addAll(
            List.of(
                "--display-name",
                "Library",
                "--mail-nickname",
                "library",
                "--mail-enabled",
                "--no-security-enabled",
                "--group-types",
                "Unified"));
      }
      line.addAll(List.of(more));
      quiet(exit, program.run(line.toArray(String[]::new)));
    }
  }

  private static void answer(ResponseDefinitionBuilder answer) {
    service.stubFor(post(urlPathEqualTo("/beta/groups")).willReturn(answer));
  }

  private static void lookUp(ResponseDefinitionBuilder answer) {
    service.stubFor(get(urlPathEqualTo("/beta/groups")).willReturn(answer));
  }

  /** An answer that says the token wherever the program reads what a service says. */
  private static ResponseDefinitionBuilder echo(int status) {
    return LocalAuthority.json(
            status,
            """
            {"error":{"code":"%s","message":"refused %s and %s","details":[{"code":"%s",\
            "message":"%s","target":"%s"}],"innerError":{"request-id":"%s","date":"%s"}}}
            """
                .replace("%s", MARK))
        .withHeader("request-id", MARK)
        .withHeader("client-request-id", MARK)
        .withHeader("x-ms-ags-diagnostic", "{\"ServerInfo\":{\"Slice\":\"" + MARK + "\"}}")
        .withHeader("Location", "https://example.org/?token=" + MARK)
        .withHeader("WWW-Authenticate", "Bearer error_description=\"" + MARK + "\"")
        .withHeader("Retry-After", "0");
  }

  private static final ResponseDefinitionBuilder NOTHING_FOUND =
      LocalAuthority.json(200, "{\"value\":[]}");

  @ParameterizedTest
  @EnumSource(Place.class)
  void aTokenShowsNowhereButWhereItIsAskedFor(Place place) throws IOException {
    place.put(program);
    answers();
    faults();
    many();
    withoutSending();
    commands();
    assertOnlyInTheCache(place);
    Program.Result token = program.run("auth", "token", "-vv");
    assertEquals(MARK + "\n", token.out());
    assertSecret("auth token", token.err());
    quiet(0, program.run("auth", "logout", "-vv"));
    assertOnlyInTheCache(Place.VARIABLE);
  }

  private void answers() {
    answer(LocalAuthority.json(201, "{\"id\":\"g-1\"}"));
    add(0);
    answer(LocalAuthority.json(201, "{cut").withHeader("request-id", MARK));
    add(0);
    for (int status : new int[] {302, 400, 404, 405, 409, 413}) {
      answer(echo(status));
      add(5, "--retries", "0");
    }
    for (int status : new int[] {401, 403}) {
      answer(echo(status));
      add(4);
    }
    for (int status : new int[] {429, 503}) {
      answer(echo(status));
      add(6, "--retries", "0");
      add(6, "--retries", "1");
    }
    for (int status : new int[] {500, 502, 504}) {
      answer(echo(status));
      for (int looked : new int[] {401, 403, 404, 500}) {
        lookUp(echo(looked));
        add(7, "--max-wait", "0s");
      }
      lookUp(NOTHING_FOUND);
      add(7, "--max-wait", "0s");
      add(7, "--max-wait", "0s", "--resend-unknown", "--retries", "1");
    }
    for (int status : new int[] {401, 404, 500}) {
      lookUp(echo(status));
      add(status == 401 ? 4 : status == 404 ? 5 : 6, "--if-exists", "skip", "--max-wait", "0s");
    }
    lookUp(NOTHING_FOUND);
  }

  private void faults() {
    for (Fault fault : Fault.values()) {
      answer(aResponse().withFault(fault));
      add(7, "--max-wait", "0s");
    }
    answer(echo(400).withFixedDelay(2000));
    add(7, "--max-wait", "0s", "--timeout", "50ms");
    add(6, "--endpoint", "https://localhost:" + service.httpsPort() + "/beta");
    add(6, "--endpoint", "http://localhost:1/beta");
  }

  private void many() {
    StringBuilder text = new StringBuilder();
    for (String nickname : List.of("one", "two", "three")) {
      text.append(
          """
          {"displayName":"Group","mailNickname":"%s","mailEnabled":true,\
          "securityEnabled":false,"groupTypes":["Unified"]}
          """
              .formatted(nickname));
    }
    program.file("many.ndjson", text.toString());
    answer(LocalAuthority.json(201, "{\"id\":\"g-1\"}"));
    service.stubFor(
        post(urlPathEqualTo("/beta/groups"))
            .withRequestBody(containing("\"two\""))
            .willReturn(echo(500)));
    quiet(7, program.run("add", "many.ndjson", "-vv", "--target", "groups", "--max-wait", "0s"));
    add(7, "many.ndjson", "--resume", "--max-wait", "0s");
    answer(echo(401));
    add(7, "many.ndjson", "--resume", "--resend-unknown", "--max-wait", "0s");
    answer(LocalAuthority.json(201, "{\"id\":\"g-1\"}"));
    add(0, "many.ndjson", "--resume", "--resend-unknown", "--max-wait", "0s");
    add(0, "many.ndjson", "--restart", "--journal", "of-my-own.journal");
  }

  private void withoutSending() {
    add(0, "--dry-run");
    add(0, "--sandbox");
    add(0, "many.ndjson", "--dry-run", "--restart");
    add(2, "--no-such-option");
    add(3, "--visibility", "Nonsense");
    add(2, "--existing", "45b7d2e7-b882-4a80-ba97-10b7a63b8fa4");
  }

  private void commands() {
    program.input("");
    quiet(0, program.run("auth", "status", "-vv"));
    quiet(0, program.run("auth", "status", "-vv", "-o", "json"));
    quiet(0, program.run("validate", "-vv", "many.ndjson"));
    quiet(1, program.run("validate", "-vv", "missing.json"));
    quiet(0, program.run("schema", "-vv"));
    quiet(0, program.run("explain", "-vv", "displayName"));
    quiet(0, program.run("completion", "-vv", "bash"));
    quiet(2, program.run("sandbox", "-vv", "--port", "nonsense"));
    quiet(4, program.run("auth", "login", "-vv", "--with-token"));
    authority.offerDeviceCode();
    quiet(2, program.run("auth", "login", "-vv", "--tenant", "consumers", "--client-id", "c-1"));
    for (String command :
        List.of("add", "auth login", "auth status", "auth token", "auth logout", "sandbox")) {
      quiet(0, program.run((command + " --help").split(" ")));
    }
  }

  private void assertOnlyInTheCache(Place place) throws IOException {
    Path cache = folder.resolve(".cache/groups/tokens.json");
    assertEquals(place.isCache(), Files.exists(cache) && read(cache).contains(MARK));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        assertSecret("name", file.toString());
        if (Files.isRegularFile(file) && !file.equals(cache)) {
          assertSecret(file.toString(), read(file));
        }
      }
    }
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  private static void close(ServerSocket server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void otherUsersSeeNoTokenInTheProcessList(Place place) throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/cmdline")), "there is no /proc");
    place.put(program);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ProcessBuilder builder =
          ProcessesTest.javaProcess(
              Main.class,
              List.of(),
              "add",
              "-vv",
              "--endpoint",
              "http://127.0.0.1:" + server.getLocalPort(),
              "--target",
              "groups",
              "--display-name",
              "Library",
              "--mail-nickname",
              "library",
              "--mail-enabled",
              "--no-security-enabled",
              "--group-types",
              "Unified");
      builder.environment().clear();
      builder.environment().putAll(program.environment());
      Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
      var _ = process.onExit().thenRun(() -> close(server)); // So that nobody waits for it in vain.
      try (Socket connection = server.accept()) {
        String commandLine = read(Path.of("/proc/" + process.pid() + "/cmdline"));
        assertTrue(commandLine.contains("--display-name"), commandLine);
        assertSecret("command line", commandLine);
        connection
            .getOutputStream()
            .write(
                "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
        connection.shutdownOutput();
        connection.getInputStream().readAllBytes();
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(4, process.waitFor(), said);
      assertSecret("output", said);
      assertOnlyInTheCache(place);
    }
  }
}
