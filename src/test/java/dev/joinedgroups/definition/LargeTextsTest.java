package dev.joinedgroups.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Place;
import dev.joinedgroups.diagnostics.Snippet;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Texts of many times what is read at once, with a mark now and then: each mark is found in the
 * line and column where counting from the start of the whole text finds it.
 */
class LargeTextsTest {
  private static final String MARK = "\"here\"";
  private static final int DEFINITIONS = 600;

  /** What stands between two definitions, and what a definition's lines end with. */
  @ParameterizedTest
  @CsvSource({
    "JSON, list, LF",
    "JSON, list, CRLF",
    "JSON, list, CR",
    "JSON, sequence, LF",
    "JSON, sequence, none",
    "JSON, list, none",
    "YAML, list, LF",
    "YAML, list, CRLF",
    "YAML, sequence, LF",
    "YAML, list, none",
  })
  void marksAreFound(Format format, String layout, String end) {
    String lineEnd =
        switch (end) {
          case "LF" -> "\n";
          case "CRLF" -> "\r\n";
          case "CR" -> "\r";
          default -> " ";
        };
    String text = text(format, layout.equals("list"), lineEnd);
    List<String> expected = marksIn(text);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertEquals(
        String.join("\n", expected),
        String.join("\n", marksRead(format, new ByteArrayInputStream(bytes))));
    assertEquals(
        String.join("\n", expected), String.join("\n", marksRead(format, new Trickle(bytes))));
  }

  /** Objects of names and texts of one to four bytes a character, some with the mark. */
  private static String text(Format format, boolean list, String lineEnd) {
    Random random = new Random(7);
    List<String> texts =
        List.of("a", "\u00e9", "\u20ac", "\uD83D\uDE00", "e\u0301", "\\\\", "\\u00e9");
    StringBuilder text = new StringBuilder(list ? "[" + lineEnd : "");
    for (int i = 0; i < DEFINITIONS; i++) {
      text.append(i == 0 ? "" : between(format, list)).append(lineEnd);
      text.append("{\"n\": \"");
      for (int k = random.nextInt(40); k > 0; k--) {
        text.append(texts.get(random.nextInt(texts.size())));
      }
      text.append("\",").append(lineEnd).append("  ");
      if (random.nextInt(4) == 0) {
        text.append("\"m\": ").append(MARK).append(", ");
      }
      text.append("\"o\":").append(lineEnd).append(" [1, true]}");
    }
    return text.append(list ? lineEnd + "]" : "").toString();
  }

  private static String between(Format format, boolean list) {
    if (list) {
      return ",";
    }
    return format == Format.JSON ? "" : "\n---";
  }

  private static List<String> marksIn(String text) {
    List<String> marks = new ArrayList<>();
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith(MARK, i)) {
        int column = text.codePointCount(lineStart, i) + 1;
        marks.add(shown(line, column, column + MARK.length(), text, lineStart, i));
      }
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && text.charAt(i + 1) != '\n')) {
        line++;
        lineStart = i + 1;
      }
    }
    return marks;
  }

  private static String shown(
      int line, int column, int endColumn, String text, int lineStart, int from) {
    int to = from + MARK.length();
    String before = text.substring(Math.max(lineStart, from - 20), from);
    int lineEnd = to;
    while (lineEnd < to + 6 && "\r\n".indexOf(text.charAt(lineEnd)) < 0) {
      lineEnd++;
    }
    return line + ":" + column + "-" + endColumn + before + MARK + text.substring(to, lineEnd);
  }

  private static List<String> marksRead(Format format, InputStream in) {
    List<String> marks = new ArrayList<>();
    Read.from(
        format,
        in,
        new DefinitionSink() {
          @Override
          public void definition(Definition definition) {
            Node mark = definition.object().get("m");
            if (mark != null) {
              assertEquals(mark.line(), mark.place().line());
              assertEquals(mark.column(), mark.place().column());
              marks.add(shown(mark.place()));
            }
          }

          @Override
          public void problem(Diagnostic problem) {
            throw new AssertionError(Read.words(problem));
          }

          @Override
          public void unreadable(Failure failure) {
            throw failure;
          }
        });
    return marks;
  }

  private static String shown(Place place) {
    Snippet snippet = Objects.requireNonNull(place.snippet());
    assertEquals(place.line(), place.endLine());
    return shown(
        place.line(), place.column(), place.endColumn(), snippet.text() + "\n", 0, snippet.start());
  }

  /** A definition is at most 4 MiB; a file of them is of any size. */
  @Test
  void aDefinitionIsTooLarge() {
    String large = "{\"a\": \"" + "x".repeat(3 << 20) + "\"}\n";
    assertEquals(2, Read.shown(Format.JSON, large + large).lines().count());
    assertEquals(
        "2:1 this definition is larger than 4 MiB 2:2",
        problems(Format.JSON, large + "{\"a\": \"" + "x".repeat(5 << 20) + "\"}\n"));
  }

  /** What is broken may go on for any length before something else follows. */
  @Test
  void behindALongBrokenLine() {
    String blanks = " ".repeat(5 << 20);
    String junk = ("junk".repeat(500) + "\n").repeat(2500);
    String lines = "{x}" + blanks + "\n" + junk + "{\"a\": 1}\n[";
    ByteArrayInputStream in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    List<String> read = new ArrayList<>();
    new JsonReader(new RecordingReader("a.ndjson", in, false), true, listing(read)).read();
    assertEquals(
        List.of(
            "1:2 a property name in JSON stands in double quotes 1:3",
            "{\"a\":1}",
            "2503:2 the text ends before `[` is closed 2503:2"),
        read);
    String documents = "a: @b\n" + blanks + "\n" + junk + "---\na: 1\n";
    assertEquals("1:4 a text cannot start with `@` 1:5\n{\"a\":1}", all(Format.YAML, documents));
  }

  /** The rest of a line is shown though it was not read yet. */
  @Test
  void aProblemWhereReadingHasStopped() {
    for (int before = 16_300; before < 16_400; before += 7) {
      String text = "[" + "\n".repeat(before) + "{\"a\": x" + " y".repeat(40) + "\n}]";
      List<Diagnostic> found = new ArrayList<>();
      Read.from(Format.JSON, bytes(text), new ProblemsOnly(found::add));
      Place place = found.getFirst().place();
      assertEquals(new Snippet("{\"a\": x" + " y".repeat(40), 6, 7, false, false), place.snippet());
      assertEquals(before + 1, place.line());
    }
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String problems(Format format, String text) {
    return all(format, text).lines().filter(line -> !line.startsWith("{")).findFirst().orElse("");
  }

  private static String all(Format format, String text) {
    List<String> all = new ArrayList<>();
    Read.from(format, bytes(text), listing(all));
    return String.join("\n", all);
  }

  private static DefinitionSink listing(List<String> all) {
    return new DefinitionSink() {
      @Override
      public void definition(Definition definition) {
        all.add(NodeJson.compact(definition.object()));
      }

      @Override
      public void problem(Diagnostic problem) {
        Place place = problem.place();
        all.add(
            place.line()
                + ":"
                + place.column()
                + " "
                + problem.message()
                + " "
                + place.endLine()
                + ":"
                + place.endColumn());
      }

      @Override
      public void unreadable(Failure failure) {
        throw failure;
      }
    };
  }
}
