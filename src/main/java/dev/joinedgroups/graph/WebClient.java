package dev.joinedgroups.graph;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Talks HTTP/1.1 to any server but the endpoint, such as one that signs users in: through the same
 * proxy, with the same trust. Follows no redirect. Safe for use by many threads.
 */
public final class WebClient implements AutoCloseable {
  private final Settings settings;
  private @Nullable HttpClient plain;
  private @Nullable HttpClient secure;

  /**
   * What a client is made from.
   *
   * @param timeout how long one request may take, until its answer is read
   * @param proxy from the environment
   * @param userAgent the {@code User-Agent}
   * @param caFile certificates to trust besides the JDK's, or null
   */
  public record Settings(
      Duration timeout, ProxySettings proxy, String userAgent, @Nullable Path caFile) {}

  /**
   * An answer.
   *
   * @param headers all values of each name
   * @param body as UTF-8
   */
  public record Page(int status, Map<String, List<String>> headers, String body) {}

  /** Costs nothing yet: nothing is loaded before the first request. */
  public WebClient(Settings settings) {
    this.settings = settings;
  }

  /**
   * Sends one request, once, and waits for its whole answer.
   *
   * @param body as UTF-8; empty for none
   * @throws Failure with {@link ExitCode#UNREACHABLE} when no answer comes; with {@link
   *     ExitCode#INTERRUPTED} when the thread is interrupted, its flag set
   */
  public Page send(String method, URI uri, Map<String, String> headers, String body) {
    OneBody sent = body.isEmpty() ? null : new OneBody(body.getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .method(method, sent == null ? HttpRequest.BodyPublishers.noBody() : sent)
            .header("User-Agent", settings.userAgent());
    headers.forEach(request::setHeader);
    ProxySettings.Proxy proxy = settings.proxy().proxyFor(uri);
    if (proxy != null && proxy.authorization() != null) {
      request.header("Proxy-Authorization", proxy.authorization().reveal());
    }
    String peer =
        proxy == null ? uri.getAuthority() : "the proxy " + proxy.host() + ":" + proxy.port();
    Exchange exchange = new Exchange(client(uri), settings.timeout(), sent, peer, proxy != null);
    return switch (exchange.send(request.build())) {
      case Reply.Received received ->
          new Page(
              received.status(),
              received.headers().map(),
              new String(received.body(), StandardCharsets.UTF_8));
      case Reply.Unsent unsent -> throw notConnected(unsent.why());
      case Reply.Lost lost ->
          throw new Failure(
              Thread.currentThread().isInterrupted() ? ExitCode.INTERRUPTED : ExitCode.UNREACHABLE,
              uri.getAuthority() + ": " + lost.reason(),
              "run it again");
    };
  }

  private static Failure notConnected(Answer.NotConnected why) {
    return new Failure(
        why.kind() == Answer.NotConnected.Kind.INTERRUPTED
            ? ExitCode.INTERRUPTED
            : ExitCode.UNREACHABLE,
        why.message(),
        why.hint(),
        why.cause());
  }

  /** Trusted certificates are loaded for https only. */
  private synchronized HttpClient client(URI uri) {
    if ("https".equalsIgnoreCase(uri.getScheme())) {
      HttpClient client = secure;
      if (client == null) {
        SSLContext tls = Trust.context(settings.caFile());
        client = Connections.open(settings.proxy(), tls);
        secure = client;
      }
      return client;
    }
    HttpClient client = plain;
    if (client == null) {
      client = Connections.open(settings.proxy(), new NoTls());
      plain = client;
    }
    return client;
  }

  /** Ends all connections. */
  @Override
  public synchronized void close() {
    if (secure != null) {
      Connections.close(secure);
    }
    if (plain != null) {
      Connections.close(plain);
    }
  }
}
