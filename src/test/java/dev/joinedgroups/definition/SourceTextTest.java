package dev.joinedgroups.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joinedgroups.diagnostics.Place;
import dev.joinedgroups.diagnostics.Snippet;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {
  /** Places asked for in any order are those that a text asked for the first time gives. */
  @Test
  void placesInAnyOrder() {
    StringBuilder written = new StringBuilder();
    Random random = new Random(5);
    String[] parts = {"word ", "\n", "\r\n", "\r", "\uD83D\uDE00", "\u00e9", "x".repeat(500)};
    while (written.length() < 30_000) {
      written.append(parts[random.nextInt(parts.length)]);
    }
    String text = written.toString();
    SourceText asked = new SourceText("a", text, 10, 5);
    for (int i = 0; i < 2000; i++) {
      int start = i % 100 == 0 ? i / 100 * 4096 % text.length() : random.nextInt(text.length());
      int end = random.nextInt(start, Math.min(start + 50, text.length()));
      Place place = asked.place(start, end);
      assertEquals(new SourceText("a", text, 10, 5).place(start, end), place);
      assertEquals(label(text, start), place.line() + ":" + place.column());
      assertEquals(label(text, end), place.endLine() + ":" + place.endColumn());
      assertEquals(label(text, end), asked.line(end) + ":" + asked.column(end));
    }
  }

  private static String label(String text, int offset) {
    int line = 10;
    int column = 5;
    for (int i = 0; i < offset; i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && text.charAt(i + 1) != '\n')) {
        line++;
        column = 1;
      } else if (!Character.isLowSurrogate(c)) {
        column++;
      }
    }
    return line + ":" + column;
  }

  /**
   * What is shown of the line with a problem in it, from where to where, and where it is cut. The
   * texts are written as runs: {@code a3} is three times a; {@code n} and {@code r} break the line,
   * {@code e} is an emoji of two units.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a9 | 2 | 5 | a9 | 2 | 5",
        "a9 | 9 | 9 | a9 | 9 | 9",
        "a9 | 12 | 15 | a9 | 9 | 9",
        "a9 | 5 | 2 | a9 | 5 | 5",
        // On the first, a later and the last line.
        "a3 n1 b3 n1 c3 | 1 | 2 | a3 | 1 | 2",
        "a3 n1 b3 n1 c3 | 5 | 6 | b3 | 1 | 2",
        "a3 r1 b3 r1 c3 | 9 | 11 | c3 | 1 | 3",
        "a3 r1 n1 b3 | 3 | 5 | a3 | 3 | 3",
        // Over several lines: to the end of the first.
        "a3 n1 b3 | 1 | 6 | a3 | 1 | 3",
        "a3 r1 b3 | 1 | 4 | a3 | 1 | 3",
        // A hundred units behind the problem.
        "a9 b99 | 8 | 9 | a9 b99 | 8 | 9",
        "a9 b100 | 8 | 9 | a9 b100 | 8 | 9",
        "a9 b101 | 8 | 9 | a9 b100 ... | 8 | 9",
        "a9 b100 n1 | 8 | 9 | a9 b100 | 8 | 9",
        // All before it up to two hundred, then a hundred.
        "a199 b9 | 199 | 200 | a199 b9 | 199 | 200",
        "a200 b9 | 200 | 201 | a200 b9 | 200 | 201",
        "a201 b9 | 201 | 202 | ... a100 b9 | 100 | 101",
        "n1 a200 b9 | 201 | 202 | a200 b9 | 200 | 201",
        "n1 a201 b9 | 202 | 203 | ... a100 b9 | 100 | 101",
        // Two hundred of a long problem, and a hundred behind.
        "a9 b199 c200 | 9 | 208 | a9 b199 c100 ... | 9 | 208",
        "a9 b200 c200 | 9 | 209 | a9 b200 c100 ... | 9 | 209",
        "a9 b300 | 9 | 309 | a9 b300 | 9 | 209",
        "a9 b201 c99 | 9 | 210 | a9 b201 c99 | 9 | 209",
        "a9 b201 c100 | 9 | 210 | a9 b201 c99 ... | 9 | 209",
        "a9 b600 | 9 | 609 | a9 b300 ... | 9 | 209",
        // Characters of two units are not cut in the middle.
        "a1 e100 b9 | 201 | 202 | ... e50 b9 | 100 | 101",
        "a1 e200 b9 | 401 | 402 | ... e50 b9 | 100 | 101",
        "e101 b100 c9 | 302 | 303 | ... b100 c9 | 100 | 101",
        "e101 b99 c9 | 301 | 302 | ... b99 c9 | 99 | 100",
        "a9 b99 e1 c9 | 8 | 9 | a9 b99 ... | 8 | 9",
        "a9 b98 e1 c9 | 8 | 9 | a9 b98 e1 ... | 8 | 9",
      })
  void whatIsShown(String runs, int start, int end, String shown, int from, int to) {
    boolean cutBefore = shown.startsWith("...");
    boolean cutAfter = shown.endsWith("...");
    Snippet expected =
        new Snippet(text(shown.replace("...", "").strip()), from, to, cutBefore, cutAfter);
    assertEquals(expected, snippet(new SourceText("a", text(runs), 1, 1), start, end));
  }

  @Test
  void aStretchStartsWithinALine() {
    SourceText stretch = new SourceText("a", "abc\ndef", 3, 8);
    assertEquals(new Snippet("abc", 1, 2, true, false), snippet(stretch, 1, 2));
    assertEquals(new Snippet("def", 1, 2, false, false), snippet(stretch, 5, 6));
    assertEquals(3, stretch.firstLine());
    assertEquals(8, stretch.firstColumn());
  }

  private static Snippet snippet(SourceText text, int start, int end) {
    return Objects.requireNonNull(text.place(start, end).snippet());
  }

  private static String text(String runs) {
    StringBuilder text = new StringBuilder();
    for (String run : runs.split(" ")) {
      String unit =
          switch (run.charAt(0)) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 'e' -> "\uD83D\uDE00";
            default -> run.substring(0, 1);
          };
      text.append(unit.repeat(Integer.parseInt(run.substring(1))));
    }
    return text.toString();
  }
}
