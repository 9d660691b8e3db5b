package dev.joinedgroups.definition;

import java.io.StringWriter;
import java.io.Writer;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes values as JSON: numbers with the digits they came with, members in their order. */
public final class NodeJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private NodeJson() {}

  /** The value as JSON on one line. */
  public static String compact(Node node) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = generator(out)) {
      write(node, generator);
    }
    return out.toString();
  }

  /** A generator of compact JSON that closes its target when it is closed. */
  public static JsonGenerator generator(Writer target) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), target);
  }

  /**
   * A generator that writes to another, names and values without the secrets in them.
   *
   * @param redaction takes secrets out of a text
   */
  public static JsonGenerator redacting(JsonGenerator target, UnaryOperator<String> redaction) {
    return new RedactingGenerator(target, redaction);
  }

  /** Writes the value to a Jackson generator of any format. */
  public static void write(Node node, JsonGenerator out) {
    switch (node) {
      case ObjectNode object -> {
        out.writeStartObject();
        for (Member member : object.members()) {
          out.writeName(member.name());
          write(member.value(), out);
        }
        out.writeEndObject();
      }
      case ArrayNode array -> {
        out.writeStartArray();
        for (Node item : array.items()) {
          write(item, out);
        }
        out.writeEndArray();
      }
      case ScalarNode scalar -> {
        switch (scalar.kind()) {
          case STRING -> out.writeString(scalar.text());
          case NUMBER -> out.writeNumber(scalar.text());
          case BOOLEAN -> out.writeBoolean(scalar.text().equals("true"));
          case NULL -> out.writeNull();
        }
      }
    }
  }
}
