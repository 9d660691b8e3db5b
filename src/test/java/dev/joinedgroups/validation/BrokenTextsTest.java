package dev.joinedgroups.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joinedgroups.Golden;
import dev.joinedgroups.Program;
import dev.joinedgroups.definition.Definition;
import dev.joinedgroups.definition.DefinitionReader;
import dev.joinedgroups.definition.DefinitionSink;
import dev.joinedgroups.definition.Format;
import dev.joinedgroups.definition.Input;
import dev.joinedgroups.definition.Trickle;
import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Place;
import dev.joinedgroups.diagnostics.Rule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Short texts that are broken in every way, and all that is said of each. */
@Tag("golden")
class BrokenTextsTest {
  private static final List<String> JSON =
      List.of(
          // Cut off.
          "",
          " \n",
          "{",
          "[",
          "{\"a",
          "{\"a\\",
          "{\"a\"",
          "{\"a\": ",
          "{\"a\": 1",
          "{\"a\": true",
          "{\"a\": 1, ",
          "[{},",
          "[{}, {}\n",
          "{\"a\": [1",
          "{\"a\": tru",
          "{\"a\": \"x",
          "{\"b\": 1, \"a\": \"x\\",
          "{\"b\": 1, \"a\": \"x\\u12",
          // Where a name should stand.
          "{:1}",
          "{,}",
          "{]",
          "{!}",
          "{1.5: 2}",
          "{'a': 1}",
          "{'a\n: 1}",
          "{'a",
          "{\u201Ca\u201D: 1}",
          "{// x\n}",
          "{# x}",
          "{\"b\": 1, a_$@\u00e99-x: 2}",
          "{\"b\": 1, \"a\\q\": 2}",
          "{\"b\": 1, \"a\tb\": 2}",
          "{\"b\\\\\": 1, \"a\": 2, \"a\\\"\\u00e4\": x}",
          // Behind a name.
          "{\"a\" 1}",
          "{\"a\" \"b\"}",
          "{\"b\": 1, \"a\"; 1}",
          "{\"a\":: 1}",
          "{\"a\": }",
          "{\"a\": ]",
          "{\"a\": ,}",
          "{\"a\\n\"\r\n\t: x}",
          // Behind a value.
          "{\"a\": 1,}",
          "{\"a\": 1,,}",
          "[{} , ]",
          "{\"a\": 1]",
          "[{}}",
          "{\"a\": [1}}",
          "{\"a\": 1 // c\r\n}",
          "{\"a\": 1 # c\n}",
          "{\"a\": 1 \"b\": 2}",
          "{\"a\": 1 {}}",
          "{\"a\": 1 []}",
          "{\"a\": 1 'b': 2}",
          "{\"a\": 1 b: 2}",
          "{\"a\": 1; \"b\": 2}",
          "{\"a\": 1: 2}",
          "{\"a\": {} \"b\": 1}",
          "{\"a\": [] \"b\": 1}",
          "{\"a\": [1; 2]}",
          "[{} {}]",
          "[1 2]",
          "{\"a\": [1, 'x']}",
          "{\"a\": {\"b\": 1}, c: 1}",
          "{\"a\": [1,\n\n  x]}",
          "{} }",
          "]",
          "{}, {}",
          "{} x",
          // Values.
          "{\"a\": 'x'}",
          "{\"a\": /* c */ 1}",
          "{\"a\": #fff}",
          "{\"a\": \u201Ex\u201C}",
          "{\"a\": \u2018x\u2019}",
          "{\"a\": \u2019x\u2019}",
          "{\"a\": \u201Dx\u201D}",
          "[,]",
          "{\"a\": +1}",
          "{\"a\": .5}",
          "{\"a\": -}",
          "{\"a\": -.5}",
          "{\"a\": 00}",
          "{\"a\": -01}",
          "{\"a\": 09}",
          "{\"a\": 0x1F}",
          "{\"a\": 1.}",
          "{\"a\": 1e}",
          "{\"a\": 1.5.2-rc+7}",
          "{\"a\": 2024-01-01}",
          "{\"a\": " + "1".repeat(1001) + "}",
          "{\"a\": yes}",
          "{\"a\": ON}",
          "{\"a\": No}",
          "{\"a\": off}",
          "{\"a\": None}",
          "{\"a\": nil}",
          "{\"a\": undefined}",
          "{\"a\": NaN}",
          "{\"a\": Infinity}",
          "{\"a\": -Infinity}",
          "{\"a\": abc.d-e+f}",
          "{\"a\": " + "long".repeat(11) + "}",
          "{\"a\": <}",
          "{\"a\": \uD83D\uDE00}",
          "{\"a\": \u0001}",
          "{\"a\": \u0085}",
          // Strings.
          "{\"a\": \"x\ty\"}",
          "{\"a\": \"x\u001Fy\"}",
          "{\"a\": \"x\ny\"}",
          "{\"a\": \"x\ry\"}",
          "{\"b\": 1, \"a\": \"x\\qy\"}",
          "{\"b\": [1, \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9 \\'\"]}",
          "{\"a\": \"\\u12G4\"}",
          "{\"a\": \"\\u12\"}",
          // Given twice, and then broken.
          "{\"c\": {\"a/b~\": 1, \"a/b~\": 2}, \"d\": [0, {\"e\": 1, \"e\": 2}], x}");

  private static final List<String> LINES =
      List.of(
          "{\"a\": 1, \"a\": 2,}\n\n  {\"description\": 1}\n{\"description\": 2}\n",
          "{\n{\"description\": 1}\n",
          "[x\n]\nnull\n{\"description\": 1}",
          "{x}\n{y} {\"description\": 1}\n{z}",
          "{x}\n\n\n");

  private static final List<String> YAML =
      List.of(
          // Scalars.
          "a: b: c\n",
          "a: - b\n",
          "a: @b\n",
          "a: \"b\" \uD83D\uDE00\n",
          "a: # \\u12\n  \"b\\UFFFFFFFF\"\n",
          "a: `b\n",
          "a: %b\n",
          "a: \uD83D\uDE00: b\n",
          "a: \"b\\q\"\n",
          "a: \"b\\u12\"\n",
          "a: \"b\\x4\"\n",
          "a: \"\\\\x\\uD83D\\uDE00\\U00110000 \"\n",
          "a: \"\\U0010FFFF\\UFFFFFFFF\"\n",
          "a: \"\\xe4\\t\\u00e4 \\U80000000",
          "a: \"b\n\nc: d\n",
          "a: 'b",
          "a: \u0001\n",
          "a: \uD83D\uDE00\u0007\n",
          "a: .inf\nb: 1\n",
          "a: [-.INF, 1]\n",
          "a: +.Inf\n",
          "a: .NaN\n",
          "a: !b c\n",
          "a: !!set c\n",
          "a: !x!y c\n",
          // Collections.
          "a: [b\nc: d\n",
          "a: [b, c",
          "a: {b: c\nd: e\n",
          "a: {b: c",
          "a: [b}\n",
          "a: !!set {b: c}\n",
          "a: !x [b]\n",
          "a\nb: c\n",
          "a: b\nc\nd: e\n",
          "a:\n  b: c\n d: e\n",
          "a: b\n\tc: d\n",
          "- a: b\n  c: d\n e: f\n",
          "[a]: b\n",
          "? {a: b}\n: c\n",
          "a: b\n- c\n",
          "%YAML 3.0\n---\na: b\n",
          "%FOO\n",
          "a: ]\n",
          // Anchors, aliases and merges.
          "a: *b\n",
          "a: &b 1\nc: &b 2\n",
          "a: &b 1\n---\na: *b\n",
          "a: &b\n  c: *b\n",
          "&a [{b: c}]\n",
          "- &a {description: 1}\n- *a\n- {<<: *a}\n- {\"<<\": *a}\n",
          "- &a {description: 1, theme: 2}\n- &b {description: 3, visibility: 4}\n"
              + "- {<<: [*a, *b], theme: 5}\n- {<<: *a, <<: *b}\n",
          "a: &b 1\n<<: *b\n",
          "a: &b [1]\n<<: *b\n",
          "<<: {description: 1}\ntheme: 2\n",
          "<<: [{description: 1}, 2]\n",
          // Several documents and definitions, some broken.
          "--- 1\n--- [a, {description: 1}]\n---\n# none\n---\n...\n---\ndescription: 2\n",
          "a: [\n--- b\n---\ndescription: 1\n---\n}\n--- # end",
          "- description: 1\n- b: [\n- description: 2\n",
          "{}\n}\n---\ndescription: 1\n",
          "- {description: 1}\n-\n- ~\n- *a\n",
          // Given twice.
          "a: 1\na: 2\nb: [{c: 1, c: 2}, 3, {d: {e: 1, e: 2}}]\n",
          "k: 1\n\"a/b~\": x\n'a/b~': y\nc: [\n---\ndescription: 1\n");

  @TempDir Path directory;

  @Test
  void json() throws IOException {
    Golden.assertMatches("validation/broken-json.txt", said("t.json", JSON));
  }

  @Test
  void lines() throws IOException {
    Golden.assertMatches("validation/broken-lines.txt", said("t.ndjson", LINES));
  }

  @Test
  void yaml() throws IOException {
    Golden.assertMatches("validation/broken-yaml.txt", said("t.yaml", YAML));
  }

  /** Where each problem starts and ends, however slowly the text comes. */
  @Test
  void fromAPipe() throws IOException {
    StringBuilder places = new StringBuilder();
    for (Format format : Format.values()) {
      for (String text : format == Format.JSON ? JSON : YAML) {
        byte[] bytes = ("\n".repeat(500) + text).getBytes(StandardCharsets.UTF_8);
        List<Diagnostic> said = syntax(format, new ByteArrayInputStream(bytes));
        assertEquals(said, syntax(format, new Trickle(bytes)), text);
        for (Diagnostic problem : said) {
          Place place = problem.place();
          places.append(place.line()).append(':').append(place.column()).append(" to ");
          places.append(place.endLine()).append(':').append(place.endColumn());
          places.append(" of ").append(text.replace("\n", "\\n")).append('\n');
        }
      }
    }
    Golden.assertMatches("validation/broken-places.txt", places.toString());
  }

  private static List<Diagnostic> syntax(Format format, InputStream in) {
    List<Diagnostic> problems = new ArrayList<>();
    DefinitionSink sink =
        new DefinitionSink() {
          @Override
          public void definition(Definition definition) {
            // Only what is broken is told here.
          }

          @Override
          public void problem(Diagnostic problem) {
            if (problem.rule() == Rule.SYNTAX) {
              problems.add(problem);
            }
          }

          @Override
          public void unreadable(Failure failure) {
            throw failure;
          }
        };
    new DefinitionReader(in, format).read(List.of(new Input.StandardInput()), sink);
    return problems;
  }

  private String said(String name, List<String> texts) {
    List<String> said = new ArrayList<>();
    for (String text : texts) {
      Program program = new Program(directory).file(name, text);
      String whole = program.run("validate", "--required=none", "--allow-unknown", name).whole();
      said.add("=".repeat(40) + "\n" + text + "\n" + "-".repeat(40) + "\n" + whole);
    }
    return String.join("\n", said);
  }
}
