package dev.joinedgroups.run;

import static dev.joinedgroups.run.RawServer.answer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.definition.Definition;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ResponseParser;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a run of many goes on, and when it ends before they are done. */
class BulkRunTest {
  private static final JournalOwner OWNER = new JournalOwner("e", "t", "me", List.of("a.json"));
  private static final String CREATED = answer("201 Created", "{\"id\":\"g-1\"}");
  private static final RetryPolicy ONCE =
      new RetryPolicy(0, Duration.ofMinutes(5), Duration.ZERO, false);

  @TempDir Path folder;
  private final List<String> observed = Collections.synchronizedList(new ArrayList<>());
  private Consumer<Outcome> whenFinished = outcome -> {};
  private Spool spool;
  private Results results;

  @AfterEach
  void letGo() {
    spool.close();
  }

  private void fill(int count) {
    spool = new Spool(folder);
    for (int i = 0; i < count; i++) {
      byte[] json = ("{\"mailNickname\":\"n" + i + "\"}").getBytes(UTF_8);
      spool.add(new Definition("a.json", i, false, ResponseParser.object("a.json", json)));
    }
  }

  /** A run of so many definitions, one request at a time. */
  private Bulk bulk(Bench bench, int count, Journal journal) {
    fill(count);
    return bulk(bench, Ledger.blank(count), journal, false);
  }

  private Bulk bulk(Bench bench, Ledger ledger, Journal journal, boolean skipPresent) {
    results = new Results(spool.size(), true);
    Semaphore seats = new Semaphore(Bulk.seats(1));
    SharedPace pace = new SharedPace(1, seats, Silence.INSTANCE);
    Delivery delivery = bench.policy(ONCE).delivery();
    return new Bulk(
        new Bulk.Work(spool, ledger, journal, delivery, pace, seats, 1, skipPresent, results),
        new Observing());
  }

  private final class Observing implements Bulk.Observer {
    @Override
    public void finished(Spooled definition, Submission submission, Outcome outcome) {
      observed.add(submission.label() + " " + outcome.getClass().getSimpleName());
      whenFinished.accept(outcome);
    }

    @Override
    public void unrecorded(Submission submission, Outcome outcome) {
      observed.add(submission.label() + " unrecorded " + outcome.getClass().getSimpleName());
    }
  }

  private static Bench bench(int port) {
    return new Bench("http://127.0.0.1:" + port);
  }

  private static String told(ExitCode code, Tally tally) {
    return code
        + ": "
        + tally.added()
        + " added, "
        + tally.refused()
        + " refused, "
        + tally.unreachable()
        + " unreachable, "
        + tally.left()
        + " left";
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "4, 5", "7, 8", "8, 10", "20, 25"})
  void aFewMoreAreWorkedOnThanAreOut(int concurrency, int seats) {
    spool = new Spool(folder);
    assertEquals(seats, Bulk.seats(concurrency));
  }

  @ParameterizedTest
  @CsvSource({
    "201, 'OK: 6 added, 0 refused, 0 unreachable, 0 left'",
    "400, 'REFUSED: 0 added, 6 refused, 0 unreachable, 0 left'",
    "403, 'AUTH: 0 added, 1 refused, 0 unreachable, 5 left'",
    "503, 'UNREACHABLE: 0 added, 0 refused, 2 unreachable, 4 left'",
    "503 201, 'UNREACHABLE: 5 added, 0 refused, 1 unreachable, 0 left'",
    "503 201 503 400 503 201, 'REFUSED: 2 added, 1 refused, 3 unreachable, 0 left'",
    "503 201 503, 'UNREACHABLE: 1 added, 0 refused, 3 unreachable, 2 left'",
  })
  void itEndsWhereTheOthersWouldFareNoBetter(String statuses, String told) throws IOException {
    List<String> answers = new ArrayList<>();
    for (String status : statuses.split(" ")) {
      answers.add(answer(status + " So", "{\"id\":\"g-1\"}"));
    }
    try (RawServer server = new RawServer(RawServer.inTurn(answers.toArray(String[]::new)));
        Bench bench = bench(server.port())) {
      Bulk bulk = bulk(bench, 6, null);
      assertEquals(told, told(bulk.run(), bulk.tally()));
    }
  }

  @Test
  void aHostThatDoesNotExistIsTriedOnce() {
    try (Bench bench = new Bench("https://graph.invalid")) {
      Bulk bulk = bulk(bench, 6, null);
      assertEquals(
          "UNREACHABLE: 0 added, 0 refused, 1 unreachable, 5 left", told(bulk.run(), bulk.tally()));
    }
  }

  @Test
  void whatIsUnderWayWhenItIsStoppedIsFinished() throws IOException {
    Bulk[] stopped = new Bulk[1];
    try (RawServer server =
            new RawServer(
                socket -> {
                  stopped[0].stop();
                  RawServer.sendAndClose(CREATED).handle(socket);
                });
        Bench bench = bench(server.port())) {
      stopped[0] = bulk(bench, 6, null);
      assertEquals(
          "OK: 1 added, 0 refused, 0 unreachable, 5 left",
          told(stopped[0].run(), stopped[0].tally()));
      assertEquals("g-1", stopped[0].group(0).string("id"));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, true", "2, false"})
  void oneAloneNeedsNoThreadOfItsOwn(int count, boolean here) throws IOException {
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    whenFinished = outcome -> threads.add(Thread.currentThread());
    try (RawServer server = new RawServer(RawServer.inTurn(CREATED));
        Bench bench = bench(server.port())) {
      assertEquals(ExitCode.OK, bulk(bench, count, null).run());
      assertEquals(count, threads.size());
      assertEquals(here, threads.contains(Thread.currentThread()));
    }
  }

  @Test
  void anInterruptConcernsTheDeliveryAlone() throws IOException {
    Thread tester = Thread.currentThread();
    try (RawServer server = new RawServer(socket -> tester.interrupt());
        Bench bench = bench(server.port())) {
      assertEquals(ExitCode.UNKNOWN, bulk(bench, 1, null).run());
      assertFalse(Thread.interrupted());
      assertEquals(List.of("'n0' Unknown"), observed);
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "6"})
  void whatGoesWrongBesidesEndsItAll(int count) throws Exception {
    RuntimeException bug = new IllegalStateException("a bug");
    Error error = new AssertionError("an error");
    Failure failure = new Failure(ExitCode.FAILURE, "standard output is closed", "");
    for (Throwable problem : List.of(bug, error, failure)) {
      whenFinished =
          outcome -> {
            if (problem instanceof Error other) {
              throw other;
            }
            throw (RuntimeException) problem;
          };
      observed.clear();
      try (RawServer server = new RawServer(RawServer.inTurn(CREATED));
          Bench bench = bench(server.port())) {
        Bulk bulk = bulk(bench, count, null);
        Throwable thrown = assertThrows(RuntimeException.class, bulk::run);
        assertSame(problem, problem instanceof Error ? thrown.getCause() : thrown);
        assertEquals(1, observed.size());
        assertEquals(-1, results.next());
        spool.close();
      }
    }
  }

  private Journal journal() {
    return Journal.open(folder.resolve("j"), InstantSource.system(), text -> text);
  }

  /** The events of the journal with the nicknames that they are about. */
  private String events() throws IOException {
    StringBuilder events = new StringBuilder();
    for (String line : Files.readAllLines(folder.resolve("j"))) {
      ObjectNode object = ResponseParser.object("j", line.substring(9).getBytes(UTF_8));
      if (object.string("event") != null) {
        events.append(object.string("mailNickname")).append(' ').append(object.string("event"));
        events.append(", ");
      }
    }
    return events.toString();
  }

  @Test
  void whatAnEarlierRunLeftIsSortedOut() throws Exception {
    fill(3);
    ObjectNode group = ResponseParser.object("j", "{\"id\":\"g-1\"}".getBytes(UTF_8));
    Outcome added = new Outcome.Added(group, 201, null, "r-1", "");
    try (Journal journal = journal()) {
      journal.load(OWNER);
      journal.append(JournalLine.Event.SENDING, spool.get(0), "r-0", null);
      journal.append(JournalLine.Event.ADDED, spool.get(1), "r-1", added);
    }
    String found =
        "{\"value\":[{\"id\":\"g-0\",\"mailNickname\":\"n0\","
            + "\"createdDateTime\":\"2999-01-01T00:00:00Z\"}]}";
    try (RawServer server =
            new RawServer(
                RawServer.inTurn(answer("200 OK", found), answer("201 So", "{\"id\":\"g-2\"}")));
        Bench bench = bench(server.port());
        Journal journal = journal()) {
      Ledger ledger = Ledger.of(spool, journal, OWNER, Ledger.Choice.RESUME, failure -> {});
      Bulk bulk = bulk(bench, ledger, journal, false);
      assertEquals("OK: 2 added, 0 refused, 0 unreachable, 0 left", told(bulk.run(), bulk.tally()));
      assertEquals(1, bulk.tally().before());
      assertEquals("GET", server.requests.getFirst().substring(0, 3));
      assertTrue(server.heads.getFirst().contains("client-request-id: r-0\r\n"));
      assertFalse(server.heads.get(1).contains("client-request-id: r-0\r\n"));
      for (int i = 0; i < 3; i++) {
        assertEquals(i, results.next());
        assertEquals("g-" + i, bulk.group(i).string("id"));
      }
      assertEquals(-1, results.next());
      assertEquals("n0 sending, n1 added, n0 added, n2 sending, n2 added, ", events());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "false, 503, 'n0 sending, n0 not-accepted, n0 not-added, '",
    "false, 400, 'n0 sending, n0 not-added, '",
    "false, 401, 'n0 sending, n0 not-accepted, n0 not-added, '",
    "false, 500, 'n0 sending, n0 unknown, '",
    "true, 200, 'n0 present, '",
    "true, 404, 'n0 not-added, '",
  })
  void whatWasDoneIsTakenDown(boolean skipPresent, int status, String events) throws Exception {
    String found = "{\"value\":[{\"mailNickname\":\"n0\"}]}";
    try (RawServer server = new RawServer(RawServer.inTurn(answer(status + " So", found)));
        Bench bench = bench(server.port());
        Journal journal = journal()) {
      fill(1);
      journal.load(OWNER);
      Bulk bulk = bulk(bench, Ledger.blank(1), journal, skipPresent);
      bulk.run();
      assertEquals(events, events());
      assertEquals(status == 200 ? 1 : 0, bulk.tally().present());
      assertEquals(status == 200 ? 0 : -1, results.next());
    }
  }

  @Test
  void eachRequestHasAnIdOfItsOwn() throws IOException {
    try (RawServer server = new RawServer(RawServer.inTurn(CREATED));
        Bench bench = bench(server.port())) {
      bulk(bench, 20, null).run();
      Set<String> ids = new HashSet<>();
      for (String head : server.heads) {
        int at = head.indexOf("client-request-id: ") + 19;
        UUID id = UUID.fromString(head.substring(at, head.indexOf("\r\n", at)));
        assertEquals("4 2", id.version() + " " + id.variant());
        ids.add(id.toString());
      }
      assertEquals(20, ids.size());
    }
  }

  @Test
  void whatCannotBeTakenDownIsSaid() throws IOException {
    Journal journal = journal();
    journal.load(OWNER);
    try (RawServer server =
            new RawServer(
                socket -> {
                  journal.close(); // stands for a disk that fails
                  RawServer.sendAndClose(CREATED).handle(socket);
                });
        Bench bench = bench(server.port())) {
      Bulk bulk = bulk(bench, 6, journal);
      Failure failure = assertThrows(Failure.class, bulk::run);
      assertNotEquals("", failure.hint());
      assertEquals(List.of("'n0' unrecorded Added"), observed);
      assertEquals(1, server.requests.size());
    }
  }
}
