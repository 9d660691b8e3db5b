package dev.joinedgroups.diagnostics;

import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Problems as a JSON array, an object on a line each; {@code []} when there is none. */
public final class JsonDiagnosticWriter implements DiagnosticWriter {
  private final TextSink out;
  private boolean first = true;

  /**
   * @param out where the document goes
   */
  public JsonDiagnosticWriter(Writer out) {
    this.out = new TextSink(out);
  }

  @Override
  public void write(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder(first ? "[\n  " : ",\n  ");
    first = false;
    JsonText.append(text, object(diagnostic));
    out.write(text);
  }

  @Override
  public void finish() {
    out.write(first ? "[]\n" : "\n]\n");
    out.flush();
  }

  private static Map<String, Object> object(Diagnostic diagnostic) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rule", diagnostic.rule().slug());
    object.put("severity", diagnostic.severity().label());
    object.put("file", diagnostic.place().file());
    object.put("definition", diagnostic.definition());
    putSpan(object, diagnostic.place());
    object.put("pointer", diagnostic.pointer());
    object.put("message", diagnostic.message());
    object.put("hint", diagnostic.hint());
    List<Object> related = new ArrayList<>();
    for (Related other : diagnostic.related()) {
      Map<String, Object> place = new LinkedHashMap<>();
      place.put("file", other.place().file());
      putSpan(place, other.place());
      place.put("message", other.message());
      related.add(place);
    }
    object.put("related", related);
    return object;
  }

  private static void putSpan(Map<String, Object> object, Place place) {
    object.put("line", place.line());
    object.put("column", place.column());
    object.put("endLine", place.endLine());
    object.put("endColumn", place.endColumn());
  }
}
