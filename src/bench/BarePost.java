package bench;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * One POST and nothing else: what the JDK itself takes, so that what is ours can be told from it.
 */
final class BarePost {
  private static final String BODY =
      "{\"displayName\":\"A\",\"mailNickname\":\"a\",\"mailEnabled\":true,\"securityEnabled\":false}";

  private BarePost() {}

  /**
   * Arguments: {@code client} for the HTTP client or {@code socket} for a TLS socket alone, the
   * URL, and the certificate to trust if it is https.
   */
  public static void main(String[] args) throws Exception {
    URI uri = URI.create(args[1]);
    SSLContext tls = args.length > 2 ? trusting(Path.of(args[2])) : null;
    int status = args[0].equals("client") ? client(uri, tls) : socket(uri, tls);
    if (status != 201) {
      throw new IllegalStateException("status " + status);
    }
    Runtime.getRuntime().halt(0);
  }

  private static SSLContext trusting(Path certificate) throws Exception {
    KeyStore keys = KeyStore.getInstance(KeyStore.getDefaultType());
    keys.load(null, null);
    try (InputStream in = Files.newInputStream(certificate)) {
      keys.setCertificateEntry(
          "endpoint", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static int client(URI uri, SSLContext tls) throws Exception {
    HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    if (tls != null) {
      builder.sslContext(tls);
    }
    HttpClient client = builder.build();
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(BODY))
            .build();
    int status = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
    client.shutdownNow();
    client.awaitTermination(Duration.ofMillis(300));
    return status;
  }

  private static int socket(URI uri, SSLContext tls) throws Exception {
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(uri.getPath(), BODY.length());
    try (Socket socket =
        tls == null
            ? new Socket(uri.getHost(), uri.getPort())
            : tls.getSocketFactory().createSocket(uri.getHost(), uri.getPort())) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      out.write((head + BODY).getBytes(StandardCharsets.US_ASCII));
      byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 201".length());
      return Integer.parseInt(new String(line, StandardCharsets.US_ASCII).substring(9));
    }
  }
}
