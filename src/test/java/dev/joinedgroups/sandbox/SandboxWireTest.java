package dev.joinedgroups.sandbox;

import static dev.joinedgroups.sandbox.SandboxClient.group;
import static dev.joinedgroups.sandbox.SandboxClient.readAll;
import static dev.joinedgroups.sandbox.SandboxClient.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP as it goes over the wire, proper and improper. */
class SandboxWireTest {
  private static final String GROUP = group("n", "");
  private static final String HEAD =
      "POST /me/joinedGroups HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer t\r\n"
          + "Content-Type: application/json\r\n";

  private Sandbox sandbox;
  private SandboxClient client;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(SandboxOptions.defaults(), InstantSource.system());
    client = new SandboxClient(sandbox);
  }

  @AfterEach
  void stop() {
    client.close();
    sandbox.close();
  }

  @Test
  void keepsAConnectionForManyRequests() throws IOException {
    String last = wire(GROUP).replace("Host: h", "Host: h\r\nConnection: close");
    try (Socket socket = client.raw(wire(GROUP) + "\r\n" + wire(GROUP) + last)) {
      assertEquals(3, readAll(socket).split("HTTP/1.1 201 Created", -1).length - 1);
    }
    assertEquals(3, sandbox.created());
  }

  @Test
  void takesAChunkedBody() throws IOException {
    String half = Integer.toHexString(10) + ";x=y\r\n" + GROUP.substring(0, 10) + "\r\n";
    String rest =
        Integer.toHexString(GROUP.length() - 10).toUpperCase(Locale.ROOT)
            + "\r\n"
            + GROUP.substring(10);
    assertAnswers(
        "201 Created",
        HEAD
            + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
            + half
            + rest
            + "\r\n0\r\nTrailer: 1\r\n\r\n");
  }

  @Test
  void asksForABodyThatIsExpectedToBeAskedFor() throws IOException {
    assertAnswers(
        "100 Continue\r\n\r\nHTTP/1.1 201 Created",
        wire(GROUP).replace("Host: h", "Host: h\r\nExpect: 100-continue\r\nConnection: close"));
  }

  @Test
  void closesBehindHttp10() throws IOException {
    assertAnswers("201 Created", wire(GROUP).replace("HTTP/1.1", "HTTP/1.0"));
  }

  @ParameterizedTest
  @CsvSource({
    "'GET\r\n\r\n', 400 Bad Request",
    "'GET /groups\r\n\r\n', 400 Bad Request",
    "'\u0016\u0003\u0001 /\u0000 TLS\n', 400 Bad Request",
    "'GET /groups HTTP/1.1\r\n\r\n', 400 Bad Request",
    "'GET / groups HTTP/1.1\r\nHost: h\r\n\r\n', 400 Bad Request",
    "'GET /groups HTTP/1.1\r\nHost : h\r\n\r\n', 400 Bad Request",
    "'GET /groups HTTP/1.1\r\nHost: h\r\n folded\r\n\r\n', 400 Bad Request",
    "'GET /groups HTTP/1.1\r\nHost: h\u0000\r\n\r\n', 400 Bad Request",
    "'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n', 400 Bad Request",
    "'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n', 400 Bad",
    "'POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n', 400 Bad Request",
    "'POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip\r\n\r\n', 501 Not Implemented",
    "'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 505 HTTP Version Not Supported"
  })
  void answersWhatIsNoRequest(String request, String status) throws IOException {
    assertAnswers(status, request);
  }

  @Test
  void boundsTheHead() throws IOException {
    String status = "431 Request Header Fields Too Large";
    assertAnswers(status, "GET /" + "x".repeat(40_000));
    assertAnswers(status, "GET / HTTP/1.1\r\nHost: h\r\n" + "A: b\r\n".repeat(8_000));
  }

  private void assertAnswers(String status, String request) throws IOException {
    try (Socket socket = client.raw(request)) {
      socket.shutdownOutput();
      String answer = readAll(socket);
      assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
    }
  }

  @Test
  void livesThroughGarbage() throws IOException {
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      byte[] garbage = new byte[random.nextInt(5_000)];
      random.nextBytes(garbage);
      try (Socket socket = client.raw(i % 2 == 0 ? "" : "POST /groups HTTP/1.1\r\n")) {
        socket.getOutputStream().write(garbage);
        socket.shutdownOutput();
        readAll(socket);
      } catch (SocketException e) {
        // It may close before it has read everything.
      }
    }

    assertEquals(201, client.post("/groups", GROUP).statusCode());
  }
}
