package dev.joinedgroups.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.definition.SourceText;
import dev.joinedgroups.diagnostics.TerminalStyle.Accent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceExcerptTest {
  /** What is drawn as one, in the order written, some of it in several code points. */
  private static final List<String> CLUSTERS =
      List.of(
          "{",
          "\"",
          "n",
          "営",
          "業",
          "e\u0301",
          ":",
          " ",
          "👩‍👩‍👧",
          "🇩🇪",
          "x",
          "❤️",
          "가",
          "\u001b",
          "[",
          "\u202e",
          "z",
          "𠮷",
          "\u0085",
          "ｱ",
          "1️⃣",
          "👍🏽",
          "y",
          "\"",
          ",",
          " ",
          "日",
          "本",
          "\u200e",
          "}");

  /** For every stretch of a line, on terminals of several widths, the carets are under it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 28, 33, 40, 60})
  void caretsAreUnderTheStretch(int width) {
    String line = String.join("", CLUSTERS);
    SourceText source = new SourceText("a.json", "first\r\n" + line + "\r\nlast");
    int start = "first\r\n".length();
    for (int from = 0; from < CLUSTERS.size(); from++) {
      int end = start;
      for (int to = from; to < CLUSTERS.size(); to++) {
        end += CLUSTERS.get(to).length();
        List<String> stretch = CLUSTERS.subList(from, to + 1);
        assertUnder(stretch, source.place(start, end), width);
      }
      start += CLUSTERS.get(from).length();
    }
  }

  private static void assertUnder(List<String> stretch, Place place, int width) {
    StringBuilder out = new StringBuilder();
    SourceExcerpt.append(out, place, new TerminalStyle(width, false), Accent.ERROR);
    List<String> lines = out.toString().lines().toList();
    String shown = lines.getFirst();
    String carets = lines.get(1);
    int first = carets.indexOf('^');
    int from = DisplayWidth.fitting(shown, 0, first);
    int to = DisplayWidth.fitting(shown, from, carets.length() - first);

    assertTrue(width == 0 || DisplayWidth.of(shown) <= width, shown);
    List<String> expected = new ArrayList<>();
    for (String cluster : stretch) {
      int codePoint = cluster.codePointAt(0);
      boolean harmful = DisplayText.isHarmful(codePoint);
      expected.add(harmful ? String.valueOf(DisplayText.picture(codePoint)) : cluster);
    }
    String whole = String.join("", expected);
    String underlined = shown.substring(from, to);
    if (width == 0) {
      assertEquals(whole, underlined, out::toString);
    } else {
      // What does not fit is cut at the end.
      assertTrue(whole.startsWith(underlined) && !underlined.isEmpty(), out::toString);
      assertTrue(whole.equals(underlined) || shown.endsWith("…"), out::toString);
    }
  }
}
