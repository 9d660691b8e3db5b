package dev.joinedgroups.sandbox;

import static dev.joinedgroups.sandbox.SandboxClient.group;
import static dev.joinedgroups.sandbox.SandboxClient.readAll;
import static dev.joinedgroups.sandbox.SandboxClient.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxFaultsTest {
  private static final String GROUP = group("n", "");

  private Sandbox sandbox;
  private SandboxClient client;

  private void start(Duration latency, String... faults) {
    sandbox =
        Sandbox.start(
            new SandboxOptions(
                0, latency, null, Faults.parse(List.of(faults)), Duration.ZERO, null, 7),
            InstantSource.system());
    client = new SandboxClient(sandbox);
  }

  private void start(String... faults) {
    start(Duration.ZERO, faults);
  }

  @AfterEach
  void stop() {
    client.close();
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "throttle, 429, TooManyRequests, 1",
    "unavailable, 503, ServiceUnavailable, 1",
    "conflict, 409, Directory_ConcurrencyViolation, ''",
    "error, 500, InternalServerError, ''"
  })
  void answersWithAnErrorInsteadOfCreating(
      String fault, int status, String code, String retryAfter) {
    start(fault + "=1");

    HttpResponse<String> answer = client.post("/me/joinedGroups/$ref", GROUP);

    assertEquals(status, answer.statusCode());
    assertTrue(answer.body().startsWith("{\"error\":{\"code\":\"" + code + "\""), answer.body());
    assertEquals(retryAfter, answer.headers().firstValue("Retry-After").orElse(""));
    assertEquals(status == 503, answer.headers().firstValue("Connection").isPresent());
    assertEquals(0, sandbox.created());
    assertEquals(200, client.get("/groups").statusCode());
  }

  @Test
  void answersWithAnErrorAfterCreating() {
    start("error-after=100%");
    Set<Integer> seen = new HashSet<>();
    int posts = 0;
    while (seen.size() < 3) {
      seen.add(client.post("/groups", GROUP).statusCode());
      posts++;
      assertEquals(posts, sandbox.created());
      assertTrue(posts < 1_000, () -> "only " + seen);
    }

    assertEquals(Set.of(500, 502, 504), seen);
  }

  @ParameterizedTest
  @CsvSource({"reset, 0", "reset-after, 1"})
  void resetsTheConnectionWithoutAnAnswer(String fault, int created) throws IOException {
    start(fault + "=1");

    try (Socket socket = client.raw(wire(GROUP))) {
      assertThrows(SocketException.class, () -> socket.getInputStream().read());
    }

    assertEquals(created, sandbox.created());
  }

  @Test
  void resetsTheConnectionWithinTheAnswer() throws IOException {
    start("reset-answer=1");

    try (Socket socket = client.raw(wire(GROUP))) {
      assertThrows(SocketException.class, () -> socket.getInputStream().readAllBytes());
    }

    assertEquals(1, sandbox.created());
  }

  @Test
  void cutsTheBody() throws IOException {
    start("cut=1");

    try (Socket socket = client.raw(wire(GROUP))) {
      String answer = readAll(socket);
      int body = answer.indexOf("\r\n\r\n") + 4;
      int length = Integer.parseInt(answer.replaceFirst("(?s).*Content-Length: (\\d+).*", "$1"));

      assertTrue(answer.startsWith("HTTP/1.1 201 Created\r\n"), answer);
      assertEquals(length / 2, answer.length() - body);
    }
    assertEquals(1, sandbox.created());
  }

  @ParameterizedTest
  @CsvSource({"hang, 0", "hang-after, 1"})
  void neverAnswers(String fault, int created) throws IOException {
    start(fault + "=1");

    try (Socket socket = client.raw(wire(GROUP))) {
      // The server waits for the client to give up, which this is.
      socket.shutdownOutput();
      assertEquals("", readAll(socket));
    }

    assertEquals(created, sandbox.created());
  }

  @Test
  void closesWithoutWaitingForWhatHangs() throws IOException {
    start("hang-after=1");

    try (Socket socket = client.raw(wire(GROUP))) {
      awaitCreated(1);
      sandbox.close();
      assertEquals("", readAll(socket));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT1H"})
  void answersWhatItHasBegunWhenItIsClosed(String latency) throws IOException {
    start(Duration.parse(latency), "slow=1");

    try (Socket socket = client.raw(wire(GROUP))) {
      awaitCreated(1);
      sandbox.close();
      String answer = readAll(socket);

      assertTrue(answer.startsWith("HTTP/1.1 201 Created\r\n"), answer);
      assertTrue(answer.contains("\r\nConnection: close\r\n"), answer);
      assertTrue(answer.endsWith("}"), answer);
    }
  }

  private void awaitCreated(int count) {
    while (sandbox.created() < count) {
      Thread.onSpinWait();
    }
  }

  @Test
  void repeatsTheSequenceOfFaultsOfASeed() {
    List<List<Integer>> runs = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      start("throttle=0.3", "error=0.3");
      List<Integer> statuses = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        statuses.add(client.post("/groups", GROUP).statusCode());
      }
      stop();
      runs.add(statuses);
    }

    assertEquals(runs.getFirst(), runs.getLast());
    assertEquals(Set.of(201, 429, 500), new HashSet<>(runs.getFirst()));
  }
}
