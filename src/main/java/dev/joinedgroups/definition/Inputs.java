package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what was named on the command line into inputs. */
public final class Inputs {
  private final Path directory;

  /**
   * @param directory what relative paths start from
   */
  public Inputs(Path directory) {
    this.directory = directory;
  }

  /**
   * Expands directories: their definitions, recursively, in name order.
   *
   * @param names paths as given; {@code -} is standard input
   * @return the inputs; a path that does not exist is one that cannot be read
   * @throws Failure when standard input is named twice
   */
  public List<Input> expand(List<String> names) {
    List<Input> inputs = new ArrayList<>();
    boolean stdin = false;
    for (String name : names) {
      if (name.equals("-")) {
        if (stdin) {
          throw new Failure(ExitCode.USAGE, "standard input (-) is named twice", "name it once");
        }
        stdin = true;
        inputs.add(new Input.StandardInput());
      } else {
        add(name, inputs);
      }
    }
    return inputs;
  }

  private void add(String name, List<Input> inputs) {
    Path path;
    try {
      path = directory.resolve(name);
    } catch (InvalidPathException e) {
      inputs.add(new Input.Unreadable(name, missing(name, null)));
      return;
    }
    if (!Files.isDirectory(path)) {
      inputs.add(
          Files.exists(path)
              ? new Input.File(name, path)
              : new Input.Unreadable(name, missing(name, path)));
      return;
    }
    int before = inputs.size();
    try (Stream<Path> files = Files.walk(path)) {
      files
          .filter(file -> Format.ofName(file.getFileName().toString()) != null)
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(file -> inputs.add(new Input.File(shown(name, path, file), file)));
    } catch (IOException e) {
      inputs.add(new Input.Unreadable(name, DefinitionReader.unreadable(name, e)));
    } catch (UncheckedIOException e) {
      inputs.add(new Input.Unreadable(name, DefinitionReader.unreadable(name, e)));
    }
    if (inputs.size() == before) {
      inputs.add(new Input.EmptyDirectory(name));
    }
  }

  private static String shown(String name, Path directory, Path file) {
    String separator = name.endsWith("/") ? "" : "/";
    return name + separator + directory.relativize(file).toString().replace('\\', '/');
  }

  private static Failure missing(String name, @Nullable Path path) {
    Failure plain = DefinitionReader.unreadable(name, new NoSuchFileException(name));
    String similar = path == null ? null : similar(path);
    return similar == null
        ? plain
        : new Failure(plain.exitCode(), plain.getMessage(), "did you mean `" + similar + "`?")
            .with("file", name);
  }

  /** The name in the same folder that is nearest to a missing one, or null. */
  private static @Nullable String similar(Path path) {
    Path parent = path.getParent();
    if (parent == null || path.getFileName() == null) {
      return null;
    }
    try (Stream<Path> siblings = Files.list(parent)) {
      return Suggestion.nearest(
          path.getFileName().toString(),
          siblings.map(file -> file.getFileName().toString()).limit(10_000).sorted().toList());
    } catch (IOException | UncheckedIOException e) {
      return null; // A suggestion is a courtesy: the missing file is told either way.
    }
  }
}
