package dev.joinedgroups.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseParserTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n", "\n\n  \n", " "})
  void whiteSpaceBehindAnAnswerIsIgnored(String behind) {
    String json = "{\"id\": \"1\",\n \"displayName\": \"a\"\n}" + behind;

    ObjectNode object = ResponseParser.object("answer", json.getBytes(StandardCharsets.UTF_8));

    assertNotNull(object);
    assertEquals("a", object.string("displayName"));
  }
}
