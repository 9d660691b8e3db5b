package dev.joinedgroups.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;

class NodeJsonTest {
  /** Secrets are taken out of names and values, and never out of the JSON around them. */
  @Test
  void redacting() {
    StringWriter out = new StringWriter();
    try (JsonGenerator target = NodeJson.generator(out)) {
      JsonGenerator redacting =
          NodeJson.redacting(
              target, text -> text.replace("true", "***").replace("12", "***").replace("{", "***"));
      redacting
          .writeStartObject()
          .writeName("is true")
          .writeString("so true {")
          .writeName("n")
          .writeStartArray()
          .writeNumber("3.50")
          .writeNumber("1234")
          .writeBoolean(true)
          .writeNull()
          .writeEndArray()
          .writeEndObject();
    }
    assertEquals("{\"is ***\":\"so *** ***\",\"n\":[3.50,\"***34\",true,null]}", out.toString());
  }
}
