package dev.joinedgroups.diagnostics;

import dev.joinedgroups.definition.SourceText;
import java.util.List;

/** Problems in texts that are hard to show, the same for every format. */
final class Problems {
  private static final SourceText PLAIN =
      new SourceText(
          "./groups/marketing.json",
          """
          {
            "displayName": "Marketing",
            "accessType": "String",
            "mailEnabled": "true",
            "displayName": "Sales"
          }
          """,
          39,
          1);

  private Problems() {}

  static Place at(SourceText source, String stretch) {
    int start = source.text().indexOf(stretch);
    return source.place(start, start + stretch.length());
  }

  private static Place lineAt(String file, String text, String stretch) {
    return at(new SourceText(file, text), stretch);
  }

  private static Diagnostic problem(Rule rule, Place place, String message, String hint) {
    return new Diagnostic(
        rule, rule.severity(), place, 0, "/displayName", message, hint, List.of());
  }

  static Diagnostic accessType() {
    return new Diagnostic(
        Rule.ENUM_MEMBER,
        Severity.ERROR,
        at(PLAIN, "\"String\""),
        0,
        "/accessType",
        "`String` is not a member of groupAccessType",
        "write one of none, private, secret, public",
        List.of());
  }

  static Diagnostic duplicate() {
    int second = PLAIN.text().lastIndexOf("\"displayName\"");
    return new Diagnostic(
        Rule.DUPLICATE_KEY,
        Severity.ERROR,
        PLAIN.place(second, second + 13),
        0,
        "/displayName",
        "`displayName` is given twice",
        "keep one of the two",
        List.of(new Related(at(PLAIN, "\"displayName\""), "first given here")));
  }

  static Diagnostic longLine() {
    String line = "{\"description\": \"" + "long ".repeat(80) + "\", \"unseenCount\": \"3\", ";
    return problem(
        Rule.TYPE_MISMATCH,
        lineAt("long.json", line + "\"mail\": \"" + "x".repeat(300) + "\"}", "\"3\""),
        "unseenCount is a number, not a string",
        "drop the quotes");
  }

  static List<Diagnostic> all() {
    String hostile = "{\"displayName\": \"\u001b[31mred\u009b0m\u007f \u202eevil\u2066\"}";
    return List.of(
        accessType(),
        duplicate().withSeverity(Severity.WARNING),
        duplicate(),
        problem(
            Rule.TYPE_MISMATCH,
            lineAt("日本.json", "{\"displayName\": \"営業部\", \"mailEnabled\": \"はい\"}", "\"はい\""),
            "mailEnabled is a Boolean, not a string",
            "write true or false"),
        problem(
            Rule.UNKNOWN_PROPERTY,
            lineAt("emoji.yaml", "name👩‍👩‍👧 🇩🇪 ❤️ 1️⃣: 😀 bad", "bad"),
            "the property does not exist",
            ""),
        problem(
            Rule.UNKNOWN_PROPERTY,
            lineAt("marks.yaml", "Cafe\u0301 ha\u0308tte: nai\u0308f", "nai\u0308f"),
            "`nai\u0308f` is not known",
            "write naif"),
        problem(
            Rule.TYPE_MISMATCH,
            lineAt("tab.json", "{\r\n\t\"ab\":\t\"true\",\r\n\t\"c\": 1}\r\n", "\"true\""),
            "a Boolean, not a string",
            "drop the quotes"),
        longLine(),
        problem(
            Rule.SYNTAX,
            lineAt("hostile\u001b[2J, 100%: a.json", hostile, "evil"),
            "\u001b]0;title\u0007 and \u2028 and 5% of\nlines \ud800",
            "a, b: c\r\n\u0085"),
        problem(
            Rule.TYPE_MISMATCH,
            lineAt("/tmp/multi line.yaml", "theme:\n  - a\n  - b\n", "theme:\n  - a"),
            "theme is a string, not an array",
            "write one value"),
        problem(
            Rule.SYNTAX,
            new SourceText("<stdin>", "{\"id\": ").place(7, 7),
            "the text ends in an object",
            ""),
        problem(
            Rule.NO_DEFINITION,
            new SourceText("empty.json", "").place(0, 0),
            "there is no definition in this file",
            "write one"),
        problem(
            Rule.INT32_RANGE,
            lineAt("<command line>", "groups add --unseen-count 9999999999", "9999999999"),
            "9999999999 does not fit 32 bits",
            "write a number from -2147483648 to 2147483647"));
  }
}
