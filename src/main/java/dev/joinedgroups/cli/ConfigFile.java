package dev.joinedgroups.cli;

import dev.joinedgroups.definition.Definition;
import dev.joinedgroups.definition.DefinitionReader;
import dev.joinedgroups.definition.DefinitionSink;
import dev.joinedgroups.definition.Format;
import dev.joinedgroups.definition.Input;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Rule;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds and reads the configuration file. */
final class ConfigFile {
  private ConfigFile() {}

  /**
   * Reads it.
   *
   * @return its content, or null where none was named and the usual place has none
   * @throws Failure when the file that was named does not exist, or any does not hold an object
   */
  static @Nullable ObjectNode read(Arguments arguments, Console console) {
    String named = arguments.value(CommonOptions.CONFIG);
    if (named == null) {
      String variable = console.variable("GROUPS_CONFIG");
      named = variable.isEmpty() ? null : variable;
    }
    if (named != null) {
      Path path = console.directory().resolve(named);
      if (!Files.isReadable(path)) {
        throw new Failure(
            ExitCode.USAGE,
            "cannot read the configuration file " + named,
            "check --config and GROUPS_CONFIG");
      }
      return parse(named, path);
    }
    Path folder = Folders.config(console);
    if (folder == null) {
      return null;
    }
    Path path = folder.resolve("config.yaml");
    return Files.exists(path) ? parse(path.toString(), path) : null;
  }

  private static @Nullable ObjectNode parse(String name, Path path) {
    List<ObjectNode> found = new ArrayList<>();
    DefinitionSink sink =
        new DefinitionSink() {
          @Override
          public void definition(Definition definition) {
            found.add(definition.object());
          }

          @Override
          public void problem(Diagnostic problem) {
            if (problem.rule() == Rule.NO_DEFINITION) {
              return; // An empty file configures nothing.
            }
            String message =
                problem.rule() == Rule.TYPE_MISMATCH
                    ? "a configuration file holds an object"
                    : problem.message();
            throw new Failure(ExitCode.USAGE, message, problem.hint())
                .at(problem.place())
                .with("rule", problem.rule().slug());
          }

          @Override
          public void unreadable(Failure failure) {
            throw new Failure(ExitCode.USAGE, failure.getMessage(), failure.hint(), failure);
          }
        };
    new DefinitionReader(InputStream.nullInputStream(), Format.YAML)
        .read(List.of(new Input.File(name, path)), sink);
    if (found.size() > 1) {
      throw new Failure(
              ExitCode.USAGE, "a configuration file holds one object", "delete the others")
          .at(found.get(1).place());
    }
    return found.isEmpty() ? null : found.getFirst();
  }
}
