package dev.joinedgroups.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.definition.Definition;
import dev.joinedgroups.definition.DefinitionReader;
import dev.joinedgroups.definition.DefinitionSink;
import dev.joinedgroups.definition.Format;
import dev.joinedgroups.definition.Input;
import dev.joinedgroups.definition.NodeJson;
import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Place;
import dev.joinedgroups.diagnostics.Related;
import dev.joinedgroups.diagnostics.Snippet;
import dev.joinedgroups.diagnostics.TerminalStyle;
import dev.joinedgroups.diagnostics.TextDiagnosticWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Mutates the bad definitions and reads and checks what comes out: whatever it is, there is no
 * exception, no hang, every place lies within the text, and what is sound survives being written
 * and read again. {@code -Dfuzz.seconds=1800} goes on for longer, with other mutations each time.
 */
class HostileInputTest {
  private static final List<Path> FOLDERS =
      List.of(Path.of("src/test/resources/definitions/bad"), Path.of("examples"));
  private static final int ROUNDS = 15_000;

  /** Bytes and words that mean something to a reader. */
  private static final List<byte[]> TOKENS =
      Stream.of(
              "{",
              "}",
              "[",
              "]",
              ":",
              ": ",
              ",",
              "\"",
              "'",
              "\\",
              "\\u",
              "\\uD800",
              "\n",
              "\r\n",
              "\t",
              "---\n",
              "...\n",
              "&a ",
              "*a",
              "<<: *a",
              "!!str ",
              "|\n",
              ">-\n",
              "# ",
              "- ",
              "? ",
              "null",
              "~",
              "true",
              "1e999999",
              "-0",
              "0x1F",
              ".inf",
              "\u00e9",
              "\u0301",
              "😀",
              "\ufeff",
              "\u2028",
              "\u0085",
              "\u0000",
              "displayName",
              "groupTypes",
              "DynamicMembership",
              "user.department -eq ",
              "-and ",
              "owners@odata.bind")
          .map(text -> text.getBytes(StandardCharsets.UTF_8))
          .toList();

  @Test
  @Timeout(value = 120, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whateverIsRead() throws IOException {
    List<byte[]> seeds = seeds();
    long seconds = Long.getLong("fuzz.seconds", 0);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    Random random = new Random(seconds == 0 ? 1 : System.nanoTime());
    for (int i = 0; i < ROUNDS || (seconds > 0 && System.nanoTime() < end); i++) {
      byte[] input = mutated(seeds, random);
      Format format = List.of(Format.JSON, Format.YAML).get(random.nextInt(2));
      long start = System.nanoTime();
      try {
        survives(input, random.nextInt(4) == 0 ? null : format);
      } catch (RuntimeException | Error broken) {
        throw new AssertionError(format + " " + HexFormat.of().formatHex(input), broken);
      }
      long took = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
      assertTrue(took < 20, () -> "hangs: " + format + " " + HexFormat.of().formatHex(input));
    }
  }

  private static void survives(byte[] input, @Nullable Format format) {
    List<Diagnostic> problems = new ArrayList<>();
    List<Definition> sound = new ArrayList<>();
    Validator validator = new Validator(Checked.DEFAULT, problems::add);
    new DefinitionReader(new ByteArrayInputStream(input), format)
        .read(
            List.of(new Input.StandardInput()),
            new DefinitionSink() {
              @Override
              public void definition(Definition definition) {
                if (validator.check(definition)) {
                  sound.add(definition);
                }
              }

              @Override
              public void problem(Diagnostic problem) {
                problems.add(problem);
              }

              @Override
              public void unreadable(Failure failure) {
                throw failure;
              }
            });
    int lines = lines(input);
    StringWriter drawn = new StringWriter();
    TextDiagnosticWriter writer = new TextDiagnosticWriter(drawn, new TerminalStyle(80, true));
    for (Diagnostic problem : problems) {
      within(problem.place(), lines);
      problem.related().stream().map(Related::place).forEach(place -> within(place, lines));
      assertFalse(problem.message().isBlank());
      writer.write(problem);
    }
    writer.finish();
    for (Definition definition : sound) {
      String json = NodeJson.compact(definition.object());
      List<Diagnostic> again = Checked.check(json, Format.JSON);
      again.removeIf(problem -> !problem.isError());
      assertEquals("", Checked.shown(again), json);
    }
  }

  private static void within(Place place, int lines) {
    assertTrue(place.line() >= 1 && place.line() <= lines, place::label);
    assertTrue(place.column() >= 1, place::label);
    assertTrue(
        place.endLine() > place.line()
            || (place.endLine() == place.line() && place.endColumn() >= place.column()),
        place::label);
    Snippet snippet = place.snippet();
    if (snippet != null) {
      assertNotNull(snippet.text());
      assertTrue(snippet.start() >= 0 && snippet.end() >= snippet.start(), place::label);
      assertTrue(snippet.end() <= snippet.text().length(), place::label);
    }
  }

  private static int lines(byte[] input) {
    int breaks = 1;
    for (byte b : input) {
      breaks += b == '\n' || b == '\r' ? 1 : 0;
    }
    return breaks;
  }

  private static List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (Path folder : FOLDERS) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.filter(HostileInputTest::isDefinition).sorted().toList()) {
            seeds.add(Files.readAllBytes(file));
          }
        }
      }
    }
    return seeds;
  }

  private static boolean isDefinition(Path file) {
    return Format.ofName(file.getFileName().toString()) != null;
  }

  private static byte[] mutated(List<byte[]> seeds, Random random) {
    byte[] text = seeds.get(random.nextInt(seeds.size()));
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      int from = random.nextInt(text.length + 1);
      int to = Math.min(text.length, from + random.nextInt(8));
      byte[] token = TOKENS.get(random.nextInt(TOKENS.size()));
      byte[] other = seeds.get(random.nextInt(seeds.size()));
      text =
          switch (random.nextInt(6)) {
            case 0 -> spliced(text, from, to, new byte[0]);
            case 1 -> spliced(text, from, from, token);
            case 2 -> spliced(text, from, to, token);
            case 3 -> spliced(text, from, from, new byte[] {(byte) random.nextInt(256)});
            case 4 -> Arrays.copyOf(text, from);
            default -> spliced(text, from, to, other);
          };
    }
    return text;
  }

  private static byte[] spliced(byte[] text, int from, int to, byte[] instead) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(text, 0, from);
    out.writeBytes(instead);
    out.write(text, to, text.length - to);
    return out.toByteArray();
  }
}
