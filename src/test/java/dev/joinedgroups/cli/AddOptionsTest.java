package dev.joinedgroups.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joinedgroups.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All options of {@code groups add} are read before anything else is done. */
class AddOptionsTest {
  private static final String LIBRARY =
      """
      displayName: Library
      mailNickname: library
      mailEnabled: true
      securityEnabled: false
      groupTypes: [Unified]
      """;

  @TempDir Path directory;

  /** A dry run finds what the real run would find. The port is one that nobody listens on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--concurrency lots | --concurrency cannot be `lots` | write a whole number from 1 to 256",
        "--if-exists foo | --if-exists cannot be `foo` | it is one of skip",
        "--retries many | --retries cannot be `many` | write a whole number from 0 to 1000",
        "--max-wait long | --max-wait cannot be `long` | write a duration such as 500ms, 2s or 5m",
        "--timeout soon | --timeout cannot be `soon` | write a duration such as 500ms, 2s or 5m",
        "--required foo | --required cannot be `foo` | it is one of minimal, documented, none",
        "-o json5 | --output cannot be `json5`"
            + " | did you mean `json`? it is one of table, json, yaml, ndjson, tsv",
        "--resume --restart | --resume and --restart contradict each other"
            + " | --resume goes on where the last run ended, --restart begins anew",
        "--sandbox --endpoint http://127.0.0.1:1 | --sandbox posts to an endpoint of its own, not"
            + " to --endpoint | leave out one of the two",
      })
  void areReadByADryRunToo(String options, String message, String hint) {
    String expected = "exit 2\n--- out\n--- err\nerror: " + message + "\nhelp: " + hint + "\n";
    Program program =
        new Program(directory)
            .file("library.yaml", LIBRARY)
            .with("GROUPS_TOKEN", "t0ken-t0ken-t0ken")
            .with("GROUPS_ENDPOINT", "http://127.0.0.1:1");
    String[] real =
        Stream.concat(Stream.of("add", "library.yaml"), Stream.of(options.split(" ")))
            .toArray(String[]::new);
    String[] dry = Stream.concat(Stream.of(real), Stream.of("--dry-run")).toArray(String[]::new);

    assertEquals(expected, program.run(real).whole());
    assertEquals(expected, program.run(dry).whole());
  }

  @Test
  void aProxyThatCannotBeUsedIsFoundByADryRun() {
    Program.Result result =
        new Program(directory)
            .file("library.yaml", LIBRARY)
            .with("HTTPS_PROXY", "socks5://localhost:1080")
            .run("add", "--dry-run", "library.yaml");

    assertEquals(
        """
        exit 2
        --- out
        --- err
        error: the proxy in HTTPS_PROXY cannot be used: only proxies that speak plain http are \
        supported
        help: write it as http://host:port
        """,
        result.whole());
  }

  @Test
  void aJournalThatWantsANameIsMissedByADryRunToo() {
    Program program =
        new Program(directory)
            .input("{\"displayName\": \"A\"}{\"displayName\": \"B\"}")
            .with("GROUPS_TOKEN", "t0ken-t0ken-t0ken")
            .with("GROUPS_ENDPOINT", "http://127.0.0.1:1");
    String expected =
        """
        exit 2
        --- out
        --- err
        error: 2 definitions, some from standard input, need a journal of their own
        help: name it with --journal FILE
        """;

    assertEquals(expected, program.run("add", "--required", "none", "-").whole());
    assertEquals(expected, program.run("add", "--required", "none", "-", "--dry-run").whole());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--display-name=X | --display-name",
        "--set theme=\"Teal\" | --set",
        "--no-mail-enabled | --no-mail-enabled",
      })
  void aReferenceTakesNoDefinition(String options, String named) {
    for (List<String> more : List.of(List.<String>of(), List.of("--dry-run"))) {
      String[] line =
          Stream.of(List.of("add", "--existing", "1"), List.of(options.split(" ")), more)
              .flatMap(List::stream)
              .toArray(String[]::new);
      assertEquals(
          "exit 2\n--- out\n--- err\nerror: --existing adds a group as it is, and "
              + named
              + " describes a new one\nhelp: leave out one of the two\n",
          new Program(directory).run(line).whole());
    }
  }

  /** The endpoint of the environment is what most commands of a shell mean, but not this one. */
  @Test
  void theSandboxIsUsedInsteadOfTheEndpointOfTheEnvironment() {
    Program.Result result =
        new Program(directory)
            .file("library.yaml", LIBRARY)
            .with("GROUPS_ENDPOINT", "ftp://nowhere")
            .run("add", "--sandbox", "library.yaml", "-o", "tsv", "--fields", "displayName");

    assertEquals("exit 0\n--- out\nLibrary\n--- err\n", result.whole());
  }

  @Test
  void aDryRunWithTheSandboxNamesTheSandbox() {
    Program.Result result =
        new Program(directory)
            .file("library.yaml", LIBRARY)
            .with("GROUPS_ENDPOINT", "http://graph.example")
            .run("add", "--sandbox", "--dry-run", "library.yaml");

    assertEquals("", result.err());
    assertEquals(
        "POST http://127.0.0.1:PORT/me/joinedGroups/$ref",
        result.out().lines().findFirst().orElse("").replaceAll(":[0-9]+/", ":PORT/"));
  }

  @Test
  void aWrongColourIsFoundBeforeAJournalIsMade() throws IOException {
    Program.Result result =
        new Program(directory)
            .file("a/library.yaml", LIBRARY)
            .file("a/other.yaml", LIBRARY.replace("library", "other"))
            .run("add", "-o", "json", "--color", "foo", "a");

    assertEquals(
        "exit 2\n--- out\n--- err\n{\"level\":\"error\",\"message\":\"--color cannot be `foo`\","
            + "\"hint\":\"it is one of auto, always, never\",\"exitCode\":2}\n",
        result.whole());
    try (Stream<Path> left = Files.list(directory)) {
      assertEquals(List.of("a"), left.map(path -> path.getFileName().toString()).toList());
    }
  }
}
