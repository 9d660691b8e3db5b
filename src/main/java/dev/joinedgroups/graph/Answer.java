package dev.joinedgroups.graph;

import dev.joinedgroups.definition.ObjectNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a request to add a group came to. */
public sealed interface Answer {

  /**
   * The service says that it did it: 201, 200 with a group, or 204.
   *
   * @param group the group as the service sent it, or null
   * @param warning why there is no group although one was due; else empty
   */
  record Created(Receipt receipt, @Nullable ObjectNode group, String warning) implements Answer {}

  /** The service says that it will not: a 4xx that is none of the others. */
  record Refused(Receipt receipt, ServiceError error) implements Answer {}

  /** 401 or 403: the service does not take this token, or not for this. */
  record Denied(Receipt receipt, ServiceError error) implements Answer {
    /** Whether another token may help. */
    public boolean isUnauthorized() {
      return receipt.status() == 401;
    }
  }

  /**
   * 429, 503, or a 409 that says that two writes met: the service did nothing and may be asked
   * again.
   *
   * @param retryAfter how long it asks to wait, or null
   */
  record Throttled(Receipt receipt, ServiceError error, @Nullable Duration retryAfter)
      implements Answer {}

  /**
   * A 3xx, which is never followed: a token must not go to where an answer points.
   *
   * @param location where it points, as sent; may be empty
   */
  record Redirected(Receipt receipt, String location) implements Answer {}

  /**
   * Whether the service acted is not known.
   *
   * @param reason what happened, as the end of a sentence: "the service answered 502"
   * @param receipt of the answer, or null when none came
   * @param error what the answer said, or null
   */
  record Ambiguous(String reason, @Nullable Receipt receipt, @Nullable ServiceError error)
      implements Answer {}

  /**
   * The request never reached the service.
   *
   * @param kind what stood in the way
   * @param message the same in words, a sentence without a full stop
   * @param hint what to do about it; may be empty
   * @param cause what the JDK's client threw, or null
   */
  record NotConnected(Kind kind, String message, String hint, @Nullable Throwable cause)
      implements Answer {

    /** What keeps a connection from being made. */
    public enum Kind {
      /** Nobody listens there. */
      REFUSED(true),
      /** No connection in time. */
      TIMEOUT(true),
      /** The connection broke before the request was sent, or there is no way to the host. */
      LOST(true),
      /** No such host. */
      UNKNOWN_HOST(false),
      /** No TLS connection, for example because the certificate is not trusted. */
      TLS(false),
      /** The proxy does not let it through. */
      PROXY(false),
      /** The thread was interrupted; its flag is set. */
      INTERRUPTED(false);

      private final boolean transientFailure;

      Kind(boolean transientFailure) {
        this.transientFailure = transientFailure;
      }

      /** Whether it may pass by itself within seconds. */
      public boolean isTransient() {
        return transientFailure;
      }
    }
  }
}
