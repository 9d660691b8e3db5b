package dev.joinedgroups.sandbox;

import static dev.joinedgroups.sandbox.SandboxClient.group;
import static dev.joinedgroups.sandbox.SandboxClient.unified;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.definition.ArrayNode;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ResponseParser;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTest {
  private static final String GUID =
      "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private Sandbox sandbox;
  private SandboxClient client;

  @BeforeEach
  void start() {
    restart(SandboxOptions.defaults());
  }

  private void restart(SandboxOptions options) {
    stop();
    sandbox = Sandbox.start(options, clock);
    client = new SandboxClient(sandbox);
  }

  @AfterEach
  void stop() {
    if (sandbox != null) {
      client.close();
      sandbox.close();
    }
  }

  private static SandboxOptions options(RateLimit limit, Duration lag, Path log) {
    return new SandboxOptions(0, Duration.ZERO, limit, Faults.none(), lag, log, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/me/joinedGroups/$ref",
        "/me/joinedGroups/%24ref",
        "/beta/me/joinedGroups",
        "/v1.0/me/joinedGroups/$ref",
        "/beta/users/a%40b.example/joinedGroups/$ref",
        "/users/5e23076a-f7f2-4f06-ba30-847c1ae99eb8/joinedGroups",
        "/beta/groups",
        "/groups"
      })
  void createsOnEveryPathOfTheDocument(String path) {
    HttpResponse<String> answer =
        client.post(
            path,
            group("n", ",\"id\":\"mine\",\"createdDateTime\":\"2000-01-01T00:00:00Z\"")
                .replace("\"D\"", "\"\\u00c9 \\\"D\\\" \\n\",\"n\":1.50e+1"));

    assertEquals(201, answer.statusCode());
    String id = object(answer.body()).string("id");
    assertTrue(String.valueOf(id).matches(GUID), id);
    assertEquals(
        "{\"id\":\""
            + id
            + "\",\"createdDateTime\":\"2026-02-03T04:05:06.0007000Z\","
            + "\"displayName\":\"É \\\"D\\\" \\n\",\"n\":1.50e+1,\"mailNickname\":\"n\","
            + "\"mailEnabled\":false,\"securityEnabled\":true}",
        answer.body());
    assertEquals("application/json", header(answer, "Content-Type"));
    assertEquals("c-1", header(answer, "client-request-id"));
    assertTrue(header(answer, "request-id").matches(GUID));
    assertEquals("4.0", header(answer, "OData-Version"));
    assertEquals("Tue, 03 Feb 2026 04:05:06 GMT", header(answer, "Date"));
    String location = header(answer, "Location");
    assertEquals(sandbox.baseUri() + path.replaceAll("/(\\$|%24)ref$", "") + "/" + id, location);
    assertEquals(answer.body(), client.get(URI.create(location).getRawPath()).body());
    assertEquals(1, sandbox.created());
  }

  /** Every type of the document, at its bounds, and names that the document has not. */
  @Test
  void takesWhatIsOfItsType() {
    String more =
        ",\"unseenCount\":-2147483648,\"unseenMessagesCount\":2147483647,\"theme\":null,"
            + "\"accessType\":\"private\",\"proxyAddresses\":[],"
            + "\"assignedLicenses\":[{\"disabledPlans\":[\"g\"],\"skuId\":null,\"more\":1}],"
            + "\"licenseProcessingState\":{\"state\":\"s\"},"
            + "\"renewedDateTime\":\"2016-12-31T23:59:56.7748726+03:00\","
            + "\"onPremisesExtensionAttributes\":{\"a\":1},"
            + "\"owners@odata.bind\":[\"x\"],\"example_courses\":{\"x\":[1,true,null]}";

    HttpResponse<String> answer = client.post("/me/joinedGroups/$ref", group("n", more));

    assertEquals(201, answer.statusCode(), answer.body());
    assertTrue(answer.body().endsWith(more + "}"), answer.body());
  }

  @Test
  void putsAnnotationsFirst() {
    String body =
        client.post("/groups", group("n", ",\"@odata.type\":\"#microsoft.graph.group\"")).body();

    assertTrue(body.startsWith("{\"@odata.type\":\"#microsoft.graph.group\",\"id\":"), body);
  }

  @Test
  void relatesAnExistingGroup() {
    String id = String.valueOf(object(client.post("/groups", group("n", "")).body()).string("id"));
    assertEquals(List.of(), ids(client.get("/me/joinedGroups")));

    HttpResponse<String> answer = client.post("/me/joinedGroups/$ref", reference(id));

    assertEquals(204, answer.statusCode());
    assertEquals("", answer.body());
    assertEquals(204, client.post("/me/joinedGroups/$ref", reference(id)).statusCode());
    assertEquals(List.of(id), ids(client.get("/me/joinedGroups")));
    assertEquals(1, sandbox.created());
  }

  @Test
  void takesAReferenceToAnyGuidAndNothingElse() {
    String path = "/me/joinedGroups/$ref";

    assertEquals(
        204, client.post(path, reference("00000000-0000-0000-0000-00000000000F")).statusCode());
    assertEquals(404, client.post(path, reference("nobody")).statusCode());
    assertEquals(400, client.post(path, "{\"@odata.id\":\"groups\"}").statusCode());
    assertEquals(400, client.post(path, "{\"@odata.id\":1}").statusCode());
  }

  private static String reference(String id) {
    return "{\"@odata.id\":\"https://graph.microsoft.com/beta/groups/" + id + "\"}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                    | BadRequest | Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.
          [{}]                 | BadRequest | Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.
          {}{}                 | BadRequest | Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.
          7                    | BadRequest | Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.
          {"a":1,"a":2}        | BadRequest | Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.
          {}                   | Request_BadRequest | A value is required for property 'displayName' of resource 'Group'.
          "mailEnabled":null   | Request_BadRequest | A value is required for property 'mailEnabled' of resource 'Group'.
          "mailEnabled":"true" | Request_BadRequest | Invalid value specified for property 'mailEnabled' of resource 'Group'.
          "securityEnabled":1  | Request_BadRequest | Invalid value specified for property 'securityEnabled' of resource 'Group'.
          "displayName":2024   | Request_BadRequest | Invalid value specified for property 'displayName' of resource 'Group'.
          "displayName":""     | Request_BadRequest | Invalid value specified for property 'displayName' of resource 'Group'.
          "mailNickname":""    | Request_BadRequest | Invalid value specified for property 'mailNickname' of resource 'Group'.
          "groupTypes":"Unified" | Request_BadRequest | Invalid value specified for property 'groupTypes' of resource 'Group'.
          "groupTypes":[1]     | Request_BadRequest | Invalid value specified for property 'groupTypes' of resource 'Group'.
          "accessType":"String" | Request_BadRequest | Invalid value specified for property 'accessType' of resource 'Group'.
          "unseenCount":3.5    | Request_BadRequest | Invalid value specified for property 'unseenCount' of resource 'Group'.
          "unseenCount":2147483648 | Request_BadRequest | Invalid value specified for property 'unseenCount' of resource 'Group'.
          "assignedLabels":[null] | Request_BadRequest | Invalid value specified for property 'assignedLabels' of resource 'Group'.
          "licenseProcessingState":{"state":1} | Request_BadRequest | Invalid value specified for property 'licenseProcessingState' of resource 'Group'.
          "accessType":1       | Request_BadRequest | Invalid value specified for property 'accessType' of resource 'Group'.
          """)
  void refusesWhatTheServiceRefuses(String body, String code, String message) {
    HttpResponse<String> answer =
        client.post("/me/joinedGroups", body.startsWith("\"") ? with(body) : body);

    assertEquals(400, answer.statusCode());
    assertError(answer, code, message);
    assertEquals(0, sandbox.created());
  }

  /** A valid group but for one member, which replaces or adds to what is required. */
  private static String with(String member) {
    String name = member.substring(0, member.indexOf(':') + 1);
    StringBuilder body = new StringBuilder("{").append(member);
    for (String required :
        List.of(
            "\"displayName\":\"D\"",
            "\"mailNickname\":\"n\"",
            "\"mailEnabled\":true",
            "\"securityEnabled\":true")) {
      body.append(required.startsWith(name) ? "" : "," + required);
    }
    return body.append('}').toString();
  }

  @Test
  void refusesAnEmptyBody() {
    assertError(client.post("/groups", ""), "BadRequest", "Empty Payload. JSON content expected.");
  }

  @Test
  void keepsNicknamesOfMicrosoft365GroupsUnique() {
    assertEquals(201, client.post("/me/joinedGroups", unified("Team")).statusCode());
    assertEquals(201, client.post("/me/joinedGroups", group("team", "")).statusCode());
    assertEquals(201, client.post("/me/joinedGroups", group("team", "")).statusCode());

    HttpResponse<String> answer = client.post("/users/other/joinedGroups", unified("tEAM"));

    assertEquals(400, answer.statusCode());
    assertError(
        answer,
        "Request_BadRequest",
        "Another object with the same value for property mailNickname already exists.");
    assertEquals(3, sandbox.created());
  }

  @Test
  void createsOneOfManyAtOnce() throws Exception {
    List<Callable<Integer>> posts = new ArrayList<>();
    for (int i = 0; i < 320; i++) {
      String body = unified("n" + i % 40);
      posts.add(() -> client.post("/me/joinedGroups/$ref", body).statusCode());
    }
    int created = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      for (Future<Integer> status : threads.invokeAll(posts)) {
        created += status.get() == 201 ? 1 : 0;
      }
    }

    assertEquals(40, created);
    assertEquals(40, sandbox.created());
  }

  @Test
  void wantsABearerToken() {
    for (String authorization : List.of("", "Bearer ", "Basic eDp5")) {
      HttpResponse<String> answer =
          client.send(client.request("/groups").setHeader("Authorization", authorization).GET());

      assertEquals(401, answer.statusCode());
      assertError(answer, "InvalidAuthenticationToken", "Access token is empty.");
      assertEquals("Bearer", header(answer, "WWW-Authenticate"));
    }
    assertEquals(
        200,
        client
            .send(client.request("/groups").setHeader("Authorization", "bearer x").GET())
            .statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "PATCH, /groups, 'GET, POST'",
    "DELETE, /me/joinedGroups, 'GET, POST'",
    "GET, /me/joinedGroups/$ref, POST",
    "POST, /groups/5e23076a-f7f2-4f06-ba30-847c1ae99eb8, GET",
    "HEAD, /groups, 'GET, POST'"
  })
  void namesTheMethodsThatAPathTakes(String method, String path, String allowed) {
    HttpResponse<String> answer =
        client.send(client.request(path).method(method, BodyPublishers.noBody()));

    assertEquals(405, answer.statusCode());
    assertEquals(allowed, header(answer, "Allow"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/beta",
        "/me",
        "/me/joinedGroups/",
        "/users//joinedGroups",
        "/v2/groups",
        "/me/joinedGroups/$ref/x",
        "/me/joinedgroup"
      })
  void knowsNoOtherPath(String path) {
    assertEquals(404, client.post(path, group("n", "")).statusCode());
  }

  @Test
  void wantsJson() {
    for (String type : List.of("text/plain", "application/jsonx")) {
      assertEquals(
          415,
          client
              .send(
                  client
                      .request("/groups")
                      .header("Content-Type", type)
                      .POST(BodyPublishers.ofString(group("n", ""))))
              .statusCode());
    }
    assertEquals(
        201,
        client
            .send(
                client
                    .request("/groups")
                    .header("Content-Type", "Application/JSON; charset=utf-8")
                    .POST(BodyPublishers.ofString(group("n", ""))))
            .statusCode());
  }

  @Test
  void takesFourMebibytesAndNoMore() {
    String start = group("n", ",\"description\":\"").replaceFirst("}$", "");
    String fits = start + "x".repeat(RequestReader.MOST_BODY - start.length() - 2) + "\"}";

    assertEquals(201, client.post("/groups", fits).statusCode());
    assertEquals(413, client.post("/groups", fits + " ").statusCode());
  }

  @Test
  void filtersByNickname() {
    String one = id(client.post("/me/joinedGroups", group("it's", "")));
    String two = id(client.post("/me/joinedGroups", group("IT'S", "")));
    client.post("/me/joinedGroups", group("its", ""));
    client.post("/users/other/joinedGroups", group("it's", ""));

    assertEquals(
        List.of(one, two), ids(client.get("/me/joinedGroups?$filter=mailNickname%20eq%20'it''s'")));
    assertEquals(
        List.of(one, two),
        ids(client.get("/beta/me/joinedGroups?%24filter=mailNickname+eq+%27it%27%27s%27")));
    assertEquals(
        List.of(), ids(client.get("/me/joinedGroups?$filter=mailNickname%20eq%20'nobody'")));
    assertEquals(3, ids(client.get("/groups?$filter=mailNickname%20eq%20'it''s'")).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$filter=displayName%20eq%20'x'",
        "$filter=mailNickname%20ne%20'x'",
        "$filter=mailNickname%20eq%20x",
        "$filter=mailNickname%20eq%20'it's'",
        "$filter=mailNickname%20eq%20'a'%20or%20mailNickname%20eq%20'b'",
        "$filter=",
        "$orderby=displayName",
        "$top=0",
        "$top=1000",
        "$top=x",
        "$skiptoken=99999999999",
        "$filter=%FF",
      })
  void refusesOtherQueries(String query) {
    assertEquals(400, client.get("/groups?" + query).statusCode());
  }

  @Test
  void pages() {
    List<String> created = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      created.add(id(client.post("/me/joinedGroups", group("n", ""))));
      client.post("/users/other/joinedGroups", group("n", ""));
    }

    List<String> seen = new ArrayList<>();
    String path = "/beta/me/joinedGroups?$top=2&$select=id&$filter=mailNickname%20eq%20%27n%27";
    List<Integer> sizes = new ArrayList<>();
    while (path != null) {
      HttpResponse<String> page = client.get(path);
      seen.addAll(ids(page));
      sizes.add(ids(page).size());
      String next = object(page.body()).string("@odata.nextLink");
      path = next == null ? null : next.substring(sandbox.baseUri().toString().length());
    }

    assertEquals(created, seen);
    assertEquals(List.of(2, 2, 1), sizes);
  }

  @Test
  void showsACollection() {
    String id = id(client.post("/me/joinedGroups", group("n", ",\"@x.y\":1")));

    assertEquals(
        "{\"@odata.context\":\""
            + sandbox.baseUri()
            + "/beta/$metadata#me/joinedGroups\",\"value\":[{\"@x.y\":1,\"id\":\""
            + id
            + "\",\"mailNickname\":\"n\"}]}",
        client.get("/beta/me/joinedGroups?$select=id,mailNickname").body());
  }

  @Test
  void findsNoGroupOfAnotherUser() {
    String id = id(client.post("/users/other/joinedGroups", group("n", "")));

    HttpResponse<String> answer = client.get("/me/joinedGroups/" + id);

    assertEquals(404, answer.statusCode());
    assertError(
        answer,
        "Request_ResourceNotFound",
        "Resource '"
            + id
            + "' does not exist or one of its queried reference-property objects are not present.");
    assertEquals(200, client.get("/groups/" + id).statusCode());
    assertEquals(404, client.get("/groups/x").statusCode());
  }

  @Test
  void limitsPostsInASlidingWindow() {
    restart(options(RateLimit.parse("2/10s"), Duration.ZERO, null));
    assertEquals(201, client.post("/groups", group("a", "")).statusCode());
    clock.advance("PT6.5S");
    assertEquals(201, client.post("/groups", group("b", "")).statusCode());

    HttpResponse<String> answer = client.post("/groups", group("c", ""));
    assertEquals(429, answer.statusCode());
    assertEquals("4", header(answer, "Retry-After"));
    assertEquals(200, client.get("/groups").statusCode());

    clock.advance("PT3.5S");
    assertEquals(201, client.post("/groups", group("c", "")).statusCode());
    assertEquals("7", header(client.post("/groups", group("d", "")), "Retry-After"));
    assertEquals(3, sandbox.created());
  }

  @Test
  void showsNewGroupsAfterTheLag() {
    restart(options(null, Duration.ofSeconds(30), null));
    String id = id(client.post("/me/joinedGroups", unified("n")));

    clock.advance("PT29.999S");
    assertEquals(List.of(), ids(client.get("/me/joinedGroups")));
    assertEquals(404, client.get("/me/joinedGroups/" + id).statusCode());
    assertEquals(400, client.post("/me/joinedGroups", unified("n")).statusCode());

    clock.advance("PT0.001S");
    assertEquals(List.of(id), ids(client.get("/me/joinedGroups")));
  }

  @Test
  void logsWhatItCreates() throws Exception {
    Path log = folder.resolve("created.ndjson");
    Files.writeString(log, "before\n");
    restart(options(null, Duration.ZERO, log));
    String id = id(client.post("/groups", group("n", "")));
    client.post("/groups", "{}");

    assertEquals(
        "before\n{\"time\":\"2026-02-03T04:05:06.0007000Z\",\"id\":\""
            + id
            + "\",\"mailNickname\":\"n\",\"displayName\":\"D\",\"clientRequestId\":\"c-1\"}\n",
        Files.readString(log));
  }

  @Test
  void saysThatAPortIsInUse() {
    int port = sandbox.baseUri().getPort();
    SandboxOptions again =
        new SandboxOptions(port, Duration.ZERO, null, Faults.none(), Duration.ZERO, null, 0);

    Failure failure = assertThrows(Failure.class, () -> Sandbox.start(again, clock));

    assertEquals(ExitCode.FAILURE, failure.exitCode());
    assertEquals(
        "cannot listen on 127.0.0.1:" + port + ": the port is in use", failure.getMessage());
  }

  @Test
  void saysThatTheLogCannotBeWritten() {
    Path log = folder.resolve("missing").resolve("log");

    Failure failure =
        assertThrows(Failure.class, () -> Sandbox.start(options(null, Duration.ZERO, log), clock));

    assertEquals(ExitCode.FAILURE, failure.exitCode());
    assertEquals("cannot write the log " + log, failure.getMessage());
  }

  private static void assertError(HttpResponse<String> answer, String code, String message) {
    ObjectNode error = (ObjectNode) object(answer.body()).get("error");
    ObjectNode inner = (ObjectNode) error.get("innerError");
    assertEquals(code, error.string("code"));
    assertEquals(message, error.string("message"));
    assertEquals("2026-02-03T04:05:06", inner.string("date"));
    assertEquals(header(answer, "request-id"), inner.string("request-id"));
    assertEquals(header(answer, "client-request-id"), inner.string("client-request-id"));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String id(HttpResponse<String> answer) {
    assertEquals(201, answer.statusCode(), answer.body());
    return String.valueOf(object(answer.body()).string("id"));
  }

  private static List<String> ids(HttpResponse<String> answer) {
    List<String> ids = new ArrayList<>();
    for (Node item : ((ArrayNode) object(answer.body()).get("value")).items()) {
      ids.add(((ObjectNode) item).string("id"));
    }
    return ids;
  }

  private static ObjectNode object(String body) {
    ObjectNode object = ResponseParser.object("answer", body.getBytes(StandardCharsets.UTF_8));
    assertTrue(object != null, body);
    return object;
  }
}
