package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Place;
import dev.joinedgroups.diagnostics.Related;
import dev.joinedgroups.diagnostics.Rule;
import java.util.List;

/**
 * Says in a user's words why a text is not JSON. The tokenizer only says that it gave up; what was
 * meant shows in the text behind the last token it understood. What is wrong within one token says
 * {@link JsonTokenSyntax}.
 */
final class JsonSyntax {
  private final RecordingReader in;
  private final KeptText text;
  private final JsonTokenSyntax tokens;
  private final long lastEnd;
  private final long open;
  private final boolean inObject;
  private final boolean afterValue;

  /**
   * @param lastEnd offset behind the last token that was understood
   * @param open offset of the innermost open bracket, or -1
   * @param inObject whether that bracket is a brace
   * @param afterValue whether the last token ended a value within that bracket
   */
  JsonSyntax(RecordingReader in, long lastEnd, long open, boolean inObject, boolean afterValue) {
    this.in = in;
    this.text = in.text();
    this.tokens = new JsonTokenSyntax(in);
    this.lastEnd = lastEnd;
    this.open = open;
    this.inObject = inObject;
    this.afterValue = afterValue;
  }

  InputProblem explain() {
    long at = skipBlanks(lastEnd);
    if (!text.has(at)) {
      return unclosed(at);
    }
    if (afterValue) {
      return afterValue(at);
    }
    return inObject ? name(at) : value(at, false);
  }

  private InputProblem behindName(long at) {
    if (!text.has(at)) {
      return unclosed(at);
    }
    if (text.charAt(at) != ':') {
      return problem(
          at, at + 1, "`:` is missing behind the property name", "write `: ` and a value");
    }
    long value = skipBlanks(at + 1);
    return text.has(value) ? value(value, true) : unclosed(value);
  }

  private InputProblem afterValue(long at) {
    char c = text.charAt(at);
    if (c == ',') {
      long next = skipBlanks(at + 1);
      if (!text.has(next)) {
        return unclosed(next);
      }
      char after = text.charAt(next);
      if (after == '}' || after == ']') {
        return problem(at, at + 1, "there is a comma behind the last value", "delete the comma");
      }
      return inObject ? name(next) : value(next, false);
    }
    if (c == '}' || c == ']') {
      return wrongBracket(at, c);
    }
    if (c == '/' || c == '#') {
      return tokens.comment(at);
    }
    if (c == '"' || c == '{' || c == '[' || c == '\'' || JsonTokenSyntax.isWordPart(c)) {
      return problem(lastEnd, lastEnd, "a comma is missing here", "write `,` between values");
    }
    return unexpected(at, inObject ? "`,` or `}`" : "`,` or `]`");
  }

  private InputProblem name(long at) {
    char c = text.charAt(at);
    if (c == '"') {
      // The tokenizer looks at a value before it hands out its name: a sound name is not to blame.
      long end = tokens.soundEnd(at);
      return end < 0 ? tokens.string(at) : behindName(skipBlanks(end));
    }
    if (c == '\'') {
      return tokens.singleQuotes(at);
    }
    if (c == '/' || c == '#') {
      return tokens.comment(at);
    }
    if (c == ',') {
      return problem(at, at + 1, "there is a comma without a value", "delete the comma");
    }
    if (JsonTokenSyntax.isWordPart(c)) {
      long end = tokens.wordEnd(at);
      String word = tokens.slice(at, end);
      return problem(
          at, end, "a property name in JSON stands in double quotes", "write \"" + word + "\"");
    }
    if (JsonTokenSyntax.isCurlyQuote(c)) {
      return tokens.curlyQuote(at);
    }
    return c == ']' ? wrongBracket(at, c) : unexpected(at, "a property name in double quotes");
  }

  private InputProblem value(long at, boolean behindName) {
    char c = text.charAt(at);
    if (c == '"') {
      return tokens.string(at);
    }
    if (c == '\'') {
      return tokens.singleQuotes(at);
    }
    if (c == '/' || c == '#') {
      return tokens.comment(at);
    }
    if (JsonTokenSyntax.isCurlyQuote(c)) {
      return tokens.curlyQuote(at);
    }
    if (c == ',') {
      return problem(at, at + 1, "there is a comma without a value", "write a value or delete it");
    }
    if (c == '}' || c == ']') {
      return behindName
          ? problem(at, at + 1, "a value is missing before `" + c + "`", "write a value")
          : wrongBracket(at, c);
    }
    if (c == '-' || c == '+' || c == '.' || (c >= '0' && c <= '9')) {
      return tokens.number(at);
    }
    if (JsonTokenSyntax.isWordPart(c)) {
      return tokens.word(at);
    }
    return unexpected(at, "a value");
  }

  private InputProblem wrongBracket(long at, char c) {
    if (open < 0) {
      return problem(at, at + 1, "`" + c + "` closes nothing", "delete it");
    }
    InputProblem plain =
        problem(
            at,
            at + 1,
            "`" + c + "` does not close `" + (inObject ? '{' : '[') + "`",
            "write `" + (inObject ? '}' : ']') + "`");
    return openedHere(plain);
  }

  /** With the place of the open bracket, unless that was let go of long ago. */
  private InputProblem openedHere(InputProblem plain) {
    return text.has(open) ? plain.with(List.of(new Related(placeOf(open), "opened here"))) : plain;
  }

  private InputProblem unclosed(long at) {
    if (open < 0) {
      return problem(at, at, "a value is missing at the end", "write an object in braces");
    }
    InputProblem plain =
        problem(
            lastEnd,
            lastEnd,
            "the text ends before `" + (inObject ? '{' : '[') + "` is closed",
            "write `" + (inObject ? '}' : ']') + "`; or the file was cut short");
    return openedHere(plain);
  }

  private Place placeOf(long offset) {
    int at = (int) (offset - text.start());
    return in.stretchTo(offset + 1).place(at, at + 1);
  }

  private InputProblem unexpected(long at, String wanted) {
    char c = text.charAt(at);
    String shown =
        c < ' ' || Character.isISOControl(c) ? JsonTokenSyntax.unicodeEscape(c) : "`" + c + "`";
    int width = Character.isHighSurrogate(c) && text.has(at + 1) ? 2 : 1;
    if (width == 2) {
      shown = "`" + tokens.slice(at, at + 2) + "`";
    }
    return problem(at, at + width, shown + " is not expected here", "write " + wanted);
  }

  private InputProblem problem(long start, long end, String message, String hint) {
    return in.problem(Rule.SYNTAX, start, end, message, hint);
  }

  private long skipBlanks(long from) {
    long i = from;
    while (text.has(i) && " \t\r\n".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }
}
