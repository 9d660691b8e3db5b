package dev.joinedgroups.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.joinedgroups.definition.Definition;
import dev.joinedgroups.definition.DefinitionReader;
import dev.joinedgroups.definition.DefinitionSink;
import dev.joinedgroups.definition.Format;
import dev.joinedgroups.definition.Input;
import dev.joinedgroups.definition.NodeJson;
import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Rule;
import dev.joinedgroups.schema.GroupSchema;
import dev.joinedgroups.schema.JsonSchemaExport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exported JSON Schema and the validator give the same verdict on what is an error. */
class JsonSchemaAgreementTest {
  private static final Path BAD = Path.of("src/test/resources/definitions/bad");

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JsonSchemaExport.schema(GroupSchema.minimalNames()), InputFormat.JSON);

  /** What no schema of one document can tell. */
  private static final Set<Rule> BEYOND_A_SCHEMA =
      EnumSet.of(
          // A schema sees values, not the text they were read from.
          Rule.DUPLICATE_KEY,
          // It sees one definition at a time.
          Rule.DUPLICATE_NICKNAME,
          // It has no word for the depth of a value.
          Rule.TOO_DEEP);

  /** Where the two differ, and why: the validator finds an error there and the schema does not. */
  private enum Difference {
    /** JSON Schema takes 3.0 and 3e0 for integers; the service wants digits only. */
    WHOLE_NUMBER_FORM,
    /** Which months have 30 days, and which years a 29 February, is beyond a pattern. */
    DAY_OF_MONTH,
    /** A misspelt name that could be a schema extension: nearness is beyond a pattern. */
    NEAR_MISS_OF_A_NAME;

    static @Nullable Difference of(Diagnostic problem) {
      String message = problem.message();
      return switch (problem.rule()) {
        case TYPE_MISMATCH ->
            message.matches(".*whole number, not -?\\d+(\\.0+|e\\d+)") ? WHOLE_NUMBER_FORM : null;
        case DATE_TIME_FORMAT ->
            message.endsWith("is not a date and time that exists") ? DAY_OF_MONTH : null;
        case UNKNOWN_PROPERTY ->
            problem.hint().startsWith("did you mean") && message.contains("_")
                ? NEAR_MISS_OF_A_NAME
                : null;
        default -> null;
      };
    }
  }

  @Test
  void onBadDefinitions() throws IOException {
    int compared = 0;
    try (Stream<Path> files = Files.list(BAD)) {
      for (Path file : files.sorted().toList()) {
        Format format = Format.ofName(file.getFileName().toString());
        if (format != null) {
          for (Definition definition : read(Files.readAllBytes(file), format)) {
            compare(NodeJson.compact(definition.object()), new TreeSet<>());
            compared++;
          }
        }
      }
    }
    assertTrue(compared > 150, "only " + compared + " definitions");
  }

  @Test
  void onGeneratedDefinitions() {
    RandomGroups groups = new RandomGroups(20_191_105);
    Set<Difference> met = new TreeSet<>();
    int sound = 0;
    for (int i = 0; i < 20_000; i++) {
      sound += compare(groups.next(), met) ? 1 : 0;
    }
    assertTrue(sound > 4_000 && sound < 16_000, sound + " of 20000 are sound");
    assertEquals(Set.of(Difference.values()), met);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "3",
        "[{}]",
        "[[]]",
        "{'@odata.type': 'microsoft.graph.group', 'x@y.z': 1}",
        "{'@odata.type': null}",
        "{'extension_0123456789abcdef0123456789abcdef_a': 1}",
        "{'extension_0123456789abcdef0123456789abcdeg_a': 1}",
        "{'extension_0123456789abcdef0123456789abcdef_': 1}",
        "{'extension_a': {}}",
        "{'ext12345678_a': 1}",
        "{'ext1234567_a': 1}",
        "{'ext1234567_a': {}}",
        "{'contoso_courses': {}}",
        "{'contoso_courses': null}",
        "{'_courses': {}}",
        "{'9_courses': {}}",
        "{'contoso_': {}}",
        "{'con-toso_courses': {}}",
        "{'createdDateTime': '-0001-01-01T00:00Z'}",
        "{'createdDateTime': '20000-01-01T23:59:60.123456789012-23:59'}",
        "{'createdDateTime': '02000-01-01T00:00:00Z'}",
        "{'createdDateTime': '2000-01-01T00:00:00.1234567890123Z'}",
        "{'createdDateTime': '2000-01-01T24:00:00Z'}",
        "{'createdDateTime': '2000-01-01t00:00:00z'}",
        "{'createdDateTime': '2000-01-01T00:00:00+0200'}",
        "{'assignedLicenses': [{'skuId': 'C7DF2760-7a4e-4b9f-9fa5-2bd9b5ea7c4e'}]}",
        "{'assignedLicenses': [{'skuId': null, 'disabledPlans': null}]}",
        "{'assignedLicenses': [{'disabledPlans': [null]}]}",
        "{'assignedLicenses': [null]}",
        "{'accessType': null}",
        "{'accessType': 'Public'}",
        "{'id': null}",
        "{'displayName': null}",
        "{'unseenCount': -2147483648, 'unseenMessagesCount': 2147483647}",
        "{'unseenCount': -2147483649}"
      })
  void onEdges(String text) {
    String json = text.replace('\'', '"');
    String whole =
        json.startsWith("{")
            ? json.replaceFirst(
                "\\{",
                "{\"displayName\": \"D\", \"mailNickname\": \"d\", \"mailEnabled\": false,"
                    + " \"securityEnabled\": true"
                    + (json.equals("{}") ? "" : ", "))
            : json;
    if (!json.contains("displayName")) {
      compare(whole, new TreeSet<>());
    }
    compare(json, new TreeSet<>());
  }

  /** Compares the verdicts; gives back whether the definition is sound. */
  private static boolean compare(String json, Set<Difference> met) {
    List<Diagnostic> errors = new ArrayList<>(Checked.check(json, Format.JSON));
    errors.removeIf(problem -> !problem.isError() || BEYOND_A_SCHEMA.contains(problem.rule()));
    boolean sound = SCHEMA.validate(json, InputFormat.JSON).isEmpty();
    if (sound && !errors.isEmpty()) {
      for (Diagnostic error : errors) {
        Difference difference = Difference.of(error);
        assertTrue(difference != null, json + "\n" + Checked.shown(errors));
        met.add(difference);
      }
      return false;
    }
    assertEquals(sound, errors.isEmpty(), json + "\n" + Checked.shown(errors));
    return sound;
  }

  private static List<Definition> read(byte[] bytes, Format format) {
    List<Definition> definitions = new ArrayList<>();
    new DefinitionReader(new ByteArrayInputStream(bytes), format)
        .read(
            List.of(new Input.StandardInput()),
            new DefinitionSink() {
              @Override
              public void definition(Definition definition) {
                definitions.add(definition);
              }

              @Override
              public void problem(Diagnostic problem) {
                // What cannot be read has no verdict of a schema.
              }

              @Override
              public void unreadable(Failure failure) {
                throw failure;
              }
            });
    return definitions;
  }
}
