package dev.joinedgroups.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.definition.Definition;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ResponseParser;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.run.Ledger.Choice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal says is believed when it is whole, and never otherwise. */
class JournalTest {
  private static final JournalOwner OWNER =
      new JournalOwner("http://127.0.0.1:1/beta", "groups", "me", List.of("a.yaml"));
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;
  private Spool spool;
  private Path path;

  @BeforeEach
  void fill() {
    spool = new Spool(folder);
    path = folder.resolve("state/groups/a.journal");
    for (String name : List.of("a", "b", "c", "d")) {
      add(spool, name, "Name of " + name);
    }
  }

  @AfterEach
  void letGo() {
    spool.close();
  }

  private static void add(Spool spool, String nickname, String displayName) {
    String json = "{\"displayName\":\"" + displayName + "\",\"mailNickname\":\"" + nickname + "\"}";
    spool.add(new Definition("a.json", spool.size(), false, object(json)));
  }

  private static ObjectNode object(String json) {
    ObjectNode object = ResponseParser.object("a.json", json.getBytes(StandardCharsets.UTF_8));
    if (object == null) {
      throw new AssertionError(json);
    }
    return object;
  }

  private Journal open() {
    return Journal.open(path, () -> NOW, text -> text.replace("s3cr3t", "***"));
  }

  /** One added, one sent without an answer, one refused, one never sent. */
  private void record() {
    try (Journal journal = open()) {
      journal.load(OWNER);
      ObjectNode group = object("{\"id\":\"1\",\"description\":\"s3cr3t\"}");
      journal.append(JournalLine.Event.SENDING, spool.get(0), "r-0", null);
      journal.append(
          JournalLine.Event.ADDED,
          spool.get(0),
          "r-0",
          new Outcome.Added(group, 201, "q-0", "r-0", ""));
      journal.append(JournalLine.Event.SENDING, spool.get(1), "r-1", null);
      journal.append(JournalLine.Event.SENDING, spool.get(2), "r-2", null);
      journal.append(
          JournalLine.Event.NOT_ADDED,
          spool.get(2),
          "r-2",
          new Outcome.Unreachable(
              new Failure(ExitCode.UNREACHABLE, "no", "").with("status", 429), false));
      journal.commit();
    }
  }

  private Ledger ledger(Choice choice, List<String> changed) {
    try (Journal journal = open()) {
      return Ledger.of(
          spool,
          journal,
          OWNER,
          choice,
          failure -> changed.add(failure.place().label() + ": " + failure.getMessage()));
    }
  }

  private String failing(Choice choice) {
    Failure failure = assertThrows(Failure.class, () -> ledger(choice, new ArrayList<>()));
    return failure.exitCode()
        + ": "
        + failure.getMessage().replace(folder.toString(), "DIR")
        + " | "
        + failure.hint();
  }

  private String states(Ledger ledger) {
    StringBuilder states = new StringBuilder();
    for (int i = 0; i < ledger.size(); i++) {
      states.append(i == 0 ? "" : " ").append(ledger.state(i));
    }
    return states.toString();
  }

  @Test
  void theFormat() throws IOException {
    record();
    assertEquals(
        """
        2d258e72 {"n":0,"journal":"groups","version":1,"endpoint":"http://127.0.0.1:1/beta","target":"groups","user":"me","inputs":["a.yaml"],"time":"2026-03-01T12:00:00Z"}
        6bfc5038 {"n":1,"event":"sending","key":"692fba62eddd2d4c04eb9869047faefc","mailNickname":"a","clientRequestId":"r-0","time":"2026-03-01T12:00:00Z"}
        """,
        String.join("\n", Files.readAllLines(path).subList(0, 2)) + "\n");
    assertTrue(Files.readString(path).contains("\"group\":{\"id\":\"1\",\"description\":\"***\"}"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
  }

  @Test
  void aRunWithoutAChoiceStops() {
    record();
    assertEquals(
        "USAGE: this was begun before: 1 added, 1 unknown, 2 left, says the journal"
            + " DIR/state/groups/a.journal | --resume goes on with it; --restart forgets it and"
            + " sends everything again",
        failing(Choice.NONE));
  }

  @Test
  void resumingTakesThoseInDoubtFirst() {
    record();
    Ledger ledger = ledger(Choice.RESUME, new ArrayList<>());
    assertEquals("DONE IN_DOUBT LEFT LEFT", states(ledger));
    assertEquals(
        "1 2 3 -1",
        ledger.next() + " " + ledger.next() + " " + ledger.next() + " " + ledger.next());
  }

  @Test
  void restartingForgets() {
    record();
    assertEquals("LEFT LEFT LEFT LEFT", states(ledger(Choice.RESTART, new ArrayList<>())));
    assertEquals("LEFT LEFT LEFT LEFT", states(ledger(Choice.NONE, new ArrayList<>())));
  }

  @Test
  void aNewJournalNeedsNoChoice() {
    assertEquals("LEFT LEFT LEFT LEFT", states(ledger(Choice.NONE, new ArrayList<>())));
    assertEquals("LEFT LEFT LEFT LEFT", states(ledger(Choice.RESUME, new ArrayList<>())));
  }

  @Test
  void whatWasChangedAfterItWasAddedIsAnError() {
    record();
    Spool other = new Spool(folder);
    add(other, "A", "Another name");
    add(other, "b", "Another name");
    add(other, "c", "Another name");
    spool.close();
    spool = other;
    List<String> changed = new ArrayList<>();
    assertThrows(Failure.class, () -> ledger(Choice.RESUME, changed));
    assertEquals(
        List.of(
            "a.json:1:46: `A` was added before with another definition",
            "a.json:1:46: `b` was sent before, perhaps added, with another definition"),
        changed);
    assertEquals(
        "INVALID: 2 definitions were changed after being sent; nothing was sent | restore what was"
            + " sent, use other nicknames, or begin anew with --restart",
        failing(Choice.RESUME));
  }

  @Test
  void aTornLastLineDoesNotCount() throws IOException {
    record();
    byte[] whole = Files.readAllBytes(path);
    int lastLine = new String(whole, StandardCharsets.UTF_8).lastIndexOf('\n', whole.length - 2);
    for (int end = lastLine + 2; end < whole.length; end += 7) {
      Files.write(path, Arrays.copyOf(whole, end));
      // The refusal is lost: whether the third was added has to be looked up.
      assertEquals("DONE IN_DOUBT IN_DOUBT LEFT", states(ledger(Choice.RESUME, List.of())));
      assertEquals(lastLine + 1, Files.size(path));
    }
  }

  @Test
  void aTornFirstLineIsNoJournalYet() throws IOException {
    record();
    byte[] header = Files.readAllLines(path).getFirst().getBytes(StandardCharsets.UTF_8);
    for (int end = 0; end <= header.length; end += 5) {
      Files.write(path, Arrays.copyOf(header, end));
      assertEquals("LEFT LEFT LEFT LEFT", states(ledger(Choice.NONE, List.of())));
    }
  }

  @Test
  void anEditedJournalIsRefused() throws IOException {
    record();
    String text = Files.readString(path);
    Files.writeString(path, text.replace("\"id\":\"1\"", "\"id\":\"2\""));
    String damaged =
        " is not as it was written | put the file back as it was; without it, look at what is"
            + " there before you begin anew with --restart, since groups may be added twice";
    assertEquals(
        "FAILURE: the journal DIR/state/groups/a.journal is damaged or was edited: its line 3"
            + damaged,
        failing(Choice.RESUME));
    List<String> lines = new ArrayList<>(text.lines().toList());
    lines.remove(1);
    Files.write(path, lines);
    assertEquals(
        "FAILURE: the journal DIR/state/groups/a.journal is damaged or was edited: its line 2"
            + damaged,
        failing(Choice.RESUME));
  }

  @Test
  void anotherVersionIsRefused() throws IOException {
    record();
    Files.writeString(path, Files.readString(path).replace("\"version\":1", "\"version\":2"));
    String expected =
        "FAILURE: the journal DIR/state/groups/a.journal was written by another release (its"
            + " format is 2, this one reads 1) | finish that run with the release that began it,"
            + " or name another journal with --journal";
    assertEquals(expected, failing(Choice.RESUME));
    assertEquals(expected, failing(Choice.RESTART));
  }

  @Test
  void anotherRunsJournalIsLeftAlone() throws IOException {
    record();
    byte[] before = Files.readAllBytes(path);
    try (Journal journal = open()) {
      JournalOwner other =
          new JournalOwner("http://127.0.0.1:1/beta", "groups", "me", List.of("b.yaml"));
      Failure failure = assertThrows(Failure.class, () -> journal.restart(other));
      assertEquals(ExitCode.USAGE, failure.exitCode());
    }
    assertEquals(new String(before, StandardCharsets.UTF_8), Files.readString(path));
  }

  @Test
  void whatIsNoJournalIsLeftAlone() throws IOException {
    Files.createDirectories(path.getParent());
    for (String text : List.of("my notes", "my notes\n", "{}\n")) {
      Files.writeString(path, text);
      String expected =
          "USAGE: DIR/state/groups/a.journal is no journal | name another file with --journal";
      assertEquals(expected, failing(Choice.NONE));
      assertEquals(expected, failing(Choice.RESTART));
      assertEquals(text, Files.readString(path));
    }
  }

  @Test
  void twoRunsNeverShareOne() {
    try (Journal first = open()) {
      Failure failure = assertThrows(Failure.class, this::open);
      assertEquals("another run is using the journal " + first.path(), failure.getMessage());
      assertEquals(ExitCode.FAILURE, failure.exitCode());
    }
    open().close();
  }
}
