package dev.joinedgroups.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.graph.Target;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One definition over TLS, and whom it trusts. */
class DeliveryTlsTest {
  private static final String CREATED =
      "HTTP/1.1 201 Created\r\nContent-Length: 12\r\n\r\n{\"id\":\"g-1\"}";

  private static Submission.NewGroup group() {
    return new Submission.NewGroup(
        "{\"mailNickname\":\"ops\"}", "ops", null, false, Bench.CLIENT_REQUEST_ID);
  }

  @Test
  void aCertificateThatNobodyKnowsIsNotTrusted(@TempDir Path folder) throws Exception {
    try (RawServer server = tlsServer(folder);
        Bench bench = new Bench("https://localhost:" + server.port())) {
      Outcome outcome = bench.deliver(group());
      assertEquals(ExitCode.UNREACHABLE, outcome.exitCode());
      assertEquals(
          """
          the certificate of localhost:%d is not trusted
          hint: --ca-file FILE (or GROUPS_CA_FILE) trusts the authority that issued it, as well
          clientRequestId: 5f2c1a9e-0b3d-4d39-9c55-2f0f5a8f7e11\
          """
              .formatted(server.port()),
          Bench.told(outcome));
      assertEquals(List.of(), server.requests);
      assertEquals(List.of(), bench.said);
    }
  }

  @Test
  void aCertificateFromTheCaFileIsTrusted(@TempDir Path folder) throws Exception {
    try (RawServer server = tlsServer(folder);
        Bench bench = new Bench("https://localhost:" + server.port())) {
      bench.caFile(folder.resolve("ca.pem"));
      assertEquals(ExitCode.OK, bench.deliver(group()).exitCode());
      assertEquals(1, server.requests.size());
    }
  }

  @Test
  void aCertificateForAnotherHostIsNotUsed(@TempDir Path folder) throws Exception {
    try (RawServer server = tlsServer(folder);
        Bench bench = new Bench("https://127.0.0.1:" + server.port())) {
      bench.caFile(folder.resolve("ca.pem"));
      Outcome outcome = bench.deliver(group());
      assertEquals(ExitCode.UNREACHABLE, outcome.exitCode());
      assertTrue(
          outcome
              .failure()
              .getMessage()
              .startsWith(
                  "the certificate of 127.0.0.1:" + server.port() + " cannot be used: No subject"),
          outcome.failure().getMessage());
      assertEquals(List.of(), server.requests);
    }
  }

  @Test
  void aCertificateThatTheCaFileDoesNotVouchForIsNotTrusted(@TempDir Path folder) throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    try (RawServer unused = tlsServer(other);
        RawServer server = tlsServer(folder);
        Bench bench = new Bench("https://localhost:" + server.port())) {
      assertNotEquals(unused.port(), server.port());
      bench.caFile(other.resolve("ca.pem"));
      assertEquals(
          "the certificate of localhost:" + server.port() + " is not trusted",
          bench.deliver(group()).failure().getMessage());
      assertEquals(List.of(), server.requests);
    }
  }

  @Test
  void aCaFileMayHoldSeveralCertificates(@TempDir Path folder) throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    try (RawServer first = tlsServer(other);
        RawServer second = tlsServer(folder)) {
      Path both =
          Files.writeString(
              folder.resolve("both.pem"),
              Files.readString(other.resolve("ca.pem"))
                  + Files.readString(folder.resolve("ca.pem")));
      for (RawServer server : List.of(first, second)) {
        try (Bench bench = new Bench("https://localhost:" + server.port()).caFile(both)) {
          assertEquals(ExitCode.OK, bench.deliver(group()).exitCode());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-10d", "+10d"})
  void aCertificateThatIsNotValidTodayIsNotUsed(String start, @TempDir Path folder)
      throws Exception {
    try (RawServer server = issuedServer(folder, start);
        Bench bench = new Bench("https://localhost:" + server.port())) {
      bench.caFile(folder.resolve("ca.pem"));
      assertEquals(
          """
          the certificate of localhost:%d is not valid today
          hint: the service must renew it; or this machine's clock is wrong
          clientRequestId: 5f2c1a9e-0b3d-4d39-9c55-2f0f5a8f7e11\
          """
              .formatted(server.port()),
          Bench.told(bench.deliver(group())));
      assertEquals(List.of(), server.requests);
    }
  }

  /** Answers the handshake with something that is no TLS. */
  @Test
  void aPortWithoutTlsGetsNothing() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Bench bench = new Bench("https://localhost:" + plain.getLocalPort())) {
      Thread.ofVirtual().start(() -> answerOnce(plain));
      Outcome outcome = bench.deliver(group());
      assertEquals(ExitCode.UNREACHABLE, outcome.exitCode());
      assertEquals(
          "check that the endpoint's port speaks https; --ca-file adds trusted certificates",
          outcome.failure().hint());
    }
  }

  private static void answerOnce(ServerSocket plain) {
    try (Socket socket = plain.accept();
        InputStream in = socket.getInputStream()) {
      in.read();
      RawServer.send("HTTP/1.1 400 Bad Request\r\n\r\n").handle(socket);
      in.read();
    } catch (IOException e) {
      // The client went away.
    }
  }

  // What --ca-file names.

  @ParameterizedTest
  @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n"})
  void aCaFileWithoutACertificateIsAnError(String content, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("empty.pem"), content);
    try (Bench bench = new Bench("https://localhost:1").caFile(file)) {
      Failure failure = assertThrows(Failure.class, () -> bench.deliver(group()));
      assertEquals(ExitCode.USAGE, failure.exitCode());
      assertEquals("'" + file + "' holds no certificate that can be read", failure.getMessage());
    }
  }

  @Test
  void aCaFileThatIsMissingIsAnError(@TempDir Path folder) {
    Path file = folder.resolve("missing.pem");
    try (Bench bench = new Bench("https://localhost:1").target(Target.GROUPS).caFile(file)) {
      Failure failure = assertThrows(Failure.class, () -> bench.deliver(group()));
      assertEquals(ExitCode.FAILURE, failure.exitCode());
      assertEquals("the certificates in '" + file + "' cannot be read", failure.getMessage());
    }
  }

  /** A server for {@code localhost} whose own certificate is left in {@code ca.pem}. */
  private static RawServer tlsServer(Path folder) throws Exception {
    Path store = folder.resolve("store.p12");
    keytool(store, "-genkeypair -keyalg EC -alias a -dname CN=localhost -ext SAN=dns:localhost");
    keytool(store, "-exportcert -rfc -alias a -file", folder.resolve("ca.pem").toString());
    return serve(store);
  }

  /** A server whose certificate, valid for two days, the authority in {@code ca.pem} issued. */
  private static RawServer issuedServer(Path folder, String start) throws Exception {
    Path store = folder.resolve("store.p12");
    keytool(store, "-genkeypair -keyalg EC -alias ca -dname CN=ca -ext bc:c -validity 9");
    keytool(store, "-exportcert -rfc -alias ca -file", folder.resolve("ca.pem").toString());
    keytool(
        store,
        "-genkeypair -keyalg EC -alias a -dname CN=localhost -ext SAN=dns:localhost -signer ca"
            + " -validity 2 -startdate",
        start);
    keytool(store, "-delete -alias ca");
    return serve(store);
  }

  private static RawServer serve(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    ServerSocket socket =
        context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    return new RawServer(socket, RawServer.send(CREATED));
  }

  private static void keytool(Path store, String options, String... more) throws Exception {
    Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
    assumeTrue(Files.isExecutable(program), "no keytool in this Java");
    List<String> command = new ArrayList<>(List.of("" + program));
    command.addAll(List.of(options.split(" ")));
    command.addAll(List.of(more));
    command.addAll(List.of("-keystore", "" + store, "-storepass", "changeit"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}
