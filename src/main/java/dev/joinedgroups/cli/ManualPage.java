package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A page of the manual in the man macros of roff, made from the same models as help. */
final class ManualPage {
  /** Source lines stay below the 80 bytes that mandoc advises, examples within the page. */
  private static final int SOURCE_WIDTH = 79;

  private static final int EXAMPLE_WIDTH = 68;

  private final StringBuilder text = new StringBuilder();

  /**
   * @param name the page's name, such as {@code groups-add}
   * @param date of the program, as {@code YYYY-MM-DD}
   */
  private ManualPage(String name, String summary, String version, String date) {
    line(
        ".TH "
            + name.toUpperCase(Locale.ROOT).replace("-", "\\-")
            + " 1 "
            + date
            + " \"groups "
            + version
            + "\" \"groups manual\"");
    line(".SH NAME");
    line(escaped(name) + " \\- " + escaped(summary));
  }

  /** The page of a command. */
  static String of(CommandModel model, String version, String date) {
    ManualPage page = new ManualPage(fileName(model.name()), model.summary(), version, date);
    page.line(".SH SYNOPSIS");
    page.line(".B groups " + escaped(model.name()));
    page.line(
        "[\\fIOPTION\\fR...]" + (model.hasOperands() ? " " + escaped(model.parameters()) : ""));
    page.line(".SH DESCRIPTION");
    page.paragraph(model.description());
    page.examples(model.examples());
    page.line(".SH OPTIONS");
    for (Section section : Section.values()) {
      page.section(section, model.options());
    }
    page.environment(model.environment());
    page.exitStatus(model.exitCodes());
    page.seeAlso(List.of("groups"));
    return page.text.toString();
  }

  /**
   * The page of the program itself.
   *
   * @param name which of its two names the page is for
   */
  static String overview(String name, List<CommandModel> models, String version, String date) {
    ManualPage page =
        new ManualPage(
            name, "add Microsoft 365 groups, and check their definitions first", version, date);
    page.line(".SH SYNOPSIS");
    page.line(".B " + escaped(name));
    page.line("\\fICOMMAND\\fR [\\fIOPTION\\fR...] [\\fIFILE\\fR...]");
    page.line(".SH DESCRIPTION");
    page.paragraph(
        "Reads definitions of Microsoft 365 groups from flags, JSON or YAML, checks them, posts"
            + " each to a user's joined groups, and prints the created groups.");
    page.line(".PP");
    page.paragraph(
        "The program has a second name, joined-groups, because coreutils has a groups too.");
    page.line(".SH COMMANDS");
    for (CommandModel model : models) {
      page.item("\\fBgroups " + escaped(model.name()) + "\\fR", model.summary());
    }
    page.item("\\fBgroups help\\fR [\\fICOMMAND\\fR]", "print the help of a command");
    page.line(".SH OPTIONS");
    for (Option option : ShellModel.leadingOptions()) {
      page.item(
          spelling(option),
          option.is(CommonOptions.HELP)
              ? "print help; of a command, behind it"
              : HelpPage.about(option));
    }
    page.line(".SH FILES");
    page.item(
        "\\fI$XDG_CONFIG_HOME/groups/config.yaml\\fR",
        "the configuration; ~/.config/groups/config.yaml where the variable is not set");
    page.item(
        "\\fI$XDG_CACHE_HOME/groups/\\fR", "tokens; ~/.cache/groups where the variable is not set");
    page.exitStatus(List.of(ExitCode.values()));
    page.seeAlso(models.stream().map(model -> fileName(model.name())).toList());
    return page.text.toString();
  }

  /** The name of a command's page. */
  static String fileName(String command) {
    return "groups-" + command.replace(' ', '-');
  }

  private void examples(List<CommandModel.Example> examples) {
    if (examples.isEmpty()) {
      return;
    }
    line(".SH EXAMPLES");
    for (CommandModel.Example example : examples) {
      line(".TP");
      paragraph(example.about() + ":");
      line(".EX");
      List<String> lines = HelpPage.commandLines(example.line(), EXAMPLE_WIDTH);
      for (int i = 0; i < lines.size(); i++) {
        boolean last = i == lines.size() - 1;
        line((i == 0 ? "" : "  ") + escaped(lines.get(i) + (last ? "" : " \\")));
      }
      line(".EE");
    }
  }

  private void section(Section section, List<Option> options) {
    boolean headed = false;
    for (Option option : options) {
      if (option.section() == section) {
        if (!headed) {
          line(".SS " + escaped(section.title()));
          headed = true;
        }
        item(spelling(option), HelpPage.about(option));
      }
    }
  }

  private static String spelling(Option option) {
    List<String> names = new ArrayList<>(option.names().reversed());
    if (option.form() == Option.Form.BOOLEAN) {
      names.add(option.negated());
    }
    StringBuilder spelling = new StringBuilder();
    for (String name : names) {
      spelling.append(spelling.isEmpty() ? "" : ", ");
      spelling.append("\\fB").append(escaped(name)).append("\\fR");
    }
    if (!option.label().isEmpty()) {
      spelling.append(" \\fI").append(escaped(option.label())).append("\\fR");
    }
    return spelling.toString();
  }

  private void environment(List<CommandModel.Variable> variables) {
    if (variables.isEmpty()) {
      return;
    }
    line(".SH ENVIRONMENT");
    for (CommandModel.Variable variable : variables) {
      line(".TP");
      StringBuilder names = new StringBuilder();
      for (String name : variable.name().split(", ")) {
        names.append(names.isEmpty() ? "\\fB" : ", \\fB").append(escaped(name)).append("\\fR");
      }
      line(names.toString());
      paragraph(variable.about());
    }
  }

  private void exitStatus(List<ExitCode> codes) {
    line(".SH EXIT STATUS");
    for (ExitCode code : codes) {
      item("\\fB" + code.code() + "\\fR", code.meaning());
    }
  }

  private void seeAlso(List<String> pages) {
    line(".SH SEE ALSO");
    for (String page : pages) {
      line(".BR " + escaped(page) + " (1)" + (page.equals(pages.getLast()) ? "" : ","));
    }
  }

  /**
   * @param head set in roff already
   * @param about plain text
   */
  private void item(String head, String about) {
    line(".TP");
    line(head);
    paragraph(about);
  }

  /** Plain text, broken between words. */
  private void paragraph(String words) {
    StringBuilder line = new StringBuilder();
    for (String word : words.split(" ")) {
      String escaped = escaped(word);
      if (!line.isEmpty() && line.length() + 1 + escaped.length() > SOURCE_WIDTH) {
        textLine(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(escaped);
    }
    textLine(line.toString());
  }

  /** A line of text; what begins like a request is kept from being one. */
  private void textLine(String line) {
    line((line.startsWith(".") || line.startsWith("'") ? "\\&" : "") + line);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** Text as roff is to show it: typewriter quotes, and hyphens that can be copied. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> escaped.append("\\e");
        case '-' -> escaped.append("\\-");
        case '\'' -> escaped.append("\\(aq");
        case '`' -> escaped.append("\\(ga");
        case '^' -> escaped.append("\\(ha");
        case '~' -> escaped.append("\\(ti");
        case '"' -> escaped.append("\\(dq");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
