package dev.joinedgroups.cli;

import static dev.joinedgroups.cli.ManyGroups.definition;
import static dev.joinedgroups.cli.ManyGroups.definitions;
import static dev.joinedgroups.cli.ManyGroups.whole;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.Program;
import dev.joinedgroups.sandbox.Sandbox;
import dev.joinedgroups.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code groups add --dry-run} of many definitions ends as the real run would. */
class BulkDryRunTest {
  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(SandboxOptions.defaults(), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Program program() {
    return new Program(directory)
        .with("GROUPS_ENDPOINT", sandbox.baseUri().toString())
        .with("GROUPS_TOKEN", "t0ken-t0ken-t0ken");
  }

  private Path journal() throws IOException {
    return ManyGroups.journal(directory);
  }

  @Test
  void aDryRunStopsWhereTheRunWould() throws IOException {
    program().file("many.ndjson", definitions(0, 2)).run("add", "many.ndjson");
    byte[] before = Files.readAllBytes(journal());
    program().file("many.ndjson", definitions(0, 3));
    assertEquals(
        """
        exit 2
        --- out
        --- err
        error: this was begun before: 2 added, 0 unknown, 1 left, says the journal JOURNAL
        help: --resume goes on with it; --restart forgets it and sends everything again
        """,
        whole(program().run("add", "many.ndjson", "--dry-run")));

    Program.Result resumed = program().run("add", "many.ndjson", "--dry-run", "--resume");
    assertEquals("2 added before would not be sent again\n", resumed.err());
    assertEquals(List.of("group2"), nicknames(resumed.out()));

    Program.Result restarted = program().run("add", "many.ndjson", "--dry-run", "--restart");
    assertEquals("", restarted.err());
    assertEquals(List.of("group0", "group1", "group2"), nicknames(restarted.out()));

    program().file("many.ndjson", definition("Changed", "group1") + "\n" + definitions(2, 4));
    assertEquals(
        """
        exit 3
        --- out
        --- err
        many.ndjson:1:41: error: `group1` was added before with another definition
            1 | {"displayName":"Changed","mailNickname":"group1","mailEnabled":true,"securityEnabled":false,"groupTypes":["Unified"]}
              |                                         ^^^^^^^^
        error: 1 definition was changed after being sent; nothing was sent
        help: restore what was sent, use other nicknames, or begin anew with --restart
        """,
        whole(program().run("add", "many.ndjson", "--dry-run", "--resume")));

    assertArrayEquals(before, Files.readAllBytes(journal()), "the journal is as it was");
    assertEquals(2, sandbox.created());
  }

  private static List<String> nicknames(String requests) {
    return Pattern.compile("^\\{.*\"mailNickname\":\"([^\"]*)\"", Pattern.MULTILINE)
        .matcher(requests)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void aDryRunHeedsAJournalInUse() throws IOException {
    program().file("many.ndjson", definitions(0, 2)).run("add", "many.ndjson");
    try (FileChannel channel = FileChannel.open(journal(), StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertTrue(lock.isValid());
      assertEquals(
          """
          exit 1
          --- out
          --- err
          error: another run is using the journal JOURNAL
          help: wait until it has ended; nothing was sent
          """,
          whole(program().run("add", "many.ndjson", "--dry-run")));
    }
  }

  @Test
  void aDryRunMakesNoJournal() {
    Program program = program().file("many.ndjson", definitions(0, 2));
    assertEquals(0, program.run("add", "many.ndjson", "--dry-run").exitCode());
    assertFalse(Files.exists(directory.resolve(".local")));
  }
}
