package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Rule;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in a user's words why one token is not JSON: a string, a number, a word, a comment. */
final class JsonTokenSyntax {
  private final RecordingReader in;
  private final KeptText text;

  JsonTokenSyntax(RecordingReader in) {
    this.in = in;
    this.text = in.text();
  }

  /** A number that is none in JSON. */
  InputProblem number(long at) {
    long end = wordEnd(at);
    String number = slice(at, end);
    String digits = number.startsWith("-") || number.startsWith("+") ? number.substring(1) : number;
    String hint = "write a decimal number such as 3, or put quotes around a text";
    if (number.startsWith("+")) {
      hint = "leave out the plus sign";
    } else if (digits.length() > 1 && digits.charAt(0) == '0' && isDigit(digits.charAt(1))) {
      hint = "leave out the leading zeros, or put quotes around a text";
    } else if (end - at > 1000) {
      hint = "write a number of at most 1000 digits";
    }
    return problem(at, end, "this is not a number in JSON", hint);
  }

  /** A word where a value should stand. */
  InputProblem word(long at) {
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

  /** A string that cannot be read. */
  InputProblem string(long at) {
    long i = at + 1;
    while (text.has(i)) {
      char c = text.charAt(i);
      if (c == '"') {
        return problem(at, i + 1, "this text cannot be read", "check its escapes");
      }
      if (c == '\n' || c == '\r') {
        return problem(
            at,
            i,
            "this text has no closing quote",
            "close it with `\"`; write a line break as \\n");
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
  long soundEnd(long at) {
    for (long i = at + 1; text.has(i) && text.charAt(i) >= ' '; i++) {
      if (text.charAt(i) == '"') {
        return i + 1;
      }
      if (text.charAt(i) == '\\') {
        if (escape(i) != null) {
          return -1;
        }
        i++;
      }
    }
    return -1;
  }

  private @Nullable InputProblem escape(long at) {
    if (!text.has(at + 1)) {
      return null;
    }
    char c = text.charAt(at + 1);
    if (c == 'u') {
      for (int k = 2; k < 6; k++) {
        if (!text.has(at + k) || Character.digit(text.charAt(at + k), 16) < 0) {
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

  /** A text in single quotes. */
  InputProblem singleQuotes(long at) {
    long end = at + 1;
    while (text.has(end) && text.charAt(end) != '\'' && text.charAt(end) != '\n') {
      end++;
    }
    if (text.has(end) && text.charAt(end) == '\'') {
      end++;
    }
    return problem(at, end, "JSON has no single quotes", "use double quotes: \"");
  }

  /** A typographic quote. */
  InputProblem curlyQuote(long at) {
    return problem(at, at + 1, "this is a typographic quote", "use straight double quotes: \"");
  }

  /** A comment, up to the end of its line. */
  InputProblem comment(long at) {
    long end = at;
    while (text.has(end) && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return problem(at, end, "JSON has no comments", "delete it, or write the definition as YAML");
  }

  private InputProblem problem(long start, long end, String message, String hint) {
    return in.problem(Rule.SYNTAX, start, end, message, hint);
  }

  static String unicodeEscape(char c) {
    return "\\u" + Integer.toHexString(0x10000 | c).substring(1);
  }

  /** The offset behind a word or a number. */
  long wordEnd(long from) {
    long i = from;
    while (text.has(i) && (isWordPart(text.charAt(i)) || "+-.".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return Math.max(i, from + 1);
  }

  /** What was read there, or its first 40 characters. */
  String slice(long from, long to) {
    StringBuilder slice = new StringBuilder();
    for (long i = from; i < to && i < from + 40; i++) {
      slice.append(text.charAt(i));
    }
    return slice.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '@';
  }

  static boolean isCurlyQuote(char c) {
    return c == '\u201C' || c == '\u201D' || c == '\u201E' || c == '\u2018' || c == '\u2019';
  }
}
