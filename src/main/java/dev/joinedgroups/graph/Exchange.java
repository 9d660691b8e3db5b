package dev.joinedgroups.graph;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One request and what becomes of it. */
final class Exchange {
  private final HttpClient http;
  private final Duration timeout;
  private final @Nullable OneBody body;
  private final String peer;
  private final boolean proxied;

  /**
   * @param timeout how long it may take until the answer is read. The JDK's own time-out of a
   *     request ends with the answer's headers, so it is not used.
   * @param body the request's body, or null for a GET, which nothing is lost by repeating
   * @param peer whom the connection is made to, for messages
   * @param proxied whether that is a proxy
   */
  Exchange(
      HttpClient http, Duration timeout, @Nullable OneBody body, String peer, boolean proxied) {
    this.http = http;
    this.timeout = timeout;
    this.body = body;
    this.peer = peer;
    this.proxied = proxied;
  }

  Reply send(HttpRequest request) {
    if (Thread.currentThread().isInterrupted()) {
      return new Reply.Unsent(ConnectFailures.interrupted());
    }
    BoundedBody answer = new BoundedBody();
    CompletableFuture<HttpResponse<Boolean>> future = http.sendAsync(request, answer);
    try {
      int status = future.get(timeout.toNanos(), TimeUnit.NANOSECONDS).statusCode();
      if (status == 407 && proxied) {
        // It answers CONNECT: the service never saw the request.
        return new Reply.Unsent(ConnectFailures.proxyWantsCredentials(peer));
      }
      return received(answer, "no answer came");
    } catch (ExecutionException e) {
      Throwable problem = e.getCause() == null ? e : e.getCause();
      return isSent(problem)
          ? received(answer, "the connection broke before an answer came")
          : new Reply.Unsent(ConnectFailures.of(problem, peer, proxied));
    } catch (TimeoutException e) {
      future.cancel(true);
      return isSent(null)
          ? received(answer, "no answer came in time")
          : new Reply.Unsent(ConnectFailures.timeout(peer, null));
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      return isSent(null)
          ? received(answer, "interrupted before an answer came")
          : new Reply.Unsent(ConnectFailures.interrupted());
    }
  }

  /** For a GET it only chooses the words: nothing is lost by sending it again. */
  private boolean isSent(@Nullable Throwable problem) {
    return body != null
        ? body.isTaken()
        : !(problem instanceof ConnectException || problem instanceof SSLException);
  }

  private Reply received(BoundedBody answer, String otherwise) {
    Reply.Received received = answer.received();
    return received == null ? new Reply.Lost(otherwise) : received;
  }
}
