package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Related;
import dev.joinedgroups.diagnostics.Rule;
import java.util.ArrayList;
import java.util.List;

/** Names given twice in the definition under way; told when its text is whole. */
final class Duplicates {
  private record Pair(Member first, Member second, String pointer) {}

  private final List<Pair> pairs = new ArrayList<>();

  void add(Member first, Member second, String pointer) {
    pairs.add(new Pair(first, second, pointer));
  }

  /** Reports and forgets what was collected. */
  void report(int definition, DefinitionSink sink) {
    for (Pair pair : pairs) {
      sink.problem(
          new Diagnostic(
              Rule.DUPLICATE_KEY,
              Rule.DUPLICATE_KEY.severity(),
              pair.second.namePlace(),
              definition,
              pair.pointer,
              "`" + pair.second.name() + "` is given twice",
              "keep one of the two",
              List.of(new Related(pair.first.namePlace(), "first given here"))));
    }
    pairs.clear();
  }
}
