package dev.joinedgroups.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joinedgroups.definition.Definition;
import dev.joinedgroups.definition.DefinitionReader;
import dev.joinedgroups.definition.DefinitionSink;
import dev.joinedgroups.definition.Format;
import dev.joinedgroups.definition.Input;
import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Failure;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidatorTest {
  private static final ValidationOptions DOCUMENTED =
      new ValidationOptions(Required.DOCUMENTED, false, false, false);

  @Test
  void whatHasAnErrorMayNotBeSent() {
    String head = "mailEnabled: false, securityEnabled: true";
    String right = "{displayName: A, mailNickname: a, " + head + "}";
    String warned = "{displayName: B, mailNickname: b b, " + head + "}";
    String wrong = "{displayName: C, mailNickname: c, mailEnabled: 1, securityEnabled: true}";
    String both = "{displayName: 1, mailNickname: d d, theme: Mauve, " + head + "}";
    String bothOtherwise = "{theme: Mauve, mailNickname: e, " + head + ", displayName: 1}";
    List<String> all = List.of(right, warned, wrong, both, bothOtherwise, right);

    assertEquals(List.of(true, true, false, false, false, false), sound(all, Checked.DEFAULT));
    assertEquals(List.of(true, false), sound(List.of(right, warned), Checked.STRICT));
  }

  /** The endpoint's document requires {@code id} too, which must not be null in any case. */
  @Test
  void whatIsRequiredAndNullIsToldOnce() {
    byte[] text = "{\"id\": null, \"displayName\": null}".getBytes(StandardCharsets.UTF_8);
    List<Diagnostic> problems = Checked.check(text, Format.JSON, DOCUMENTED);
    problems.removeIf(problem -> problem.message().endsWith("missing"));
    assertEquals(
        """
        1:8: error[null-value]: `id` cannot be null
          at null
          help: leave it out, or write a string
        1:29: error[missing-property]: `displayName` is required and cannot be null
          at null
          help: write a string
        """,
        Checked.shown(problems));
  }

  @Test
  void requiredLabels() {
    assertEquals(List.of("minimal", "documented", "none"), Required.labels());
  }

  private static List<Boolean> sound(List<String> definitions, ValidationOptions options) {
    List<Boolean> sound = new ArrayList<>();
    Validator validator = new Validator(options, problem -> {});
    byte[] text = String.join("\n---\n", definitions).getBytes(StandardCharsets.UTF_8);
    new DefinitionReader(new ByteArrayInputStream(text), Format.YAML)
        .read(
            List.of(new Input.StandardInput()),
            new DefinitionSink() {
              @Override
              public void definition(Definition definition) {
                sound.add(validator.check(definition));
              }

              @Override
              public void problem(Diagnostic problem) {
                throw new AssertionError(problem);
              }

              @Override
              public void unreadable(Failure failure) {
                throw failure;
              }
            });
    return sound;
  }
}
