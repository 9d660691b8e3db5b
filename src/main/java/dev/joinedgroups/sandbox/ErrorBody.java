package dev.joinedgroups.sandbox;

import dev.joinedgroups.definition.NodeJson;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/** The body of an error as the live service shapes it. */
final class ErrorBody {
  private ErrorBody() {}

  static byte[] of(Refusal refusal, Instant now, String requestId, String clientRequestId) {
    StringWriter body = new StringWriter();
    try (JsonGenerator json = NodeJson.generator(body)) {
      json.writeStartObject();
      json.writeName("error");
      json.writeStartObject();
      json.writeStringProperty("code", refusal.code());
      json.writeStringProperty("message", refusal.message());
      Refusal.Detail detail = refusal.detail();
      if (detail != null) {
        json.writeName("details");
        json.writeStartArray();
        json.writeStartObject();
        json.writeStringProperty("code", detail.code());
        json.writeStringProperty("message", detail.message());
        json.writeStringProperty("target", detail.target());
        json.writeEndObject();
        json.writeEndArray();
      }
      json.writeName("innerError");
      json.writeStartObject();
      json.writeStringProperty("date", Times.plain(now));
      json.writeStringProperty("request-id", requestId);
      json.writeStringProperty("client-request-id", clientRequestId);
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndObject();
    }
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}
