package dev.joinedgroups.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every option of every command; the parser sees only those that are typed. */
class OptionTableTest {
  private static final Pattern NAME = Pattern.compile("--[a-z][a-z0-9]*(-[a-z0-9]+)*|-[a-z]");
  private static final Pattern NAMED = Pattern.compile("(?<![\\w-])--[a-z][a-z0-9-]*[a-z0-9]");

  /** Options of curl and az, and what stands for any negated one. */
  private static final Set<String> OTHERS =
      Set.of("--request", "--header", "--data-raw", "--resource-type", "--query", "--no");

  static Stream<CommandModel> commands() {
    return Commands.all().stream();
  }

  private static List<String> spellings(Option option) {
    List<String> names = new ArrayList<>(option.names());
    if (option.form() == Option.Form.BOOLEAN) {
      names.add(option.negated());
    }
    return names;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyNameIsThereOnce(CommandModel command) {
    Set<String> seen = new HashSet<>();
    for (Option option : command.options()) {
      for (String name : spellings(option)) {
        assertTrue(seen.add(name), name + " is there twice");
        assertTrue(NAME.matcher(name).matches(), name + " is not written as options are");
      }
      assertTrue(option.name().startsWith("--"), option.names() + " begins with a short one");
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void onlyWhatTakesAValueSaysSo(CommandModel command) {
    for (Option option : command.options()) {
      boolean value = option.form() == Option.Form.VALUE || option.form() == Option.Form.REPEATED;
      assertEquals(value, !option.label().isEmpty(), option.name());
      assertTrue(value || option.candidates().isEmpty(), option.name() + " cannot be chosen");
      assertEquals(
          option.candidates().size(), Set.copyOf(option.candidates()).size(), option.name());
    }
  }

  /** Help must name them all, in the text or behind it. */
  @ParameterizedTest
  @MethodSource("commands")
  void helpNamesEveryCandidate(CommandModel command) {
    for (Option option : command.options()) {
      for (String candidate : option.candidates()) {
        assertTrue(
            HelpPage.about(option).contains(candidate), option.name() + " hides " + candidate);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void whatMayComeFirstBelongsToSomeCommandUnchanged(CommandModel command) {
    for (Option leading : ShellModel.leadingOptions()) {
      for (Option option : command.options()) {
        assertTrue(
            option.equals(leading) || !spellings(option).contains(leading.name()),
            leading.name() + " means something else for " + command.name());
      }
    }
  }

  /** What messages advise can be typed. */
  @Test
  void everyOptionThatATextNamesExists() throws IOException {
    Set<String> known = new TreeSet<>(OTHERS);
    ShellModel.leadingOptions().forEach(option -> known.addAll(spellings(option)));
    commands()
        .flatMap(command -> command.options().stream())
        .forEach(option -> known.addAll(spellings(option)));
    List<String> strangers = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(OptionTableTest::isToRead).toList()) {
        Matcher named = NAMED.matcher(code(file));
        while (named.find()) {
          if (!known.contains(named.group())) {
            strangers.add(file.getFileName() + ": " + named.group());
          }
        }
      }
    }
    assertEquals(List.of(), strangers);
  }

  /** All but the options that must not exist. */
  private static boolean isToRead(Path file) {
    return file.toString().endsWith(".java") && !file.endsWith("SecretOptions.java");
  }

  /** The lines that are no comments, each from its first text on. */
  private static String code(Path file) throws IOException {
    StringBuilder code = new StringBuilder();
    for (String line : Files.readAllLines(file)) {
      String text = line.strip();
      if (!text.startsWith("*") && !text.startsWith("/") && text.contains("\"")) {
        code.append(text.substring(text.indexOf('"'))).append('\n');
      }
    }
    return code.toString();
  }
}
