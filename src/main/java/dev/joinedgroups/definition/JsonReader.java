package dev.joinedgroups.definition;

import dev.joinedgroups.definition.ScalarNode.Kind;
import dev.joinedgroups.diagnostics.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a sequence of JSON values, each an object or an array of objects, one definition at a time.
 *
 * <p>Jackson's tokenizer gives the start of each token; the ends are found in the text, because its
 * current location may already be behind the next token.
 */
final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.LEVELS + 8)
                  .maxStringLength(Limits.CHARACTERS + 1)
                  .maxNameLength(Limits.CHARACTERS + 1)
                  .build())
          .build();

  /** Has all classes loaded that reading takes. */
  static void load() {
    FACTORY.createParser(ObjectReadContext.empty(), "").close();
  }

  private final RecordingReader in;
  private final KeptText kept;
  private final DefinitionSink sink;
  private final boolean lines;
  private final Duplicates duplicates = new Duplicates();
  private final Pointer pointer = new Pointer();
  private final long[] opened = new long[Limits.LEVELS + 2];
  private final boolean[] openedObject = new boolean[Limits.LEVELS + 2];
  private int depth;
  private int definitions;
  private long lastEnd;
  private boolean afterName;
  private boolean afterValue;
  private long base;
  private long definitionStart;
  private JsonParser parser;

  /**
   * @param lines whether every line is a value of its own, so that reading can go on behind a
   *     broken one
   */
  JsonReader(RecordingReader in, boolean lines, DefinitionSink sink) {
    this.in = in;
    this.kept = in.text();
    this.lines = lines;
    this.sink = sink;
    this.parser = open();
  }

  private JsonParser open() {
    base = in.position();
    lastEnd = base;
    definitionStart = base;
    depth = 0;
    afterName = false;
    afterValue = false;
    return FACTORY.createParser(ObjectReadContext.empty(), in);
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
    Node node = value(following(), source, 0);
    long end = lastEnd;
    if (next() != null) {
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
    in.seek(next);
    parser = open();
    return true;
  }

  private void readValues() {
    boolean inArray = false;
    for (JsonToken token = next(); token != null; token = next()) {
      if (!inArray && token == JsonToken.START_ARRAY) {
        inArray = true;
        push(tokenStart(), false);
      } else if (inArray && token == JsonToken.END_ARRAY) {
        inArray = false;
        pop(tokenStart() + 1);
      } else {
        readDefinition(token, inArray);
      }
    }
  }

  private void readDefinition(JsonToken token, boolean inArray) {
    long start = tokenStart();
    definitionStart = start;
    in.startDefinition(start);
    SourceText source = kept.openSource();
    int outer = depth;
    Node node = value(token, source, inArray ? 1 : 0);
    depth = outer;
    source.complete(kept.to(lastEnd));
    duplicates.report(definitions, sink);
    int index = definitions++;
    if (node instanceof ObjectNode object) {
      sink.definition(new Definition(in.file(), index, inArray, object));
    } else {
      sink.problem(NotAnObject.problem(node, index));
    }
    in.startDefinition(lastEnd);
    definitionStart = lastEnd;
  }

  private Node value(JsonToken token, SourceText source, int outerLevels) {
    long start = tokenStart();
    int from = (int) (start - kept.start());
    return switch (token) {
      case START_OBJECT -> {
        push(start, true);
        checkDepth(start, outerLevels);
        yield object(source, from, outerLevels);
      }
      case START_ARRAY -> {
        push(start, false);
        checkDepth(start, outerLevels);
        yield array(source, from, outerLevels);
      }
      case VALUE_STRING -> {
        String text = string();
        lastEnd = stringEnd(start, text.length());
        yield scalar(source, from, Kind.STRING, text);
      }
      case VALUE_NULL -> {
        lastEnd = start + 4;
        yield scalar(source, from, Kind.NULL, "null");
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        String text = token == JsonToken.VALUE_TRUE ? "true" : "false";
        lastEnd = start + text.length();
        yield scalar(source, from, Kind.BOOLEAN, text);
      }
      default -> {
        String text = parser.getString();
        lastEnd = start + text.length();
        yield scalar(source, from, Kind.NUMBER, text);
      }
    };
  }

  private String string() {
    try {
      return parser.getString();
    } catch (JacksonException e) {
      throw syntax();
    }
  }

  private Node scalar(SourceText source, int from, Kind kind, String text) {
    return new ScalarNode(source, from, (int) (lastEnd - kept.start()), kind, text);
  }

  private Node object(SourceText source, int from, int outerLevels) {
    ObjectBuilder builder = new ObjectBuilder();
    while (true) {
      JsonToken token = following();
      if (token == JsonToken.END_OBJECT) {
        pop(tokenStart() + 1);
        return new ObjectNode(source, from, (int) (lastEnd - kept.start()), builder.members());
      }
      long nameStart = tokenStart();
      String name = parser.currentName();
      lastEnd = stringEnd(nameStart, name.length());
      int nameFrom = (int) (nameStart - kept.start());
      int nameTo = (int) (lastEnd - kept.start());
      afterName = true;
      JsonToken valueToken = following();
      pointer.enter(name);
      Node value = value(valueToken, source, outerLevels);
      afterValue = true;
      Member member = new Member(name, source, nameFrom, nameTo, value);
      Member earlier = builder.add(member);
      if (earlier != null) {
        duplicates.add(earlier, member, pointer.toString());
      }
      pointer.leave();
    }
  }

  private Node array(SourceText source, int from, int outerLevels) {
    List<Node> items = new ArrayList<>();
    while (true) {
      JsonToken token = following();
      if (token == JsonToken.END_ARRAY) {
        pop(tokenStart() + 1);
        return new ArrayNode(source, from, (int) (lastEnd - kept.start()), items);
      }
      pointer.enter(items.size());
      items.add(value(token, source, outerLevels));
      afterValue = true;
      pointer.leave();
    }
  }

  private void push(long start, boolean isObject) {
    opened[depth] = start;
    openedObject[depth] = isObject;
    depth++;
    lastEnd = start + 1;
    afterValue = false;
  }

  private void pop(long end) {
    depth--;
    lastEnd = end;
    afterValue = true;
  }

  private void checkDepth(long start, int outerLevels) {
    if (depth - outerLevels > Limits.LEVELS) {
      throw in.problem(
          Rule.TOO_DEEP,
          start,
          start + 1,
          "this definition is nested deeper than " + Limits.LEVELS + " levels",
          "the properties of a group nest three levels at most");
    }
  }

  /** The next token where the text cannot end. */
  private JsonToken following() {
    JsonToken token = next();
    if (token == null) {
      throw syntax();
    }
    return token;
  }

  /** The next token, or null at the end of the text. */
  private @Nullable JsonToken next() {
    try {
      JsonToken token = parser.nextToken();
      if (token == null && depth > 0) {
        throw syntax();
      }
      afterName = false;
      if (depth == 0) {
        afterValue = false;
      }
      return token;
    } catch (JacksonException e) {
      throw syntax();
    }
  }

  private InputProblem syntax() {
    long open = depth == 0 ? -1 : opened[depth - 1];
    boolean inObject = depth > 0 && openedObject[depth - 1];
    return new JsonSyntax(in, lastEnd, open, inObject, afterName, depth > 0 && afterValue)
        .explain();
  }

  private long tokenStart() {
    return base + parser.currentTokenLocation().getCharOffset();
  }

  /** The end of a string token: right away when it has no escape, else by looking for its quote. */
  private long stringEnd(long start, int length) {
    long end = start + length + 2;
    boolean plain = kept.has(end - 1) && kept.charAt(end - 1) == '"';
    for (long i = start + 1; plain && i < end - 1; i++) {
      plain = kept.charAt(i) != '\\';
    }
    if (plain) {
      return end;
    }
    long i = start + 1;
    while (kept.has(i) && kept.charAt(i) != '"') {
      i += kept.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }
}
