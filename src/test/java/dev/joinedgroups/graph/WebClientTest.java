package dev.joinedgroups.graph;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.joinedgroups.diagnostics.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One request to a server that is not the endpoint. */
class WebClientTest {
  private static final WireMockServer SERVER = new WireMockServer(wireMockConfig().dynamicPort());

  private WebClient client = client(Map.of());

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @BeforeEach
  void reset() {
    SERVER.resetAll();
  }

  @AfterEach
  void close() {
    client.close();
  }

  private static WebClient client(Map<String, String> environment) {
    return new WebClient(
        new WebClient.Settings(
            Duration.ofSeconds(20), ProxySettings.of(environment::get), "groups/test", null));
  }

  private static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + SERVER.port() + path);
  }

  private static void answer(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(any(anyUrl()).willReturn(answer));
  }

  private static LoggedRequest request() {
    List<LoggedRequest> requests =
        SERVER.getAllServeEvents().stream()
            .map(event -> LoggedRequest.createFrom(event.getRequest()))
            .toList();
    assertEquals(1, requests.size());
    return requests.getFirst();
  }

  /** The failure of a request in a line: its exit code, message and hint. */
  private String failing(URI uri) {
    Failure failure = assertThrows(Failure.class, () -> client.send("GET", uri, Map.of(), ""));
    return failure.exitCode() + ": " + failure.getMessage() + " | " + failure.hint();
  }

  private static int closedPort() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return closed.getLocalPort();
    }
  }

  @Test
  void whatIsSentArrivesAndWhatIsAnsweredComesBack() {
    answer(aResponse().withStatus(302).withHeader("Location", "/b", "/c").withBody("größer"));
    WebClient.Page page =
        client.send("PUT", uri("/a?b=c"), Map.of("Accept", "text/plain", "X-One", "1"), "für");
    assertEquals(302, page.status());
    assertEquals(List.of("/b", "/c"), page.headers().get("location"));
    assertEquals("größer", page.body());
    LoggedRequest sent = request();
    assertEquals(
        "PUT /a?b=c text/plain 1 groups/test für",
        String.join(
            " ",
            sent.getMethod().value(),
            sent.getUrl(),
            sent.getHeader("Accept"),
            sent.getHeader("X-One"),
            sent.getHeader("User-Agent"),
            sent.getBodyAsString()));
  }

  @Test
  void withoutABodyNoneIsSentAndAUserAgentMayBeReplaced() {
    answer(aResponse().withStatus(200));
    client.send("GET", uri("/"), Map.of("User-Agent", "other/1"), "");
    assertEquals("other/1", request().getHeader("User-Agent"));
    assertEquals("", request().getBodyAsString());
  }

  @Test
  void aProxyIsToldItsCredentials() {
    answer(aResponse().withStatus(200).withBody("by proxy"));
    client = client(Map.of("HTTP_PROXY", "http://me:pa55@127.0.0.1:" + SERVER.port()));
    URI beyond = URI.create("http://login.invalid/token");
    assertEquals("by proxy", client.send("POST", beyond, Map.of(), "a=b").body());
    assertEquals("login.invalid", request().getHost());
    assertEquals("Basic bWU6cGE1NQ==", request().getHeader("Proxy-Authorization"));
  }

  @Test
  void aProxyWithoutCredentialsIsToldNone() {
    answer(aResponse().withStatus(200).withBody("by proxy"));
    client = client(Map.of("HTTP_PROXY", "http://127.0.0.1:" + SERVER.port()));
    URI beyond = URI.create("http://login.invalid/token");
    assertEquals("by proxy", client.send("GET", beyond, Map.of(), "").body());
    assertEquals(null, request().getHeader("Proxy-Authorization"));
  }

  @Test
  void whoIsNotThereIsNamed() throws IOException {
    int port = closedPort();
    for (String scheme : List.of("http", "https")) {
      assertEquals(
          "UNREACHABLE: could not connect to 127.0.0.1:" + port + ": connection refused | ",
          failing(URI.create(scheme + "://127.0.0.1:" + port + "/")));
    }
    client = client(Map.of("HTTP_PROXY", "http://proxy.invalid:3128"));
    assertEquals(
        "UNREACHABLE: could not connect to the proxy proxy.invalid:3128: there is no host of that"
            + " name | check HTTPS_PROXY",
        failing(URI.create("http://login.invalid/")));
  }

  @Test
  void anAnswerThatDoesNotComeIsAFailure() {
    answer(aResponse().withFault(Fault.EMPTY_RESPONSE));
    assertEquals(
        "UNREACHABLE: 127.0.0.1:"
            + SERVER.port()
            + ": the connection broke before an answer came | run it again",
        failing(uri("/")));
  }

  @Test
  void anInterruptEndsIt() {
    Thread.currentThread().interrupt();
    assertEquals("INTERRUPTED: interrupted before the request was sent | ", failing(uri("/")));
    assertTrue(Thread.interrupted());
    assertEquals(List.of(), SERVER.getAllServeEvents());
  }

  @Test
  void nothingIsSentOnceItIsClosed() throws IOException {
    answer(aResponse().withStatus(200));
    URI secure = URI.create("https://127.0.0.1:" + closedPort() + "/");
    client.send("GET", uri("/"), Map.of(), "");
    failing(secure);
    client.close();
    for (URI uri : List.of(uri("/"), secure)) {
      assertEquals(
          "UNREACHABLE: "
              + uri.getAuthority()
              + ": the connection broke before an answer came | run it again",
          failing(uri));
      Failure post = assertThrows(Failure.class, () -> client.send("POST", uri, Map.of(), "a=b"));
      assertEquals(
          "the connection to " + uri.getAuthority() + " broke before anything was sent",
          post.getMessage());
    }
    assertEquals(1, SERVER.getAllServeEvents().size());
  }
}
