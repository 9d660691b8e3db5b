package build;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An endpoint on loopback that takes every group: for the training of the AOT cache and for the
 * benchmarks. It does as little as it can, so that what is measured is the program.
 */
public final class LocalEndpoint implements AutoCloseable {
  /** Says what is done with a request to add a group. */
  public interface Policy {
    /**
     * Called once a request, from many threads.
     *
     * @return 0 to take it, else the seconds to wait, and the answer is 429
     */
    long admit() throws InterruptedException;
  }

  static {
    // Or the server waits, after the first bytes of an answer, for a client to acknowledge them,
    // which takes 40 ms: that would be measured, not the program.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final char[] PASSWORD = "loopback".toCharArray();

  private final HttpServer server;
  private final String scheme;
  private final Policy policy;

  private LocalEndpoint(HttpServer server, String scheme, Policy policy) {
    this.server = server;
    this.scheme = scheme;
    this.policy = policy;
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** Starts one that speaks plain http. */
  public static LocalEndpoint http(Policy policy) throws IOException {
    return new LocalEndpoint(HttpServer.create(anyPort(), 512), "http", policy);
  }

  /**
   * Starts one that speaks TLS, with a certificate made for it.
   *
   * @param folder where {@code certificate.pem}, which a client has to trust, is written
   */
  public static LocalEndpoint https(Path folder, Policy policy)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve("endpoint.p12");
    Files.deleteIfExists(store);
    keytool(
        "-genkeypair",
        "-alias",
        "endpoint",
        "-keyalg",
        "RSA",
        "-keysize",
        "2048",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1",
        "-validity",
        "3650",
        "-keystore",
        store.toString(),
        "-storepass",
        new String(PASSWORD));
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "endpoint",
        "-file",
        folder.resolve("certificate.pem").toString(),
        "-keystore",
        store.toString(),
        "-storepass",
        new String(PASSWORD));
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer server = HttpsServer.create(anyPort(), 512);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new LocalEndpoint(server, "https", policy);
  }

  /** What {@code --endpoint} takes. */
  public String url() {
    return scheme + "://localhost:" + server.getAddress().getPort() + "/beta";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] request = exchange.getRequestBody().readAllBytes();
    try {
      if (exchange.getRequestMethod().equals("GET")) {
        respond(exchange, 200, "{\"value\":[]}");
        return;
      }
      long wait = policy.admit();
      if (wait > 0) {
        exchange.getResponseHeaders().set("Retry-After", Long.toString(wait));
        respond(
            exchange, 429, "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"slow down\"}}");
        return;
      }
      String group = new String(request, StandardCharsets.UTF_8).strip();
      String id = "{\"id\":\"" + UUID.randomUUID() + "\"";
      String rest = group.substring(1).strip();
      respond(exchange, 201, id + (rest.startsWith("}") ? "" : ",") + rest);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private static void respond(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("request-id", UUID.randomUUID().toString());
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IOException("keytool failed with exit " + exit);
    }
  }
}
