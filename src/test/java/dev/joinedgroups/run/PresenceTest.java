package dev.joinedgroups.run;

import static dev.joinedgroups.run.RawServer.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a group is there already, before anything is sent. */
class PresenceTest {
  private static final String FOUND =
      answer(
          "200 OK\r\nrequest-id: q-1",
          "{\"value\":[{\"id\":\"1\"},{\"id\":\"2\",\"mailNickname\":\"opsy\"},"
              + "{\"id\":\"3\",\"mailNickname\":\"OPS\"}]}");
  private static final String NONE =
      answer("200 OK", "{\"value\":[{\"id\":\"1\"},{\"id\":\"2\",\"mailNickname\":\"opsy\"}]}");

  private final List<String> said = new ArrayList<>();
  private final List<String> events = new ArrayList<>();
  private final List<String> informed = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  private static Submission.NewGroup group(String nickname) {
    return new Submission.NewGroup("{}", nickname, null, false, Bench.CLIENT_REQUEST_ID);
  }

  private Outcome find(Submission submission, String newToken, String... answers)
      throws IOException {
    RetryPolicy policy = new RetryPolicy(2, Duration.ofMinutes(5), Duration.ZERO, false);
    try (RawServer server = new RawServer(RawServer.inTurn(answers));
        Bench bench = new Bench("http://127.0.0.1:" + server.port()).policy(policy)) {
      if (newToken != null) {
        bench.refreshedToken(newToken);
      }
      Outcome outcome = bench.delivery().findPresent(submission);
      said.addAll(bench.said);
      events.addAll(bench.events);
      informed.addAll(bench.informed);
      for (String head : server.heads) {
        requests.add(head.substring(0, head.indexOf(" HTTP")) + " " + token(head));
      }
      return outcome;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String token(String head) {
    int at = head.indexOf("Bearer ");
    return head.substring(at + 7, head.indexOf("\r\n", at));
  }

  /** What stands in the way, in full. */
  private String told(String... answers) throws IOException {
    return Bench.told(find(group("ops"), null, answers))
        .replace("\nclientRequestId: " + Bench.CLIENT_REQUEST_ID, "");
  }

  @Test
  void aGroupOfThatNicknameIsThere() throws IOException {
    Outcome outcome = find(group("ops"), null, FOUND);
    Outcome.Present present = assertInstanceOf(Outcome.Present.class, outcome);
    assertEquals("3", present.group().string("id"));
    assertEquals(200, present.status());
    assertEquals("q-1", present.requestId());
    assertEquals(
        List.of("GET /me/joinedGroups?$filter=mailNickname%20eq%20%27ops%27 first-token"),
        requests);
    assertEquals(List.of(), said);
  }

  @Test
  void noneIsThere() throws IOException {
    assertEquals(null, find(group("ops"), null, NONE));
    assertEquals(1, requests.size());
  }

  @Test
  void whatHasNoNicknameIsNotLookedFor() throws IOException {
    assertEquals(null, find(group(null), null, FOUND));
    assertEquals(null, find(new Submission.Reference("{}", "3", "r-1"), null, FOUND));
    assertEquals(List.of(), requests);
  }

  @Test
  void aTokenThatIsNotTakenIsReplacedOnce() throws IOException {
    String rejected = answer("401 No", "");
    assertInstanceOf(Outcome.Present.class, find(group("ops"), "second-token", rejected, FOUND));
    assertEquals(
        List.of("first-token", "second-token"),
        requests.stream().map(line -> line.substring(line.lastIndexOf(' ') + 1)).toList());
    requests.clear();
    assertInstanceOf(Outcome.Denied.class, find(group("ops"), "second-token", rejected));
    assertEquals(2, requests.size());
    requests.clear();
    String forbidden = answer("403 No", "");
    assertInstanceOf(Outcome.Denied.class, find(group("ops"), "second-token", forbidden));
    assertEquals(1, requests.size());
  }

  @ParameterizedTest
  @CsvSource({
    "'429 Slow\r\nRetry-After: 4', 4s, all wait",
    "'503 Busy\r\nRetry-After: 300', 5m, all wait",
    "429 Slow, 500ms, one waits",
    "500 No, 500ms, one waits",
    "200 OK, 500ms, one waits",
  })
  void whatMayPassIsWaitedFor(String head, String wait, String who) throws IOException {
    Outcome outcome = find(group("ops"), null, answer(head, ""), FOUND);
    assertInstanceOf(Outcome.Present.class, outcome);
    assertEquals(
        List.of("whether 'ops' is there could not be looked up; trying again in " + wait), said);
    assertEquals(List.of(who), events);
    assertEquals(2, informed.stream().filter(line -> line.startsWith("GET http")).count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429 Slow | 3 | 'ops' was not added: the service would not say whether it is there"
            + " | nothing was added by this; run it again later",
        "500 No | 3 | 'ops' was not sent, since it could not be looked up: the service answered 500"
            + " | nothing was added by this; run it again later",
        "201 Odd | 1 | 'ops' was not sent, since it could not be looked up: the service answered"
            + " 201 | nothing was added by this; run it again later",
        "404 No | 1 | 'ops' was not sent, since it could not be looked up (404, without saying why)"
            + " | leave out --if-exists if the endpoint has no look-up",
        "302 There | 1 | the service answered with a redirect (302) | redirects are not followed,"
            + " so that the token stays with the endpoint; set --endpoint to the address that"
            + " answers itself",
        "401 No | 1 | the service does not accept the token (401, without saying why) | the token"
            + " is wrong, has expired or is for another service; get a new one",
        "403 No | 1 | the service does not permit adding 'ops' (403, without saying why) | the"
            + " token needs a permission to create groups: Group.ReadWrite.All (delegated) or"
            + " Group.Create (application)",
      },
      quoteCharacter = '~')
  void whatStandsInTheWayIsSaid(String head, int times, String message, String hint)
      throws IOException {
    String told = told(answer(head, ""));
    assertEquals(message + "\nhint: " + hint, told.replaceFirst("\nstatus: [0-9]+$", ""));
    assertEquals(times, requests.size());
  }

  @Test
  void nobodyWaitsLongerThanAllowed() throws IOException {
    String slow = answer("429 Slow\r\nRetry-After: 200", "");
    assertInstanceOf(Outcome.Unreachable.class, find(group("ops"), null, slow));
    assertEquals(2, requests.size());
    assertEquals(1, said.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:", "https://graph.invalid:"})
  void aConnectionIsTriedAgainWhereThatMayHelp(String base) throws Exception {
    try (Bench bench = new Bench(base + RawServer.closedPort())) {
      Outcome outcome = bench.delivery().findPresent(group("ops"));
      boolean mayPass = base.contains("127");
      assertEquals(!mayPass, assertInstanceOf(Outcome.Unreachable.class, outcome).lasting());
      assertEquals(mayPass ? 5 : 0, bench.said.size());
    }
  }

  @Test
  void anInterruptEndsTheLooking() throws IOException {
    Thread.currentThread().interrupt();
    try (RawServer server = new RawServer(RawServer.send(""));
        Bench bench = new Bench("http://127.0.0.1:" + server.port())) {
      Delivery delivery = bench.delivery();
      assertThrows(InterruptedException.class, () -> delivery.findPresent(group("ops")));
      assertEquals(List.of(), server.requests);
    }
  }
}
