package dev.joinedgroups.validation;

import dev.joinedgroups.Golden;
import dev.joinedgroups.definition.Format;
import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Where in a text a problem within a string is, however the string is written: the stretch itself
 * where it can be found, else the whole string.
 */
@Tag("golden")
class PlacesInStringsTest {
  private static final ValidationOptions NOTHING_REQUIRED =
      new ValidationOptions(Required.NONE, false, false, false);

  private static final List<String> YAML =
      List.of(
          // Blocks: more indented lines, blank ones, what is behind the last.
          "|\n  user.city -eq \"a\"\n    -and user.city == \"b\"\n",
          "|\n\n\n  user.city -eq \"a\"\n    -and\n     user.city == \"b\"\n",
          "|\r\n\r\n  user.city -eq \"a\"\r\n    -and user.city == \"b\"\r\n",
          "|\r\r  user.city -eq \"a\"\r\r    -and user.city == \"b\"\r",
          "|2\n    user.city == \"b\"\n",
          "|-\n  user.city == \"b\"\n\n\n",
          "|+\n  user.city == \"b\"\n\n\n",
          "|-\n  user.city == \"b\"\n# end\n",
          "| # words\n  user.city == \"b\"",
          ">\n  user.city -eq\n  \"a\"\n\n\n\n  -and\n\n  user.city == \"b\"\n",
          ">-\n\n  user.city -eq \"a\"\n   -and\n\n   user.city\n  == \"b\"\n\n",
          ">\n  user.city -eq \"a\" \n  -and user.city == \"b\"\n",
          "|",
          "|\n",
          "|-\n\n",
          "|+\n\n",
          // Quotes.
          "'user.city == \"b\"'",
          "'user.city -eq ''a'' -and user.city == \"b\"'",
          "'user.city -eq \"a\"\n  -and user.city == \"b\"'",
          "'user.city == \"b\"\n  '",
          "\"user.city == 'b'\"",
          "\"user.\\x63ity\\t-eq \\u0022\\U0001F600\\\" -and user.city == 'b'\"",
          "\"user.city -eq '\\ud83d\\ude00\uD83D\uDE00' -and user.city =\\u003d 'b'\"",
          "\"user.city == 'b' \\\n  \"",
          "\"user.city ==\\\n  'b'\"",
          "\"user.city ==\n  'b'\"",
          "''",
          "\"\"",
          // Tags and anchors.
          "!!str user.city == 'b'",
          "&rule   user.city == 'b'",
          "&rule !!str 'user.city == \"b\"'",
          "!!str\n  |\n  user.city == \"b\"\n",
          "!!str",
          "!!str\n",
          "!!str &rule",
          // Plain ones.
          "user.city == 'b' # not b\n",
          "user.city\n  == 'b'\n");

  @Test
  void inYaml() throws IOException {
    StringBuilder said = new StringBuilder();
    for (String rule : YAML) {
      String text = "groupTypes: [DynamicMembership]\nmembershipRule: " + rule;
      said.append(rule.replace("\r", "\\r").replace("\n", "\\n")).append('\n');
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      for (Diagnostic problem : Checked.check(bytes, Format.YAML, NOTHING_REQUIRED)) {
        said.append("  ").append(shown(problem)).append('\n');
      }
    }
    Golden.assertMatches("validation/places-in-strings.txt", said.toString());
  }

  private static String shown(Diagnostic problem) {
    Place place = problem.place();
    String stretch =
        "%d:%d to %d:%d"
            .formatted(place.line(), place.column(), place.endLine(), place.endColumn());
    var snippet = place.snippet();
    String at =
        snippet == null
            ? ""
            : "`" + snippet.text().substring(snippet.start(), snippet.end()) + "`: ";
    return stretch + ": " + at + problem.message();
  }
}
