package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Failure;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reading a text comes to: its definitions and its problems, in their order. */
final class Read {
  private Read() {}

  /** Each definition as JSON and each problem in a few words, one on a line. */
  static String shown(@Nullable Format format, String text) {
    List<String> shown = new ArrayList<>();
    from(
        format,
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        new DefinitionSink() {
          @Override
          public void definition(Definition definition) {
            shown.add(NodeJson.compact(definition.object()));
          }

          @Override
          public void problem(Diagnostic problem) {
            shown.add(words(problem));
          }

          @Override
          public void unreadable(Failure failure) {
            throw failure;
          }
        });
    return String.join("\n", shown);
  }

  static void from(@Nullable Format format, InputStream in, DefinitionSink sink) {
    new DefinitionReader(in, format).read(List.of(new Input.StandardInput()), sink);
  }

  static String words(Diagnostic problem) {
    return problem.place().line()
        + ":"
        + problem.place().column()
        + " "
        + problem.pointer()
        + " "
        + problem.message();
  }
}
