package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Suggestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the command's name: options of every command, given to it as if they stood
 * behind it.
 *
 * @param words all of it, values too; where {@code asked} is there, what is before that
 * @param asked {@link CommonOptions#HELP} or {@link CommonOptions#VERSION}, whichever comes first,
 *     or null
 */
record Leading(List<String> words, @Nullable Option asked) {
  /**
   * Reads the command line up to the command's name.
   *
   * @throws Failure with {@link ExitCode#USAGE} when an option is none that may stand there
   */
  static Leading of(List<String> line) {
    List<String> words = new ArrayList<>();
    while (words.size() < line.size() && line.get(words.size()).startsWith("-")) {
      String word = line.get(words.size());
      Option asked;
      if (isCluster(word)) {
        asked = word.indexOf('h') > 0 ? CommonOptions.HELP : null;
        words.add(word);
      } else {
        asked = read(word, line, words);
      }
      if (asked != null) {
        return new Leading(words, asked);
      }
    }
    return new Leading(words, null);
  }

  /** Whether it is several short options in one word, such as {@code -qv}. */
  private static boolean isCluster(String word) {
    for (int i = 1; i < word.length(); i++) {
      Option option = named("-" + word.charAt(i));
      if (option == null || !option.label().isEmpty()) {
        return false;
      }
    }
    return word.length() > 2;
  }

  private static @Nullable Option read(String word, List<String> line, List<String> words) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    Failure secret = SecretOptions.refuse(name);
    if (secret != null) {
      throw secret;
    }
    Option option = named(name);
    if (option == null) {
      throw unknown(name);
    }
    words.add(word);
    if (option.label().isEmpty()) {
      if (equals >= 0) {
        throw new Failure(ExitCode.USAGE, name + " takes no value", "see groups --help");
      }
      boolean ends = option.is(CommonOptions.HELP) || option.is(CommonOptions.VERSION);
      return ends ? option : null;
    }
    if (equals < 0) {
      if (words.size() == line.size() || line.get(words.size()).startsWith("-")) {
        throw ArgumentParser.wantsValue(option);
      }
      words.add(line.get(words.size()));
    }
    return null;
  }

  private static @Nullable Option named(String name) {
    for (Option option : ShellModel.leadingOptions()) {
      if (option.names().contains(name)) {
        return option;
      }
    }
    return null;
  }

  private static Failure unknown(String name) {
    List<String> known = ShellModel.leadingOptions().stream().map(Option::name).toList();
    String near = Suggestion.nearest(name, known);
    return new Failure(
        ExitCode.USAGE,
        "`groups` has no option " + name + " before the command",
        near == null ? "see groups --help" : "did you mean " + near + "?");
  }
}
