package dev.joinedgroups.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.Program;
import dev.joinedgroups.diagnostics.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of help: the same by all ways to it, 80 columns wide, complete. */
class HelpTest {
  private static final Pattern LONG_OPTION = Pattern.compile("--[a-z][a-z0-9-]*[a-z0-9]");

  @TempDir Path directory;

  static Stream<String> commands() {
    return Commands.all().stream().map(CommandModel::name);
  }

  private String help(String... arguments) {
    Program.Result result = new Program(directory).run(arguments);
    assertEquals("", result.err());
    assertEquals(0, result.exitCode());
    return result.out();
  }

  private static String[] plus(String command, String... more) {
    return Stream.concat(Stream.of(command.split(" ")), Stream.of(more)).toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isTheSameByAllWays(String command) {
    String page = help(plus(command, "--help"));

    assertEquals(page, help(plus(command, "-h")));
    assertEquals(page, help(plus("help", command.split(" "))));
    assertEquals(page, help(plus(command, "--help", "--no-such-option")));
  }

  @Test
  void ofTheProgramIsTheSameByAllWays() {
    String page = help("--help");

    assertEquals(page, help("-h"));
    assertEquals(page, help("help"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void fitsEightyColumns(String command) {
    assertFits(help(plus(command, "--help")));
  }

  @Test
  void ofTheProgramFitsEightyColumns() {
    assertFits(help());
    assertFits(help("auth", "--help"));
  }

  private String help() {
    return help("--help");
  }

  private static void assertFits(String page) {
    assertEquals(List.of(), page.lines().filter(line -> line.length() > 80).toList());
    assertEquals(
        List.of(), page.lines().filter(line -> !line.equals(line.stripTrailing())).toList());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void namesAllOptionsAndNoOthers(String command) {
    CommandModel model = Commands.named(command).model();
    String page = help(plus(command, "--help"));
    Set<String> known = new TreeSet<>(Set.of("--no"));
    for (Option option : model.options()) {
      known.addAll(option.names());
      known.add(option.negated());
      for (String name : option.names()) {
        assertTrue(page.contains("  " + name) || page.contains(", " + name), name);
      }
    }
    String options = page.substring(page.indexOf("\n\n", page.indexOf("Examples:")));
    Matcher matcher = LONG_OPTION.matcher(options);
    while (matcher.find()) {
      assertTrue(known.contains(matcher.group()), matcher.group() + " is not an option");
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void beginsWithExamplesAndEndsWithExitCodes(String command) {
    String page = help(plus(command, "--help"));
    CommandModel model = Commands.named(command).model();

    assertFalse(model.examples().isEmpty());
    assertTrue(page.indexOf("Examples:") < page.indexOf("  -h, --help"));
    assertTrue(page.indexOf("  -h, --help") < page.indexOf("Exit codes:"));
    for (ExitCode code : model.exitCodes()) {
      assertTrue(page.contains("\n  " + code.code() + " "), code.name());
    }
  }

  @Test
  void ofTheProgramListsEveryCommand() {
    String page = help("--help");
    commands().forEach(command -> assertTrue(page.contains("\n  " + command + " "), command));
  }
}
