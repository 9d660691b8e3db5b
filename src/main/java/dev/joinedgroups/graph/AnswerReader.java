package dev.joinedgroups.graph;

import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ResponseParser;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Says what a reply to a POST means. */
final class AnswerReader {
  /** Graph's code for two writes that met, which may be repeated. */
  private static final String CONCURRENCY = "Directory_ConcurrencyViolation";

  private final InstantSource clock;

  /**
   * @param clock what the dates of {@code Retry-After} are counted from when the service does not
   *     say what time it is
   */
  AnswerReader(InstantSource clock) {
    this.clock = clock;
  }

  Answer read(Reply reply) {
    return switch (reply) {
      case Reply.Received received -> read(received);
      case Reply.Unsent unsent -> unsent.why();
      case Reply.Lost lost -> new Answer.Ambiguous(lost.reason(), null, null);
    };
  }

  private Answer read(Reply.Received reply) {
    Receipt receipt = Receipt.of(reply);
    int status = reply.status();
    if (status == 201 || status == 204) {
      return created(reply, receipt);
    }
    if (status == 200) {
      ObjectNode group = group(reply);
      return group != null && isGroup(group)
          ? new Answer.Created(receipt, group, "")
          : new Answer.Ambiguous("the service answered 200 without a group", receipt, null);
    }
    if (status >= 300 && status < 400) {
      return new Answer.Redirected(receipt, reply.header("location"));
    }
    ServiceError error = ErrorReader.read(reply);
    return refused(reply, receipt.orRequestId(error.requestId()), error);
  }

  private Answer refused(Reply.Received reply, Receipt receipt, ServiceError error) {
    int status = reply.status();
    if (status == 401 || status == 403) {
      return new Answer.Denied(receipt, error);
    }
    if (status == 429 || status == 503 || (status == 409 && error.code().equals(CONCURRENCY))) {
      return new Answer.Throttled(receipt, error, retryAfter(reply, receipt));
    }
    if (status >= 400 && status < 500) {
      return new Answer.Refused(receipt, error);
    }
    // The other 5xx, and a 2xx that promises nothing, such as 202.
    return new Answer.Ambiguous("the service answered " + status, receipt, error);
  }

  private static Answer created(Reply.Received reply, Receipt receipt) {
    if (reply.status() == 204) {
      return new Answer.Created(receipt, null, "");
    }
    ObjectNode group = group(reply);
    return new Answer.Created(receipt, group, group == null ? whyNoGroup(reply) : "");
  }

  private static String whyNoGroup(Reply.Received reply) {
    if (!reply.whole()) {
      return "the group was created, but the service's answer broke off or was too long to read";
    }
    return reply.body().length == 0
        ? "the group was created, but the service's answer is empty"
        : "the group was created, but the service's answer is not a group in JSON";
  }

  private static @Nullable ObjectNode group(Reply.Received reply) {
    return reply.whole() ? ResponseParser.object("the answer", reply.body()) : null;
  }

  private static boolean isGroup(ObjectNode object) {
    return object.string("id") != null || object.string("displayName") != null;
  }

  private @Nullable Duration retryAfter(Reply.Received reply, Receipt receipt) {
    Instant theirs = receipt.time();
    return RetryAfter.parse(
        reply.headers().allValues("retry-after"), theirs == null ? clock.instant() : theirs);
  }
}
