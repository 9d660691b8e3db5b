package dev.joinedgroups.cli;

import dev.joinedgroups.cli.Option.Completes;
import java.util.List;

/**
 * Something whose value a shell can complete.
 *
 * @param words the values themselves, where they are known
 * @param list whether several of them may be given, separated by commas
 * @param completes what it is where the words are not known
 */
record Completable(List<String> words, boolean list, Completes completes) {
  /** The endings of files that hold definitions. */
  static final List<String> ENDINGS = List.of("json", "yaml", "yml", "ndjson", "jsonl");

  /** The value of an option. */
  static Completable valueOf(Option option) {
    return new Completable(
        option.candidates(), option.label().endsWith(",..."), option.completes());
  }

  /** The positional parameters of a command. */
  static Completable operandsOf(CommandModel command) {
    return new Completable(command.operandCandidates(), false, command.operands());
  }

  /** One word for the tables of the scripts; empty where there is nothing to complete. */
  String kind() {
    if (!words.isEmpty()) {
      return list ? "list" : "words";
    }
    return switch (completes) {
      case NOTHING -> "";
      case FILE -> "file";
      case DEFINITIONS -> "definitions";
      case JSON_FILE -> "json";
      case PROPERTIES -> "properties";
      case PROFILE -> "profile";
    };
  }
}
