package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Rule;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * Reads YAML 1.2 documents, each an object or a list of objects, one definition at a time.
 *
 * <p>Built on the events of snakeyaml-engine rather than on its node tree: only they tell where an
 * alias stands, and only they allow a file of any size.
 */
final class YamlReader {
  private static final String MERGE = "<<";

  private final RecordingReader in;
  private final DefinitionSink sink;
  private final Duplicates duplicates = new Duplicates();
  private final Pointer pointer = new Pointer();
  private final YamlEvents events;
  private final YamlScalars scalars;
  private final YamlAnchors anchors;
  private long documentStart;
  private SourceText source = new SourceText("", "");
  private int definitions;

  YamlReader(RecordingReader in, DefinitionSink sink) {
    this.in = in;
    this.sink = sink;
    this.documentStart = in.position();
    this.events = new YamlEvents(in);
    this.scalars = new YamlScalars(in.text(), events);
    this.anchors = new YamlAnchors(events);
  }

  /** Reads to the end; returns how many definitions there were, broken ones included. */
  int read() {
    while (true) {
      try {
        readDocuments();
        return definitions;
      } catch (InputProblem problem) {
        sink.problem(problem.toDiagnostic(definitions++));
        if (problem.endsInput() || !resume(problem)) {
          return definitions;
        }
      }
    }
  }

  /** Goes to the next document behind a broken one. */
  private boolean resume(InputProblem problem) {
    long next = in.text().startOfLine(problem.line());
    if (next <= documentStart) {
      next = in.nextLine(next);
    }
    while (true) {
      in.skipTo(next);
      in.seek(next);
      if (in.startsWith("---")) {
        documentStart = in.position();
        events.open();
        return true;
      }
      if (in.peek() < 0) {
        return false;
      }
      next = in.nextLine(next);
    }
  }

  private void readDocuments() {
    while (true) {
      Event event = events.next();
      switch (event.getEventId()) {
        case StreamEnd -> {
          return;
        }
        case DocumentStart -> {
          anchors.startDocument();
          documentStart = events.offset(event.getStartMark());
        }
        case SequenceStart -> readList((SequenceStartEvent) event);
        case Scalar, MappingStart, Alias -> readDefinition(event, true);
        default -> {
          // The ends of documents and of the stream's start carry nothing.
        }
      }
    }
  }

  private void readList(SequenceStartEvent list) {
    if (list.getAnchor().isPresent()) {
      throw events.problem(
          Rule.SYNTAX,
          list,
          "an anchor on the list of definitions names nothing usable",
          "put the anchor on a value within a definition");
    }
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      readDefinition(event, false);
    }
  }

  private void readDefinition(Event event, boolean isDocument) {
    long start = events.offset(event.getStartMark());
    if (isDocument
        && event instanceof ScalarEvent scalar
        && scalar.isPlain()
        && scalar.getValue().isEmpty()) {
      return; // A document of nothing but comments.
    }
    in.startDefinition(start);
    source = in.text().openSource();
    Node node;
    try {
      node = value(event, 1);
    } catch (InputProblem broken) {
      source.complete(in.text().to(in.text().end()));
      duplicates.report(definitions, sink);
      throw broken;
    }
    long end = in.text().start() + node.end();
    source.complete(in.text().to(end));
    int index = definitions++;
    duplicates.report(index, sink);
    if (node instanceof ObjectNode object) {
      sink.definition(new Definition(in.file(), index, !isDocument, object));
    } else {
      sink.problem(NotAnObject.problem(node, index));
    }
    in.startDefinition(end);
  }

  private Node value(Event event, int level) {
    return switch (event) {
      case AliasEvent alias -> anchors.alias(alias, level, source);
      case ScalarEvent scalar -> anchors.scalar(scalar.getAnchor(), scalars.scalar(scalar, source));
      case MappingStartEvent mapping ->
          anchors.collection(mapping, level, () -> mapping(mapping, level));
      case SequenceStartEvent sequence ->
          anchors.collection(sequence, level, () -> sequence(sequence, level));
      default ->
          throw events.problem(Rule.SYNTAX, event, "a value is missing here", "write a value");
    };
  }

  private Node mapping(MappingStartEvent start, int level) {
    scalars.refuseTag(start, start.getTag(), "tag:yaml.org,2002:map");
    ObjectBuilder builder = new ObjectBuilder();
    List<Node> merged = new ArrayList<>();
    // A block's end event stands behind blanks and comments; its last value ends it.
    int end = events.to(start);
    Event event = events.next();
    for (; event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
      if (!(event instanceof ScalarEvent key)) {
        throw events.problem(
            Rule.SYNTAX, event, "a property name must be plain text", "write `name: value`");
      }
      String name = key.getValue();
      int keyFrom = events.from(key);
      int keyTo = events.to(key);
      pointer.enter(name);
      Node value = value(events.next(), level + 1);
      pointer.leave();
      end = Math.max(end, Math.max(keyTo, value.end()));
      if (key.isPlain() && name.equals(MERGE)) {
        merged.add(value);
      } else {
        add(builder, new Member(name, source, keyFrom, keyTo, value));
      }
    }
    for (Node base : merged) {
      merge(builder, base);
    }
    int to = start.isFlow() ? events.to(event) : end;
    return new ObjectNode(source, events.from(start), to, builder.members());
  }

  private void add(ObjectBuilder builder, Member member) {
    Member earlier = builder.add(member);
    if (earlier != null) {
      pointer.enter(member.name());
      duplicates.add(earlier, member, pointer.toString());
      pointer.leave();
    }
  }

  /** Adds the members of {@code <<}: whatever stands in the mapping itself comes first. */
  private void merge(ObjectBuilder builder, Node base) {
    switch (base) {
      case ObjectNode object -> {
        for (Member member : object.members()) {
          builder.add(
              object.anchored() == null
                  ? member
                  : new Member(
                      member.name(),
                      base.source(),
                      base.start(),
                      base.end(),
                      member.value().aliasAt(base.source(), base.start(), base.end())));
        }
      }
      case ArrayNode list when list.items().stream().allMatch(ObjectNode.class::isInstance) ->
          list.items().forEach(item -> merge(builder, item));
      default ->
          throw in.problem(
              Rule.SYNTAX,
              in.text().start() + base.start(),
              in.text().start() + base.end(),
              "`<<` takes an alias of an object, not " + base.kindName(),
              "write `<<: *name`, or delete it");
    }
  }

  private Node sequence(SequenceStartEvent start, int level) {
    scalars.refuseTag(start, start.getTag(), "tag:yaml.org,2002:seq");
    List<Node> items = new ArrayList<>();
    Event event = events.next();
    int end = events.to(start);
    for (; event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
      pointer.enter(items.size());
      Node item = value(event, level + 1);
      pointer.leave();
      items.add(item);
      end = Math.max(end, item.end());
    }
    int to = start.isFlow() ? events.to(event) : end;
    return new ArrayNode(source, events.from(start), to, items);
  }
}
