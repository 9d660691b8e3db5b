package dev.joinedgroups.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the completion script for bash. */
final class BashCompletion {
  private final ShellModel model;

  BashCompletion(ShellModel model) {
    this.model = model;
  }

  String script() {
    List<String> groups = new ArrayList<>();
    for (String group : model.groups()) {
      groups.add("        " + quoted(group) + ") command+=\" $word\" ;;");
    }
    return ScriptTemplate.named("groups.bash")
        .with("COMMANDS", commands())
        .with("VALUES", values())
        .with("PROPERTIES", words(model.properties(), "    "))
        .with("GROUPS", groups)
        .with("ENDINGS", String.join("|", Completable.ENDINGS))
        .text();
  }

  private List<String> commands() {
    List<String> lines = new ArrayList<>();
    command(lines, "", entries(ShellModel.leadingOptions()), "words", model.topLevel().keySet());
    for (String group : model.groups()) {
      command(lines, group, List.of("-h|--help"), "words", model.below(group).keySet());
    }
    for (CommandModel command : model.commands()) {
      Completable operands = Completable.operandsOf(command);
      command(lines, command.name(), entries(command.options()), operands.kind(), operands.words());
    }
    return lines;
  }

  private static void command(
      List<String> lines,
      String name,
      List<String> options,
      String operands,
      Iterable<String> words) {
    lines.add("    " + quoted(name) + ")");
    lines.add("      options=(");
    lines.addAll(words(options, "        "));
    lines.add("      )");
    if (!operands.isEmpty()) {
      lines.add("      operands=" + operands);
    }
    List<String> given = new ArrayList<>();
    words.forEach(given::add);
    if (!given.isEmpty()) {
      lines.add("      words=(");
      lines.addAll(words(given, "        "));
      lines.add("      )");
    }
    lines.add("      ;;");
  }

  private static List<String> entries(List<Option> options) {
    List<String> entries = new ArrayList<>();
    for (Option option : options) {
      List<String> names = new ArrayList<>(option.names());
      if (option.form() == Option.Form.BOOLEAN) {
        names.add(option.negated());
      }
      boolean many = option.form() == Option.Form.COUNT || option.form() == Option.Form.REPEATED;
      entries.add((many ? "*" : "") + String.join("|", names));
    }
    return entries;
  }

  /** A case for each kind of value, with all options that take it. */
  private List<String> values() {
    Map<String, Set<String>> patterns = new LinkedHashMap<>();
    values(patterns, "", ShellModel.leadingOptions());
    for (CommandModel command : model.commands()) {
      values(patterns, command.name(), command.options());
    }
    List<String> lines = new ArrayList<>();
    patterns.forEach(
        (assignment, names) -> {
          lines.add("    " + String.join(" | \\\n      ", names) + ")");
          lines.add("      " + assignment);
          lines.add("      ;;");
        });
    return lines;
  }

  private static void values(
      Map<String, Set<String>> patterns, String command, List<Option> options) {
    for (Option option : options) {
      boolean flag = option.form() == Option.Form.FLAG || option.form() == Option.Form.COUNT;
      if (flag) {
        continue;
      }
      Completable value = Completable.valueOf(option);
      String assignment =
          option.form() == Option.Form.BOOLEAN
              ? "kind=words words=(true false) attached_only=1"
              : "kind='" + value.kind() + "'";
      if (!value.words().isEmpty()) {
        assignment +=
            " words=("
                + String.join(" ", value.words().stream().map(BashCompletion::quoted).toList())
                + ")";
      }
      Set<String> names = patterns.computeIfAbsent(assignment, key -> new LinkedHashSet<>());
      for (String name : option.names()) {
        names.add(quoted(command + " " + name));
      }
    }
  }

  private static List<String> words(Iterable<String> words, String indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    for (String word : words) {
      String quoted = quoted(word);
      if (line.length() > indent.length() && line.length() + quoted.length() > 98) {
        lines.add(line.toString().stripTrailing());
        line.setLength(indent.length());
      }
      line.append(quoted).append(' ');
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** One word for the shell, quoted only where that is necessary. */
  static String quoted(String word) {
    boolean plain = !word.isEmpty();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      plain &= (c < 128 && Character.isLetterOrDigit(c)) || "-_./".indexOf(c) >= 0;
    }
    return plain ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
