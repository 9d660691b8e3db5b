package dev.joinedgroups.run;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.joinedgroups.definition.NodeJson;
import dev.joinedgroups.definition.ResponseParser;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.graph.Target;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One definition against a real HTTP server. */
class DeliveryTest {
  private static final String DEFINITION =
      """
      {"displayName":"Zürich \\"West\\"","mailNickname":"zurich","mailEnabled":true}\
      """;
  private static final WireMockServer SERVER = new WireMockServer(wireMockConfig().dynamicPort());

  private Bench bench = new Bench("http://unset.invalid");

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @BeforeEach
  void open() {
    SERVER.resetAll();
    bench = new Bench(base());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static String base() {
    return "http://127.0.0.1:" + SERVER.port() + "/beta";
  }

  private static Submission.NewGroup security() {
    return new Submission.NewGroup(
        DEFINITION, "zurich", "Zürich \"West\"", false, Bench.CLIENT_REQUEST_ID);
  }

  private static Submission.NewGroup unified() {
    return new Submission.NewGroup(
        DEFINITION, "zurich", "Zürich \"West\"", true, Bench.CLIENT_REQUEST_ID);
  }

  private static ResponseDefinitionBuilder answer(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withHeader("request-id", "r-1")
        .withBody(body);
  }

  private static void onPost(ResponseDefinitionBuilder... answers) {
    inTurn("POST", answers);
  }

  private static void onGet(ResponseDefinitionBuilder... answers) {
    inTurn("GET", answers);
  }

  /** The answers one after the other; the last one stays. */
  private static void inTurn(String method, ResponseDefinitionBuilder... answers) {
    for (int i = 0; i < answers.length; i++) {
      var turn =
          (method.equals("POST") ? post(anyUrl()) : get(anyUrl()))
              .inScenario(method)
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "" + i)
              .willReturn(answers[i]);
      SERVER.stubFor(i + 1 < answers.length ? turn.willSetStateTo("" + (i + 1)) : turn);
    }
  }

  private static List<LoggedRequest> requests() {
    List<LoggedRequest> all =
        SERVER.getAllServeEvents().stream()
            .map(event -> LoggedRequest.createFrom(event.getRequest()))
            .collect(Collectors.toList());
    return all.reversed();
  }

  private static String methods() {
    return requests().stream()
        .map(request -> request.getMethod().value())
        .collect(Collectors.joining(" "));
  }

  /** Method, path, headers in name order, and body. */
  private static String whole(LoggedRequest request) {
    String headers =
        request.getHeaders().all().stream()
            .sorted(
                Comparator.comparing((HttpHeader header) -> header.key().toLowerCase(Locale.ROOT)))
            .map(header -> header.key() + ": " + String.join(" | ", header.values()) + "\n")
            .collect(Collectors.joining());
    return request.getMethod().value()
        + " "
        + request.getUrl()
        + "\n"
        + headers
        + "\n"
        + new String(request.getBody(), StandardCharsets.UTF_8);
  }

  private static String found(String name, String created, String extra) {
    return "{\"value\":[{\"id\":\"g-1\",\"mailNickname\":\"zurich\",\"displayName\":\""
        + name
        + "\",\"createdDateTime\":\""
        + created
        + "\""
        + extra
        + "}]}";
  }

  private static final String OURS = found("Zürich \\\"West\\\"", "2026-03-01T12:00:00Z", "");
  private static final String NOBODY = "{\"value\":[]}";

  // What is sent.

  @ParameterizedTest
  @CsvSource({
    "JOINED_GROUPS_REF, me, /beta/me/joinedGroups/$ref",
    "JOINED_GROUPS, me, /beta/me/joinedGroups",
    "GROUPS, me, /beta/groups",
    "JOINED_GROUPS_REF, 'a/b c#é', /beta/users/a%2Fb%20c%23%C3%A9/joinedGroups/$ref",
    "JOINED_GROUPS, anna+x@contoso.com, /beta/users/anna%2Bx@contoso.com/joinedGroups",
  })
  void theRequestIsWhatTheDocumentSays(Target target, String user, String path) {
    onPost(answer(201, "{\"id\":\"g-1\"}"));
    bench.target(target).user(user).deliver(security());
    assertEquals(1, requests().size());
    assertEquals(
        "POST "
            + path
            + "\n"
            + "Accept: application/json\n"
            + "Authorization: Bearer first-token\n"
            + "client-request-id: "
            + Bench.CLIENT_REQUEST_ID
            + "\nContent-Length: "
            + DEFINITION.getBytes(StandardCharsets.UTF_8).length
            + "\nContent-Type: application/json\n"
            + "Host: 127.0.0.1:"
            + SERVER.port()
            + "\nUser-Agent: groups/test\n\n"
            + DEFINITION,
        whole(requests().getFirst()));
  }

  @Test
  void aReferenceNamesTheGroupByItsAddress() {
    onPost(aResponse().withStatus(204));
    bench.target(Target.GROUPS);
    Outcome outcome =
        bench.deliver(Submission.Reference.of(bench.endpoint(), "6b1c", Bench.CLIENT_REQUEST_ID));
    assertInstanceOf(Outcome.Added.class, outcome);
    assertEquals("/beta/me/joinedGroups/$ref", requests().getFirst().getUrl());
    assertEquals(
        "{\"@odata.id\":\"" + base() + "/groups/6b1c\"}", requests().getFirst().getBodyAsString());
  }

  @Test
  void aReferenceThatIsThereAlreadyCountsAsAdded() {
    onPost(answer(400, "{\"error\":{\"code\":\"Request_BadRequest\",\"message\":\"exists\"}}"));
    onGet(answer(200, "{\"value\":[{\"id\":\"6B1C\"}]}"));
    Outcome outcome =
        bench.deliver(Submission.Reference.of(bench.endpoint(), "6b1c", Bench.CLIENT_REQUEST_ID));
    assertEquals(ExitCode.OK, outcome.exitCode());
    assertEquals("POST GET", methods());
    assertEquals("/beta/me/joinedGroups?$filter=id%20eq%20%276b1c%27", requests().get(1).getUrl());
    assertEquals(List.of("the group 6b1c is one of the joined groups already"), bench.said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret\r\nX-Evil: 1", "secret\n", "sécret", "", "two words", "x\u0000y"})
  void aTokenThatCanBeNoneIsNeitherSentNorShown(String token) {
    bench.token(token);
    Failure failure = assertThrows(Failure.class, () -> bench.deliver(security()));
    assertEquals(ExitCode.AUTH, failure.exitCode());
    assertEquals(
        switch (token) {
          case "secret\r\nX-Evil: 1", "secret\n" -> "the token has a line break in it";
          case "" -> "the token is empty";
          default -> "the token has a character in it that no token has";
        },
        failure.getMessage());
    assertEquals(null, failure.getCause());
    assertEquals("", methods());
  }

  // What was added.

  @ParameterizedTest
  @ValueSource(ints = {200, 201})
  void theGroupIsAsTheServiceSentIt(int status) {
    String group =
        "{\"id\":\"g-1\",\"displayName\":\"a\\u001b[31m\",\"n\":1.50,\"new\":{\"x\":[]}}";
    onPost(answer(status, group));
    Outcome.Added added = assertInstanceOf(Outcome.Added.class, bench.deliver(security()));
    assertEquals(group, NodeJson.compact(added.group()).replace("\\u001B", "\\u001b"));
    assertEquals(status, added.status());
    assertEquals("r-1", added.requestId());
    assertEquals("", added.warning());
    assertEquals("POST", methods());
    assertEquals(List.of(Bench.CLIENT_REQUEST_ID), bench.intents);
  }

  @Test
  void noContentIsSuccessWithoutAGroup() {
    onPost(aResponse().withStatus(204).withHeader("request-id", "r-1"));
    assertEquals(
        new Outcome.Added(null, 204, "r-1", Bench.CLIENT_REQUEST_ID, ""),
        bench.deliver(security()));
    assertEquals("POST", methods());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{\"id\":\"g-1\",\"disp' | is not a group in JSON",
        "'' | is empty",
        "<html><title>Hi</title></html> | is not a group in JSON",
        "[] | is not a group in JSON",
      })
  void a201WithoutAReadableGroupIsSuccessWithAWarning(String body, String warning) {
    onPost(answer(201, body));
    assertEquals(
        new Outcome.Added(
            null,
            201,
            "r-1",
            Bench.CLIENT_REQUEST_ID,
            "the group was created, but the service's answer " + warning),
        bench.deliver(security()));
    assertEquals("POST", methods());
  }

  @Test
  void a201OfFiftyMegabytesIsNotReadToItsEnd() {
    onPost(answer(201, "{\"id\":\"" + "x".repeat(50 * 1024 * 1024) + "\"}"));
    Outcome.Added added = assertInstanceOf(Outcome.Added.class, bench.deliver(security()));
    assertEquals(
        "the group was created, but the service's answer broke off or was too long to read",
        added.warning());
    assertEquals("POST", methods());
  }

  // What was refused.

  @Test
  void aRefusalSaysWhatTheServiceSaid() {
    onPost(
        answer(
                400,
                """
                {"error":{"code":"Request_BadRequest","message":"A value is required for property \
                'mailEnabled' of resource 'Group'.","details":[{"code":"x","message":"second",\
                "target":"mailEnabled"}],"innerError":{"date":"2026-03-01T12:00:00",\
                "request-id":"inner","client-request-id":"c"}}}\
                """)
            .withHeader("Date", "Sun, 01 Mar 2026 12:00:00 GMT")
            .withHeader("x-ms-ags-diagnostic", "{\"DC\":\"x\"}"));
    Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, bench.deliver(security()));
    assertEquals(ExitCode.REFUSED, refused.exitCode());
    assertEquals(
        """
        the service refused 'Zürich "West"' (400): Request_BadRequest: A value is required for \
        property 'mailEnabled' of resource 'Group'.; second
        hint:\s
        code: Request_BadRequest
        status: 400
        requestId: r-1
        date: Sun, 01 Mar 2026 12:00:00 GMT
        diagnostic: {"DC":"x"}
        clientRequestId: 5f2c1a9e-0b3d-4d39-9c55-2f0f5a8f7e11\
        """,
        Bench.told(refused));
    assertEquals(List.of("mailEnabled", "Group"), refused.error().propertyCandidates());
    var definition =
        ResponseParser.object(
            "group.json", "{\"a\":1,\n \"mailEnabled\": 7}".getBytes(StandardCharsets.UTF_8));
    assertEquals(2, refused.place(definition).line());
    assertEquals("POST", methods());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | text/html | <html><title>Not Found</title></html> | (404): Not Found",
        "405 | text/plain | 'Not allowed\nhere' | (405): Not allowed",
        "413 | '' | '' | '(413, without saying why)'",
        "400 | application/json | '{\"error\":{\"code\":\"\",\"message\":\"no\"}}' | (400): no",
        "409 | application/json | '{\"odata.error\":{\"code\":\"C\",\"message\":"
            + "{\"lang\":\"en\",\"value\":\"no\"}}}' | (409): C: no",
        "400 | application/json | '{\"error\":\"invalid\",\"error_description\":\"d\"}'"
            + "| (400): invalid: d",
        "422 | application/problem+json | '{\"title\":\"T\",\"detail\":\"D\"}' | (422): D",
      })
  void refusalsOfEveryFormExitWith5(int status, String type, String body, String said) {
    ResponseDefinitionBuilder answer = aResponse().withStatus(status).withBody(body);
    onPost(type.isEmpty() ? answer : answer.withHeader("Content-Type", type));
    Outcome outcome = bench.deliver(security());
    assertEquals(ExitCode.REFUSED, outcome.exitCode());
    assertEquals("the service refused 'Zürich \"West\"' " + said, outcome.failure().getMessage());
    assertEquals("POST", methods());
  }

  @Test
  void aRedirectIsNotFollowed() {
    onPost(aResponse().withStatus(302).withHeader("Location", base() + "/elsewhere"));
    SERVER.stubFor(any(anyUrl()).withHost(equalTo("elsewhere")).willReturn(aResponse()));
    Outcome outcome = bench.deliver(security());
    assertEquals(ExitCode.REFUSED, outcome.exitCode());
    assertEquals(
        "the service answered with a redirect (302) to " + base() + "/elsewhere",
        outcome.failure().getMessage());
    assertEquals("POST", methods());
  }

  @ParameterizedTest
  @CsvSource({
    "401, the service does not accept the token",
    "403, 'the service does not permit adding ''Zürich \"West\"'''",
  })
  void deniedIsExit4AndSentOnce(int status, String message) {
    onPost(answer(status, "{\"error\":{\"code\":\"E\",\"message\":\"m\"}}"));
    Outcome outcome = bench.deliver(security());
    assertEquals(ExitCode.AUTH, outcome.exitCode());
    assertEquals(message + " (" + status + "): E: m", outcome.failure().getMessage());
    assertEquals("POST", methods());
  }

  @Test
  void a401IsAnsweredOnceWithAnotherToken() {
    onPost(answer(401, ""), answer(201, "{\"id\":\"g-1\"}"));
    bench.refreshedToken("second-token");
    assertEquals(ExitCode.OK, bench.deliver(security()).exitCode());
    assertEquals(
        List.of("Bearer first-token", "Bearer second-token"),
        requests().stream().map(request -> request.getHeader("Authorization")).toList());
  }

  @Test
  void aSecond401IsFinal() {
    onPost(answer(401, ""));
    bench.refreshedToken("second-token");
    assertEquals(ExitCode.AUTH, bench.deliver(security()).exitCode());
    assertEquals("POST POST", methods());
  }

  // What is tried again.

  @ParameterizedTest
  @CsvSource({
    "429, '2', 2s",
    "429, '2.128', 2.1s",
    "429, '3, 7', 7s",
    "429, 'Sun, 01 Mar 2026 12:01:30 GMT', 1m30s",
    "503, '0', 0ms",
    "429, 'soon', 500ms",
    "503, '-5', 500ms",
  })
  void throttlingWaitsAsLongAsTheServiceAsks(int status, String retryAfter, String wait) {
    onPost(
        answer(status, "{}")
            .withHeader("Retry-After", retryAfter)
            .withHeader("Date", "Sun, 01 Mar 2026 12:00:00 GMT"),
        answer(201, "{\"id\":\"g-1\"}"));
    assertEquals(ExitCode.OK, bench.deliver(security()).exitCode());
    assertEquals("POST POST", methods());
    String why =
        status == 429 ? "the service is throttling (429)" : "the service is unavailable (503)";
    assertEquals(List.of(why + "; trying again in " + wait), bench.said);
    assertEquals(
        1, requests().stream().map(r -> r.getHeader("client-request-id")).distinct().count());
  }

  @Test
  void aWriteThatMetAnotherIsRepeated() {
    onPost(
        answer(409, "{\"error\":{\"code\":\"Directory_ConcurrencyViolation\",\"message\":\"\"}}"),
        answer(201, "{\"id\":\"g-1\"}"));
    assertEquals(ExitCode.OK, bench.deliver(security()).exitCode());
    assertEquals(
        List.of("the service is busy with another change (409); trying again in 500ms"),
        bench.said);
  }

  @Test
  void throttlingEndsAfterTheRetries() {
    onPost(answer(429, "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"slow\"}}"));
    bench.policy(new RetryPolicy(2, Duration.ofMinutes(5), Duration.ofSeconds(30), false));
    Outcome outcome = bench.deliver(security());
    assertEquals(ExitCode.UNREACHABLE, outcome.exitCode());
    assertEquals("POST POST POST", methods());
    assertEquals(
        """
        'Zürich "West"' was not added: the service is throttling (429), still after 2 retries
        hint: nothing was added by this; run it again later
        code: TooManyRequests
        status: 429
        requestId: r-1
        clientRequestId: 5f2c1a9e-0b3d-4d39-9c55-2f0f5a8f7e11\
        """,
        Bench.told(outcome));
  }

  @Test
  void nobodyWaitsLongerThanAllowed() {
    onPost(answer(429, "{}").withHeader("Retry-After", "200"));
    Outcome outcome = bench.deliver(security());
    assertEquals(ExitCode.UNREACHABLE, outcome.exitCode());
    assertEquals("POST POST", methods());
    assertEquals(
        "'Zürich \"West\"' was not added: the service is throttling (429), and waiting 3m20s more"
            + " is longer than --max-wait allows",
        outcome.failure().getMessage());
  }

  // What is not known.

  @ParameterizedTest
  @ValueSource(ints = {202, 500, 502, 504, 507})
  void whatMayHaveBeenAddedIsLookedUp(int status) {
    onPost(answer(status, ""));
    onGet(answer(200, NOBODY), answer(200, OURS));
    Outcome.Added added = assertInstanceOf(Outcome.Added.class, bench.deliver(security()));
    assertEquals("g-1", added.group().string("id"));
    assertEquals("POST GET GET", methods());
    assertEquals(
        "/beta/me/joinedGroups?$filter=mailNickname%20eq%20%27zurich%27",
        requests().get(1).getUrl());
    assertEquals(
        List.of(
            "whether 'Zürich \"West\"' was added is not known: the service answered "
                + status
                + "; trying again in 1s"),
        bench.said);
  }

  @Test
  void aSecurityGroupThatIsNotFoundIsNotSentAgain() {
    onPost(answer(500, ""));
    onGet(answer(200, NOBODY));
    Outcome outcome = bench.deliver(security());
    assertEquals(ExitCode.UNKNOWN, outcome.exitCode());
    assertEquals("POST GET GET GET GET GET GET", methods());
    assertEquals(
        "whether 'Zürich \"West\"' was added is not known: the service answered 500, and it was"
            + " not found since",
        outcome.failure().getMessage());
  }

  @Test
  void aMicrosoft365GroupThatIsNotFoundIsSentAgain() {
    onPost(answer(500, ""), answer(201, "{\"id\":\"g-2\"}"));
    onGet(answer(200, NOBODY));
    bench.policy(new RetryPolicy(5, Duration.ofMinutes(5), Duration.ZERO, false));
    assertEquals(ExitCode.OK, bench.deliver(unified()).exitCode());
    assertEquals("POST GET POST", methods());
    assertEquals(List.of("'Zürich \"West\"' was not found, so it is sent again"), bench.said);
    assertEquals(2, bench.intents.size());
  }

  @Test
  void theUserMayAskToSendAgain() {
    onPost(answer(500, ""), answer(201, "{\"id\":\"g-2\"}"));
    onGet(answer(200, NOBODY));
    bench.policy(new RetryPolicy(5, Duration.ofMinutes(5), Duration.ZERO, true));
    assertEquals(ExitCode.OK, bench.deliver(security()).exitCode());
    assertEquals("POST GET POST", methods());
  }

  @Test
  void aRefusalBecauseTheFirstArrivedIsSuccess() {
    onPost(answer(500, ""), answer(400, "{\"error\":{\"code\":\"x\",\"message\":\"exists\"}}"));
    onGet(answer(200, NOBODY), answer(200, OURS));
    bench.policy(new RetryPolicy(5, Duration.ofMinutes(5), Duration.ZERO, false));
    assertEquals(ExitCode.OK, bench.deliver(unified()).exitCode());
    assertEquals("POST GET POST GET", methods());
  }

  @Test
  void aRefusalThatDoesNotSettleTheFirstLeavesItUnknown() {
    onPost(answer(500, ""), answer(400, "{\"error\":{\"code\":\"x\",\"message\":\"exists\"}}"));
    onGet(answer(200, NOBODY));
    bench.policy(new RetryPolicy(5, Duration.ofMinutes(5), Duration.ZERO, false));
    Outcome outcome = bench.deliver(unified());
    assertEquals(ExitCode.UNKNOWN, outcome.exitCode());
    assertEquals(
        "whether 'Zürich \"West\"' was added is not known: the service answered 500, and when sent"
            + " again: the service refused 'Zürich \"West\"' (400): x: exists",
        outcome.failure().getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "Zürich \\\"West\\\", 2026-03-01T11:59:57Z, 2026-03-01T12:00:00Z",
    "Zürich \\\"West\\\", 2026-03-01T14:59:57Z, 2026-03-01T15:00:00Z",
    "Another, 2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
  })
  void somebodyElsesGroupIsNotTakenForOurs(String name, String created, String serverTime) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            java.time.Instant.parse(serverTime).atOffset(ZoneOffset.UTC));
    onPost(answer(500, ""), answer(400, "{\"error\":{\"code\":\"x\",\"message\":\"exists\"}}"));
    onGet(
        answer(200, found(name, created, ",\"groupTypes\":[\"Unified\"]"))
            .withHeader("Date", date));
    assertEquals(ExitCode.REFUSED, bench.deliver(unified()).exitCode());
    assertEquals("POST GET POST GET", methods());
  }

  @Test
  void severalThatFitLeaveItUnknown() {
    onPost(answer(500, ""));
    String one = OURS.substring(OURS.indexOf('[') + 1, OURS.indexOf(']'));
    onGet(answer(200, "{\"value\":[" + one + "," + one + "]}"));
    Outcome outcome = bench.deliver(unified());
    assertEquals(ExitCode.UNKNOWN, outcome.exitCode());
    assertEquals("POST GET", methods());
    assertEquals(
        "whether 'Zürich \"West\"' was added is not known: the service answered 500, and several"
            + " groups may be it",
        outcome.failure().getMessage());
  }

  @Test
  void furtherPagesAreFollowedOnTheSameOrigin() {
    onPost(answer(500, ""));
    String page = "{\"value\":[],\"@odata.nextLink\":\"" + base() + "/groups?$skiptoken=2\"}";
    onGet(answer(200, page), answer(200, OURS));
    assertEquals(ExitCode.OK, bench.deliver(security()).exitCode());
    assertEquals("/beta/groups?$skiptoken=2", requests().get(2).getUrl());
  }

  @Test
  void aNextPageElsewhereIsNotFetched() {
    onPost(answer(500, ""));
    String elsewhere = "http://localhost:" + SERVER.port() + "/x";
    onGet(answer(200, "{\"value\":[],\"@odata.nextLink\":\"" + elsewhere + "\"}"));
    bench.policy(new RetryPolicy(5, Duration.ofMinutes(5), Duration.ZERO, false));
    Outcome outcome = bench.deliver(unified());
    assertEquals(ExitCode.UNKNOWN, outcome.exitCode());
    assertEquals("POST GET", methods());
    assertEquals(
        "whether 'Zürich \"West\"' was added is not known: the service answered 500, and it could"
            + " not be looked up: the answer is no list of groups",
        outcome.failure().getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 403, 404, 405})
  void withoutALookUpItStaysUnknown(int status) {
    onPost(answer(500, ""));
    onGet(answer(status, ""));
    Outcome outcome = bench.deliver(unified());
    assertEquals(ExitCode.UNKNOWN, outcome.exitCode());
    assertEquals("POST GET", methods());
    assertEquals(
        """
        whether 'Zürich "West"' was added is not known: the service answered 500, and it could not \
        be looked up: the service answered %s
        hint: look whether it is there before adding it again
        status: 500
        requestId: r-1
        clientRequestId: 5f2c1a9e-0b3d-4d39-9c55-2f0f5a8f7e11\
        """
            .formatted(status),
        Bench.told(outcome));
  }

  @Test
  void aLookUpThatIsThrottledWaits() {
    onPost(answer(500, ""));
    onGet(answer(429, "").withHeader("Retry-After", "4"), answer(200, OURS));
    assertEquals(ExitCode.OK, bench.deliver(security()).exitCode());
    assertEquals("POST GET GET", methods());
    assertEquals(
        List.of(
            "whether 'Zürich \"West\"' was added is not known: the service answered 500;"
                + " trying again in 4s"),
        bench.said);
  }

  @Test
  void whatAnEarlierRunSentIsLookedUpFirst() throws InterruptedException {
    onGet(answer(200, OURS));
    Outcome outcome = bench.delivery().resume(unified(), Bench.START.minusSeconds(30));
    assertEquals(ExitCode.OK, outcome.exitCode());
    assertEquals("GET", methods());
  }
}
