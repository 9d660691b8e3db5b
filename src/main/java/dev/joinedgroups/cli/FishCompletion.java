package dev.joinedgroups.cli;

import dev.joinedgroups.schema.GroupSchema;
import dev.joinedgroups.schema.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the completion script for fish. */
final class FishCompletion {
  private final ShellModel model;

  FishCompletion(ShellModel model) {
    this.model = model;
  }

  String script() {
    return ScriptTemplate.named("groups.fish")
        .with("LEADING_VALUES", leadingValues())
        .with("GROUPS", model.groups().isEmpty() ? "''" : String.join(" ", model.groups()))
        .with("ENDINGS", String.join("|", Completable.ENDINGS))
        .with("PROPERTIES", properties())
        .with("COMMANDS", commands())
        .text();
  }

  private String leadingValues() {
    List<String> names = new ArrayList<>();
    for (Option option : ShellModel.leadingOptions()) {
      if (option.form() == Option.Form.VALUE) {
        names.addAll(option.names());
      }
    }
    return String.join(" ", names);
  }

  private List<String> properties() {
    List<String> lines = new ArrayList<>();
    List<String> names = model.properties();
    for (String name : names) {
      Property property = GroupSchema.property(name);
      String about = property == null ? "" : property.about();
      boolean last = name.equals(names.getLast());
      lines.add("        " + name + "\\t" + quoted(about) + (last ? "" : " \\"));
    }
    return lines;
  }

  private List<String> commands() {
    List<String> lines = new ArrayList<>();
    words(lines, "", model.topLevel());
    options(lines, "", ShellModel.leadingOptions());
    for (String group : model.groups()) {
      words(lines, group, model.below(group));
    }
    for (CommandModel command : model.commands()) {
      Completable operands = Completable.operandsOf(command);
      String arguments = operands.kind().isEmpty() ? "" : arguments(operands);
      if (!arguments.isEmpty()) {
        lines.add(start(command.name()) + arguments);
      }
      options(lines, command.name(), command.options());
    }
    return lines;
  }

  private static void words(List<String> lines, String command, Map<String, String> words) {
    words.forEach(
        (word, about) -> lines.add(start(command) + " -a " + word + " -d " + quoted(about)));
  }

  private static String start(String command) {
    return "    complete -c $program -n " + quoted(("__groups_is " + command).strip());
  }

  private static void options(List<String> lines, String command, List<Option> options) {
    for (Option option : options) {
      StringBuilder line = new StringBuilder(start(command));
      for (String name : option.names()) {
        line.append(name.startsWith("--") ? " -l " : " -s ");
        line.append(name.substring(name.startsWith("--") ? 2 : 1));
      }
      line.append(" -d ").append(quoted(option.about()));
      switch (option.form()) {
        case VALUE, REPEATED -> line.append(value(option));
        case BOOLEAN -> line.append(" -a 'true false'");
        default -> {}
      }
      lines.add(line.toString());
      if (option.form() == Option.Form.BOOLEAN) {
        lines.add(
            start(command)
                + " -l "
                + option.negated().substring(2)
                + " -d "
                + quoted("not: " + option.about()));
      }
    }
  }

  private static String value(Option option) {
    Completable completable = Completable.valueOf(option);
    return switch (completable.kind()) {
      case "" -> " -x";
      case "file" -> " -r -F";
      default -> " -x" + arguments(completable);
    };
  }

  private static String arguments(Completable completable) {
    String words = String.join(" ", completable.words());
    return switch (completable.kind()) {
      case "words" -> " -a " + quoted(words);
      case "list" -> " -a " + quoted("(__groups_list " + words + ")");
      case "definitions" -> " -a '(__groups_definitions)'";
      case "json" -> " -a '(__groups_json)'";
      case "properties" -> " -a '(__groups_properties)'";
      case "profile" -> " -a '(__groups_profiles)'";
      default -> "";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
