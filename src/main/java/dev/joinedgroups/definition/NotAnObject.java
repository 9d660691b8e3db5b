package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Rule;
import java.util.List;

/** A value that stands where a definition must stand and is not an object. */
final class NotAnObject {
  private NotAnObject() {}

  static Diagnostic problem(Node node, int index) {
    return new Diagnostic(
        Rule.TYPE_MISMATCH,
        Rule.TYPE_MISMATCH.severity(),
        node.place(),
        index,
        "",
        "a definition is an object, not " + node.kindName(),
        "write the properties of one group as an object, or an array of such objects",
        List.of());
  }
}
