package dev.joinedgroups.graph;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Talks HTTP/1.1 to one endpoint. Follows no redirect, repeats nothing. Safe for use by many
 * threads, which then share its connections.
 */
public final class GraphClient implements AutoCloseable {
  private final Settings settings;
  private final AnswerReader answers;
  private volatile FutureTask<HttpClient> http;
  private volatile boolean closed;

  /**
   * What a client is made from.
   *
   * @param endpoint the only origin that is ever talked to
   * @param timeout how long one request may take, until its answer is read
   * @param proxy from the environment
   * @param userAgent the {@code User-Agent}
   * @param caFile certificates to trust besides the JDK's, or null
   */
  public record Settings(
      Endpoint endpoint,
      Duration timeout,
      ProxySettings proxy,
      String userAgent,
      @Nullable Path caFile) {}

  /**
   * Costs nothing yet: nothing is loaded before {@link #prepare()} or the first request.
   *
   * @throws Failure with {@link ExitCode#USAGE} when tokens must not be sent to the endpoint
   */
  public GraphClient(Settings settings, InstantSource clock) {
    settings.endpoint().requireSafeForToken();
    this.settings = settings;
    answers = new AnswerReader(clock);
    http = new FutureTask<>(this::newClient);
  }

  /**
   * Starts to load, in the background, what any client needs of the JDK, before it is known which
   * endpoint it is for.
   */
  public static void load() {
    Thread.ofPlatform().daemon().name("load-http").start(Connections::load);
  }

  /**
   * Starts to load what requests will need, trusted certificates above all, in the background. What
   * goes wrong there is thrown by the first request.
   */
  public void prepare() {
    Thread.ofPlatform().daemon().name("prepare-http").start(http);
  }

  /** The endpoint it talks to. */
  public Endpoint endpoint() {
    return settings.endpoint();
  }

  /**
   * Returns when nothing but the network can keep a request from being made any more.
   *
   * @throws Failure as {@link #post}
   */
  public void requireReady(Secret token) {
    BearerToken.checked(token);
    client(http);
  }

  /**
   * Sends one POST, once.
   *
   * @param uri on the endpoint
   * @param json the body
   * @param token the bearer token
   * @param clientRequestId names the request in the service's logs
   * @return what it came to; when the thread is interrupted its flag is set again
   * @throws Failure with {@link ExitCode#AUTH} when the token can be none, with {@link
   *     ExitCode#FAILURE} or {@link ExitCode#USAGE} when the trusted certificates cannot be loaded
   */
  public Answer post(URI uri, String json, Secret token, String clientRequestId) {
    OneBody body = new OneBody(json.getBytes(StandardCharsets.UTF_8));
    Map<String, String> headers = postHeaders(clientRequestId, settings.userAgent());
    return answers.read(send(request(uri, token, headers).POST(body).build(), body));
  }

  /**
   * Gets one page of groups.
   *
   * @param uri on the endpoint
   * @return the page, or what came instead; parameters and exceptions as of {@link #post}
   */
  public GroupPage.Result page(URI uri, Secret token, String clientRequestId) {
    Map<String, String> headers = headers(clientRequestId, settings.userAgent(), false);
    Reply reply = send(request(uri, token, headers).GET().build(), null);
    if (reply instanceof Reply.Received received && received.status() == 200) {
      GroupPage page = GroupPage.read(received, settings.endpoint());
      return page == null
          ? new GroupPage.None(
              new Answer.Ambiguous("the answer is no list of groups", Receipt.of(received), null))
          : new GroupPage.Found(page);
    }
    return new GroupPage.None(answers.read(reply));
  }

  /**
   * The headers of a {@link #post}, but for the token, in the order in which they are sent.
   *
   * @param clientRequestId names the request in the service's logs
   */
  public static Map<String, String> postHeaders(String clientRequestId, String userAgent) {
    return headers(clientRequestId, userAgent, true);
  }

  private static Map<String, String> headers(
      String clientRequestId, String userAgent, boolean hasBody) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    if (hasBody) {
      headers.put("Content-Type", "application/json");
    }
    headers.put("client-request-id", clientRequestId);
    headers.put("User-Agent", userAgent);
    return headers;
  }

  private HttpRequest.Builder request(URI uri, Secret token, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    // Checked here, since the exception for an illegal header has its value in the message.
    request.header("Authorization", "Bearer " + BearerToken.checked(token));
    headers.forEach(request::header);
    ProxySettings.Proxy proxy = settings.proxy().proxyFor(uri);
    if (proxy != null && proxy.authorization() != null) {
      // Goes to the proxy with CONNECT and not beyond, and for Basic only where the property
      // jdk.http.auth.tunneling.disabledSchemes does not name it (the JDK's default does).
      request.header("Proxy-Authorization", proxy.authorization().reveal());
    }
    return request;
  }

  private Reply send(HttpRequest request, @Nullable OneBody body) {
    FutureTask<HttpClient> used = http;
    ProxySettings.Proxy proxy = settings.proxy().proxyFor(request.uri());
    String peer =
        proxy == null
            ? settings.endpoint().authority()
            : "the proxy " + proxy.host() + ":" + proxy.port();
    Exchange exchange = new Exchange(client(used), settings.timeout(), body, peer, proxy != null);
    Reply reply = exchange.send(request);
    if (reply instanceof Reply.Received received && received.status() == 503) {
      leave(used);
    }
    return reply;
  }

  /**
   * Graph asks that what follows a 503 comes on a new connection ("throttling" document). The JDK's
   * client cannot close a connection that it may use again, so another client takes over, and the
   * first ends once its last answer is in. A request that just then starts on the first fails to
   * connect, which is tried again.
   */
  @SuppressWarnings("ReferenceEquality") // Tasks are equal when they are the same.
  private synchronized void leave(FutureTask<HttpClient> used) {
    if (http == used) {
      http = new FutureTask<>(this::newClient);
      used.resultNow().shutdown();
    }
  }

  private static HttpClient client(FutureTask<HttpClient> task) {
    task.run(); // does nothing when it runs already or has run
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true; // the request itself will notice
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Failure failure) {
        throw failure;
      }
      throw new Failure(ExitCode.FAILURE, "the HTTP client could not be made", "", e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private HttpClient newClient() {
    boolean tls = settings.endpoint().isHttps();
    HttpClient client =
        Connections.open(settings.proxy(), tls ? Trust.context(settings.caFile()) : new NoTls());
    if (closed) {
      client.shutdownNow();
    }
    return client;
  }

  /**
   * Ends all connections; what is under way breaks off. To be called before the process ends, which
   * otherwise takes 300 ms longer (see {@link Connections#close}).
   */
  @Override
  public void close() {
    closed = true;
    FutureTask<HttpClient> last = http;
    if (last.state() == FutureTask.State.SUCCESS) {
      Connections.close(last.resultNow());
    }
  }
}
