package dev.joinedgroups.graph;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A request's body that goes out at most once, and that knows whether it did.
 *
 * <p>The JDK's client asks for the body only when the connection stands, TLS included, and the
 * headers are written ({@code Http1Exchange.sendBodyAsync} of JDK 25). The headers announce a
 * length above zero. So while the body was not asked for, no service can have acted on the request.
 *
 * <p>The client repeats a POST by itself in one case only: when no connection could be made ({@code
 * MultiExchange.getExceptionalCF}, property {@code jdk.httpclient.disableRetryConnect}), which is
 * before the body. It would repeat one on a connection that broke if {@code
 * jdk.httpclient.enableAllMethodRetry} were set: then the second request for the body fails here.
 */
final class OneBody implements BodyPublisher {
  private final BodyPublisher body;
  private final AtomicBoolean taken = new AtomicBoolean();

  OneBody(byte[] body) {
    this.body = BodyPublishers.ofByteArray(body);
  }

  /** Whether any of the body may have gone out. */
  boolean isTaken() {
    return taken.get();
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    if (!taken.compareAndSet(false, true)) {
      throw new IllegalStateException("a request is never sent twice");
    }
    body.subscribe(subscriber);
  }
}
