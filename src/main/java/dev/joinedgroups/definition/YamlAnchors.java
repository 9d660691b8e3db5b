package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;

/**
 * What the anchors of a YAML document name. Counts how much aliases stand for and how deep it
 * nests, since a few lines of aliases of aliases can stand for more than any memory holds.
 */
final class YamlAnchors {
  /** A value that an anchor names, with how much it stands for; a scalar has no levels. */
  private record Anchored(Node node, int values, int levels) {}

  private final YamlEvents events;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int values;
  private int aliasedValues;
  private int deepest;

  YamlAnchors(YamlEvents events) {
    this.events = events;
  }

  /** Forgets what another document named. */
  void startDocument() {
    anchors.clear();
    aliasedValues = 0;
  }

  /** Takes a scalar, which an anchor may name. */
  Node scalar(Optional<Anchor> anchor, Node scalar) {
    values++;
    name(anchor, scalar, 1, 0);
    return scalar;
  }

  /**
   * Takes a collection, which an anchor may name.
   *
   * @param level how deep it stands in its definition, from 1
   * @param body reads all of it
   * @throws InputProblem when that is too deep
   */
  Node collection(CollectionStartEvent start, int level, Supplier<Node> body) {
    checkDepth(start, level);
    int valuesBefore = values;
    values++;
    int outer = deepest;
    deepest = level;
    Node node = body.get();
    name(start.getAnchor(), node, values - valuesBefore, deepest - level + 1);
    deepest = Math.max(outer, deepest);
    return node;
  }

  private void name(Optional<Anchor> anchor, Node node, int count, int levels) {
    if (anchor.isPresent()) {
      anchors.put(anchor.get().getValue(), new Anchored(node, count, levels));
    }
  }

  /**
   * The value that an alias stands for, with its places there.
   *
   * @throws InputProblem when nothing has that name, or all aliases together stand for too much
   */
  Node alias(AliasEvent event, int level, SourceText source) {
    String name = event.getAlias().getValue();
    Anchored anchored = anchors.get(name);
    if (anchored == null) {
      throw events.problem(
          Rule.SYNTAX,
          event,
          "there is no anchor `&" + name + "` before this alias",
          "an alias repeats a value that an earlier `&" + name + "` in the same document names");
    }
    values += anchored.values;
    aliasedValues += anchored.values;
    if (aliasedValues > Limits.ALIASED_VALUES) {
      throw events.problem(
          Rule.ALIAS_EXPANSION,
          event,
          "the aliases of this document stand for more than " + Limits.ALIASED_VALUES + " values",
          "write the values out, or use fewer aliases of aliases");
    }
    int bottom = level + anchored.levels - 1;
    deepest = Math.max(deepest, bottom);
    checkDepth(event, bottom);
    return anchored.node.aliasAt(source, events.from(event), events.to(event));
  }

  private void checkDepth(Event event, int level) {
    if (level > Limits.LEVELS) {
      throw events.problem(
          Rule.TOO_DEEP,
          event,
          "this definition is nested deeper than " + Limits.LEVELS + " levels",
          "the properties of a group nest three levels at most");
    }
  }
}
