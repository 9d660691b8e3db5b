package dev.joinedgroups.output;

import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ResponseParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Groups as a service sends them. */
final class Groups {
  private Groups() {}

  static ObjectNode parse(String json) {
    return Objects.requireNonNull(
        ResponseParser.object("answer", json.getBytes(StandardCharsets.UTF_8)));
  }

  /** One that has everything that is hard to print. */
  static String hostile() throws IOException {
    try (InputStream in = Objects.requireNonNull(Groups.class.getResourceAsStream("group.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static List<ObjectNode> list() throws IOException {
    return List.of(
        parse(
            """
            {"id": "0a1b2c3d-0000-4000-8000-000000000001", "displayName": "Marketing",
             "mailNickname": "marketing", "visibility": "Public", "groupTypes": ["Unified"]}
            """),
        parse(hostile()),
        parse(
            """
            {"id": "0a1b2c3d-0000-4000-8000-000000000002", "displayName": "cafe\u0301 ❤️ 🇩🇪 한국어",
             "visibility": null}
            """),
        parse("{}"),
        parse(
            """
            {"id": "0a1b2c3d-0000-4000-8000-000000000003", "visibility": "HiddenMembership",
             "displayName": "The steering committee of the department of very long names",
             "mailNickname": "steering-committee-of-the-department-of-long-names"}
            """));
  }
}
