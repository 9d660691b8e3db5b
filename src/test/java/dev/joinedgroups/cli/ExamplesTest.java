package dev.joinedgroups.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.Program;
import dev.joinedgroups.schema.GroupSchema;
import dev.joinedgroups.schema.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every definition under examples/ is checked and added. */
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("examples").toAbsolutePath();
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path home;

  static List<String> definitions() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(json|yaml|yml|ndjson|jsonl)"))
          .filter(file -> !file.startsWith(EXAMPLES.resolve("ci")))
          .map(file -> EXAMPLES.relativize(file).toString())
          .filter(name -> !name.equals("spec-request.json"))
          .sorted()
          .toList();
    }
  }

  private Program.Result run(String... arguments) {
    return new Program(home).run(arguments);
  }

  private static String path(String name) {
    return EXAMPLES.resolve(name).toString();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void areSound(String name) {
    Program.Result result = run("validate", path(name));

    assertEquals(0, result.exitCode(), result.whole());
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void areTakenByTheLiveServiceAsFarAsItsDocumentationTells(String name) {
    // The document's own request is made of placeholders, such as a theme of "Theme value".
    int exit = name.startsWith("spec-request") ? 3 : 0;
    Program.Result result = run("validate", "--strict", "--target", "groups", path(name));

    assertEquals(exit, result.exitCode(), result.whole());
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void areAdded(String name) {
    Program.Result result = run("add", "--sandbox", "-o", "ndjson", path(name));

    assertEquals(0, result.exitCode(), result.whole());
    Set<String> ids = new HashSet<>();
    result.out().lines().forEach(line -> ids.add(JSON.readTree(line).get("id").stringValue()));
    assertEquals(result.out().lines().count(), ids.size());
  }

  @Test
  void requestOfTheDocumentHasOneError() {
    Program.Result result = run("validate", "--diagnostics", "json", path("spec-request.json"));

    assertEquals(3, result.exitCode(), result.whole());
    List<JsonNode> errors =
        JSON.readTree(result.out())
            .valueStream()
            .filter(problem -> problem.get("severity").stringValue().equals("error"))
            .toList();
    assertEquals(1, errors.size(), result.out());
    assertEquals("enum-member", errors.getFirst().get("rule").stringValue());
    assertEquals("/accessType", errors.getFirst().get("pointer").stringValue());
    assertEquals(69, errors.getFirst().get("line").intValue());
    assertEquals(17, errors.getFirst().get("column").intValue());
  }

  @Test
  void requestOfTheDocumentIsTheValidOneButForThatError() throws IOException {
    String request = Files.readString(EXAMPLES.resolve("spec-request.json"));

    assertEquals(
        request.replace("\"accessType\": \"String\"", "\"accessType\": \"private\""),
        Files.readString(EXAMPLES.resolve("spec-request-valid.json")));
  }

  @Test
  void requestOfTheDocumentComesBackWithAllProperties() throws IOException {
    Program.Result result =
        run(
            "add",
            "--sandbox",
            "-o",
            "json",
            "--access-type",
            "private",
            path("spec-request.json"));

    assertEquals(0, result.exitCode(), result.whole());
    JsonNode group = JSON.readTree(result.out());
    JsonNode sent = JSON.readTree(Files.readString(EXAMPLES.resolve("spec-request-valid.json")));
    for (Property property : GroupSchema.properties()) {
      JsonNode value = group.get(property.name());
      if (sent.has(property.name())) {
        assertEquals(sent.get(property.name()), value, property.name());
      } else {
        assertNotNull(value, property.name() + " is missing in examples/spec-request.json");
        assertTrue(value.isString(), property.name());
      }
    }
  }
}
