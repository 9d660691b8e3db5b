package dev.joinedgroups.sandbox;

import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.NodeJson;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ResponseParser;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;

/** The JSON of groups: as posted, as created, as looked up. */
final class GroupBody {
  private GroupBody() {}

  /**
   * Parses what was posted.
   *
   * @throws Refusal (400) when it is not one JSON object
   */
  static ObjectNode parse(byte[] body) {
    if (body.length == 0) {
      throw new Refusal(400, "BadRequest", "Empty Payload. JSON content expected.");
    }
    int first = 0;
    while (first < body.length - 1 && body[first] <= ' ') {
      first++;
    }
    // An array of one object would do for the parser.
    ObjectNode object = body[first] == '[' ? null : ResponseParser.object("request", body);
    if (object == null) {
      throw new Refusal(
          400,
          "BadRequest",
          "Unable to read JSON request payload. Please ensure Content-Type header is set and"
              + " payload is of valid JSON format.");
    }
    return object;
  }

  /** The group as created: annotations first, then the server's own properties, then the rest. */
  static byte[] created(ObjectNode posted, UUID id, String createdDateTime) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = NodeJson.generator(out)) {
      json.writeStartObject();
      write(posted, json, true);
      json.writeStringProperty("id", id.toString());
      json.writeStringProperty("createdDateTime", createdDateTime);
      write(posted, json, false);
      json.writeEndObject();
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(ObjectNode posted, JsonGenerator json, boolean annotations) {
    for (Member member : posted.members()) {
      String name = member.name();
      boolean ours = name.equals("id") || name.equals("createdDateTime");
      if (!ours && name.startsWith("@") == annotations) {
        json.writeName(name);
        NodeJson.write(member.value(), json);
      }
    }
  }

  /** The group with the selected properties only. */
  static byte[] select(byte[] group, List<String> names) {
    ObjectNode object = ResponseParser.object("group", group);
    if (object == null) {
      return group;
    }
    List<Member> selected = new ArrayList<>();
    for (Member member : object.members()) {
      if (member.name().startsWith("@") || names.contains(member.name())) {
        selected.add(member);
      }
    }
    return NodeJson.compact(object.withMembers(selected)).getBytes(StandardCharsets.UTF_8);
  }

  /** A JSON string with its quotes. */
  static String quoted(String text) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = NodeJson.generator(out)) {
      json.writeString(text);
    }
    return out.toString();
  }
}
