package dev.joinedgroups.graph;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * How to find an answer again in the service's own logs. All texts are as sent, not sanitised.
 *
 * @param status the HTTP status
 * @param requestId the service's {@code request-id}, or null
 * @param date the service's {@code Date}, or null
 * @param diagnostic Graph's {@code x-ms-ags-diagnostic}, which names its data centre, or null
 */
public record Receipt(
    int status, @Nullable String requestId, @Nullable String date, @Nullable String diagnostic) {

  static Receipt of(Reply.Received reply) {
    return new Receipt(
        reply.status(),
        filled(reply.header("request-id")),
        filled(reply.header("date")),
        filled(reply.header("x-ms-ags-diagnostic")));
  }

  /** The same with the id that the body names, when the headers name none. */
  Receipt orRequestId(@Nullable String other) {
    return requestId != null || other == null ? this : new Receipt(status, other, date, diagnostic);
  }

  private static @Nullable String filled(String value) {
    return value.isBlank() ? null : value;
  }

  /** The service's time when it answered, to the second, or null when it did not say. */
  public @Nullable Instant time() {
    return date == null ? null : parseTime(date);
  }

  /** A date of HTTP's preferred form (RFC 9110, section 5.6.7), or null. */
  static @Nullable Instant parseTime(String date) {
    try {
      return ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
