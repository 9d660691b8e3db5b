package dev.joinedgroups.graph;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Takes an answer as far as it comes: the status and headers at once, the body up to a bound. A
 * body that is longer, or breaks off, is no error here, since the status was seen.
 */
final class BoundedBody implements BodyHandler<Boolean>, BodySubscriber<Boolean> {
  /** A group or a page of groups: as much as one JSON text may have. */
  private static final int SUCCESS_BYTES = 4 * 1024 * 1024;

  /** An explanation of an error. */
  private static final int ERROR_BYTES = 256 * 1024;

  private final CompletableFuture<Boolean> whole = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private volatile @Nullable ResponseInfo info;
  private Flow.@Nullable Subscription subscription;
  private int limit;

  @Override
  public BodySubscriber<Boolean> apply(ResponseInfo responseInfo) {
    limit = responseInfo.statusCode() / 100 == 2 ? SUCCESS_BYTES : ERROR_BYTES;
    info = responseInfo;
    return this;
  }

  @Override
  public CompletionStage<Boolean> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> items) {
    for (ByteBuffer item : items) {
      if (!whole.isDone() && !add(item)) {
        whole.complete(false);
        if (subscription != null) {
          // An HTTP/1.1 connection whose answer is not read to its end is closed.
          subscription.cancel();
        }
      }
    }
  }

  private boolean add(ByteBuffer item) {
    synchronized (bytes) {
      boolean fits = bytes.size() + item.remaining() <= limit;
      if (fits) {
        byte[] chunk = new byte[item.remaining()];
        item.get(chunk);
        bytes.write(chunk, 0, chunk.length);
      }
      return fits;
    }
  }

  @Override
  public void onError(Throwable problem) {
    whole.complete(false);
  }

  @Override
  public void onComplete() {
    whole.complete(true);
  }

  /** What came so far, or null while not even the headers are complete. */
  Reply.@Nullable Received received() {
    ResponseInfo seen = info;
    if (seen == null) {
      return null;
    }
    HttpHeaders headers = seen.headers();
    synchronized (bytes) {
      boolean complete = whole.isDone() && whole.getNow(false);
      return new Reply.Received(seen.statusCode(), headers, bytes.toByteArray(), complete);
    }
  }
}
