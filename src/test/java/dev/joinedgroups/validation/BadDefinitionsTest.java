package dev.joinedgroups.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.Golden;
import dev.joinedgroups.Program;
import dev.joinedgroups.diagnostics.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad definitions, each beside what {@code groups validate} says of it: {@code NAME.expected}, and
 * {@code NAME.args} where it takes options. {@code -Dgolden.update=true} writes the expected files
 * instead, to be read as a change.
 */
@Tag("golden")
class BadDefinitionsTest {
  private static final Path FOLDER = Path.of("src/test/resources/definitions/bad");

  /** What no file of a reasonable size can break: a definition of more than 4 MiB. */
  private static final Rule TOO_LARGE_FOR_A_FILE = Rule.TOO_LARGE;

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".expected") && !name.endsWith(".args"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void whatIsSaid(String file) throws IOException {
    Golden.assertMatches(FOLDER.resolve(base(file) + ".expected"), validate(file));
  }

  @Test
  void everyRuleIsBrokenByTwoFiles() throws IOException {
    Map<Rule, Integer> broken = new EnumMap<>(Rule.class);
    for (String file : files()) {
      String said = Files.readString(FOLDER.resolve(base(file) + ".expected"));
      for (Rule rule : Rule.values()) {
        if (said.contains("[" + rule.slug() + "]:")) {
          broken.merge(rule, 1, Integer::sum);
        }
      }
    }
    List<Rule> rare = new ArrayList<>(List.of(Rule.values()));
    rare.removeIf(rule -> broken.getOrDefault(rule, 0) >= 2 || rule == TOO_LARGE_FOR_A_FILE);
    assertEquals(List.of(), rare);
  }

  @Test
  void everyExpectationHasItsFile() throws IOException {
    List<String> bases = files().stream().map(BadDefinitionsTest::base).toList();
    assertEquals(bases.stream().distinct().toList(), bases);
    try (Stream<Path> all = Files.list(FOLDER)) {
      for (Path path : all.toList()) {
        assertTrue(bases.contains(base(path.getFileName().toString())), path.toString());
      }
    }
  }

  @Test
  void definitionsOfMoreThanFourMebibytes() {
    String text = "x".repeat(1 << 20);
    String five = text + text + text + text + text;
    String json = "{\"displayName\": \"" + five + "\"}";
    String yaml = "displayName: " + five + "\n";
    for (String input : List.of(json, yaml)) {
      Program.Result result = new Program(FOLDER).input(input).run("validate", "-");
      assertEquals(3, result.exitCode());
      assertTrue(
          result.out().startsWith("<stdin>:1:1: error[too-large]: this definition is larger"),
          result.out());
    }
  }

  private static String validate(String file) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("validate"));
    Path options = FOLDER.resolve(base(file) + ".args");
    if (Files.exists(options)) {
      arguments.addAll(
          List.of(Files.readString(options, StandardCharsets.UTF_8).strip().split(" ")));
    }
    arguments.add(file);
    return new Program(FOLDER).run(arguments.toArray(String[]::new)).whole();
  }

  private static String base(String file) {
    return file.substring(0, file.lastIndexOf('.'));
  }
}
