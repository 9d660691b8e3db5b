package dev.joinedgroups.definition;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The tokens of a JSON text, where they stand, and how deep.
 *
 * <p>Jackson's tokenizer gives the start of each token; the ends are found in the text, because its
 * current location may already be behind the next token.
 */
final class JsonTokens {
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
  private final KeptText text;
  private JsonParser parser;

  // The token at hand: Jackson counts from where the parser began.
  private long base;
  private long start;
  private long end;

  // The open brackets, and what stood last within the innermost: what an error is explained by.
  private final long[] opened = new long[Limits.LEVELS + 2];
  private final boolean[] openedObject = new boolean[Limits.LEVELS + 2];
  private int depth;
  private boolean afterValue;

  /** Begins where the reader is. */
  JsonTokens(RecordingReader in) {
    this.in = in;
    this.text = in.text();
    this.parser = parser();
  }

  /** Begins anew where the reader is now. */
  void open() {
    depth = 0;
    parser = parser();
  }

  private JsonParser parser() {
    base = in.position();
    end = base;
    return FACTORY.createParser(ObjectReadContext.empty(), in);
  }

  /**
   * The next token, or null at the end of the text.
   *
   * @throws InputProblem where the text is not JSON
   */
  @Nullable JsonToken next() {
    JsonToken token;
    try {
      token = parser.nextToken();
    } catch (JacksonException e) {
      throw syntax();
    }
    if (token == null) {
      return null;
    }
    start = base + parser.currentTokenLocation().getCharOffset();
    if (token.isStructStart()) {
      enter(token == JsonToken.START_OBJECT);
    } else if (token.isStructEnd()) {
      leave();
    }
    return token;
  }

  /** The next token where the text cannot end. */
  JsonToken following() {
    JsonToken token = next();
    if (token == null) {
      throw syntax();
    }
    return token;
  }

  private void enter(boolean isObject) {
    opened[depth] = start;
    openedObject[depth] = isObject;
    depth++;
    end = start + 1;
    afterValue = false;
  }

  private void leave() {
    depth--;
    end = start + 1;
  }

  /** How many brackets are open, that of the token at hand included. */
  int depth() {
    return depth;
  }

  /** Where the token at hand starts in the input. */
  long start() {
    return start;
  }

  /** Where it ends in the input: for values and names, once they were asked for. */
  long end() {
    return end;
  }

  /** Where the token at hand starts in the kept text. */
  int from() {
    return (int) (start - text.start());
  }

  /** Where it ends in the kept text: for values and names, once they were asked for. */
  int to() {
    return (int) (end - text.start());
  }

  /** The property name that the token at hand is. */
  String name() {
    String name = parser.currentName();
    end = stringEnd();
    return name;
  }

  /** The string that the token at hand is. */
  String string() {
    String string;
    try {
      string = parser.getString();
    } catch (JacksonException e) {
      throw new JsonTokenSyntax(in).string(start);
    }
    end = stringEnd();
    return string;
  }

  /** The number that the token at hand is, as it was written. */
  String number() {
    return word(parser.getString());
  }

  /** The given word, which the token at hand is. */
  String word(String word) {
    end = start + word.length();
    return word;
  }

  /** Says that the tokens up to here were all of a value within an object or array. */
  void endValue() {
    afterValue = true;
  }

  private InputProblem syntax() {
    long open = depth == 0 ? -1 : opened[depth - 1];
    boolean inObject = depth > 0 && openedObject[depth - 1];
    return new JsonSyntax(in, end, open, inObject, depth > 0 && afterValue).explain();
  }

  /** The end of a string token. */
  private long stringEnd() {
    long i = start + 1;
    while (text.has(i) && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }
}
