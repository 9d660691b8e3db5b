package dev.joinedgroups.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.Golden;
import dev.joinedgroups.Program;
import dev.joinedgroups.diagnostics.Rule;
import dev.joinedgroups.schema.GroupSchema;
import dev.joinedgroups.schema.Property.Settable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("golden")
class ExplainAndSchemaTest {
  @TempDir Path directory;

  private Program.Result run(String... arguments) {
    return new Program(directory).run(arguments);
  }

  @Test
  void explainListsTheRules() throws IOException {
    Golden.assertMatches("cli/explain.txt", run("explain").whole());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nickname-character", "unknown-property", "type-mismatch"})
  void explainTellsAboutARule(String rule) throws IOException {
    Golden.assertMatches("cli/explain-" + rule + ".txt", run("explain", rule).whole());
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void explainKnowsEveryRule(Rule rule) {
    Program.Result result = run("explain", rule.slug());
    assertEquals(0, result.exitCode());
    assertTrue(result.out().startsWith(rule.slug() + ": " + rule.summary() + "\n"), result.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"visibility", "licenseProcessingState", "unseenCount", "expirationDateTime"})
  void explainTellsAboutAProperty(String property) throws IOException {
    Golden.assertMatches("cli/explain-" + property + ".txt", run("explain", property).whole());
  }

  static List<String> laterProperties() {
    return GroupSchema.laterProperties().stream().map(property -> property.name()).toList();
  }

  @ParameterizedTest
  @MethodSource("laterProperties")
  void explainNamesWhatIsBeyondTheDocument(String property) {
    Program.Result result = run("explain", property);
    assertEquals(0, result.exitCode());
    assertTrue(result.out().contains("beyond the endpoint's document"), result.out());
  }

  @Test
  void explainSuggestsARule() {
    assertEquals(
        """
        exit 2
        --- out
        --- err
        error: there is no rule or property `type-mismach`
        help: did you mean `groups explain type-mismatch`?
        """,
        run("explain", "type-mismach").whole());
  }

  @Test
  void explainSuggestsAProperty() {
    assertEquals(
        """
        exit 2
        --- out
        --- err
        error: there is no rule or property `Visibilty`
        help: did you mean `groups explain visibility`?
        """,
        run("explain", "Visibilty").whole());
  }

  @Test
  void explainTakesOne() {
    assertEquals(
        """
        exit 2
        --- out
        --- err
        error: `groups explain` takes one rule or property, not 2
        help: name one at a time
        """,
        run("explain", "syntax", "encoding").whole());
  }

  @Test
  void theSchema() throws IOException {
    Program.Result result = run("schema");
    assertEquals(0, result.exitCode());
    Golden.assertMatches("cli/schema.json", result.out());
  }

  @Test
  void theTemplate() throws IOException {
    Program.Result result = run("schema", "--template");
    assertEquals(0, result.exitCode());
    Golden.assertMatches("cli/template.yaml", result.out());
  }

  @Test
  void theTemplateIsClean() {
    String template = run("schema", "--template").out();
    assertEquals(
        """
        exit 0
        --- out
        --- err
        checked 1 definition in 1 file: no problems
        """,
        new Program(directory).input(template).run("validate", "-").whole());
  }

  @Test
  void everyLineOfTheTemplateCanBeTakenIn() {
    List<String> lines = run("schema", "--template").out().lines().toList();
    List<String> whole = new ArrayList<>();
    int taken = 0;
    for (String line : lines) {
      boolean optional = line.startsWith("#") && line.length() > 1 && line.charAt(1) != ' ';
      whole.add(optional ? line.substring(1) : line);
      taken += optional ? 1 : 0;
    }
    Program.Result result =
        new Program(directory).input(String.join("\n", whole)).run("validate", "-");
    assertEquals(0, result.exitCode(), result.out());
    // They do not go together, or not with today's service; each line alone is a sound example.
    assertEquals(
        List.of(
            "warning[unified-not-mail-enabled]",
            "warning[removed-property]",
            "warning[membership-rule-not-dynamic]"),
        Pattern.compile("warning\\[[a-z-]+]")
            .matcher(result.out())
            .results()
            .map(MatchResult::group)
            .toList());
    assertEquals(
        GroupSchema.properties().stream()
            .filter(property -> property.settable() == Settable.ON_CREATE)
            .count(),
        taken + GroupSchema.minimalNames().size());
  }

  @Test
  void theTemplateRequiresWhatItRequires() {
    assertEquals(
        """
        exit 2
        --- out
        --- err
        error: --required does not go with --template
        help: leave one of them out
        """,
        run("schema", "--template", "--required", "none").whole());
  }
}
