package dev.joinedgroups.definition;

import dev.joinedgroups.definition.ScalarNode.Kind;
import dev.joinedgroups.diagnostics.Rule;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonToken;

/**
 * Reads a sequence of JSON values, each an object or an array of objects, one definition at a time.
 */
final class JsonReader {
  private final RecordingReader in;
  private final JsonTokens tokens;
  private final DefinitionSink sink;
  private final boolean lines;
  private final Duplicates duplicates = new Duplicates();
  private final Pointer pointer = new Pointer();
  private long definitionStart;
  private int definitions;

  /**
   * @param lines whether every line is a value of its own, so that reading can go on behind a
   *     broken one
   */
  JsonReader(RecordingReader in, boolean lines, DefinitionSink sink) {
    this.in = in;
    this.tokens = new JsonTokens(in);
    this.lines = lines;
    this.sink = sink;
    this.definitionStart = in.position();
  }

  /** Reads to the end; returns how many definitions there were, broken ones included. */
  int read() {
    while (true) {
      try {
        readValues();
        return definitions;
      } catch (InputProblem problem) {
        sink.problem(problem.toDiagnostic(definitions++));
        if (!lines || problem.endsInput() || !resume()) {
          return definitions;
        }
      }
    }
  }

  /**
   * Reads one JSON value of any type.
   *
   * @param source the text, which must be what the reader reads
   * @throws InputProblem when it is not exactly one value
   */
  Node readSingle(SourceText source) {
    Node node = value(tokens.following(), source, 0);
    long end = tokens.end();
    if (tokens.next() != null) {
      throw in.problem(
          Rule.SYNTAX, end, end, "there is more than one value", "write one JSON value");
    }
    duplicates.report(0, sink);
    return node;
  }

  /** Goes to the next line that starts a value, behind the line where the broken one started. */
  private boolean resume() {
    long next = definitionStart;
    do {
      next = in.nextLine(next);
      in.skipTo(next);
    } while (in.peek() >= 0 && in.peek() != '{');
    if (in.peek() < 0) {
      return false;
    }
    tokens.open();
    definitionStart = next;
    return true;
  }

  private void readValues() {
    boolean inArray = false;
    for (JsonToken token = tokens.next(); token != null; token = tokens.next()) {
      if (!inArray && token == JsonToken.START_ARRAY) {
        inArray = true;
      } else if (inArray && token == JsonToken.END_ARRAY) {
        inArray = false;
      } else {
        readDefinition(token, inArray);
      }
    }
  }

  private void readDefinition(JsonToken token, boolean inArray) {
    definitionStart = tokens.start();
    in.startDefinition(definitionStart);
    SourceText source = in.text().openSource();
    Node node;
    try {
      node = value(token, source, inArray ? 1 : 0);
      tokens.endValue();
    } catch (InputProblem broken) {
      source.complete(in.text().to(in.text().end()));
      duplicates.report(definitions, sink);
      throw broken;
    }
    long end = tokens.end();
    source.complete(in.text().to(end));
    duplicates.report(definitions, sink);
    int index = definitions++;
    if (node instanceof ObjectNode object) {
      sink.definition(new Definition(in.file(), index, inArray, object));
    } else {
      sink.problem(NotAnObject.problem(node, index));
    }
    in.startDefinition(end);
    definitionStart = end;
  }

  private Node value(JsonToken token, SourceText source, int outerLevels) {
    int from = tokens.from();
    return switch (token) {
      case START_OBJECT -> {
        checkDepth(outerLevels);
        yield object(source, from, outerLevels);
      }
      case START_ARRAY -> {
        checkDepth(outerLevels);
        yield array(source, from, outerLevels);
      }
      case VALUE_STRING -> scalar(source, from, Kind.STRING, tokens.string());
      case VALUE_NULL -> scalar(source, from, Kind.NULL, tokens.word("null"));
      case VALUE_TRUE -> scalar(source, from, Kind.BOOLEAN, tokens.word("true"));
      case VALUE_FALSE -> scalar(source, from, Kind.BOOLEAN, tokens.word("false"));
      default -> scalar(source, from, Kind.NUMBER, tokens.number());
    };
  }

  private Node scalar(SourceText source, int from, Kind kind, String text) {
    return new ScalarNode(source, from, tokens.to(), kind, text);
  }

  private Node object(SourceText source, int from, int outerLevels) {
    ObjectBuilder builder = new ObjectBuilder();
    while (tokens.following() != JsonToken.END_OBJECT) {
      int nameFrom = tokens.from();
      String name = tokens.name();
      int nameTo = tokens.to();
      JsonToken token = tokens.following();
      pointer.enter(name);
      Node value = value(token, source, outerLevels);
      tokens.endValue();
      Member member = new Member(name, source, nameFrom, nameTo, value);
      Member earlier = builder.add(member);
      if (earlier != null) {
        duplicates.add(earlier, member, pointer.toString());
      }
      pointer.leave();
    }
    return new ObjectNode(source, from, tokens.to(), builder.members());
  }

  private Node array(SourceText source, int from, int outerLevels) {
    List<Node> items = new ArrayList<>();
    for (JsonToken token = tokens.following();
        token != JsonToken.END_ARRAY;
        token = tokens.following()) {
      pointer.enter(items.size());
      items.add(value(token, source, outerLevels));
      tokens.endValue();
      pointer.leave();
    }
    return new ArrayNode(source, from, tokens.to(), items);
  }

  private void checkDepth(int outerLevels) {
    if (tokens.depth() - outerLevels > Limits.LEVELS) {
      throw in.problem(
          Rule.TOO_DEEP,
          tokens.start(),
          tokens.start() + 1,
          "this definition is nested deeper than " + Limits.LEVELS + " levels",
          "the properties of a group nest three levels at most");
    }
  }
}
