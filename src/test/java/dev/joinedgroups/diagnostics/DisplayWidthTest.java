package dev.joinedgroups.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "Marketing, 9",
    "Größe, 5",
    "営業部, 6",
    "ｱｲｳ, 3",
    "Ａ１, 4",
    "한국어, 6",
    "\u1112\u1161\u11ab, 2",
    "cafe\u0301, 4",
    "\u0e01\u0e33\u0e31, 2",
    "नमस्ते, 4",
    "👩‍👩‍👧, 2",
    "👍🏽, 2",
    "🇩🇪🇫🇷, 4",
    "🇩, 1",
    "❤, 1",
    "❤️, 2",
    "1️⃣, 2",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿, 2",
    "𠮷, 2",
    "a\u200db, 2",
    "مرحبا, 5",
    "…, 1",
  })
  void cells(String text, int cells) {
    assertEquals(cells, DisplayWidth.of(text));
  }

  @Test
  void everyCodePointTakesAtMostTwoCells() {
    for (int codePoint = 0x20; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      int cells = DisplayWidth.of(Character.toString(codePoint));
      assertEquals(Math.clamp(cells, 0, 2), cells);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Marketing, 9, Marketing",
    "Marketing, 8, Marketi…",
    "Marketing, 1, …",
    "営業部, 6, 営業部",
    "営業部, 5, 営業…",
    "営業部, 4, 営…",
    "cafe\u0301s, 5, cafe\u0301s",
    "cafe\u0301s!, 5, cafe\u0301…",
    "x👩‍👩‍👧y, 3, x…",
  })
  void truncates(String text, int cells, String expected) {
    assertEquals(expected, DisplayWidth.truncate(text, cells));
  }

  @Test
  void harmfulCharactersBecomeVisible() {
    assertEquals(
        "a\\u001b[31m\\u009b\\u007f\\t\\n\\r\\u202e\\u2066\\u200e\\ufeff\\ud800z\\uffff",
        DisplayText.harmless("a\u001b[31m\u009b\u007f\t\n\r\u202e\u2066\u200e\ufeff\ud800z\uffff"));
    assertEquals("営業\\部 😀 a\u200db", DisplayText.harmless("営業\\部 😀 a\u200db"));
  }
}
