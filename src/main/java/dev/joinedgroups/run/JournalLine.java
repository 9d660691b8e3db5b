package dev.joinedgroups.run;

import dev.joinedgroups.definition.ArrayNode;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.NodeJson;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ResponseParser;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.diagnostics.Failure;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The lines of a journal: a checksum in eight hex digits, a blank, an object in JSON, a line feed.
 */
final class JournalLine {
  /** The version that is written, and the only one that is read. */
  static final int VERSION = 1;

  static final String FORMAT = "groups";

  /** How many hex digits a line begins with. */
  static final int CHECKSUM = 8;

  private JournalLine() {}

  /**
   * What happened to a definition.
   *
   * @param event which line it is
   * @param key of the definition as sent
   * @param mailNickname its nickname, or null
   * @param clientRequestId the same for all lines of a definition in a run
   * @param time when, as ISO 8601 has it
   * @param outcome what became of it, or null for an event that is no outcome
   */
  record Entry(
      Event event,
      String key,
      @Nullable String mailNickname,
      String clientRequestId,
      String time,
      @Nullable Outcome outcome) {}

  /** What a line says. */
  enum Event {
    SENDING("sending"),
    NOT_ACCEPTED("not-accepted"),
    ADDED("added"),
    PRESENT("present"),
    NOT_ADDED("not-added"),
    UNKNOWN("unknown");

    private final String label;

    Event(String label) {
      this.label = label;
    }

    static @Nullable Event of(@Nullable String label) {
      for (Event event : values()) {
        if (event.label.equals(label)) {
          return event;
        }
      }
      return null;
    }

    static Event of(Outcome outcome) {
      return switch (outcome) {
        case Outcome.Added _ -> ADDED;
        case Outcome.Present _ -> PRESENT;
        case Outcome.Unknown _ -> UNKNOWN;
        case Outcome.Refused _, Outcome.Denied _, Outcome.Unreachable _ -> NOT_ADDED;
      };
    }
  }

  /** The first line. */
  static String header(JournalOwner owner, String time) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = NodeJson.generator(out)) {
      json.writeStartObject();
      json.writeNumberProperty("n", 0);
      json.writeStringProperty("journal", FORMAT);
      json.writeNumberProperty("version", VERSION);
      json.writeStringProperty("endpoint", owner.endpoint());
      json.writeStringProperty("target", owner.target());
      json.writeStringProperty("user", owner.user());
      json.writeName("inputs");
      json.writeStartArray();
      owner.inputs().forEach(json::writeString);
      json.writeEndArray();
      json.writeStringProperty("time", time);
      json.writeEndObject();
    }
    return out.toString();
  }

  /** Whom the first line belongs to. */
  static JournalOwner owner(ObjectNode header) {
    List<String> inputs = new ArrayList<>();
    if (header.get("inputs") instanceof ArrayNode array) {
      for (Node item : array.items()) {
        inputs.add(item instanceof ScalarNode scalar ? scalar.text() : "");
      }
    }
    return new JournalOwner(
        text(header, "endpoint"), text(header, "target"), text(header, "user"), inputs);
  }

  static String text(ObjectNode line, String name) {
    String text = line.string(name);
    return text == null ? "" : text;
  }

  /**
   * A line behind the first.
   *
   * @param redaction takes secrets out of what came from the service. What the user wrote stays as
   *     it is, for by that a later run finds its definitions again.
   */
  static String of(long number, Entry entry, UnaryOperator<String> redaction) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = NodeJson.generator(out)) {
      json.writeStartObject();
      json.writeNumberProperty("n", number);
      json.writeStringProperty("event", entry.event.label);
      json.writeStringProperty("key", entry.key);
      optional(json, "mailNickname", entry.mailNickname);
      json.writeStringProperty("clientRequestId", entry.clientRequestId);
      json.writeStringProperty("time", entry.time);
      outcome(entry.outcome, NodeJson.redacting(json, redaction));
      json.writeEndObject();
    }
    return out.toString();
  }

  private static void outcome(@Nullable Outcome outcome, JsonGenerator json) {
    switch (outcome) {
      case null -> {}
      case Outcome.Added added -> {
        json.writeNumberProperty("status", added.status());
        optional(json, "requestId", added.requestId());
        group(json, added.group());
      }
      case Outcome.Present present -> {
        json.writeNumberProperty("status", present.status());
        optional(json, "requestId", present.requestId());
        group(json, present.group());
      }
      case Outcome.Refused refused -> why(json, refused.failure());
      case Outcome.Denied denied -> why(json, denied.failure());
      case Outcome.Unreachable unreachable -> why(json, unreachable.failure());
      case Outcome.Unknown unknown -> why(json, unknown.failure());
    }
  }

  private static void group(JsonGenerator json, @Nullable ObjectNode group) {
    if (group != null) {
      optional(json, "id", group.string("id"));
      json.writeName("group");
      NodeJson.write(group, json);
    }
  }

  private static void why(JsonGenerator json, Failure failure) {
    json.writeNumberProperty("exitCode", failure.exitCode().code());
    if (failure.details().get("status") instanceof Integer status) {
      json.writeNumberProperty("status", status);
    }
    if (failure.details().get("requestId") instanceof String requestId) {
      json.writeStringProperty("requestId", requestId);
    }
    json.writeStringProperty("message", failure.getMessage());
  }

  private static void optional(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }

  /** The bytes of a line, its checksum and line feed included. */
  static byte[] encode(String json) {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    byte[] line = new byte[CHECKSUM + 1 + text.length + 1];
    byte[] checksum = checksum(text, 0, text.length).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(checksum, 0, line, 0, CHECKSUM);
    line[CHECKSUM] = ' ';
    System.arraycopy(text, 0, line, CHECKSUM + 1, text.length);
    line[line.length - 1] = '\n';
    return line;
  }

  /**
   * The object of a line.
   *
   * @param line without its line feed
   * @return null when the checksum does not fit, or there is none
   */
  static @Nullable ObjectNode decode(byte[] line) {
    int start = CHECKSUM + 1;
    if (line.length <= start
        || line[CHECKSUM] != ' '
        || !new String(line, 0, CHECKSUM, StandardCharsets.ISO_8859_1)
            .equals(checksum(line, start, line.length - start))) {
      return null;
    }
    return unchecked(line);
  }

  /** The object of a line whatever its checksum, or null when there is none. */
  static @Nullable ObjectNode unchecked(byte[] line) {
    int start = Math.min(CHECKSUM + 1, line.length);
    byte[] json = new byte[line.length - start];
    System.arraycopy(line, start, json, 0, json.length);
    return ResponseParser.object("the journal", json);
  }

  private static String checksum(byte[] bytes, int start, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, start, length);
    String digits = Long.toHexString(crc.getValue());
    return "0".repeat(CHECKSUM - digits.length()) + digits;
  }
}
