package dev.joinedgroups.cli;

import dev.joinedgroups.schema.GroupSchema;
import dev.joinedgroups.schema.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the completion script for zsh, in terms of zsh's own completion system. */
final class ZshCompletion {
  private final ShellModel model;

  ZshCompletion(ShellModel model) {
    this.model = model;
  }

  String script() {
    return ScriptTemplate.named("_groups")
        .with("ENDINGS", String.join("|", Completable.ENDINGS))
        .with("PROPERTIES", properties())
        .with("LEADING", specs(ShellModel.leadingOptions(), "    "))
        .with("COMMANDS", described(model.topLevel(), "        "))
        .with("ARGUMENTS", arguments())
        .text();
  }

  private List<String> properties() {
    List<String> lines = new ArrayList<>();
    List<String> names = model.properties();
    for (String name : names) {
      Property property = GroupSchema.property(name);
      String about = property == null ? "" : "[" + escaped(property.about(), "\\[]:") + "]";
      boolean last = name.equals(names.getLast());
      lines.add("    " + quoted(name + about) + (last ? "" : " \\"));
    }
    return lines;
  }

  private static List<String> described(Map<String, String> words, String indent) {
    List<String> lines = new ArrayList<>();
    words.forEach((word, about) -> lines.add(indent + quoted(escaped(word, "\\:") + ":" + about)));
    return lines;
  }

  private List<String> arguments() {
    List<String> lines = new ArrayList<>();
    for (CommandModel command : model.commands()) {
      if (!command.name().contains(" ")) {
        lines.add("        " + command.name() + ")");
        lines.addAll(command(command, "          "));
        lines.add("          ;;");
      }
    }
    for (String group : model.groups()) {
      lines.addAll(group(group));
    }
    return lines;
  }

  private List<String> command(CommandModel command, String indent) {
    List<String> lines = new ArrayList<>();
    lines.add(indent + "_arguments -s -S \\");
    lines.addAll(specs(command.options(), indent + "  "));
    if (command.hasOperands()) {
      Completable operands = Completable.operandsOf(command);
      String label = operands.words().isEmpty() ? "file" : "name";
      String spec = operands.list() || operands.words().isEmpty() ? "*" : "1";
      lines.add(indent + "  " + quoted(spec + ":" + label + ":" + action(operands, label)) + " \\");
    }
    String last = lines.removeLast();
    lines.add(last.substring(0, last.length() - 2) + " && ret=0");
    return lines;
  }

  private List<String> group(String group) {
    List<String> lines = new ArrayList<>();
    lines.add("        " + group + ")");
    lines.add("          _arguments -C -s -S \\");
    lines.add("            '(-h --help)'{-h,--help}'[print this help]' \\");
    lines.add("            '1: :->command' \\");
    lines.add("            '*:: :->rest' && ret=0");
    lines.add("          case $state in");
    lines.add("            command)");
    lines.add("              words_of=(");
    lines.addAll(described(model.below(group), "                "));
    lines.add("              )");
    lines.add("              _describe -t commands command words_of && ret=0");
    lines.add("              ;;");
    lines.add("            rest)");
    lines.add("              curcontext=${curcontext%:*}-$words[1]:");
    lines.add("              case $words[1] in");
    for (CommandModel command : model.commands()) {
      if (command.name().startsWith(group + " ")) {
        lines.add("                " + command.name().substring(group.length() + 1) + ")");
        lines.addAll(command(command, "                  "));
        lines.add("                  ;;");
      }
    }
    lines.add("              esac");
    lines.add("              ;;");
    lines.add("          esac");
    lines.add("          ;;");
    return lines;
  }

  private static List<String> specs(List<Option> options, String indent) {
    List<String> lines = new ArrayList<>();
    for (Option option : options) {
      for (String spec : specs(option)) {
        lines.add(indent + spec + " \\");
      }
    }
    return lines;
  }

  private static List<String> specs(Option option) {
    String about = "[" + escaped(option.about(), "\\[]:") + "]";
    String name = option.name();
    return switch (option.form()) {
      case FLAG -> List.of(spec(option, "", "", about));
      case COUNT -> List.of(spec(option, "*", "", about));
      case VALUE -> List.of(spec(option, "", "=", about + value(option)));
      case REPEATED -> List.of(spec(option, "*", "=", about + value(option)));
      case BOOLEAN ->
          List.of(
              quoted("(" + option.negated() + ")" + name + "=-" + about + "::value:(true false)"),
              quoted("(" + name + ")" + option.negated() + "[not\\: " + about.substring(1)));
    };
  }

  /**
   * The specification of an option in all its spellings.
   *
   * @param star {@code *} where it may be repeated
   * @param equals {@code =} where it takes a value
   */
  private static String spec(Option option, String star, String equals, String rest) {
    List<String> names = option.names();
    if (names.size() == 1) {
      return quoted(star + names.getFirst() + equals + rest);
    }
    List<String> spelled = new ArrayList<>();
    for (String name : names.reversed()) {
      spelled.add(name + (equals.isEmpty() || name.startsWith("--") ? equals : "+"));
    }
    String before = star.isEmpty() ? "(" + String.join(" ", names.reversed()) + ")" : star;
    return quoted(before) + "{" + String.join(",", spelled) + "}" + quoted(rest);
  }

  private static String value(Option option) {
    String label = option.name().substring(2).replace('-', ' ').toLowerCase(Locale.ROOT);
    return ":" + label + ":" + action(Completable.valueOf(option), label);
  }

  private static String action(Completable completable, String label) {
    List<String> words = completable.words().stream().map(word -> escaped(word, "\\:() ")).toList();
    return switch (completable.kind()) {
      case "words" -> "(" + String.join(" ", words) + ")";
      case "list" -> " _values -s , \"" + label + "\" " + String.join(" ", words);
      case "file" -> "_files";
      case "definitions" -> "_joined_groups_definitions";
      case "json" -> "_joined_groups_json";
      case "properties" -> "_joined_groups_properties";
      case "profile" -> "_joined_groups_profiles";
      default -> " ";
    };
  }

  private static String escaped(String text, String special) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (special.indexOf(text.charAt(i)) >= 0) {
        escaped.append('\\');
      }
      escaped.append(text.charAt(i));
    }
    return escaped.toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
