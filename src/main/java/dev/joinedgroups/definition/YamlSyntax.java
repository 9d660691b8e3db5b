package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Rule;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in a user's words why a text is not YAML. */
final class YamlSyntax {
  /** What the scanner says, by how it starts, and what to do about it. */
  private static final String[][] CAUSES = {
    {
      "mapping values are not allowed here",
      "`: ` cannot stand here",
      "put quotes around a text that has `: ` in it, or start a new line for the next property"
    },
    {
      "found character '\\t(TAB)'",
      "a tab cannot stand here",
      "indent with spaces: YAML allows no tabs there"
    },
    {"found character '@", "a text cannot start with `@`", "put quotes around it"},
    {"found character '`", "a text cannot start with a backquote", "put quotes around it"},
    {"found character '%", "a text cannot start with `%`", "put quotes around it"},
    {
      "could not find expected ':'",
      "`:` is missing behind the property name",
      "write `name: value`, with a space behind the colon"
    },
    {
      "found unexpected end of stream",
      "the text has no closing quote",
      "close the quote that was opened here"
    },
    {
      "expected ',' or ']'",
      "`,` or `]` is missing here",
      "separate the items of a list with commas and close it with `]`"
    },
    {
      "expected ',' or '}'",
      "`,` or `}` is missing here",
      "separate properties with commas and close the object with `}`"
    },
    {
      "expected <block end>",
      "this line does not fit the ones before it",
      "indent the properties of one object alike, and the items of one list alike"
    },
    {"found undefined tag handle", "this tag is not defined", "delete the tag"},
    {
      "found unknown escape character",
      "this is not an escape in YAML",
      "write a backslash as \\\\, or use single quotes"
    },
    {
      "expected escape sequence of",
      "this escape is cut short",
      "write \\u and four hexadecimal digits, or a backslash as \\\\"
    },
    {
      "sequence entries are not allowed here",
      "a list item cannot stand here",
      "start the list on a line of its own"
    },
    {"found duplicate anchor", "this anchor is defined twice", "give each anchor its own name"},
  };

  private final RecordingReader in;
  private final KeptText text;
  private final IntToLongFunction offsets;

  /**
   * @param offsets turns the code point index of a mark into an offset of {@code in}
   */
  YamlSyntax(RecordingReader in, IntToLongFunction offsets) {
    this.in = in;
    this.text = in.text();
    this.offsets = offsets;
  }

  InputProblem explain(YamlEngineException e) {
    return switch (e) {
      case MarkedYamlEngineException marked -> marked(marked);
      case ReaderException reader -> {
        long at = offsets.applyAsLong(reader.getPosition());
        String code = Integer.toHexString(reader.getCodePoint());
        yield in.problem(
            Rule.SYNTAX,
            at,
            at + 1,
            "there is a control character (U+"
                + "0".repeat(Math.max(0, 4 - code.length()))
                + code
                + ") in the text",
            "delete it, or write it as an escape in double quotes; is this a text file?");
      }
      default ->
          in.problem(
              Rule.SYNTAX,
              text.start(),
              text.start(),
              "this is not YAML: " + oneLine(String.valueOf(e.getMessage())),
              "check the text with a YAML editor");
    };
  }

  /** Says which escape behind an offset stands for no character. */
  InputProblem escape(long from) {
    for (long at = from; text.has(at + 1); at++) {
      if (text.charAt(at) == '\\') {
        int digits =
            switch (text.charAt(at + 1)) {
              case 'x' -> 2;
              case 'u' -> 4;
              case 'U' -> 8;
              default -> 0;
            };
        if (codePoint(at + 2, digits) > Character.MAX_CODE_POINT) {
          return in.problem(
              Rule.SYNTAX,
              at,
              at + 2 + digits,
              "this escape stands for no character",
              "write \\u and four hexadecimal digits, or a backslash as \\\\");
        }
        at++;
      }
    }
    return in.problem(Rule.SYNTAX, from, from, "this text cannot be read", "check its escapes");
  }

  /** The number that hexadecimal digits stand for, or -1 where there are too few of them. */
  private long codePoint(long from, int digits) {
    long value = 0;
    for (long i = from; i < from + digits; i++) {
      int digit = text.has(i) ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }

  private InputProblem marked(MarkedYamlEngineException e) {
    String problem = e.getProblem() == null ? "" : e.getProblem();
    boolean openQuote = problem.startsWith("found unexpected end of stream");
    Optional<Mark> mark = openQuote ? e.getContextMark() : e.getProblemMark();
    long at = offsets.applyAsLong(mark.or(e::getProblemMark).map(Mark::getIndex).orElse(0));
    long end = text.has(at) && text.charAt(at) != '\n' && text.charAt(at) != '\r' ? at + 1 : at;
    if (end > at && Character.isHighSurrogate(text.charAt(at))) {
      end++;
    }
    for (String[] cause : CAUSES) {
      if (problem.startsWith(cause[0])) {
        return in.problem(Rule.SYNTAX, at, end, cause[1], cause[2]);
      }
    }
    return in.problem(
        Rule.SYNTAX, at, end, "this is not YAML: " + oneLine(problem), "see https://yaml.org/spec");
  }

  private static String oneLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
