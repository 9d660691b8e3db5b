package dev.joinedgroups.graph;

import dev.joinedgroups.definition.ArrayNode;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ResponseParser;
import dev.joinedgroups.graph.ServiceError.Detail;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the explanation out of an error's body: Graph's and OData 4's {@code error}, OData 2's
 * {@code odata.error}, OAuth's {@code error} with {@code error_description}, a gateway's bare
 * {@code message}, problem details (RFC 9457), or what a person would read in HTML or plain text.
 */
final class ErrorReader {
  /** How much of a text that is no JSON is worth showing, in characters. */
  private static final int EXCERPT = 200;

  private ErrorReader() {}

  static ServiceError read(Reply.Received reply) {
    ObjectNode root = ResponseParser.object("the answer", reply.body());
    if (root == null) {
      return bare("", readable(reply));
    }
    Node error = root.get("error");
    if (!(error instanceof ObjectNode)) {
      error = root.get("odata.error");
    }
    if (error instanceof ObjectNode object) {
      return of(object);
    }
    String code = text(root, "error");
    return code.isEmpty()
        ? bare(text(root, "code"), first(root, "message", "detail", "title"))
        : bare(code, first(root, "error_description", "message"));
  }

  private static ServiceError of(ObjectNode error) {
    List<Detail> details = new ArrayList<>();
    if (error.get("details") instanceof ArrayNode array) {
      for (Node item : array.items()) {
        if (item instanceof ObjectNode detail) {
          details.add(new Detail(text(detail, "code"), message(detail), text(detail, "target")));
        }
      }
    }
    String target = text(error, "target");
    if (!target.isEmpty()) {
      details.add(new Detail("", "", target));
    }
    return new ServiceError(
        text(error, "code"), message(error), List.copyOf(details), requestId(error));
  }

  private static @Nullable String requestId(ObjectNode error) {
    Node inner = error.get("innerError");
    if (!(inner instanceof ObjectNode)) {
      inner = error.get("innererror");
    }
    return inner instanceof ObjectNode object ? object.string("request-id") : null;
  }

  /** OData 2's message is an object with {@code lang} and {@code value}. */
  private static String message(ObjectNode error) {
    return error.get("message") instanceof ObjectNode localized
        ? text(localized, "value")
        : text(error, "message");
  }

  private static String first(ObjectNode object, String... names) {
    for (String name : names) {
      String text = text(object, name);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private static String text(ObjectNode object, String name) {
    String text = object.string(name);
    return text == null ? "" : text;
  }

  private static ServiceError bare(String code, String message) {
    return new ServiceError(code, message, List.of(), null);
  }

  /** The title of an HTML page, or the first line of a plain text. */
  private static String readable(Reply.Received reply) {
    String type = reply.header("content-type").toLowerCase(Locale.ROOT);
    boolean html = type.contains("html");
    if (!html && !type.startsWith("text/")) {
      return "";
    }
    String text = new String(reply.body(), StandardCharsets.UTF_8);
    if (html) {
      int open = text.toLowerCase(Locale.ROOT).indexOf("<title>");
      int close = open < 0 ? -1 : text.indexOf('<', open + 7);
      text = close < 0 ? "" : text.substring(open + 7, close);
    }
    text = text.strip();
    int end = text.indexOf('\n');
    text = end < 0 ? text : text.substring(0, end).strip();
    return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
  }
}
