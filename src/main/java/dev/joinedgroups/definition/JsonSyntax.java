package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Place;
import dev.joinedgroups.diagnostics.Related;
import dev.joinedgroups.diagnostics.Rule;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says in a user's words why a text is not JSON. The tokenizer only says that it gave up; what was
 * meant shows in the text behind the last token it understood.
 */
final class JsonSyntax {
  private final RecordingReader in;
  private final long lastEnd;
  private final long open;
  private final boolean inObject;
  private final boolean afterName;
  private final boolean afterValue;

  /**
   * @param lastEnd offset behind the last token that was understood
   * @param open offset of the innermost open bracket, or -1
   * @param inObject whether that bracket is a brace
   * @param afterName whether the last token was a property name
   * @param afterValue whether it was a value within the open bracket
   */
  JsonSyntax(
      RecordingReader in,
      long lastEnd,
      long open,
      boolean inObject,
      boolean afterName,
      boolean afterValue) {
    this.in = in;
    this.lastEnd = lastEnd;
    this.open = open;
    this.inObject = inObject;
    this.afterName = afterName;
    this.afterValue = afterValue;
  }

  InputProblem explain() {
    long at = skipBlanks(lastEnd);
    if (!in.has(at)) {
      return unclosed(at);
    }
    char c = in.charAt(at);
    if (afterName || (inObject && !afterValue && c == ':')) {
      return behindName(at);
    }
    if (afterValue) {
      return afterValue(at, c);
    }
    return inObject ? name(at) : value(at);
  }

  private InputProblem behindName(long at) {
    if (!in.has(at)) {
      return unclosed(at);
    }
    if (in.charAt(at) != ':') {
      return problem(
          at, at + 1, "`:` is missing behind the property name", "write `: ` and a value");
    }
    long value = skipBlanks(at + 1);
    return in.has(value) ? value(value) : unclosed(value);
  }

  private InputProblem afterValue(long at, char c) {
    if (c == ',') {
      long next = skipBlanks(at + 1);
      if (!in.has(next)) {
        return unclosed(next);
      }
      char after = in.charAt(next);
      if (after == '}' || after == ']') {
        return problem(at, at + 1, "there is a comma behind the last value", "delete the comma");
      }
      return inObject ? name(next) : value(next);
    }
    if (c == '}' || c == ']') {
      return wrongBracket(at, c);
    }
    if (c == '/' || c == '#') {
      return comment(at);
    }
    if (c == '"' || c == '{' || c == '[' || c == '\'' || isWordPart(c)) {
      return problem(lastEnd, lastEnd, "a comma is missing here", "write `,` between values");
    }
    return unexpected(at, inObject ? "`,` or `}`" : "`,` or `]`");
  }

  private InputProblem name(long at) {
    char c = in.charAt(at);
    if (c == '"') {
      // The tokenizer looks at a value before it hands out its name: a sound name is not to blame.
      long end = soundEnd(at);
      return end < 0 ? string(at) : behindName(skipBlanks(end));
    }
    if (c == '\'') {
      return singleQuotes(at);
    }
    if (c == '/' || c == '#') {
      return comment(at);
    }
    if (c == ',') {
      return problem(at, at + 1, "there is a comma without a value", "delete the comma");
    }
    if (isWordPart(c)) {
      long end = wordEnd(at);
      String word = slice(at, end);
      return problem(
          at, end, "a property name in JSON stands in double quotes", "write \"" + word + "\"");
    }
    if (isCurlyQuote(c)) {
      return curlyQuote(at);
    }
    return c == ']' ? wrongBracket(at, c) : unexpected(at, "a property name in double quotes");
  }

  private InputProblem value(long at) {
    char c = in.charAt(at);
    if (c == '"') {
      return string(at);
    }
    if (c == '\'') {
      return singleQuotes(at);
    }
    if (c == '/' || c == '#') {
      return comment(at);
    }
    if (isCurlyQuote(c)) {
      return curlyQuote(at);
    }
    if (c == ',') {
      return problem(at, at + 1, "there is a comma without a value", "write a value or delete it");
    }
    if (c == '}' || c == ']') {
      return open < 0 || afterName
          ? problem(at, at + 1, "a value is missing before `" + c + "`", "write a value")
          : wrongBracket(at, c);
    }
    if (c == '-' || c == '+' || c == '.' || (c >= '0' && c <= '9')) {
      return number(at);
    }
    if (isWordPart(c)) {
      return word(at);
    }
    return unexpected(at, "a value");
  }

  private InputProblem number(long at) {
    long end = wordEnd(at);
    String text = slice(at, end);
    String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    String hint = "write a decimal number such as 3, or put quotes around a text";
    if (text.startsWith("+")) {
      hint = "leave out the plus sign";
    } else if (digits.length() > 1 && digits.charAt(0) == '0' && isDigit(digits.charAt(1))) {
      hint = "leave out the leading zeros, or put quotes around a text";
    } else if (text.length() > 1000) {
      hint = "write a number of at most 1000 digits";
    }
    return problem(at, end, "this is not a number in JSON", hint);
  }

  private InputProblem word(long at) {
    long end = wordEnd(at);
    String word = slice(at, end);
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> notJson(at, end, word, "write true");
      case "false", "no", "off" -> notJson(at, end, word, "write false");
      case "null", "none", "nil", "undefined" -> notJson(at, end, word, "write null");
      case "nan", "infinity" -> notJson(at, end, word, "JSON has no such number");
      default -> notJson(at, end, word, "put double quotes around a text: \"" + word + "\"");
    };
  }

  private InputProblem notJson(long at, long end, String word, String hint) {
    return problem(at, end, "`" + word + "` is not a value in JSON", hint);
  }

  private InputProblem string(long at) {
    long i = at + 1;
    while (in.has(i)) {
      char c = in.charAt(i);
      if (c == '"') {
        return problem(at, i + 1, "this text cannot be read", "check its escapes");
      }
      if (c == '\n' || c == '\r') {
        return problem(
            at, i, "this text has no closing quote", "close it with `\"`; write a line break as \\n");
      }
      if (c < ' ') {
        return problem(
            i,
            i + 1,
            "there is a raw control character in the text",
            c == '\t' ? "write a tab as \\t" : "write it as " + unicodeEscape(c));
      }
      if (c == '\\') {
        InputProblem escape = escape(i);
        if (escape != null) {
          return escape;
        }
        i++;
      }
      i++;
    }
    return problem(at, at + 1, "this text has no closing quote", "close it with `\"`");
  }

  /** The offset behind a string that can be read, or -1. */
  private long soundEnd(long at) {
    for (long i = at + 1; in.has(i) && in.charAt(i) >= ' '; i++) {
      if (in.charAt(i) == '"') {
        return i + 1;
      }
      if (in.charAt(i) == '\\') {
        if (escape(i) != null) {
          return -1;
        }
        i++;
      }
    }
    return -1;
  }

  private @Nullable InputProblem escape(long at) {
    if (!in.has(at + 1)) {
      return null;
    }
    char c = in.charAt(at + 1);
    if (c == 'u') {
      for (int k = 2; k < 6; k++) {
        if (!in.has(at + k) || Character.digit(in.charAt(at + k), 16) < 0) {
          return problem(
              at, at + k, "this escape is cut short", "write \\u and four hexadecimal digits");
        }
      }
      return null;
    }
    if ("\"\\/bfnrt".indexOf(c) >= 0) {
      return null;
    }
    return problem(
        at, at + 2, "`\\" + c + "` is not an escape in JSON", "write a backslash as \\\\");
  }

  private InputProblem singleQuotes(long at) {
    long end = at + 1;
    while (in.has(end) && in.charAt(end) != '\'' && in.charAt(end) != '\n') {
      end++;
    }
    if (in.has(end) && in.charAt(end) == '\'') {
      end++;
    }
    return problem(at, end, "JSON has no single quotes", "use double quotes: \"");
  }

  private InputProblem curlyQuote(long at) {
    return problem(
        at, at + 1, "this is a typographic quote", "use straight double quotes: \"");
  }

  private InputProblem comment(long at) {
    long end = at;
    while (in.has(end) && in.charAt(end) != '\n' && in.charAt(end) != '\r') {
      end++;
    }
    return problem(
        at, end, "JSON has no comments", "delete it, or write the definition as YAML");
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
    return in.has(open) ? plain.with(List.of(new Related(placeOf(open), "opened here"))) : plain;
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
    int at = (int) (offset - in.keptStart());
    return in.stretchTo(offset + 1).place(at, at + 1);
  }

  private InputProblem unexpected(long at, String wanted) {
    char c = in.charAt(at);
    String shown = c < ' ' || Character.isISOControl(c) ? unicodeEscape(c) : "`" + c + "`";
    int width = Character.isHighSurrogate(c) && in.has(at + 1) ? 2 : 1;
    if (width == 2) {
      shown = "`" + slice(at, at + 2) + "`";
    }
    return problem(at, at + width, shown + " is not expected here", "write " + wanted);
  }

  private InputProblem problem(long start, long end, String message, String hint) {
    return in.problem(Rule.SYNTAX, start, end, message, hint);
  }

  private static String unicodeEscape(char c) {
    return "\\u" + Integer.toHexString(0x10000 | c).substring(1);
  }

  private long skipBlanks(long from) {
    long i = from;
    while (in.has(i) && " \t\r\n".indexOf(in.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private long wordEnd(long from) {
    long i = from;
    while (in.has(i) && (isWordPart(in.charAt(i)) || "+-.".indexOf(in.charAt(i)) >= 0)) {
      i++;
    }
    return Math.max(i, from + 1);
  }

  private String slice(long from, long to) {
    StringBuilder text = new StringBuilder();
    for (long i = from; i < to && i < from + 40; i++) {
      text.append(in.charAt(i));
    }
    return text.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '@';
  }

  private static boolean isCurlyQuote(char c) {
    return c == '\u201C' || c == '\u201D' || c == '\u201E' || c == '\u2018' || c == '\u2019';
  }
}
