package dev.joinedgroups.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.Program;
import dev.joinedgroups.schema.EdmType;
import dev.joinedgroups.schema.EdmType.CollectionType;
import dev.joinedgroups.schema.EdmType.ComplexType;
import dev.joinedgroups.schema.EdmType.EnumType;
import dev.joinedgroups.schema.EdmType.OpenType;
import dev.joinedgroups.schema.EdmType.Primitive;
import dev.joinedgroups.schema.GroupSchema;
import dev.joinedgroups.schema.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each property of the table, right and wrong, from JSON, from YAML and from its flag. */
class EveryPropertyTest {
  @TempDir Path directory;

  /** A value of each JSON type, by the word that a diagnostic has for it. */
  private static final Map<String, String> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put("a string", "\"text\"");
    VALUES.put("a number", "7");
    VALUES.put("a Boolean", "true");
    VALUES.put("an object", "{\"q\": 1}");
    VALUES.put("an array", "[[]]");
  }

  static Stream<Property> properties() {
    return GroupSchema.properties().stream();
  }

  static Stream<Arguments> wrongValues() {
    List<Arguments> all = new ArrayList<>();
    for (Property property : GroupSchema.properties()) {
      VALUES.forEach(
          (word, value) -> {
            if (!word.equals(jsonType(property.type()))) {
              all.add(Arguments.of(property, word, value));
            }
          });
    }
    return all.stream();
  }

  static Stream<Arguments> wrongFlags() {
    List<Arguments> all = new ArrayList<>();
    for (Property property : GroupSchema.properties()) {
      for (String text : wrongTexts(property.type())) {
        all.add(Arguments.of(property, text));
      }
    }
    return all.stream();
  }

  private static List<String> wrongTexts(EdmType type) {
    return switch (type) {
      case Primitive.BOOLEAN -> List.of("perhaps", "yes", "True", "1", "");
      case Primitive.INT32 -> List.of("3.5", "three", "2147483648", "1e2", "0x10", "");
      case Primitive.DATE_TIME_OFFSET ->
          List.of("2017-01-01T00:00:34", "2017-01-01", "2017-02-30T00:00:00Z", "now", "");
      case EnumType enumeration -> List.of("String", "Private", "1", "");
      case ComplexType complex -> List.of("[]", "\"text\"", "7", "{", "{\"q\": 1}");
      case CollectionType collection when !(collection.item() instanceof Primitive) ->
          List.of("\"text\"", "[7]", "[null]", "true", "[", "[{\"q\": 1}]");
      default -> List.of();
    };
  }

  private static String jsonType(EdmType type) {
    return switch (type) {
      case Primitive.BOOLEAN -> "a Boolean";
      case Primitive.INT32 -> "a number";
      case Primitive primitive -> "a string";
      case EnumType enumeration -> "a string";
      case CollectionType collection -> "an array";
      case ComplexType complex -> "an object";
      case OpenType open -> "an object";
    };
  }

  private static String right(EdmType type) {
    return switch (type) {
      case Primitive.STRING -> "\"text\"";
      case Primitive.BOOLEAN -> "true";
      case Primitive.INT32 -> "-2147483648";
      case Primitive.GUID -> "\"018663cc-63cc-0186-cc63-8601cc638601\"";
      case Primitive.DATE_TIME_OFFSET -> "\"2017-01-01T00:00:34.0507931+03:00\"";
      case EnumType enumeration -> "\"" + enumeration.members().getLast() + "\"";
      case CollectionType collection -> "[" + right(collection.item()) + "]";
      case OpenType open -> "{}";
      case ComplexType complex -> {
        List<String> members = new ArrayList<>();
        for (Property property : complex.properties()) {
          members.add("\"" + property.name() + "\": " + right(property.type()));
        }
        yield "{" + String.join(", ", members) + "}";
      }
    };
  }

  @ParameterizedTest
  @MethodSource("properties")
  void takesARightValue(Property property) {
    String value = right(property.type());
    Program program =
        new Program(directory)
            .file("d.json", "{\"" + property.name() + "\": " + value + "}")
            .file("d.yaml", property.name() + ": " + value + "\n");
    assertClean(program.run("validate", "--required", "none", "d.json"));
    assertClean(program.run("validate", "--required", "none", "d.yaml"));
    assertClean(program.run("validate", "--required", "none", property.flag() + "=" + flag(value)));
    if (property.type() == Primitive.BOOLEAN) {
      assertClean(program.run("validate", "--required", "none", property.flag()));
      assertClean(
          program.run("validate", "--required", "none", "--no" + property.flag().substring(1)));
    } else {
      assertClean(program.run("validate", "--required", "none", property.flag(), flag(value)));
    }
  }

  private static String flag(String json) {
    String bare = json.startsWith("[\"") ? json.substring(1, json.length() - 1) : json;
    return bare.startsWith("\"") ? bare.substring(1, bare.length() - 1) : bare;
  }

  private static void assertClean(Program.Result result) {
    assertEquals(0, result.exitCode(), result.whole());
    assertTrue(!result.out().contains("error["), result.whole());
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void refusesEveryOtherType(Property property, String word, String value) {
    String json = "{\"" + property.name() + "\": " + value + "}";
    int column = json.indexOf(value) + 1;
    Program program =
        new Program(directory)
            .file("d.json", json)
            .file("d.yaml", property.name() + ": " + value + "\n");
    String given = property.type() == Primitive.INT32 && word.equals("a number") ? value : word;
    if (word.equals("a string")
        && (property.type() == Primitive.DATE_TIME_OFFSET || property.type() instanceof EnumType)) {
      return;
    }
    String message =
        "error[type-mismatch]: `"
            + property.name()
            + "` wants "
            + property.type().wording()
            + ", not "
            + given
            + "\n";
    assertSays(
        program.run("validate", "--required", "none", "d.json"),
        "d.json:1:" + column + ": " + message);
    assertSays(
        program.run("validate", "--required", "none", "d.yaml"),
        "d.yaml:1:" + (property.name().length() + 3) + ": " + message);
  }

  @ParameterizedTest
  @MethodSource("wrongFlags")
  void refusesATextThatIsNotTheType(Property property, String text) {
    Program.Result result =
        new Program(directory).run("validate", "--required", "none", property.flag() + "=" + text);
    assertEquals(3, result.exitCode(), result.whole());
    assertTrue(result.out().startsWith("<command line>:1:"), result.whole());
    assertTrue(result.out().contains(": error["), result.whole());
    assertTrue(result.out().contains("\nhelp: "), result.whole());
  }

  private static void assertSays(Program.Result result, String expected) {
    assertEquals(3, result.exitCode(), result.whole());
    assertTrue(result.out().contains(expected), () -> "wanted " + expected + result.whole());
  }
}
