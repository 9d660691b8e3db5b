package dev.joinedgroups.auth;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.NodeJson;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ResponseParser;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Lets msal4j send through the same proxy, with the same trust, as everything else. */
class MsalHttp implements IHttpClient {
  private final AuthSettings settings;
  private volatile int status;

  MsalHttp(AuthSettings settings) {
    this.settings = settings;
  }

  @Override
  public IHttpResponse send(HttpRequest request) throws Exception {
    Map<String, String> headers = request.headers() == null ? Map.of() : request.headers();
    String body = request.body() == null ? "" : request.body();
    AuthHttp.Request ours =
        new AuthHttp.Request(request.httpMethod().name(), request.url().toURI(), headers, body);
    settings.reporter().debug(ours.toString());
    AuthHttp.Response response = settings.http().get().send(ours);
    settings.reporter().debug("answered with " + response);
    status = response.status();
    HttpResponse theirs = new HttpResponse().statusCode(status).body(described(response.body()));
    theirs.addHeaders(response.headers());
    return theirs;
  }

  /** The status of the last answer; 0 when there was none. */
  int status() {
    return status;
  }

  /**
   * An error's body with a description: msal4j does not look at the code of one without, although
   * RFC 6749, section 5.2, leaves the description out at will.
   */
  private static String described(String body) {
    if (!body.contains("\"error\"") || body.contains("\"error_description\"")) {
      return body;
    }
    ObjectNode error = object(body);
    String code = error == null ? null : error.string("error");
    if (error == null || code == null) {
      return body;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator out = NodeJson.generator(text)) {
      out.writeStartObject();
      for (Member member : error.members()) {
        out.writeName(member.name());
        NodeJson.write(member.value(), out);
      }
      out.writeStringProperty("error_description", code);
      out.writeEndObject();
    }
    return text.toString();
  }

  /** The JSON object of an answer, or null when it is none. */
  static @Nullable ObjectNode object(@Nullable String body) {
    return body == null
        ? null
        : ResponseParser.object("<authority>", body.getBytes(StandardCharsets.UTF_8));
  }
}
