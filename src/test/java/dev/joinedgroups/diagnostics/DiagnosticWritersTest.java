package dev.joinedgroups.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.joinedgroups.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URL;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole documents in every format, and that the standards' own schemas accept them. */
@Tag("golden")
class DiagnosticWritersTest {
  enum Format {
    TEXT,
    JSON,
    GITHUB,
    SARIF,
    JUNIT;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05.678Z");

  private static String written(
      Function<Writer, DiagnosticWriter> format, List<Diagnostic> diagnostics) {
    StringWriter out = new StringWriter();
    DiagnosticWriter writer = format.apply(out);
    writer.fileChecked("clean.yaml", 2);
    for (Diagnostic diagnostic : diagnostics) {
      writer.write(diagnostic);
    }
    writer.fileChecked("./groups/marketing.json", 2);
    writer.fileChecked("日本.json", 1);
    writer.finish();
    return out.toString();
  }

  private static Function<Writer, DiagnosticWriter> format(Format format) {
    return switch (format) {
      case TEXT -> out -> new TextDiagnosticWriter(out, TerminalStyle.PLAIN);
      case JSON -> JsonDiagnosticWriter::new;
      case GITHUB -> GithubDiagnosticWriter::new;
      case SARIF ->
          out ->
              new SarifDiagnosticWriter(
                  out, "1.2.3", rule -> rule == Rule.SYNTAX ? "# Syntax\n\nText." : "");
      case JUNIT -> out -> new JunitDiagnosticWriter(out, STARTED);
    };
  }

  @ParameterizedTest
  @EnumSource
  void everyProblemInEveryFormat(Format format) throws IOException {
    String text = written(format(format), Problems.all());

    assertHarmless(text);
    Golden.assertMatches("diagnostics/problems." + format.label(), text);
  }

  @ParameterizedTest
  @EnumSource
  void noProblemInEveryFormat(Format format) throws IOException {
    Golden.assertMatches("diagnostics/clean." + format.label(), written(format(format), List.of()));
  }

  @Test
  void textOnATerminalOfSixtyCells() throws IOException {
    String text =
        written(out -> new TextDiagnosticWriter(out, new TerminalStyle(60, false)), Problems.all());

    Golden.assertMatches("diagnostics/terminal-60.text", text);
    for (String line : text.lines().toList()) {
      if (line.contains(" | ")) {
        int cells = DisplayWidth.of(line);
        assertFalse(cells > 60, () -> cells + " cells: " + line);
      }
    }
  }

  @Test
  void colours() {
    Diagnostic problem = Problems.duplicate();
    Function<Writer, DiagnosticWriter> format =
        out -> new TextDiagnosticWriter(out, new TerminalStyle(80, true));

    assertEquals(
        """
        ␛[1m./groups/marketing.json:43:3:␛[0m ␛[1;31merror[duplicate-key]:␛[0m \
        `displayName` is given twice
           43 |   "displayName": "Sales"
              |   ␛[1;31m^^^^^^^^^^^^^␛[0m
        ␛[36mhelp:␛[0m keep one of the two
        ␛[1m./groups/marketing.json:40:3:␛[0m ␛[1;34mnote:␛[0m first given here
           40 |   "displayName": "Marketing",
              |   ␛[1;34m^^^^^^^^^^^^^␛[0m

        ␛[1m./groups/marketing.json:41:17:␛[0m ␛[1;33mwarning[enum-member]:␛[0m \
        `String` is not a member of groupAccessType
           41 |   "accessType": "String",
              |                 ␛[1;33m^^^^^^^^␛[0m
        ␛[36mhelp:␛[0m write one of none, private, secret, public
        """
            .replace('␛', '\u001b'),
        written(format, List.of(problem, Problems.accessType().withSeverity(Severity.WARNING))));
  }

  @Test
  void jsonReadsBackTheSame() {
    String text = written(format(Format.JSON), Problems.all());

    JsonNode array = JsonMapper.shared().readTree(text);

    List<Diagnostic> problems = Problems.all();
    assertEquals(problems.size(), array.size());
    for (int i = 0; i < problems.size(); i++) {
      assertEquals(problems.get(i).place().file(), array.get(i).get("file").stringValue());
      assertEquals(problems.get(i).message(), array.get(i).get("message").stringValue());
      assertEquals(problems.get(i).hint(), array.get(i).get("hint").stringValue());
    }
  }

  @Test
  void sarifIsValidAgainstTheOfficialSchema() throws IOException {
    try (InputStream schema =
        Objects.requireNonNull(
            Diagnostic.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
      JsonNode schemaTree = JsonMapper.shared().readTree(schema);
      for (List<Diagnostic> problems : List.of(Problems.all(), List.<Diagnostic>of())) {
        JsonNode log = JsonMapper.shared().readTree(written(format(Format.SARIF), problems));
        assertEquals(List.of(), registry.getSchema(schemaTree).validate(log));
      }
    }
  }

  @Test
  void junitIsValidAgainstTheSchema() throws IOException, SAXException {
    URL schema = Objects.requireNonNull(getClass().getResource("junit.xsd"));
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    for (List<Diagnostic> problems : List.of(Problems.all(), List.<Diagnostic>of())) {
      String document = written(format(Format.JUNIT), problems);
      factory
          .newSchema(schema)
          .newValidator()
          .validate(new StreamSource(new StringReader(document)));
    }
  }

  private static void assertHarmless(String text) {
    text.codePoints()
        .filter(codePoint -> codePoint != '\n' && DisplayText.isHarmful(codePoint))
        .forEach(codePoint -> assertEquals("", "U+" + Integer.toHexString(codePoint)));
  }
}
