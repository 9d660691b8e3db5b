package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Place;
import dev.joinedgroups.diagnostics.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the definitions of inputs, one at a time, so that a file may be of any size. */
public final class DefinitionReader {
  private final InputStream standardInput;
  private final @Nullable Format format;

  /**
   * @param standardInput what {@code -} means
   * @param format the format of all inputs, or null to tell by file ending or first character
   */
  public DefinitionReader(InputStream standardInput, @Nullable Format format) {
    this.standardInput = standardInput;
    this.format = format;
  }

  /**
   * Starts to load, in the background, what reading JSON takes: above all the JDK's {@code
   * BigDecimal}, which Jackson's parsers mention and which computes large powers when it is loaded.
   */
  public static void prepareForJson() {
    Thread.ofPlatform().daemon().name("prepare-json").start(JsonTokens::load);
  }

  /**
   * Reads all inputs in order.
   *
   * @param sink takes the definitions and the problems
   */
  public void read(List<Input> inputs, DefinitionSink sink) {
    for (Input input : inputs) {
      read(input, sink);
    }
  }

  private void read(Input input, DefinitionSink sink) {
    try {
      switch (input) {
        case Input.StandardInput stdin -> read(stdin, standardInput, sink);
        case Input.File file -> {
          try (InputStream in = Files.newInputStream(file.path())) {
            read(file, in, sink);
          }
        }
        case Input.EmptyDirectory directory ->
            sink.problem(
                nothing(
                    directory.name(),
                    "there are no definitions in this directory",
                    "definitions are files that end in .json, .yaml, .yml, .ndjson or .jsonl"));
        case Input.Unreadable unreadable -> sink.unreadable(unreadable.failure());
      }
    } catch (IOException e) {
      sink.unreadable(unreadable(input.name(), e));
    } catch (UncheckedIOException e) {
      sink.unreadable(unreadable(input.name(), e));
    }
  }

  private void read(Input input, InputStream in, DefinitionSink sink) {
    Format known = format != null ? format : Format.ofName(input.name());
    RecordingReader reader = new RecordingReader(input.name(), in, known != Format.JSON);
    int count;
    try {
      int first = reader.peek();
      while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
        reader.take();
        first = reader.peek();
      }
      reader.seek(reader.text().start());
      boolean json = known == Format.JSON || (known == null && (first == '{' || first == '['));
      count =
          json
              ? new JsonReader(reader, isLines(input.name()), sink).read()
              : new YamlReader(reader, sink).read();
    } catch (InputProblem problem) {
      sink.problem(problem.toDiagnostic(0));
      return;
    }
    if (count == 0) {
      sink.problem(nothing(input.name(), emptyMessage(reader), "write at least one definition"));
    }
  }

  private static String emptyMessage(RecordingReader reader) {
    return reader.isEmpty() ? "this is empty" : "there is no definition in this file";
  }

  private static boolean isLines(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".ndjson") || lower.endsWith(".jsonl");
  }

  private static Diagnostic nothing(String name, String message, String hint) {
    Place place = new SourceText(name, "").place(0, 0);
    return new Diagnostic(
        Rule.NO_DEFINITION, Rule.NO_DEFINITION.severity(), place, 0, "", message, hint, List.of());
  }

  /** The failure that tells a user why a file could not be read. */
  static Failure unreadable(String name, UncheckedIOException e) {
    IOException cause = e.getCause();
    return unreadable(name, cause == null ? new IOException(e) : cause);
  }

  static Failure unreadable(String name, IOException e) {
    String why =
        switch (e) {
          case NoSuchFileException missing -> "there is no such file";
          case AccessDeniedException denied -> "permission denied";
          default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    return new Failure(ExitCode.FAILURE, "cannot read " + name + ": " + why, "", e)
        .with("file", name);
  }
}
