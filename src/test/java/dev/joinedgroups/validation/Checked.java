package dev.joinedgroups.validation;

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
import org.jspecify.annotations.Nullable;

/** What reading and checking finds in a text, for tests that need no command line. */
final class Checked {
  static final ValidationOptions DEFAULT =
      new ValidationOptions(Required.MINIMAL, false, false, false);
  static final ValidationOptions LIVE = new ValidationOptions(Required.MINIMAL, false, false, true);
  static final ValidationOptions STRICT =
      new ValidationOptions(Required.MINIMAL, false, true, false);

  private Checked() {}

  static List<Diagnostic> check(String text, @Nullable Format format) {
    return check(text.getBytes(StandardCharsets.UTF_8), format, DEFAULT);
  }

  static List<Diagnostic> check(byte[] bytes, @Nullable Format format, ValidationOptions options) {
    List<Diagnostic> found = new ArrayList<>();
    Validator validator = new Validator(options, found::add);
    new DefinitionReader(new ByteArrayInputStream(bytes), format)
        .read(
            List.of(new Input.StandardInput()),
            new DefinitionSink() {
              @Override
              public void definition(Definition definition) {
                validator.check(definition);
              }

              @Override
              public void problem(Diagnostic problem) {
                found.add(problem);
              }

              @Override
              public void unreadable(Failure failure) {
                throw failure;
              }
            });
    return found;
  }

  /** Each problem with what stands at its place, on three lines. */
  static String shown(List<Diagnostic> problems) {
    StringBuilder text = new StringBuilder();
    for (Diagnostic problem : problems) {
      text.append(problem.place().line()).append(':').append(problem.place().column());
      text.append(": ").append(problem.severity().label());
      text.append('[').append(problem.rule().slug()).append("]: ");
      text.append(problem.message()).append('\n');
      var snippet = problem.place().snippet();
      if (snippet != null) {
        text.append("  at ").append(snippet.text(), snippet.start(), snippet.end()).append('\n');
      }
      text.append("  help: ").append(problem.hint()).append('\n');
    }
    return text.toString();
  }
}
