package dev.joinedgroups.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One definition against networks that fail. */
class DeliveryFaultsTest {
  private static final RetryPolicy ONE_LOOK =
      new RetryPolicy(5, Duration.ofMinutes(5), Duration.ZERO, false);
  private static final String CREATED =
      "HTTP/1.1 201 Created\r\nContent-Length: 12\r\n\r\n{\"id\":\"g-1\"}";

  private static Submission.NewGroup group() {
    return new Submission.NewGroup(
        "{\"mailNickname\":\"ops\"}", "ops", null, false, Bench.CLIENT_REQUEST_ID);
  }

  private static Bench bench(int port) {
    return new Bench("http://127.0.0.1:" + port).policy(ONE_LOOK);
  }

  // Never connected: tried again where that may help, nothing sent.

  @Test
  void nobodyListens() throws IOException {
    int port = RawServer.closedPort();
    try (Bench bench = bench(port)) {
      Outcome outcome = bench.deliver(group());
      String message = "could not connect to 127.0.0.1:" + port + ": connection refused";
      assertEquals(ExitCode.UNREACHABLE, outcome.exitCode());
      assertEquals(message, outcome.failure().getMessage());
      assertEquals(
          List.of(message + "; trying again in 500ms", message + "; trying again in 1s"),
          bench.said);
    }
  }

  @Test
  void thereIsNoSuchHost() {
    try (Bench bench = new Bench("https://graph.invalid/beta")) {
      Outcome outcome = bench.deliver(group());
      assertEquals(ExitCode.UNREACHABLE, outcome.exitCode());
      assertEquals(
          """
          could not connect to graph.invalid: there is no host of that name
          hint: check the endpoint's spelling, and the network
          clientRequestId: 5f2c1a9e-0b3d-4d39-9c55-2f0f5a8f7e11\
          """,
          Bench.told(outcome));
      assertEquals(List.of(), bench.said);
    }
  }

  /** A listener that accepts nothing and whose queue is full leaves further connects waiting. */
  @Test
  void nobodyAnswersTheConnect() throws IOException {
    List<Socket> queue = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      InetSocketAddress address = new InetSocketAddress(full.getInetAddress(), full.getLocalPort());
      boolean isFull = false;
      for (int i = 0; i < 16 && !isFull; i++) {
        Socket socket = new Socket();
        queue.add(socket);
        try {
          socket.connect(address, 200);
        } catch (SocketTimeoutException e) {
          isFull = true;
        }
      }
      assumeTrue(isFull, "this system lets connections into a full queue");
      try (Bench bench = bench(full.getLocalPort()).timeout(Duration.ofMillis(300))) {
        Outcome outcome = bench.deliver(group());
        assertEquals(ExitCode.UNREACHABLE, outcome.exitCode());
        assertEquals(
            "could not connect to 127.0.0.1:" + full.getLocalPort() + " in time",
            outcome.failure().getMessage());
        assertEquals(2, bench.said.size());
      }
    } finally {
      for (Socket socket : queue) {
        socket.close();
      }
    }
  }

  @Test
  void plainHttpIsOnlyForThisMachine() {
    try (Bench bench = new Bench("http://graph.invalid")) {
      Failure failure = assertThrows(Failure.class, () -> bench.deliver(group()));
      assertEquals(ExitCode.USAGE, failure.exitCode());
      assertEquals("a token is never sent over plain http to graph.invalid", failure.getMessage());
    }
  }

  // Sent, and no status seen: looked up, never sent again blindly.

  @Test
  void noAnswerInTime() throws IOException {
    try (RawServer server = new RawServer(socket -> {});
        Bench bench = bench(server.port()).timeout(Duration.ofMillis(300))) {
      Outcome outcome = bench.deliver(group());
      assertEquals(ExitCode.UNKNOWN, outcome.exitCode());
      assertEquals(
          "whether 'ops' was added is not known: no answer came in time, and it could not be"
              + " looked up: no answer came in time",
          outcome.failure().getMessage());
      assertEquals(
          List.of(
              "POST /me/joinedGroups/$ref HTTP/1.1",
              "GET /me/joinedGroups?$filter=mailNickname%20eq%20%27ops%27 HTTP/1.1"),
          server.requests);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 201 Cre", "garbage\r\n\r\n"})
  void aResetBeforeTheStatusIsComplete(String sent) throws IOException {
    try (RawServer server = new RawServer(RawServer.sendAndReset(sent));
        Bench bench = bench(server.port())) {
      Outcome outcome = bench.deliver(group());
      assertEquals(ExitCode.UNKNOWN, outcome.exitCode());
      assertTrue(
          outcome
              .failure()
              .getMessage()
              .startsWith(
                  "whether 'ops' was added is not known: the connection broke before an answer"
                      + " came, and it could not be looked up: "),
          outcome.failure().getMessage());
      assertEquals(1, posts(server));
    }
  }

  @Test
  void theConnectionEndsBeforeTheAnswer() throws IOException {
    try (RawServer server = new RawServer(RawServer.sendAndClose(""));
        Bench bench = bench(server.port())) {
      assertEquals(ExitCode.UNKNOWN, bench.deliver(group()).exitCode());
      assertEquals(1, posts(server));
    }
  }

  /** A server may close a connection just when the client takes it for the next request. */
  @Test
  void aConnectionThatWasLeftOpenAndThenCloses() throws Exception {
    try (RawServer server =
            new RawServer(
                socket -> {
                  RawServer.send(CREATED).handle(socket);
                  socket.getInputStream().read();
                  socket.setSoLinger(true, 0);
                  socket.close();
                });
        Bench bench = bench(server.port())) {
      Delivery delivery = bench.delivery();
      assertEquals(ExitCode.OK, delivery.deliver(group()).exitCode());
      assertEquals(ExitCode.UNKNOWN, delivery.deliver(group()).exitCode());
      assertEquals(1, posts(server));
    }
  }

  // A status was seen: what follows cannot unsay it.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n{\"id\":",
        "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n{\"id\":\r\n",
        "HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n",
      })
  void aResetInTheAnswerOfASuccess(String sent) throws IOException {
    try (RawServer server = new RawServer(RawServer.sendAndReset(sent));
        Bench bench = bench(server.port())) {
      Outcome outcome = bench.deliver(group());
      if (outcome instanceof Outcome.Added added) {
        assertEquals(
            "the group was created, but the service's answer broke off or was too long to read",
            added.warning());
      } else {
        // A reset may overtake what was sent before it.
        assertInstanceOf(Outcome.Unknown.class, outcome);
      }
      assertEquals(1, posts(server));
    }
  }

  @Test
  void anAnswerThatEndsEarlyIsASuccessWithAWarning() throws IOException {
    String sent = "HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n{\"id\":";
    try (RawServer server = new RawServer(RawServer.sendAndClose(sent));
        Bench bench = bench(server.port())) {
      Outcome.Added added = assertInstanceOf(Outcome.Added.class, bench.deliver(group()));
      assertEquals(
          "the group was created, but the service's answer broke off or was too long to read",
          added.warning());
      assertEquals(1, posts(server));
    }
  }

  @Test
  void anAnswerThatStallsIsASuccessWithAWarning() throws IOException {
    String sent = "HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n{\"id\":";
    try (RawServer server = new RawServer(RawServer.send(sent));
        Bench bench = bench(server.port()).timeout(Duration.ofMillis(500))) {
      Outcome.Added added = assertInstanceOf(Outcome.Added.class, bench.deliver(group()));
      assertEquals(
          "the group was created, but the service's answer broke off or was too long to read",
          added.warning());
      assertEquals(1, posts(server));
    }
  }

  @Test
  void aRefusalThatStallsIsARefusal() throws IOException {
    String sent = "HTTP/1.1 400 Bad Request\r\nContent-Length: 500\r\n\r\n{\"error\":";
    try (RawServer server = new RawServer(RawServer.send(sent));
        Bench bench = bench(server.port()).timeout(Duration.ofMillis(500))) {
      assertEquals(ExitCode.REFUSED, bench.deliver(group()).exitCode());
      assertEquals(1, posts(server));
    }
  }

  @Test
  void anAnswerWithoutAnEndIsNotReadToIt() throws Exception {
    byte[] chunk = new byte[64 * 1024];
    CountDownLatch ended = new CountDownLatch(1);
    try (RawServer server =
            new RawServer(
                socket -> {
                  RawServer.send("HTTP/1.1 201 Created\r\n\r\n").handle(socket);
                  try {
                    while (true) {
                      socket.getOutputStream().write(chunk);
                    }
                  } finally {
                    ended.countDown();
                  }
                });
        Bench bench = bench(server.port())) {
      assertInstanceOf(Outcome.Added.class, bench.deliver(group()));
      assertTrue(ended.await(20, TimeUnit.SECONDS), "the connection is still open");
      assertEquals(1, posts(server));
    }
  }

  @Test
  void what503SaysIsFollowedOnANewConnection() throws IOException {
    List<Integer> ports = new ArrayList<>();
    String unavailable =
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 2\r\n\r\n{}";
    try (RawServer server =
            new RawServer(
                socket -> {
                  ports.add(socket.getPort());
                  RawServer.send(ports.size() == 1 ? unavailable : CREATED).handle(socket);
                });
        Bench bench = bench(server.port())) {
      assertEquals(ExitCode.OK, bench.deliver(group()).exitCode());
      assertEquals(2, ports.stream().distinct().count());
    }
  }

  /** The server reads one request a connection: a second one would find nobody. */
  @Test
  void whatA503SaysOfALookUpIsFollowedOnANewConnectionToo() throws IOException {
    String unavailable =
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 2\r\n\r\n{}";
    String none = "HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n{\"value\":[]}";
    List<RawServer.Handler> answers =
        List.of(RawServer.sendAndReset(""), RawServer.send(unavailable), RawServer.send(none));
    AtomicInteger next = new AtomicInteger();
    RetryPolicy twoLooks = new RetryPolicy(5, Duration.ofMinutes(5), Duration.ofSeconds(1), false);
    try (RawServer server =
            new RawServer(socket -> answers.get(next.getAndIncrement()).handle(socket));
        Bench bench = bench(server.port()).policy(twoLooks).timeout(Duration.ofSeconds(2))) {
      assertEquals(ExitCode.UNKNOWN, bench.deliver(group()).exitCode());
      assertEquals(
          List.of("POST", "GET", "GET"),
          server.requests.stream().map(line -> line.substring(0, line.indexOf(' '))).toList());
    }
  }

  @Test
  void anInterruptLeavesWhatWasSentUnknown() throws Exception {
    Thread tester = Thread.currentThread();
    try (RawServer server = new RawServer(socket -> tester.interrupt());
        Bench bench = bench(server.port())) {
      Outcome outcome = bench.delivery().deliver(group());
      assertTrue(Thread.interrupted());
      assertEquals(ExitCode.UNKNOWN, outcome.exitCode());
      assertEquals(1, posts(server));
    }
  }

  @Test
  void anInterruptBeforeSendingSendsNothing() throws Exception {
    try (RawServer server = new RawServer(RawServer.send(CREATED));
        Bench bench = bench(server.port())) {
      Delivery delivery = bench.delivery();
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, () -> delivery.deliver(group()));
      assertEquals(List.of(), server.requests);
    }
  }

  // A proxy.

  @Test
  void aProxyIsAskedForATunnelWithItsCredentials() throws IOException {
    String answer = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n";
    try (RawServer proxy = new RawServer(RawServer.send(answer));
        Bench bench = throughProxy(proxy, "me:pa55@")) {
      Outcome outcome = bench.deliver(group());
      assertEquals(ExitCode.UNREACHABLE, outcome.exitCode());
      assertEquals(
          """
          the proxy 127.0.0.1:%d made no connection: Tunnel failed, got: 502
          hint: check HTTPS_PROXY and NO_PROXY
          clientRequestId: 5f2c1a9e-0b3d-4d39-9c55-2f0f5a8f7e11\
          """
              .formatted(proxy.port()),
          Bench.told(outcome));
      assertEquals(List.of("CONNECT graph.invalid:443 HTTP/1.1"), proxy.requests);
      assertTrue(
          proxy.heads.getFirst().contains("\r\nProxy-Authorization: Basic bWU6cGE1NQ==\r\n"));
      assertFalse(proxy.heads.getFirst().contains("first-token"));
    }
  }

  @Test
  void aProxyThatWantsOtherCredentialsIsNotTheService() throws IOException {
    String answer =
        "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
            + "Content-Length: 0\r\n\r\n";
    try (RawServer proxy = new RawServer(RawServer.send(answer));
        Bench bench = throughProxy(proxy, "")) {
      Outcome outcome = bench.deliver(group());
      assertEquals(ExitCode.UNREACHABLE, outcome.exitCode());
      assertEquals(
          "the proxy 127.0.0.1:" + proxy.port() + " wants other credentials (407)",
          outcome.failure().getMessage());
      assertEquals(List.of("CONNECT graph.invalid:443 HTTP/1.1"), proxy.requests);
    }
  }

  @Test
  void aProxyThatIsNotThereIsNamed() {
    try (Bench bench = new Bench("https://graph.invalid")) {
      bench.environment(Map.of("HTTPS_PROXY", "http://proxy.invalid:3128"));
      Outcome outcome = bench.deliver(group());
      assertEquals(
          "could not connect to the proxy proxy.invalid:3128: there is no host of that name",
          outcome.failure().getMessage());
      assertEquals("check HTTPS_PROXY", outcome.failure().hint());
    }
  }

  private static Bench throughProxy(RawServer proxy, String credentials) {
    return new Bench("https://graph.invalid")
        .environment(Map.of("HTTPS_PROXY", "http://" + credentials + "127.0.0.1:" + proxy.port()));
  }

  private static long posts(RawServer server) {
    return server.requests.stream().filter(line -> line.startsWith("POST")).count();
  }
}
