package dev.joinedgroups.diagnostics;

import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Problems as JUnit XML, which CI systems show as test results: a suite for each file, a failed
 * test for each error, a skipped one for each warning, a passed one for each definition without
 * either.
 *
 * <p>The document keeps to what the schemas of Apache Ant's JUnit reports and of Jenkins' xUnit
 * plugin have in common: one failure a test, no file or line attributes. GitLab shows the failure's
 * text and drops tests whose class and name are taken, so names are unique in a suite.
 */
public final class JunitDiagnosticWriter implements DiagnosticWriter {
  private final TextSink out;
  private final String timestamp;
  private final Map<String, Suite> suites = new LinkedHashMap<>();

  /** A test that did not pass: the definition, and its XML. */
  private record Test(int definition, String xml) {}

  private static final class Suite {
    final List<Test> tests = new ArrayList<>();
    final BitSet definitionsWithProblems = new BitSet();
    final Map<String, Integer> names = new HashMap<>();
    int definitions;
    int failures;
  }

  /**
   * @param out where the document goes
   * @param started when the check began
   */
  public JunitDiagnosticWriter(Writer out, Instant started) {
    this.out = new TextSink(out);
    // Ant's schema wants local time without an offset.
    this.timestamp =
        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
            started.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }

  @Override
  public void write(Diagnostic diagnostic) {
    String file = diagnostic.place().file();
    Suite suite = suite(file);
    StringBuilder xml = new StringBuilder();
    appendTestStart(xml, file, uniqueName(suite, diagnostic));
    xml.append(">\n");
    String element = diagnostic.isError() ? "failure" : "skipped";
    xml.append("      <").append(element);
    if (diagnostic.isError()) {
      suite.failures++;
      appendAttribute(xml, "type", diagnostic.rule().slug());
    }
    appendAttribute(xml, "message", diagnostic.message());
    xml.append('>');
    StringBuilder text = new StringBuilder();
    TextDiagnosticWriter.append(text, diagnostic, TerminalStyle.PLAIN);
    appendEscaped(xml, text);
    xml.append("</").append(element).append(">\n    </testcase>\n");
    suite.tests.add(new Test(diagnostic.definition(), xml.toString()));
    suite.definitionsWithProblems.set(diagnostic.definition());
  }

  @Override
  public void fileChecked(String file, int definitions) {
    suite(file).definitions = definitions;
  }

  @Override
  public void finish() {
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    int id = 0;
    for (Map.Entry<String, Suite> entry : suites.entrySet()) {
      write(entry.getKey(), entry.getValue(), id++);
    }
    out.write("</testsuites>\n");
    out.flush();
  }

  private Suite suite(String file) {
    return suites.computeIfAbsent(file, name -> new Suite());
  }

  private static String uniqueName(Suite suite, Diagnostic diagnostic) {
    String pointer = diagnostic.pointer();
    String name =
        definitionName(diagnostic.definition())
            + (pointer.isEmpty() ? "" : " " + pointer)
            + ": "
            + diagnostic.rule().slug();
    int count = suite.names.merge(name, 1, Integer::sum);
    return count == 1 ? name : name + " (" + count + ")";
  }

  /** Counted from 1, as people count. */
  private static String definitionName(int definition) {
    return "definition " + (definition + 1);
  }

  private void write(String file, Suite suite, int id) {
    int passed =
        suite.definitions - suite.definitionsWithProblems.get(0, suite.definitions).cardinality();
    StringBuilder xml = new StringBuilder("  <testsuite");
    appendAttribute(xml, "name", file);
    appendAttribute(xml, "package", "groups");
    appendAttribute(xml, "id", Integer.toString(id));
    appendAttribute(xml, "timestamp", timestamp);
    appendAttribute(xml, "hostname", "localhost");
    appendAttribute(xml, "tests", Integer.toString(suite.tests.size() + passed));
    appendAttribute(xml, "failures", Integer.toString(suite.failures));
    appendAttribute(xml, "errors", "0");
    appendAttribute(xml, "skipped", Integer.toString(suite.tests.size() - suite.failures));
    appendAttribute(xml, "time", "0");
    out.write(xml.append(">\n    <properties/>\n"));
    writeTests(file, suite);
    out.write("    <system-out/>\n    <system-err/>\n  </testsuite>\n");
  }

  private void writeTests(String file, Suite suite) {
    suite.tests.sort(Comparator.comparingInt(Test::definition));
    int next = 0;
    for (Test test : suite.tests) {
      next = writePassed(file, suite, next, test.definition);
      out.write(test.xml);
    }
    writePassed(file, suite, next, suite.definitions);
  }

  private int writePassed(String file, Suite suite, int from, int to) {
    int definition = from;
    for (; definition < Math.min(to, suite.definitions); definition++) {
      if (!suite.definitionsWithProblems.get(definition)) {
        StringBuilder xml = new StringBuilder();
        appendTestStart(xml, file, definitionName(definition));
        out.write(xml.append("/>\n"));
      }
    }
    return definition;
  }

  private static void appendTestStart(StringBuilder xml, String file, String name) {
    xml.append("    <testcase");
    appendAttribute(xml, "classname", file);
    appendAttribute(xml, "name", name);
    appendAttribute(xml, "time", "0");
  }

  private static void appendAttribute(StringBuilder xml, String name, String value) {
    xml.append(' ').append(name).append("=\"");
    appendEscaped(xml, DisplayText.harmless(value));
    xml.append('"');
  }

  /** Appends a harmless text, which has only characters that XML 1.0 allows. */
  private static void appendEscaped(StringBuilder xml, CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> xml.append("&amp;");
        case '<' -> xml.append("&lt;");
        case '>' -> xml.append("&gt;");
        case '"' -> xml.append("&quot;");
        default -> xml.append(c);
      }
    }
  }
}
