package dev.joinedgroups.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Failure;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent for what was written. */
class SoundTextsTest {
  private static final int LEVELS = 64;
  private static final String TOO_DEEP = "this definition is nested deeper than 64 levels";

  /** The scalars of YAML 1.2's core schema, and what they mean in JSON. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "''             | \"\"",
        "~              | null",
        "null           | null",
        "Null           | null",
        "NULL           | null",
        "nULL           | \"nULL\"",
        "True           | true",
        "TRUE           | true",
        "tRUE           | \"tRUE\"",
        "false          | false",
        "False          | false",
        "FALSE          | false",
        "no             | \"no\"",
        "0              | 0",
        "-0             | -0",
        "+12            | 12",
        "-12            | -12",
        "9              | 9",
        "09             | \"09\"",
        "-012           | \"-012\"",
        "00.5           | \"00.5\"",
        "0.5            | 0.5",
        ".5             | 0.5",
        "-.5            | -0.5",
        "5.             | 5",
        "5.e2           | 5e2",
        "1.50           | 1.50",
        "1.2.3          | \"1.2.3\"",
        ".              | \".\"",
        "-              | [null]",
        "+              | \"+\"",
        "-.             | \"-.\"",
        "1e3            | 1e3",
        "1E+3           | 1E+3",
        "1.5e-30        | 1.5e-30",
        ".5e9           | 0.5e9",
        "1e             | \"1e\"",
        "1e+            | \"1e+\"",
        "1e-x           | \"1e-x\"",
        "1e3x           | \"1e3x\"",
        "e3             | \"e3\"",
        "1_000          | \"1_000\"",
        "1:30           | \"1:30\"",
        "1/2            | \"1/2\"",
        "0x1F           | 31",
        "0xaf           | 175",
        "0x10           | 16",
        "0o10           | 8",
        "0x             | \"0x\"",
        "0xg            | \"0xg\"",
        "0x\uFF11       | \"0x\uFF11\"",
        "-0x1F          | \"-0x1F\"",
        "0o17           | 15",
        "0o             | \"0o\"",
        "0o8            | \"0o8\"",
        "0b1            | \"0b1\"",
        "\uFF11         | \"\uFF11\"",
        "12\u0663       | \"12\u0663\"",
        "inf            | \"inf\"",
        "'.inf'         | \".inf\"",
        "--.inf         | \"--.inf\"",
        "-.nan          | \"-.nan\"",
        "2001-12-14     | \"2001-12-14\"",
        "a b # c        | \"a b\"",
        "\"7\"          | \"7\"",
        "! 7            | \"7\"",
        "!!str 7        | \"7\"",
        "!!str          | \"\"",
        "!!int '7'      | 7",
        "!!float '0.5'  | 0.5",
        "!!bool 'true'  | true",
        "!!null ''      | null",
        "!!str .nan     | \".nan\"",
        "!!map {b: c}   | {\"b\":\"c\"}",
        "! {b: c}       | {\"b\":\"c\"}",
        "!!seq [b, !!seq []] | [\"b\",[]]",
        "! [b]          | [\"b\"]",
      })
  void yamlScalars(String written, String sent) {
    String text = written.equals("-") ? "a:\n -\n" : "a: " + written + "\n";
    assertEquals("{\"a\":" + sent + "}", Read.shown(Format.YAML, text));
  }

  @Test
  void largeNumbersOfYaml() {
    String digits = "f".repeat(997);
    assertEquals(
        "{\"a\":" + new BigInteger(digits, 16) + ",\"b\":\"0x0" + digits + "\"}",
        Read.shown(Format.YAML, "a: 0x" + digits + "\nb: 0x0" + digits + "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{} | {}",
        "{\"a\": [1.50, -0, 1E+3, true, false, null, {}, []]}"
            + " | {\"a\":[1.50,-0,1E+3,true,false,null,{},[]]}",
        "{\"\": \"\", \"a\\\"\\u00e9\\\\\": \"\\\"\\/\\ud83d\\ude00\"}"
            + " | {\"\":\"\",\"a\\\"\u00e9\\\\\":\"\\\"/\uD83D\uDE00\"}",
        "{\"a\": 1, \"b\": 2, \"a\": 3} | 1:18 /a `a` is given twice;{\"a\":1,\"b\":2}",
        "{\"a\": 1, \"a\": 3, \"b\": 2, \"b\": 4} | 1:10 /a `a` is given twice;"
            + "1:26 /b `b` is given twice;{\"a\":1,\"b\":2}",
        "[{\"a\": 1}, {}] {} [] [{}] | {\"a\":1};{};{};{}",
      })
  void json(String written, String sent) {
    assertEquals(sent.replace(';', '\n'), Read.shown(Format.JSON, written));
    if (!written.contains("] ")) {
      assertEquals(sent.replace(';', '\n'), Read.shown(Format.YAML, written));
    }
  }

  /** Without a format it is JSON where it starts with a bracket, and YAML anywhere else. */
  @Test
  void theFirstCharacterTells() {
    assertEquals(
        "1:2  a property name in JSON stands in double quotes", Read.shown(null, "{a: b}"));
    assertEquals("2:2  `x` is not a value in JSON", Read.shown(null, " \t\r\n[x]"));
    assertEquals("{\"a\":1}", Read.shown(null, "a: 1"));
    assertEquals("{\"a\":1}", Read.shown(null, "\r\n \n- a: 1"));
    assertEquals("{\"a\":1}\n{\"b\":2}", Read.shown(null, "\uFEFF{\"a\": 1} {\"b\": 2}"));
    assertEquals("{\"a\":1}", Read.shown(null, "\uFEFFa: 1"));
    assertEquals("1:1  this is empty", Read.shown(null, "\uFEFF"));
  }

  @Test
  void whereADefinitionIs() {
    String json = "[{}, {}]\n{}\n[[], {}]";
    String yaml = "- {}\n- {}\n--- {}\n---\n- []\n- {}\n";
    String expected = "<stdin> 0 true|<stdin> 1 true|<stdin> 2 false|3|<stdin> 4 true";
    assertEquals(expected, places(Format.JSON, json));
    assertEquals(expected, places(Format.YAML, yaml));
  }

  private static String places(Format format, String text) {
    List<String> places = new ArrayList<>();
    Read.from(
        format,
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        new DefinitionSink() {
          @Override
          public void definition(Definition definition) {
            places.add(definition.file() + " " + definition.index() + " " + definition.listed());
          }

          @Override
          public void problem(Diagnostic problem) {
            places.add(Integer.toString(problem.definition()));
          }

          @Override
          public void unreadable(Failure failure) {
            throw failure;
          }
        });
    return String.join("|", places);
  }

  @Test
  void aliasesAndMerges() {
    assertEquals(
        """
        {"a":{"b":[1,2]},"c":{"b":[1,2]},"d":[1,2]}
        {"x":1,"y":2}
        {"y":3,"x":1}
        {"y":4,"x":1,"z":6}
        {"<<":1}\
        """,
        Read.shown(
            Format.YAML,
            """
            - {a: &a {b: &b [1, 2]}, c: *a, d: *b}
            - &x {x: 1, y: 2}
            - {<<: *x, y: 3}
            - {y: 4, <<: [*x, {x: 5, z: 6}]}
            - {'<<': 1}
            """));
  }

  /** Names are compared however many there are, and told with where they stand. */
  @Test
  void namesGivenTwice() {
    StringBuilder text = new StringBuilder("{");
    StringBuilder sent = new StringBuilder("{");
    for (int i = 0; i < 30; i++) {
      text.append("\"n").append(i).append("\": ").append(i).append(",\n");
      sent.append(i == 0 ? "" : ",").append("\"n").append(i).append("\":").append(i);
    }
    text.append("\"n3\": 0, \"n29\": 0, \"n30\": 30}");
    assertEquals(
        "31:1 /n3 `n3` is given twice\n31:10 /n29 `n29` is given twice\n" + sent + ",\"n30\":30}",
        Read.shown(Format.JSON, text.toString()));
  }

  /** A pointer leads through names and indexes, however deep. */
  @Test
  void pointersOfNamesGivenTwice() {
    String json = "{\"a/b\":[0,{\"~\":[[[[{\"e\":{\"f\":{\"g\":[7,{\"h\":1,\"h\":2}]}}}]]]]}]}";
    for (Format format : Format.values()) {
      assertEquals(
          "1:45 /a~1b/1/~0/0/0/0/0/e/f/g/1/h `h` is given twice",
          Read.shown(format, json).lines().findFirst().orElse(""));
    }
  }

  /** Up to the limit and no further, of whatever the levels are made. */
  @Test
  void depth() {
    for (Format format : Format.values()) {
      for (String outer : List.of("%s", "[%s]")) {
        String most = "{\"a\":" + nested("[%s]", LEVELS - 1, "1") + "}";
        assertEquals(most, Read.shown(format, outer.formatted(most)));
        String objects = nested("{\"a\":%s}", LEVELS, "1");
        assertEquals(objects, Read.shown(format, outer.formatted(objects)));
        for (String broken :
            List.of(
                "{\"a\":" + nested("[%s]", LEVELS, "1") + "}",
                nested("{\"a\":%s}", LEVELS, "[]"),
                nested("{\"a\":%s}", LEVELS, "{}"))) {
          String said = Read.shown(format, outer.formatted(broken));
          assertEquals(TOO_DEEP, said.substring(said.indexOf("this")));
        }
      }
    }
  }

  /** An alias is as deep as what it stands for. */
  @Test
  void depthOfAliases() {
    String anchored = nested("[%s]", 30, "1");
    for (String inner : List.of(anchored, "[" + anchored + ", [], {b: c}]")) {
      int levels = inner.equals(anchored) ? 30 : 31;
      String most = nested("[%s]", LEVELS - 1 - levels, "*x");
      String text = "a: &x " + inner + "\nb: " + most + "\n";
      assertEquals(1, Read.shown(Format.YAML, text).lines().count());
      assertEquals('{', Read.shown(Format.YAML, text).charAt(0));
      String more = "a: &x " + inner + "\nb: [" + most + "]\n";
      assertEquals(
          "2:" + (5 + LEVELS - 1 - levels) + "  " + TOO_DEEP, Read.shown(Format.YAML, more));
    }
    String twice = "a: &x " + anchored + "\nb: &y " + nested("[%s]", 20, "*x");
    assertEquals(
        '{', Read.shown(Format.YAML, twice + "\nc: " + nested("[%s]", 13, "*y")).charAt(0));
    assertEquals(
        "3:18  " + TOO_DEEP, Read.shown(Format.YAML, twice + "\nc: " + nested("[%s]", 14, "*y")));
  }

  /** Aliases may stand for 100,000 values in one document. */
  @Test
  void valuesOfAliases() {
    String ten = "a: &a [" + list("1", 9) + "]\n";
    String thousand = "b: &b [" + list("*a", 99) + ", " + list("1", 9) + "]\n";
    // 990 in b, and 99,010 more here.
    String most = "c: [" + list("*b", 99) + ", *a]\n";
    assertEquals('{', Read.shown(Format.YAML, ten + thousand + most).charAt(0));
    String[] two = {ten + thousand + most, ten + thousand + most};
    assertEquals(2, Read.shown(Format.YAML, String.join("---\n", two)).lines().count());
    assertEquals(
        "4:4  the aliases of this document stand for more than 100000 values",
        Read.shown(Format.YAML, ten + thousand + most + "d: *a\n"));
  }

  private static String list(String item, int count) {
    return String.join(", ", Collections.nCopies(count, item));
  }

  private static String nested(String around, int times, String innermost) {
    String text = innermost;
    for (int i = 0; i < times; i++) {
      text = around.formatted(text);
    }
    return text;
  }
}
