package dev.joinedgroups.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All commands. Only the one that is asked for is made. */
final class Commands {
  private static final List<String> NAMES =
      List.of(
          "add",
          "validate",
          "schema",
          "explain",
          "auth login",
          "auth status",
          "auth token",
          "auth logout",
          "sandbox",
          "completion");

  private Commands() {}

  /** The names of all commands, in the order of help; {@code help} is one of them. */
  static List<String> names() {
    List<String> names = new ArrayList<>(NAMES);
    names.add("help");
    return names;
  }

  /** The command of that name, or null. */
  static @Nullable Command named(String name) {
    return switch (name) {
      case "add" -> new AddCommand();
      case "validate" -> new ValidateCommand();
      case "schema" -> new SchemaCommand();
      case "explain" -> new ExplainCommand();
      case "auth login" -> new AuthLoginCommand();
      case "auth status" -> new AuthStatusCommand();
      case "auth token" -> new AuthTokenCommand();
      case "auth logout" -> new AuthLogoutCommand();
      case "sandbox" -> new SandboxCommand();
      case "completion" -> new CompletionCommand();
      default -> null;
    };
  }

  /** Whether the name stands for a group of commands, such as {@code auth}. */
  static boolean isGroup(String name) {
    return NAMES.stream().anyMatch(known -> known.startsWith(name + " "));
  }

  /** What there is to say about every command. */
  static List<CommandModel> all() {
    List<CommandModel> models = new ArrayList<>();
    for (String name : NAMES) {
      Command command = named(name);
      if (command == null) {
        throw new IllegalStateException("there is a name without a command: " + name);
      }
      models.add(command.model());
    }
    return models;
  }
}
