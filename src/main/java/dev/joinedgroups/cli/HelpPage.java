package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.ExitCode;
import java.util.ArrayList;
import java.util.List;

/** Help as people read it: examples first, then options, then exit codes; 80 columns at most. */
final class HelpPage {
  private static final int WIDTH = 80;
  private static final int INDENT = 2;
  private static final int COLUMN = 30;

  private final StringBuilder text = new StringBuilder();

  private HelpPage() {}

  /** The page of the program itself. */
  static String overview(List<CommandModel> commands) {
    HelpPage page = new HelpPage();
    page.paragraph(
        "Adds Microsoft 365 groups from definitions in flags, JSON or YAML, and checks them"
            + " first.");
    page.line("");
    page.line("Usage: groups COMMAND [OPTION...] [FILE...]");
    page.heading("Examples");
    page.example(
        new CommandModel.Example(
            "Try it, without a tenant and without a token",
            "groups add --sandbox examples/marketing.yaml"));
    page.example(
        new CommandModel.Example(
            "Check every definition in a folder", "groups validate examples/departments"));
    page.heading("Commands");
    for (CommandModel command : commands) {
      page.item(command.name(), command.summary());
    }
    page.item("help [COMMAND]", "print the help of a command");
    page.heading("Options");
    for (Option option : ShellModel.leadingOptions()) {
      page.item(
          spelling(option),
          option.is(CommonOptions.HELP)
              ? "print this help; groups COMMAND --help that of a command"
              : about(option));
    }
    page.exitCodes(List.of(ExitCode.values()));
    return page.text.toString();
  }

  /** The page of a group of commands, such as {@code auth}. */
  static String group(String name, List<CommandModel> commands) {
    HelpPage page = new HelpPage();
    page.line("Usage: groups " + name + " COMMAND [OPTION...]");
    page.heading("Commands");
    for (CommandModel command : commands) {
      if (command.name().startsWith(name + " ")) {
        page.item(command.name(), command.summary());
      }
    }
    page.line("");
    page.line("See groups " + name + " COMMAND --help.");
    return page.text.toString();
  }

  /** The page of a command. */
  static String of(CommandModel model) {
    HelpPage page = new HelpPage();
    page.paragraph(model.description());
    page.line("");
    String operands = model.hasOperands() ? " " + model.parameters() : "";
    page.line("Usage: groups " + model.name() + " [OPTION...]" + operands);
    if (!model.examples().isEmpty()) {
      page.heading("Examples");
      model.examples().forEach(page::example);
    }
    for (Section section : Section.values()) {
      page.section(section, model.options());
    }
    if (!model.environment().isEmpty()) {
      page.heading("Environment");
      for (CommandModel.Variable variable : model.environment()) {
        page.item(variable.name(), variable.about());
      }
    }
    page.exitCodes(model.exitCodes());
    return page.text.toString();
  }

  private void section(Section section, List<Option> options) {
    boolean headed = false;
    for (Option option : options) {
      if (option.section() == section) {
        if (!headed) {
          heading(section.title());
          headed = true;
        }
        item(spelling(option), about(option));
      }
    }
  }

  /** All spellings of an option, with what stands for its value. */
  static String spelling(Option option) {
    StringBuilder names = new StringBuilder();
    for (String name : option.names().reversed()) {
      names.append(names.isEmpty() ? "" : ", ").append(name);
    }
    if (!option.label().isEmpty()) {
      names.append(' ').append(option.label());
    }
    return names.toString();
  }

  /** What an option does; of a property, its values too. */
  static String about(Option option) {
    return option.section().isProperty() && !option.candidates().isEmpty()
        ? option.about() + ": " + String.join(", ", option.candidates())
        : option.about();
  }

  private void exitCodes(List<ExitCode> codes) {
    heading("Exit codes");
    for (ExitCode code : codes) {
      String number = Integer.toString(code.code());
      wrapped(" ".repeat(INDENT) + number + " ".repeat(5 - number.length()), code.meaning(), 7);
    }
  }

  private void heading(String title) {
    line("");
    line(title + ":");
  }

  private void example(CommandModel.Example example) {
    wrapped("  # ", example.about(), "  # ");
    List<String> lines = commandLines(example.line(), WIDTH - INDENT - 2);
    for (int i = 0; i < lines.size(); i++) {
      String indent = " ".repeat(i == 0 ? INDENT : 2 * INDENT);
      line(indent + lines.get(i) + (i < lines.size() - 1 ? " \\" : ""));
    }
  }

  /**
   * Breaks a command line between words, where a shell takes a backslash to go on.
   *
   * @param width how long a line may be; those after the first are two columns shorter
   */
  static List<String> commandLines(String command, int width) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    int blank = -1;
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (i - start >= width - (lines.isEmpty() ? 0 : INDENT) && blank > start) {
        lines.add(command.substring(start, blank));
        start = blank + 1;
      }
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == ' ') {
        blank = i;
      }
    }
    lines.add(command.substring(start));
    return lines;
  }

  private void item(String left, String right) {
    String start = " ".repeat(INDENT) + left;
    if (start.length() + 2 > COLUMN) {
      wrapped(" ".repeat(INDENT), left, INDENT);
      start = "";
    }
    wrapped(start + " ".repeat(COLUMN - start.length()), right, COLUMN);
  }

  private void paragraph(String words) {
    wrapped("", words, 0);
  }

  private void wrapped(String start, String words, int indent) {
    wrapped(start, words, " ".repeat(indent));
  }

  private void wrapped(String start, String words, String indent) {
    StringBuilder line = new StringBuilder(start);
    int used = start.length();
    boolean fresh = true;
    for (String word : words.split(" ")) {
      if (!fresh && used + 1 + word.length() > WIDTH) {
        line(line.toString());
        line.setLength(0);
        line.append(indent);
        used = indent.length();
        fresh = true;
      }
      if (!fresh) {
        line.append(' ');
        used++;
      }
      line.append(word);
      used += word.length();
      fresh = false;
    }
    line(line.toString());
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
