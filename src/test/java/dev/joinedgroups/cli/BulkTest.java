package dev.joinedgroups.cli;

import static dev.joinedgroups.cli.ManyGroups.definition;
import static dev.joinedgroups.cli.ManyGroups.definitions;
import static dev.joinedgroups.cli.ManyGroups.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.Program;
import dev.joinedgroups.sandbox.Faults;
import dev.joinedgroups.sandbox.RateLimit;
import dev.joinedgroups.sandbox.Sandbox;
import dev.joinedgroups.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code groups add} of many definitions, against the local endpoint. */
class BulkTest {
  @TempDir Path directory;
  private Path log;
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    log = directory.resolve("created.log");
    sandbox = sandbox(List.of());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Sandbox sandbox(List<String> faults) {
    return Sandbox.start(
        new SandboxOptions(0, Duration.ZERO, null, Faults.parse(faults), Duration.ZERO, log, 1),
        Clock.systemUTC());
  }

  private Program program() {
    return new Program(directory)
        .with("GROUPS_ENDPOINT", sandbox.baseUri().toString())
        .with("GROUPS_TOKEN", "t0ken-t0ken-t0ken");
  }

  private Path journal() throws IOException {
    return ManyGroups.journal(directory);
  }

  private static String names(int from, int to) {
    StringBuilder names = new StringBuilder();
    for (int i = from; i < to; i++) {
      names.append("group").append(i).append('\n');
    }
    return names.toString();
  }

  @Test
  void printsInInputOrderAndKeepsAJournal() throws IOException {
    Program.Result result =
        program()
            .file("many.ndjson", definitions(0, 40))
            .run("add", "many.ndjson", "-o", "tsv", "--fields", "mailNickname");
    assertEquals(
        "exit 0\n--- out\n" + names(0, 40) + "--- err\n40 added; the journal is JOURNAL\n",
        whole(result));
    assertEquals(40, sandbox.created());
    String text = Files.readString(journal());
    assertFalse(text.contains("t0ken"), "a token is in the journal");
    assertEquals(81, text.lines().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rehearsal", "20261123", "mailNickname"})
  void aTokenThatOccursInTheDefinitionsDoesNotSpoilTheJournal(String token) throws IOException {
    String definition = definition("rehearsal %d", "rehearsal%d");
    String dated =
        definition.replace("\"mailE", "\"contoso_year\":{\"n\":20261123},\"mailE") + "\n";
    Program program =
        program()
            .with("GROUPS_TOKEN", token)
            .file("rehearsal/many.ndjson", dated.formatted(1, 1) + dated.formatted(2, 2));
    assertEquals(0, program.run("add", "rehearsal/many.ndjson").exitCode());
    assertEquals(
        "exit 0\n--- out\n2\n2\n--- err\n2 added before, 0 added; the journal is JOURNAL\n",
        whole(
                program.run(
                    "add", "rehearsal/many.ndjson", "--resume", "-o", "tsv", "--fields", "id"))
            .replace("ID", "2"));
    assertEquals(2, sandbox.created());
  }

  @Test
  void whatKeepsAllFromBeingSentLeavesNothingInDoubt() {
    Program program =
        program()
            .with("GROUPS_ENDPOINT", "https://127.0.0.1:1/beta")
            .file("many.ndjson", definitions(0, 20))
            .file("ca.pem", "my notes");
    for (int i = 0; i < 2; i++) {
      assertEquals(
          """
          exit 2
          --- out
          --- err
          0 added, 20 left; the journal is JOURNAL
          the same command with --resume goes on from there
          error: 'DIR/ca.pem' holds no certificate that can be read
          help: --ca-file takes PEM: lines between BEGIN CERTIFICATE and END CERTIFICATE
          """,
          whole(program.run("add", "many.ndjson", "--ca-file", "ca.pem"))
              .replace(directory.toString(), "DIR"));
    }
  }

  @Test
  void aSecondRunWantsAChoice() throws IOException {
    program().file("many.ndjson", definitions(0, 3)).run("add", "many.ndjson");
    assertEquals(
        """
        exit 2
        --- out
        --- err
        error: this was begun before: 3 added, 0 unknown, 0 left, says the journal JOURNAL
        help: --resume goes on with it; --restart forgets it and sends everything again
        """,
        whole(program().run("add", "many.ndjson")));
    JsonNode said =
        JsonMapper.shared().readTree(program().run("add", "many.ndjson", "-o", "json").err());
    assertEquals(3, said.get("added").intValue());
    assertEquals(0, said.get("unknown").intValue());
    assertEquals(0, said.get("left").intValue());
    assertEquals(2, said.get("exitCode").intValue());
    assertEquals(3, sandbox.created());
  }

  @Test
  void resumingWhatIsDonePrintsIt() throws IOException {
    String[] add = {"add", "many.ndjson", "--resume", "-o", "json"};
    Program.Result first = program().file("many.ndjson", definitions(0, 3)).run(add);
    Program.Result second = program().run(add);
    assertEquals(0, second.exitCode());
    assertEquals(first.out(), second.out());
    assertEquals(3, sandbox.created());
  }

  @Test
  void resumingSendsWhatWasRefusedOrIsNew() throws IOException {
    program().file("many.ndjson", definitions(1, 2)).run("add", "many.ndjson");
    // The second of these is refused: the service has a group of that nickname.
    program().file("all.ndjson", definitions(0, 3)).run("add", "all.ndjson");
    program()
        .file(
            "all.ndjson",
            definitions(0, 1) + definition("Group 1", "renamed") + "\n" + definitions(2, 4));
    Program.Result result =
        program().run("add", "all.ndjson", "--resume", "-o", "tsv", "--fields", "mailNickname");
    assertEquals("group0\nrenamed\ngroup2\ngroup3\n", result.out());
    assertEquals(0, result.exitCode());
    assertEquals(5, sandbox.created());
  }

  @Test
  void aRefusalIsShownWhereItWasWrittenAndDoesNotStopTheOthers() throws IOException {
    program().file("one.ndjson", definitions(1, 2)).run("add", "one.ndjson");
    Program.Result result =
        program()
            .file("all.ndjson", definitions(0, 3))
            .run("add", "all.ndjson", "-o", "tsv", "--fields", "mailNickname");
    assertEquals(
        """
        exit 5
        --- out
        group0
        group2
        --- err
        all.ndjson:2:41: error: the service refused 'Group 1' (400): Request_BadRequest: Another object with the same value for property mailNickname already exists.
            2 | {"displayName":"Group 1","mailNickname":"group1","mailEnabled":true,"securityEnabled":false,"groupTypes":["Unified"]}
              |                                         ^^^^^^^^
        note: request-id ID, client-request-id ID
        2 added, 1 refused; the journal is JOURNAL
        the same command with --resume goes on from there
        """,
        whole(result));
  }

  @Test
  void whatWasChangedAfterItWasAddedIsAnError() throws IOException {
    program().file("many.ndjson", definitions(0, 2)).run("add", "many.ndjson");
    Program.Result result =
        program()
            .file("many.ndjson", definitions(0, 1) + definition("Changed", "group1"))
            .run("add", "many.ndjson", "--resume");
    assertEquals(
        """
        exit 3
        --- out
        --- err
        many.ndjson:2:41: error: `group1` was added before with another definition
            2 | {"displayName":"Changed","mailNickname":"group1","mailEnabled":true,"securityEnabled":false,"groupTypes":["Unified"]}
              |                                         ^^^^^^^^
        error: 1 definition was changed after being sent; nothing was sent
        help: restore what was sent, use other nicknames, or begin anew with --restart
        """,
        whole(result));
    assertEquals(2, sandbox.created());
  }

  @Test
  void restartingSendsEverythingAgain() throws IOException {
    program().file("many.ndjson", definitions(0, 2)).run("add", "many.ndjson");
    Program.Result result = program().run("add", "many.ndjson", "--restart");
    assertEquals(5, result.exitCode());
    assertTrue(result.err().contains("0 added, 2 refused"), result.err());
  }

  @Test
  void resumeAndRestartContradictEachOther() {
    Program.Result result =
        program().file("a.json", definitions(0, 1)).run("add", "a.json", "--resume", "--restart");
    assertEquals(
        """
        exit 2
        --- out
        --- err
        error: --resume and --restart contradict each other
        help: --resume goes on where the last run ended, --restart begins anew
        """,
        result.whole());
  }

  @Test
  void whatIsThereAlreadyIsSkippedAndNamed() throws IOException {
    program().file("one.ndjson", definitions(1, 2)).run("add", "one.ndjson");
    Program.Result result =
        program()
            .file("all.ndjson", definitions(0, 3))
            .run(
                "add",
                "all.ndjson",
                "--if-exists",
                "skip",
                "-o",
                "tsv",
                "--fields",
                "mailNickname");
    assertEquals(
        """
        exit 0
        --- out
        group0
        group1
        group2
        --- err
        'Group 1' is there already: ID
        2 added, 1 there already; the journal is JOURNAL
        """,
        whole(result));
    assertEquals(3, sandbox.created());
  }

  @Test
  void standardInputNeedsAJournalOfItsOwn() {
    Program.Result result = program().input(definitions(0, 2)).run("add", "-");
    assertEquals(
        """
        exit 2
        --- out
        --- err
        error: 2 definitions, some from standard input, need a journal of their own
        help: name it with --journal FILE
        """,
        result.whole());
    assertEquals(0, sandbox.created());
    assertEquals(0, program().input(definitions(0, 1)).run("add", "-").exitCode());
    String[] add = {"add", "-", "--journal", "my.journal"};
    assertEquals(0, program().input(definitions(1, 3)).run(add).exitCode());
    assertEquals(2, program().input(definitions(1, 3)).run(add).exitCode());
    assertEquals(3, sandbox.created());
  }

  @Test
  void aSingleDefinitionKeepsNoJournal() {
    program().file("one.json", definitions(0, 1)).run("add", "one.json");
    assertFalse(Files.exists(directory.resolve(".local")));
  }

  @Test
  void aDefinitionThatIsTheLastOneOfARunIsStillInItsJournal() throws IOException {
    program().file("all.ndjson", definitions(0, 2)).run("add", "all.ndjson");
    Program.Result result =
        program().file("all.ndjson", definitions(1, 2)).run("add", "all.ndjson");
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("1 added, 0 unknown, 0 left"), result.err());
  }

  @Test
  void anotherRunsLockIsRespected() throws IOException {
    program().file("many.ndjson", definitions(0, 2)).run("add", "many.ndjson");
    try (FileChannel other = FileChannel.open(journal(), StandardOpenOption.WRITE);
        FileLock lock = other.lock()) {
      assertTrue(lock.isValid());
      assertEquals(
          """
          exit 1
          --- out
          --- err
          error: another run is using the journal JOURNAL
          help: wait until it has ended; nothing was sent
          """,
          whole(program().run("add", "many.ndjson", "--resume")));
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsSaidBeforeAnythingIsSent() {
    Program.Result result =
        program()
            .file("file", "")
            .file("many.ndjson", definitions(0, 2))
            .with("XDG_STATE_HOME", directory.resolve("file").toString())
            .run("add", "many.ndjson");
    assertEquals(1, result.exitCode());
    assertTrue(result.err().contains("cannot be written"), result.err());
    assertTrue(result.err().contains("nothing was sent"), result.err());
    assertEquals(0, sandbox.created());
  }

  @Test
  void aTokenThatIsNotTakenStopsTheOthers() {
    sandbox.close();
    Program.Result result =
        program()
            .file("many.ndjson", definitions(0, 200))
            .with("GROUPS_TOKEN", "")
            .run("add", "many.ndjson");
    assertEquals(4, result.exitCode());
    assertFalse(Files.exists(directory.resolve(".local")), "a journal was begun without a token");
  }

  @Test
  void aServiceThatIsNotThereStopsTheOthers() {
    sandbox.close();
    Program.Result result =
        program().file("many.ndjson", definitions(0, 200)).run("add", "many.ndjson", "-q");
    assertEquals(6, result.exitCode());
    assertTrue(result.err().lines().filter(line -> line.contains("error:")).count() < 40);
  }

  @Test
  void faultsAreSortedOutByLookUps() throws IOException {
    sandbox.close();
    sandbox = sandbox(List.of("error-after=0.2", "reset-after=0.1", "cut=0.1"));
    Program.Result result =
        program()
            .file("many.ndjson", definitions(0, 60))
            .run("add", "many.ndjson", "-o", "ndjson", "--fields", "mailNickname");
    assertEquals(0, result.exitCode());
    assertEquals(60, sandbox.created());
    assertEquals(60, Files.readAllLines(log).size());
    assertTrue(result.err().lines().allMatch(line -> line.startsWith("{\"level\":")), result.err());
  }

  @Test
  void aLimitIsKeptTo() {
    sandbox.close();
    sandbox =
        Sandbox.start(
            new SandboxOptions(
                0, Duration.ZERO, RateLimit.parse("30/2s"), Faults.none(), Duration.ZERO, log, 1),
            Clock.systemUTC());
    Program.Result result =
        program().file("many.ndjson", definitions(0, 70)).run("add", "many.ndjson");
    assertEquals(0, result.exitCode());
    assertEquals(70, sandbox.created());
    assertEquals(
        1,
        result.err().lines().filter(line -> line.contains("is throttling (429)")).count(),
        result.err());
  }

  @Test
  void aRehearsalKeepsNoJournal() {
    Program program = program().file("many.ndjson", definitions(0, 3));
    assertEquals(0, program.run("add", "--sandbox", "many.ndjson").exitCode());
    assertEquals(0, program.run("add", "--sandbox", "many.ndjson").exitCode());
    assertFalse(Files.exists(directory.resolve(".local")));
  }
}
