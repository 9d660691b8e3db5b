package dev.joinedgroups.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.definition.Definition;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ResponseParser;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.graph.Endpoint;
import dev.joinedgroups.graph.ServiceError;
import dev.joinedgroups.graph.Target;
import dev.joinedgroups.run.History.State;
import dev.joinedgroups.run.Ledger.Choice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written into a journal comes back out of it. */
class JournalLinesTest {
  private static final JournalOwner OWNER =
      new JournalOwner("http://127.0.0.1:1/beta", "groups", "me", List.of("a.yaml"));

  @TempDir Path folder;
  private Spool spool;
  private Path path;

  @BeforeEach
  void fill() {
    spool = new Spool(folder);
    path = folder.resolve("a.journal");
    for (int i = 0; i < 21; i++) {
      add(spool, "n" + i, "Name");
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
    return Journal.open(path, () -> Instant.parse("2026-03-01T12:00:00Z"), text -> text);
  }

  private static long record(Journal journal, Spooled definition, Outcome outcome) {
    return journal.append(JournalLine.Event.of(outcome), definition, "r-1", outcome);
  }

  private static Outcome added(String description) {
    ObjectNode group = object("{\"id\":\"1\",\"description\":\"" + description + "\"}");
    return new Outcome.Added(group, 201, "q-1", "r-1", "");
  }

  private static String read(Journal journal, long position) {
    ObjectNode line = journal.read(position);
    return line.string("event") + " " + line.string("mailNickname");
  }

  private List<State> states() {
    try (Journal journal = open()) {
      Ledger ledger = Ledger.of(spool, journal, OWNER, Choice.RESUME, failure -> {});
      List<State> states = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        states.add(ledger.state(i));
      }
      return states;
    }
  }

  @Test
  void everyOutcomeHasItsLine() throws IOException {
    ServiceError error = new ServiceError("C", "m", List.of(), null);
    Failure no =
        new Failure(ExitCode.REFUSED, "no", "").with("status", 400).with("requestId", "q-2");
    Failure denied = new Failure(ExitCode.AUTH, "denied", "").with("status", 403);
    List<Outcome> outcomes =
        List.of(
            added("d"),
            new Outcome.Added(null, 204, null, "r-1", ""),
            new Outcome.Present(object("{\"displayName\":\"N\"}"), 200, "q-3"),
            new Outcome.Refused(no, 400, error),
            new Outcome.Denied(denied, 403, error),
            new Outcome.Unreachable(new Failure(ExitCode.UNREACHABLE, "away", ""), true),
            new Outcome.Unknown(new Failure(ExitCode.UNKNOWN, "lost", "")));
    try (Journal journal = open()) {
      journal.load(OWNER);
      outcomes.forEach(outcome -> record(journal, spool.get(0), outcome));
    }
    StringBuilder lines = new StringBuilder();
    for (String line : Files.readAllLines(path).subList(1, 8)) {
      lines.append(line, line.indexOf("\"event\""), line.indexOf(",\"key\"")).append(' ');
      lines.append(line.substring(line.indexOf("12:00:00Z\"") + 10)).append('\n');
    }
    assertEquals(
        """
        "event":"added" ,"status":201,"requestId":"q-1","id":"1","group":{"id":"1","description":"d"}}
        "event":"added" ,"status":204}
        "event":"present" ,"status":200,"requestId":"q-3","group":{"displayName":"N"}}
        "event":"not-added" ,"exitCode":5,"status":400,"requestId":"q-2","message":"no"}
        "event":"not-added" ,"exitCode":4,"status":403,"message":"denied"}
        "event":"not-added" ,"exitCode":6,"message":"away"}
        "event":"unknown" ,"exitCode":7,"message":"lost"}
        """,
        lines.toString());
  }

  /** Of lengths around those of the pieces in which a file is read. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3_700, 4_096, 65_300, 65_536, 200_000})
  void aLineOfAnyLengthComesBack(int length) {
    String description = "x".repeat(length);
    try (Journal journal = open()) {
      journal.load(OWNER);
      long first = record(journal, spool.get(0), added(description));
      long second = record(journal, spool.get(1), added("second"));
      journal.commitLine(first);
      assertEquals("added n0", read(journal, first));
      assertEquals("added n1", read(journal, second));
      ObjectNode group = (ObjectNode) journal.read(first).get("group");
      assertEquals(description, group.string("description"));
      read(journal, first);
      assertEquals("added n2", read(journal, record(journal, spool.get(2), added("third"))));
    }
    assertEquals(List.of(State.DONE, State.DONE, State.DONE), states());
  }

  @Test
  void positionsAreThoseOfTheFirstSendingAndOfTheResult() {
    long sending;
    long result;
    try (Journal journal = open()) {
      journal.load(OWNER);
      result = record(journal, spool.get(2), added("d"));
      sending = journal.append(JournalLine.Event.SENDING, spool.get(1), "r-1", null);
      journal.append(JournalLine.Event.SENDING, spool.get(1), "r-2", null);
    }
    try (Journal journal = open()) {
      Ledger ledger = Ledger.of(spool, journal, OWNER, Choice.RESUME, failure -> {});
      assertEquals(sending, ledger.position(1));
      assertEquals(result, ledger.position(2));
      assertEquals(1, ledger.next());
      ledger.done(0, 77);
      assertEquals(3, ledger.next());
      assertEquals(77, ledger.position(0));
    }
  }

  @Test
  void aLineThatChangedMeanwhileIsNotBelieved() throws IOException {
    try (Journal journal = open()) {
      journal.load(OWNER);
      long position = record(journal, spool.get(0), added("before"));
      Files.writeString(path, Files.readString(path).replace("before", "behind"));
      for (long wrong : new long[] {position, position + 1, Files.size(path)}) {
        Failure failure = assertThrows(Failure.class, () -> journal.read(wrong));
        assertEquals(
            "FAILURE: the journal " + path + " cannot be read: a line in it has changed",
            failure.exitCode() + ": " + failure.getMessage());
      }
    }
  }

  /** A file that is closed stands for a disk that fails. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatDoesNotReachTheDiskIsAFailure(boolean restarted) {
    Journal journal = open();
    journal.load(OWNER);
    if (restarted) {
      journal.restart(OWNER);
    }
    long position = record(journal, spool.get(0), added("d"));
    journal.close();
    journal.commitLine(0);
    List<Executable> steps =
        List.of(
            journal::commit,
            () -> journal.commitLine(position),
            () -> record(journal, spool.get(1), added("d")));
    for (Executable step : steps) {
      Failure failure = assertThrows(Failure.class, step);
      assertEquals("the journal " + path + " cannot be written: sync failed", failure.getMessage());
      assertEquals(
          "nothing is sent that it does not hold; make room, then go on with --resume",
          failure.hint());
    }
  }

  @Test
  void whatAnEarlierRunWroteIsGoneAfterRestarting() throws IOException {
    String header;
    try (Journal journal = open()) {
      journal.load(OWNER);
      header = Files.readString(path);
      record(journal, spool.get(0), added("d"));
      journal.restart(OWNER);
      assertEquals(header, Files.readString(path));
      record(journal, spool.get(1), added("d"));
    }
    assertEquals(List.of(State.LEFT, State.DONE, State.LEFT), states());
  }

  @ParameterizedTest
  @CsvSource({
    "0, true",
    "0aF9, true",
    "00000000, true",
    "'00000000 {', true",
    "0g, false",
    "000000001, false",
    "'00000000 [', false",
  })
  void theBeginningOfAFirstLineIsNoJournalYet(String text, boolean begun) throws IOException {
    Files.writeString(path, text);
    try (Journal journal = open()) {
      if (begun) {
        assertEquals(0, journal.load(OWNER).size());
      } else {
        Failure failure = assertThrows(Failure.class, () -> journal.load(OWNER));
        assertEquals(path + " is no journal", failure.getMessage());
      }
    }
  }

  @Test
  void theOwnerOfAnotherJournalIsNamed() {
    try (Journal journal = open()) {
      journal.load(OWNER);
    }
    JournalOwner other =
        JournalOwner.of(Endpoint.of("https://h", "a@b", Target.GROUPS), List.of("b", "c"));
    assertEquals(new JournalOwner("https://h", "groups", "a@b", List.of("b", "c")), other);
    try (Journal journal = open()) {
      Failure failure = assertThrows(Failure.class, () -> journal.load(other));
      assertEquals(
          "the journal "
              + path
              + " belongs to another run: --endpoint http://127.0.0.1:1/beta --target groups"
              + " --user me a.yaml",
          failure.getMessage());
    }
  }

  @Test
  void everyRunHasAJournalOfItsOwn() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      String name = new JournalOwner("e", "t", "u", List.of("a" + i)).fileName();
      assertTrue(name.matches("[0-9a-f]{16}\\.journal"), name);
      names.add(name);
    }
    names.add(new JournalOwner("eu", "t", "", List.of("a1")).fileName());
    names.add(new JournalOwner("e", "tu", "", List.of("a1")).fileName());
    names.add(new JournalOwner("e", "t", "", List.of("u", "a1")).fileName());
    assertEquals(1003, names.size());
  }

  @Test
  void ofManyChangedDefinitionsTwentyAreListed() {
    try (Journal journal = open()) {
      journal.load(OWNER);
      for (int i = 0; i < 21; i++) {
        record(journal, spool.get(i), added("d"));
      }
    }
    try (Spool other = new Spool(folder);
        Journal journal = open()) {
      for (int i = 0; i < 21; i++) {
        add(other, "n" + i, "Another name");
      }
      List<Failure> changed = new ArrayList<>();
      Failure failure =
          assertThrows(
              Failure.class, () -> Ledger.of(other, journal, OWNER, Choice.RESUME, changed::add));
      assertEquals(20, changed.size());
      assertEquals(
          "21 definitions were changed after being sent; nothing was sent", failure.getMessage());
    }
  }

  @Test
  void whyAFileCannotBeMadeIsSaid() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    path = folder.resolve("file/a.journal");
    assertEquals(
        "the journal " + path + " cannot be written: " + folder.resolve("file"),
        assertThrows(Failure.class, this::open).getMessage());
    path = folder.resolve("x".repeat(300));
    Failure failure = assertThrows(Failure.class, this::open);
    assertEquals(
        "the journal " + path + " cannot be written: File name too long", failure.getMessage());
    assertEquals("name another with --journal FILE; nothing was sent", failure.hint());
  }
}
