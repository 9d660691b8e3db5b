package dev.joinedgroups.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.Golden;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.diagnostics.DisplayText;
import dev.joinedgroups.diagnostics.DisplayWidth;
import dev.joinedgroups.diagnostics.TerminalStyle;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole texts of every format, and that what programs read is what the service sent. */
@Tag("golden")
class GroupPrintersTest {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final List<String> FIELDS =
      List.of("mailNickname", "groupTypes", "missing", "id", "description", "id");

  private static String printed(
      OutputFormat format,
      boolean sole,
      List<String> fields,
      List<ObjectNode> groups,
      TerminalStyle style) {
    StringWriter out = new StringWriter();
    GroupPrinter printer = GroupPrinters.create(format, sole, fields, out, style);
    groups.forEach(printer::print);
    printer.finish();
    return out.toString();
  }

  private static String printed(
      OutputFormat format, boolean sole, List<String> fields, List<ObjectNode> groups) {
    return printed(format, sole, fields, groups, TerminalStyle.PLAIN);
  }

  private static String sole(OutputFormat format) throws IOException {
    return printed(format, true, List.of(), List.of(Groups.parse(Groups.hostile())));
  }

  private static String list(OutputFormat format) throws IOException {
    return printed(format, false, List.of(), Groups.list());
  }

  @ParameterizedTest
  @EnumSource
  void oneGroup(OutputFormat format) throws IOException {
    String text = sole(format);

    assertHarmless(format, text);
    Golden.assertMatches("output/sole." + format.label(), text);
  }

  @ParameterizedTest
  @EnumSource
  void manyGroups(OutputFormat format) throws IOException {
    String text = list(format);

    assertHarmless(format, text);
    Golden.assertMatches("output/list." + format.label(), text);
  }

  @ParameterizedTest
  @EnumSource
  void chosenFields(OutputFormat format) throws IOException {
    String text =
        printed(format, true, FIELDS, List.of(Groups.parse(Groups.hostile())))
            + "---\n"
            + printed(format, false, FIELDS, Groups.list());

    assertHarmless(format, text);
    Golden.assertMatches("output/fields." + format.label(), text);
  }

  @Test
  void noGroup() {
    for (OutputFormat format : OutputFormat.values()) {
      boolean array = format == OutputFormat.JSON || format == OutputFormat.YAML;
      assertEquals("", printed(format, true, List.of(), List.of()));
      assertEquals(array ? "[]\n" : "", printed(format, false, List.of(), List.of()));
    }
  }

  @Test
  void tablesOnATerminalOfEightyCells() throws IOException {
    TerminalStyle style = new TerminalStyle(80, false);
    String text =
        printed(
                OutputFormat.TABLE,
                true,
                List.of("id", "displayName", "long", "assignedLicenses"),
                List.of(Groups.parse(Groups.hostile())),
                style)
            + "---\n"
            + printed(OutputFormat.TABLE, false, List.of(), Groups.list(), style)
            + "---\n"
            + printed(
                OutputFormat.TABLE, false, List.of(), Groups.list(), new TerminalStyle(40, false));

    Golden.assertMatches("output/terminal-80.table", text);
    for (String line : text.lines().toList()) {
      assertTrue(DisplayWidth.of(line) <= 80, line);
    }
  }

  @Test
  void colours() {
    List<ObjectNode> groups = List.of(Groups.parse("{\"id\": \"1\", \"displayName\": \"a\"}"));
    TerminalStyle style = new TerminalStyle(80, true);

    assertEquals(
        "\u001b[1mid\u001b[0m           1\n\u001b[1mdisplayName\u001b[0m  a\n",
        printed(OutputFormat.TABLE, true, List.of(), groups, style));
    assertEquals(
        "\u001b[1mid  displayName\u001b[0m\n1   a\n",
        printed(OutputFormat.TABLE, false, List.of("id", "displayName"), groups, style));
  }

  @Test
  void aLongTableIsPrintedAsItComes() {
    StringWriter out = new StringWriter();
    GroupPrinter printer =
        GroupPrinters.create(
            OutputFormat.TABLE,
            false,
            List.of("id", "displayName"),
            out,
            new TerminalStyle(14, false));
    List<String> expected = new ArrayList<>(List.of("id    display…"));
    for (int i = 1000; i < 1500; i++) {
      printer.print(Groups.parse("{\"id\": \"" + i + "\", \"displayName\": \"longName\"}"));
      expected.add(i + "  longName");
    }
    assertEquals(expected, out.toString().lines().toList());
    printer.print(Groups.parse("{\"id\": \"15000000\", \"displayName\": \"a longer name\"}"));
    expected.add("150…  a longe…");
    assertEquals(expected, out.toString().lines().toList());
  }

  @Test
  void whatIsFlushed() {
    for (OutputFormat format : List.of(OutputFormat.NDJSON, OutputFormat.TSV)) {
      int[] flushes = new int[1];
      StringWriter out =
          new StringWriter() {
            @Override
            public void flush() {
              flushes[0]++;
            }
          };
      GroupPrinter printer =
          GroupPrinters.create(format, false, List.of(), out, TerminalStyle.PLAIN);
      printer.print(Groups.parse("{}"));
      assertEquals(1, flushes[0]);
      printer.print(Groups.parse("{}"));
      assertEquals(2, flushes[0]);
    }
  }

  @Test
  void jsonReadsBackTheSame() throws IOException {
    JsonNode sent = MAPPER.readTree(Groups.hostile());

    assertEquals(sent, MAPPER.readTree(sole(OutputFormat.JSON)));
    assertEquals(sent, MAPPER.readTree(list(OutputFormat.JSON)).get(1));
    assertEquals(sent, MAPPER.readTree(list(OutputFormat.NDJSON).lines().toList().get(1)));
    assertTrue(sole(OutputFormat.JSON).contains(": 12345678901234567890.10e+2,"));
  }

  @Test
  void yamlMeansTheSameToReadersOf11And12() throws IOException {
    // Half of a surrogate pair cannot be written in YAML.
    String sendable = Groups.hostile().replace("\\ud83d", "\\ufffd");
    Object sent = MAPPER.convertValue(MAPPER.readTree(sendable), Object.class);
    Load yaml12 = new Load(LoadSettings.builder().build());
    Yaml yaml11 = new Yaml();
    String sole = sole(OutputFormat.YAML);

    assertEquals(strings(sent), strings(yaml12.loadFromString(sole)));
    assertEquals(strings(sent), strings(yaml11.load(sole)));
    List<?> list12 = (List<?>) yaml12.loadFromString(list(OutputFormat.YAML));
    List<?> list11 = (List<?>) yaml11.load(list(OutputFormat.YAML));
    assertEquals(5, list12.size());
    assertEquals(strings(sent), strings(list12.get(1)));
    assertEquals(strings(sent), strings(list11.get(1)));
  }

  @Test
  void yamlStringsStayStrings() {
    for (String text :
        List.of(
            "yes",
            "No",
            "ON",
            "off",
            "y",
            "N",
            "true",
            "False",
            "null",
            "Null",
            "~",
            "",
            " ",
            "012",
            "0x1F",
            "0o7",
            "1_000",
            "1e3",
            ".5",
            ".inf",
            "-.INF",
            ".NaN",
            "+1",
            "1:30",
            "190:20:30",
            "2026-01-02",
            "<<",
            "=",
            "- a",
            "a: b",
            "a #b",
            "#a",
            "&a",
            "*a",
            "!a",
            "%a",
            "@a",
            "`a",
            "{a}",
            "[a]",
            "a,",
            "? a",
            "|",
            ">",
            "'a'",
            "\"a\"",
            "a'b",
            "---",
            "...",
            "a\nb",
            "a\n",
            "\na",
            "a b ",
            "a  b",
            "a\tb",
            "\u0085",
            "\u00a0",
            "\ufeff",
            "\u2029",
            "é",
            "営業部",
            "😀",
            "e1",
            "nullable",
            "a-b (c)",
            "k".repeat(2000))) {
      String json = MAPPER.writeValueAsString(Map.of(text, text));
      String yaml = printed(OutputFormat.YAML, true, List.of(), List.of(Groups.parse(json)));
      Object expected = Map.of(text, text);
      assertEquals(expected, new Load(LoadSettings.builder().build()).loadFromString(yaml), yaml);
      assertEquals(expected, new Yaml().load(yaml), yaml);
    }
  }

  @Test
  void tsvCanBeUndone() throws IOException {
    String line =
        printed(
            OutputFormat.TSV,
            false,
            List.of("description", "groupTypes"),
            List.of(Groups.parse(Groups.hostile())));

    assertEquals(
        "First line\\nsecond\\tline with a back\\\\slash, \\u001b[31mred\\u001b[0m, \\u009b2J,"
            + " \\u007f, \\u2028 and \\u202egnp.exe\t[\"Unified\",\"no\"]\n",
        line);
  }

  /** The readers differ in the types of numbers: they are compared as text. */
  private static Object strings(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(key, item == null ? "null!" : strings(item)));
        yield copy;
      }
      case List<?> list ->
          list.stream().map(item -> item == null ? (Object) "null!" : strings(item)).toList();
      case Number number -> number.doubleValue();
      default -> value;
    };
  }

  private static void assertHarmless(OutputFormat format, String text) {
    text.codePoints()
        .filter(codePoint -> codePoint != '\n')
        .filter(codePoint -> codePoint != '\t' || format != OutputFormat.TSV)
        .filter(DisplayText::isHarmful)
        .forEach(codePoint -> assertEquals("", "U+" + Integer.toHexString(codePoint)));
  }
}
