package dev.joinedgroups.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.joinedgroups.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code groups add} of one definition, against a server that answers as it is told to. */
class AddTest {
  private static final String DEFINITION =
      """
      displayName: Library
      mailNickname: library
      mailEnabled: true
      securityEnabled: false
      groupTypes: [Unified]
      """;
  private static final String BODY =
      "{\"displayName\":\"Library\",\"mailNickname\":\"library\",\"mailEnabled\":true,"
          + "\"securityEnabled\":false,\"groupTypes\":[\"Unified\"]}";
  private static final String TOKEN = "t0ken-t0ken-t0ken";

  @TempDir Path directory;
  private final WireMockServer server = new WireMockServer(options().dynamicPort());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private Program program() {
    return new Program(directory)
        .file("library.yaml", DEFINITION)
        .with("GROUPS_ENDPOINT", server.baseUrl() + "/beta")
        .with("GROUPS_TOKEN", TOKEN);
  }

  private void answer(ResponseDefinitionBuilder response) {
    server.stubFor(post(anyUrl()).willReturn(response));
  }

  private List<LoggedRequest> posts() {
    return server.getAllServeEvents().stream()
        .map(event -> LoggedRequest.createFrom(event.getRequest()))
        .filter(request -> request.getMethod().equals(RequestMethod.POST))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "joined-groups-ref, me,               /beta/me/joinedGroups/$ref",
    "joined-groups,     me,               /beta/me/joinedGroups",
    "groups,            me,               /beta/groups",
    "joined-groups-ref, a b/c?d#e@f.org,  /beta/users/a%20b%2Fc%3Fd%23e@f.org/joinedGroups/$ref",
    "joined-groups,     ümläut,           /beta/users/%C3%BCml%C3%A4ut/joinedGroups",
  })
  void sendsExactlyThis(String target, String user, String path) {
    answer(aResponse().withStatus(201).withBody("{\"id\":\"g-1\",\"displayName\":\"Library\"}"));
    Program.Result result =
        program().run("add", "library.yaml", "--target", target, "--user", user);
    assertEquals(
        """
        exit 0
        --- out
        id           g-1
        displayName  Library
        --- err
        """,
        result.whole());
    LoggedRequest request = posts().getFirst();
    assertEquals(1, posts().size());
    assertEquals(path, request.getUrl());
    assertEquals(BODY, request.getBodyAsString());
    String id = request.getHeader("client-request-id");
    assertEquals(id, UUID.fromString(id).toString());
    StringBuilder headers = new StringBuilder();
    request.getHeaders().all().stream()
        .map(header -> header.key().toLowerCase(Locale.ROOT) + ": " + header.firstValue())
        .filter(header -> !header.startsWith("host:") && !header.startsWith("client-request-id:"))
        .filter(header -> !header.startsWith("connection:") && !header.startsWith("user-agent:"))
        .sorted()
        .forEach(header -> headers.append(header).append('\n'));
    assertEquals(
        """
        accept: application/json
        authorization: Bearer t0ken-t0ken-t0ken
        content-length: 118
        content-type: application/json
        """,
        headers.toString());
    assertTrue(request.getHeader("User-Agent").startsWith("groups/"));
  }

  @Test
  void addsAGroupThatExistsByReference() {
    answer(aResponse().withStatus(204));
    Program.Result result =
        program().run("add", "--existing", "45b7d2e7-b882-4a80-ba97-10b7a63b8fa4");
    assertEquals("", result.out());
    assertEquals(0, result.exitCode(), result.whole());
    assertEquals("/beta/me/joinedGroups/$ref", posts().getFirst().getUrl());
    assertEquals(
        "{\"@odata.id\":\""
            + server.baseUrl()
            + "/beta/groups/45b7d2e7-b882-4a80-ba97-10b7a63b8fa4\"}",
        posts().getFirst().getBodyAsString());
  }

  @Test
  void flagsOverrideFiles() {
    answer(aResponse().withStatus(201).withBody("{\"id\":\"g-1\"}"));
    program()
        .run(
            "add",
            "library.yaml",
            "--display-name",
            "Bücherei",
            "--no-mail-enabled",
            "--set",
            "ext12345678_x={\"a\": 1.50}");
    assertEquals(
        "{\"displayName\":\"Bücherei\",\"mailNickname\":\"library\",\"mailEnabled\":false,"
            + "\"securityEnabled\":false,\"groupTypes\":[\"Unified\"],"
            + "\"ext12345678_x\":{\"a\":1.50}}",
        posts().getFirst().getBodyAsString());
  }

  @Test
  void aRefusalPointsIntoTheDefinition() {
    answer(
        aResponse()
            .withStatus(400)
            .withHeader("request-id", "r-1")
            .withBody(
                """
                {"error": {"code": "Request_BadRequest",
                 "message": "Invalid value specified for property 'mailNickname' of resource 'Group'.",
                 "innerError": {"request-id": "r-1", "date": "2026-01-01T00:00:00"}}}
                """));
    Program.Result result = program().run("add", "library.yaml");
    assertEquals(5, result.exitCode(), result.whole());
    assertEquals("", result.out());
    assertTrue(result.err().startsWith("library.yaml:2:15: error: "), result.whole());
    assertTrue(
        result.err().contains("    2 | mailNickname: library\n      |               ^^^^^^^\n"),
        result.whole());
    assertTrue(result.err().contains("Request_BadRequest"), result.whole());
    assertTrue(result.err().contains("r-1"), result.whole());
    assertEquals(1, posts().size());
  }

  @ParameterizedTest
  @CsvSource({
    "302, 5", "400, 5", "401, 4", "403, 4", "404, 5", "405, 5", "409, 5", "413, 5", "429, 6",
    "503, 6",
  })
  void everyRefusalHasItsExitCode(int status, int exitCode) {
    answer(aResponse().withStatus(status).withHeader("Location", "http://localhost/elsewhere"));
    Program.Result result = program().run("add", "library.yaml", "--retries", "0");
    assertOneError(exitCode, result);
    assertEquals(1, posts().size());
  }

  @ParameterizedTest
  @CsvSource({"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
  void whatMayHaveBeenAddedIsNotSentAgain(Fault fault) {
    answer(aResponse().withFault(fault));
    server.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404)));
    assertOneError(7, program().run("add", "library.yaml"));
    assertEquals(1, posts().size());
  }

  @Test
  void whatMayHaveBeenAddedIsLookedUp() {
    answer(aResponse().withStatus(500));
    server.stubFor(
        get(anyUrl())
            .willReturn(
                aResponse()
                    .withBody(
                        """
                        {"value": [{"id": "g-7", "displayName": "Library",
                         "mailNickname": "library", "createdDateTime": "2999-01-01T00:00:00Z"}]}
                        """)));
    Program.Result result = program().run("add", "library.yaml", "-o", "tsv", "--fields", "id");
    assertEquals(0, result.exitCode(), result.whole());
    assertEquals("g-7\n", result.out());
    assertEquals(1, posts().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"id\": \"g-1\", \"displayNa", "''", "<html><body>Welcome</body></html>", "[]"})
  void aSuccessThatCannotBeReadIsASuccessWithAWarning(String body) {
    answer(aResponse().withStatus(201).withBody(body));
    Program.Result result = program().run("add", "library.yaml");
    assertEquals(0, result.exitCode(), result.whole());
    assertEquals("", result.out());
    assertTrue(result.err().startsWith("warning: "), result.whole());
    assertEquals(1, posts().size());
  }

  @Test
  void anEndlessSuccessIsASuccessWithAWarning() {
    answer(aResponse().withStatus(201).withBody(new byte[50 * 1024 * 1024]));
    Program.Result result = program().run("add", "library.yaml");
    assertEquals(0, result.exitCode(), result.whole());
    assertEquals("", result.out());
    assertTrue(result.err().startsWith("warning: "), result.whole());
  }

  @ParameterizedTest
  @CsvSource({"table", "json", "yaml", "ndjson", "tsv"})
  void controlCharactersOfAServerAreHarmless(String format) {
    answer(
        aResponse()
            .withStatus(201)
            .withBody(
                "{\"id\":\"g\",\"displayName\":\"\\u001b[31mred\\u0007\\u009b\\u007f\\r"
                    + "\\n"
                    + "x\\ty\"}"));
    Program.Result result = program().run("add", "library.yaml", "-o", format);
    assertEquals(0, result.exitCode(), result.whole());
    for (char c : result.out().toCharArray()) {
      boolean separator = c == '\n' || (c == '\t' && format.equals("tsv"));
      assertFalse(Character.isISOControl(c) && !separator, result.whole());
    }
    assertTrue(result.out().contains("red"), result.whole());
  }

  @Test
  void nobodyListening() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Program.Result result =
        program()
            .with("GROUPS_ENDPOINT", "http://127.0.0.1:" + port)
            .run("add", "library.yaml", "-q");
    assertOneError(6, result);
  }

  @Test
  void noSuchHost() {
    Program.Result result =
        program().with("GROUPS_ENDPOINT", "https://graph.invalid/beta").run("add", "library.yaml");
    assertOneError(6, result);
  }

  @Test
  void tokensDoNotTravelInTheClear() {
    Program.Result result =
        program().with("GROUPS_ENDPOINT", "http://graph.invalid/beta").run("add", "library.yaml");
    assertOneError(2, result);
  }

  @Test
  void noToken() {
    Program.Result result = program().with("GROUPS_TOKEN", "").run("add", "library.yaml");
    assertOneError(4, result);
    assertTrue(result.err().contains("groups auth login"), result.whole());
    assertEquals(0, posts().size());
  }

  @Test
  void aTokenThatCannotBeAHeaderIsNotSaid() {
    Program.Result result =
        program().with("GROUPS_TOKEN", "abc\r\nX-Evil: 1").run("add", "library.yaml");
    assertOneError(4, result);
    assertFalse(result.err().contains("X-Evil"), result.whole());
    assertEquals(0, posts().size());
  }

  @Test
  void oneBadDefinitionAndNothingIsSent() {
    Program.Result result =
        program().file("bad.json", "{\"displayName\": 1}").run("add", "library.yaml", "bad.json");
    assertEquals(3, result.exitCode(), result.whole());
    assertEquals("", result.out());
    assertEquals(0, posts().size());
  }

  @Test
  void aDryRunSaysWhatWouldBeSentAndSendsNothing() {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
    Program.Result result =
        new Program(directory)
            .file("library.yaml", DEFINITION)
            .run("add", "--dry-run", "library.yaml", "--endpoint", server.baseUrl());
    String id = result.out().replaceAll("(?s).*client-request-id: ([0-9a-f-]{36})\n.*", "$1");
    String agent = "groups/" + Version.number();
    assertEquals(
        """
        exit 0
        --- out
        POST %1$s/me/joinedGroups/$ref
        Authorization: Bearer ***
        Accept: application/json
        Content-Type: application/json
        client-request-id: %2$s
        User-Agent: %3$s

        %4$s

        curl --request POST '%1$s/me/joinedGroups/$ref' \\
          --header "Authorization: Bearer $GROUPS_TOKEN" \\
          --header 'Accept: application/json' \\
          --header 'Content-Type: application/json' \\
          --header 'client-request-id: %2$s' \\
          --header 'User-Agent: %3$s' \\
          --data-raw '%4$s'
        --- err
        """
            .formatted(server.baseUrl(), id, agent, BODY),
        result.whole());
    assertEquals(0, server.getAllServeEvents().size());
  }

  /** A long line would wrap, and its carets stand under nothing. */
  @Test
  void aRefusalShowsNoMoreOfALineThanTheTerminalIsWide() {
    answer(
        aResponse()
            .withStatus(400)
            .withBody(
                "{\"error\": {\"code\": \"Request_BadRequest\", \"message\": \"Invalid value"
                    + " specified for property 'mailNickname' of resource 'Group'.\"}}"));
    AtomicInteger asked = new AtomicInteger();
    IntSupplier width =
        () -> {
          asked.incrementAndGet();
          return 50;
        };
    Program.Result result =
        program()
            .file(
                "long.json",
                "{\"displayName\": \"A library with a very long name, so that this line is long\","
                    + " \"mailNickname\": \"library\", \"mailEnabled\": false,"
                    + " \"securityEnabled\": true}")
            .with("NO_COLOR", "1")
            .terminal(new Terminal(false, false, true, width))
            .run("add", "long.json");
    assertEquals(
        """
        exit 5
        --- out
        --- err
        long.json:1:95: error: the service refused 'A library with a very long name, so that this line \
        is long' (400): Request_BadRequest: Invalid value specified for property 'mailNickname' of \
        resource 'Group'.
            1 | …ilNickname": "library", "mailEnabled": f…
              |               ^^^^^^^^^
        """,
        result.whole());
    assertEquals(1, asked.get());
  }

  @Test
  void failuresForProgramsAreJson() {
    answer(
        aResponse()
            .withStatus(403)
            .withHeader("request-id", "r-1")
            .withBody(
                "{\"error\": {\"code\": \"Authorization_RequestDenied\", \"message\": \"No.\"}}"));
    Program.Result result = program().run("add", "library.yaml", "-o", "json");
    assertEquals(4, result.exitCode(), result.whole());
    String line = result.err();
    assertEquals(1, line.lines().count(), result.whole());
    assertTrue(line.startsWith("{\"level\":\"error\",\"message\":"), line);
    for (String field :
        List.of(
            "\"exitCode\":4",
            "\"code\":\"Authorization_RequestDenied\"",
            "\"status\":403",
            "\"requestId\":\"r-1\"",
            "\"clientRequestId\":")) {
      assertTrue(line.contains(field), line);
    }
  }

  private static void assertOneError(int exitCode, Program.Result result) {
    assertEquals(exitCode, result.exitCode(), result.whole());
    assertEquals("", result.out(), result.whole());
    long errors = result.err().lines().filter(line -> line.contains("error: ")).count();
    assertEquals(1, errors, result.whole());
    assertFalse(result.err().contains("\tat "), result.whole());
    assertFalse(result.err().contains(TOKEN), result.whole());
  }
}
