package dev.joinedgroups.cli;

import dev.joinedgroups.cli.Option.Completes;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.schema.GroupSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the completions are made from: all commands, {@code help} and the program itself too. */
final class ShellModel {
  private final List<CommandModel> commands;

  /**
   * @param models the commands that the program runs
   */
  ShellModel(List<CommandModel> models) {
    commands = new ArrayList<>(models);
    commands.add(
        bare("help", "print the help of a command", "[COMMAND]", firstWords(models), List.of()));
  }

  private static CommandModel bare(
      String name, String summary, String parameters, List<String> words, List<Option> options) {
    return new CommandModel(
        name,
        summary,
        summary,
        parameters,
        Completes.NOTHING,
        words,
        options,
        List.of(),
        List.of(ExitCode.OK, ExitCode.USAGE),
        List.of());
  }

  private static List<String> firstWords(List<CommandModel> models) {
    return models.stream().map(model -> firstWord(model.name())).distinct().toList();
  }

  private static String firstWord(String name) {
    int blank = name.indexOf(' ');
    return blank < 0 ? name : name.substring(0, blank);
  }

  /** All commands; those of a group have two words, such as {@code auth login}. */
  List<CommandModel> commands() {
    return commands;
  }

  /** The first words of all commands, with what each does. */
  Map<String, String> topLevel() {
    Map<String, String> words = new LinkedHashMap<>();
    for (CommandModel command : commands) {
      String word = firstWord(command.name());
      if (!word.equals(command.name())) {
        words.putIfAbsent(word, String.join(", ", below(word).keySet()));
      } else {
        words.put(word, command.summary());
      }
    }
    return words;
  }

  /** The groups of commands, such as {@code auth}. */
  List<String> groups() {
    return commands.stream()
        .map(CommandModel::name)
        .filter(name -> name.contains(" "))
        .map(ShellModel::firstWord)
        .distinct()
        .toList();
  }

  /** The second words of a group's commands, with what each does. */
  Map<String, String> below(String group) {
    Map<String, String> words = new LinkedHashMap<>();
    for (CommandModel command : commands) {
      if (command.name().startsWith(group + " ")) {
        words.put(command.name().substring(group.length() + 1), command.summary());
      }
    }
    return words;
  }

  /** The options that may stand before the command. */
  static List<Option> leadingOptions() {
    List<Option> options = new ArrayList<>(CommonOptions.SETTINGS);
    options.addAll(CommonOptions.GENERAL);
    options.add(CommonOptions.VERSION);
    return options;
  }

  /** The names of all properties. */
  List<String> properties() {
    return GroupSchema.names();
  }
}
