package dev.joinedgroups.run;

import static dev.joinedgroups.run.RawServer.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps of one delivery: whom it tells, whom it waits for, and when it gives up. */
class AttemptsTest {
  private static final String CREATED = answer("201 Created", "{\"id\":\"g-1\"}");
  private static final String LOST = answer("500 No", "");
  private static final String NONE = answer("200 OK", "{\"value\":[]}");
  private static final String OURS =
      answer(
          "200 OK",
          "{\"value\":[{\"mailNickname\":\"ops\",\"createdDateTime\":\"2999-01-01T00:00:00Z\"}]}");

  private final List<String> said = new ArrayList<>();
  private final List<String> methods = new ArrayList<>();
  private List<String> events = List.of();
  private List<String> informed = List.of();

  private static Submission.NewGroup group(boolean unified) {
    return new Submission.NewGroup("{}", "ops", null, unified, Bench.CLIENT_REQUEST_ID);
  }

  private static RetryPolicy policy(int retries, Duration maxWait, Duration lookUpFor) {
    return new RetryPolicy(retries, maxWait, lookUpFor, false);
  }

  private static final RetryPolicy ONE_LOOK = policy(5, Duration.ofMinutes(5), Duration.ZERO);

  private Outcome deliver(UnaryOperator<Bench> with, Submission submission, String... answers)
      throws IOException {
    try (RawServer server = new RawServer(RawServer.inTurn(answers));
        Bench bench = with.apply(new Bench("http://127.0.0.1:" + server.port()))) {
      try {
        return bench.deliver(submission);
      } finally {
        said.addAll(bench.said);
        events = bench.events;
        informed = bench.informed.stream().map(line -> line.replaceAll(":[0-9]+", "")).toList();
        methods.addAll(methods(server));
      }
    }
  }

  private String message(RetryPolicy policy, Submission submission, String... answers)
      throws IOException {
    Outcome outcome = deliver(bench -> bench.policy(policy), submission, answers);
    return outcome.failure() == null ? "added" : outcome.failure().getMessage();
  }

  @ParameterizedTest
  @CsvSource({
    "201 Created, 'Created'",
    "400 No, 'Refused'",
    "403 No, 'Denied'",
    "401 No, 'Denied, not accepted'",
    "'429 Slow\r\nRetry-After: 2', 'Throttled, not accepted, all wait'",
    "503 Busy, 'Throttled, not accepted, all wait'",
    "500 No, 'Ambiguous'",
  })
  void paceAndJournalHearOfEachStep(String head, String then) throws IOException {
    UnaryOperator<Bench> once =
        bench -> bench.policy(policy(1, Duration.ofMinutes(5), Duration.ZERO));
    deliver(once, group(false), answer(head, ""), answer("400 No", ""));
    String again = then.endsWith("all wait") ? ", turn, sending, depart, Refused" : "";
    assertEquals("turn, sending, depart, " + then + again, String.join(", ", events));
    assertEquals("POST http://127.0.0.1/me/joinedGroups/$ref", informed.getFirst());
  }

  @Test
  void aConflictMakesOnlyThisOneWait() throws IOException {
    String busy = "{\"error\":{\"code\":\"Directory_ConcurrencyViolation\"}}";
    deliver(bench -> bench, group(false), answer("409 No", busy), CREATED);
    assertEquals(
        "turn, sending, depart, Throttled, not accepted, one waits, turn, sending, depart, Created",
        String.join(", ", events));
  }

  @Test
  void aTokenThatCanBeNoneTakesNoTurn() {
    assertThrows(
        Failure.class, () -> deliver(bench -> bench.token("no token"), group(false), CREATED));
    assertEquals("turn, withdraw", String.join(", ", events));
  }

  @Test
  void whatCannotBeTakenDownIsNotSent() {
    Failure full = new Failure(ExitCode.FAILURE, "full", "");
    Runnable fail =
        () -> {
          throw full;
        };
    assertEquals(
        full,
        assertThrows(
            Failure.class, () -> deliver(bench -> bench.whenSending(fail), group(false), CREATED)));
    assertEquals("turn, withdraw", String.join(", ", events));
    assertEquals(List.of(), methods);
  }

  @Test
  void whoIsInterruptedBeforeDepartingSaysThatNothingWasSent() throws IOException {
    Runnable interrupt = () -> Thread.currentThread().interrupt();
    try (RawServer server = new RawServer(RawServer.inTurn(CREATED));
        Bench bench = new Bench("http://127.0.0.1:" + server.port()).whenSending(interrupt)) {
      Delivery delivery = bench.delivery();
      assertThrows(InterruptedException.class, () -> delivery.deliver(group(false)));
      assertEquals(List.of(), server.requests);
      assertEquals("turn, sending, withdraw, not accepted", String.join(", ", bench.events));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "300, 1", "500, 2", "1400, 2", "1500, 3",
  })
  void connectingIsTriedAsLongAsItMayWait(long maxWait, int tries) throws Exception {
    try (Bench bench = new Bench("http://127.0.0.1:" + RawServer.closedPort())) {
      bench.policy(policy(5, Duration.ofMillis(maxWait), Duration.ZERO));
      assertEquals(ExitCode.UNREACHABLE, bench.deliver(group(false)).exitCode());
      assertEquals(tries, bench.intents.size());
      assertEquals(
          List.of("turn", "sending", "depart", "NotConnected", "not accepted"),
          bench.events.subList(0, 5));
      assertEquals(tries - 1, bench.events.stream().filter("one waits"::equals).count());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 'still after 0 retries', POST GET",
    "1, 'still after 1 retry', POST GET POST GET",
    "2, 'still after 2 retries', POST GET POST GET POST GET",
  })
  void itIsSentAgainSoOftenAtMost(int retries, String end, String sent) throws IOException {
    List<String> answers = new ArrayList<>();
    for (int i = 0; i <= retries; i++) {
      answers.addAll(List.of(LOST, NONE));
    }
    assertEquals(
        "whether 'ops' was added is not known: the service answered 500, " + end,
        message(
            policy(retries, Duration.ofMinutes(5), Duration.ZERO),
            group(true),
            answers.toArray(String[]::new)));
    assertEquals(sent, String.join(" ", methods));
  }

  @ParameterizedTest
  @CsvSource({"400, POST GET", "409, POST GET", "404, POST", "422, POST"})
  void aReferenceThatIsRefusedIsLookedUpWhereItMayBeThere(int status, String sent)
      throws IOException {
    Submission reference = new Submission.Reference("{}", "6b1c", Bench.CLIENT_REQUEST_ID);
    assertEquals(
        "the service refused the group 6b1c (" + status + ", without saying why)",
        message(ONE_LOOK, reference, answer(status + " No", ""), NONE));
    assertEquals(sent, String.join(" ", methods));
  }

  @Test
  void aTokenThatCanBeNoneLeavesWhatWasSentUnknown() throws IOException {
    Outcome outcome =
        deliver(
            bench -> bench.policy(ONE_LOOK).refreshedToken("no token"),
            group(true),
            LOST,
            NONE,
            answer("401 No", ""));
    assertEquals(
        "whether 'ops' was added is not known: the service answered 500, and then the token has a"
            + " character in it that no token has",
        outcome.failure().getMessage());
    assertEquals("POST GET POST", String.join(" ", methods));
  }

  @ParameterizedTest
  @CsvSource({
    "401, sign in again",
    "403, 'the token needs a permission to create groups: Group.ReadWrite.All (delegated) or"
        + " Group.Create (application)'",
  })
  void whoeverMadeATokenKnowsWhatToDoAboutIt(int status, String hint) throws IOException {
    Outcome denied =
        deliver(bench -> bench.remedy("sign in again"), group(false), answer(status + " No", ""));
    assertEquals(hint, denied.failure().hint());
  }

  @Test
  void anInterruptWhileItIsLookedForLeavesItUnknown() throws IOException {
    Thread tester = Thread.currentThread();
    List<RawServer.Handler> handlers =
        new ArrayList<>(List.of(RawServer.sendAndClose(LOST), socket -> tester.interrupt()));
    try (RawServer server = new RawServer(socket -> handlers.removeFirst().handle(socket));
        Bench bench = new Bench("http://127.0.0.1:" + server.port())) {
      Outcome outcome = bench.deliver(group(true));
      assertTrue(Thread.interrupted());
      assertEquals(
          "whether 'ops' was added is not known: interrupted after the service answered 500",
          outcome.failure().getMessage());
      assertEquals(2, server.requests.size());
    }
  }

  // Looking.

  /** What was created since an earlier run sent it, though long before this one, is its own. */
  @ParameterizedTest
  @CsvSource({"2026-03-01T11:59:30Z, Added", "2026-03-01T11:59:27Z, Unknown"})
  void whatAnEarlierRunSentCountsFromItsSending(String created, String outcome) throws Exception {
    String found =
        "{\"value\":[{\"mailNickname\":\"ops\",\"createdDateTime\":\"" + created + "\"}]}";
    try (RawServer server = new RawServer(RawServer.inTurn(answer("200 OK", found)));
        Bench bench = new Bench("http://127.0.0.1:" + server.port()).policy(ONE_LOOK)) {
      Outcome resumed = bench.delivery().resume(group(false), Bench.START.minusSeconds(30));
      assertEquals(outcome, resumed.getClass().getSimpleName());
      assertEquals(List.of("GET"), methods(server));
    }
  }

  private static List<String> methods(RawServer server) {
    return server.requests.stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
  }

  @Test
  void aLookGetsAnotherTokenOnce() throws IOException {
    UnaryOperator<Bench> refreshing = bench -> bench.policy(ONE_LOOK).refreshedToken("second");
    assertEquals(
        null, deliver(refreshing, group(false), LOST, answer("401 No", ""), OURS).failure());
    assertEquals("POST GET GET", String.join(" ", methods));
    assertEquals(
        "GET http://127.0.0.1/me/joinedGroups?$filter=mailNickname%20eq%20%27ops%27",
        informed.get(1));
    methods.clear();
    assertEquals(
        "whether 'ops' was added is not known: the service answered 500, and it could not be looked"
            + " up: the service answered 401",
        deliver(refreshing, group(false), LOST, answer("401 No", "")).failure().getMessage());
    assertEquals("POST GET GET", String.join(" ", methods));
  }

  @ParameterizedTest
  @CsvSource({
    "'429 Slow\r\nRetry-After: 0', 30, 1s 2s 4s 8s 15s, the service answered 429",
    "429 Slow, 4, 1s 2s 1s, the service answered 429",
    "'429 Slow\r\nRetry-After: 4', 10, 4s 4s, the service answered 429",
    "'429 Slow\r\nRetry-After: 11', 10, '', the service answered 429",
    "500 No, 7, 1s 2s 4s, the service answered 500",
    "404 No, 7, '', the service answered 404",
    "201 Odd, 7, '', the service answered 201",
  })
  void lookingIsTriedAsLongAsItMayHelp(String head, long seconds, String waits, String why)
      throws IOException {
    assertEquals(
        "whether 'ops' was added is not known: the service answered 500, and it could not be looked"
            + " up: "
            + why,
        message(
            policy(5, Duration.ofMinutes(5), Duration.ofSeconds(seconds)),
            group(false),
            LOST,
            answer(head, "")));
    assertEquals(waits, waits());
  }

  private String waits() {
    return String.join(
        " ", said.stream().map(line -> line.substring(line.lastIndexOf(' ') + 1)).toList());
  }

  @Test
  void lookingEndsWithTheWaitThatIsAllowed() throws IOException {
    message(policy(5, Duration.ofSeconds(4), Duration.ofSeconds(30)), group(false), LOST, NONE);
    assertEquals("1s 2s", waits());
  }

  @Test
  void withoutANicknameThereIsNothingToLookFor() throws IOException {
    Submission nameless = new Submission.NewGroup("{}", null, null, true, Bench.CLIENT_REQUEST_ID);
    assertEquals(
        "whether the group was added is not known: the service answered 500, and there is no"
            + " mailNickname to look for",
        message(RetryPolicy.DEFAULT, nameless, LOST));
    assertEquals("POST", String.join(" ", methods));
  }
}
