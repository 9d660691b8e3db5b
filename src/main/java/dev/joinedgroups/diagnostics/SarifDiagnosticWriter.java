package dev.joinedgroups.diagnostics;

import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Problems as one SARIF log (OASIS Static Analysis Results Interchange Format 2.1.0). Results are
 * written as they come; the tool with the rules that were broken follows them.
 */
public final class SarifDiagnosticWriter implements DiagnosticWriter {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  private final TextSink out;
  private final String version;
  private final Function<Rule, String> help;
  private final List<Rule> rules = new ArrayList<>();
  private boolean started;
  private boolean first = true;

  /**
   * @param out where the document goes
   * @param version the version of this program
   * @param help a rule's explanation in Markdown; an empty text where there is none
   */
  public SarifDiagnosticWriter(Writer out, String version, Function<Rule, String> help) {
    this.out = new TextSink(out);
    this.version = version;
    this.help = help;
  }

  @Override
  public void write(Diagnostic diagnostic) {
    start();
    StringBuilder text = new StringBuilder(first ? "\n        " : ",\n        ");
    first = false;
    JsonText.append(text, result(diagnostic));
    out.write(text);
  }

  @Override
  public void finish() {
    start();
    StringBuilder text = new StringBuilder(first ? "],\n" : "\n      ],\n");
    text.append("      \"tool\": ");
    JsonText.append(text, tool());
    text.append("\n    }\n  ]\n}\n");
    out.write(text);
    out.flush();
  }

  private void start() {
    if (!started) {
      started = true;
      out.write(
          "{\n  \"$schema\": \"" + SCHEMA + "\",\n  \"version\": \"2.1.0\",\n  \"runs\": [\n");
      out.write("    {\n      \"columnKind\": \"unicodeCodePoints\",\n      \"results\": [");
    }
  }

  private Map<String, Object> result(Diagnostic diagnostic) {
    Rule rule = diagnostic.rule();
    int index = rules.indexOf(rule);
    if (index < 0) {
      index = rules.size();
      rules.add(rule);
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", rule.slug());
    result.put("ruleIndex", index);
    result.put("level", diagnostic.severity().label());
    String hint = diagnostic.hint();
    result.put("message", message(diagnostic.message() + (hint.isEmpty() ? "" : "\n" + hint)));
    result.put("locations", List.of(Map.of("physicalLocation", physical(diagnostic.place()))));
    if (!diagnostic.related().isEmpty()) {
      result.put("relatedLocations", related(diagnostic.related()));
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("definition", diagnostic.definition());
    properties.put("pointer", diagnostic.pointer());
    result.put("properties", properties);
    return result;
  }

  private static List<Object> related(List<Related> places) {
    List<Object> locations = new ArrayList<>();
    for (Related related : places) {
      Map<String, Object> location = new LinkedHashMap<>();
      location.put("id", locations.size() + 1);
      location.put("physicalLocation", physical(related.place()));
      location.put("message", message(related.message()));
      locations.add(location);
    }
    return locations;
  }

  private static Map<String, Object> physical(Place place) {
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("startLine", place.line());
    region.put("startColumn", place.column());
    region.put("endLine", place.endLine());
    region.put("endColumn", place.endColumn());
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("artifactLocation", Map.of("uri", FileNames.uri(place.file())));
    location.put("region", region);
    return location;
  }

  private Map<String, Object> tool() {
    List<Object> descriptions = new ArrayList<>();
    for (Rule rule : rules) {
      Map<String, Object> description = new LinkedHashMap<>();
      description.put("id", rule.slug());
      description.put("shortDescription", message(rule.summary()));
      description.put("defaultConfiguration", Map.of("level", rule.severity().label()));
      String markdown = help.apply(rule);
      if (!markdown.isEmpty()) {
        Map<String, Object> text = message(markdown);
        text.put("markdown", markdown);
        description.put("help", text);
      }
      descriptions.add(description);
    }
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "groups");
    driver.put("version", version);
    driver.put("rules", descriptions);
    return Map.of("driver", driver);
  }

  private static Map<String, Object> message(String text) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("text", text);
    return message;
  }
}
