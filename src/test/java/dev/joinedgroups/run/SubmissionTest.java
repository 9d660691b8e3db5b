package dev.joinedgroups.run;

import static dev.joinedgroups.run.RawServer.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ResponseParser;
import dev.joinedgroups.graph.Receipt;
import dev.joinedgroups.run.Submission.NewGroup;
import dev.joinedgroups.run.Submission.Reference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How what was sent is told from what others made. */
class SubmissionTest {
  private static final Instant SENT = Instant.parse("2026-03-01T12:00:00Z");

  private static ObjectNode object(String json) {
    return ResponseParser.object("a.json", json.getBytes(StandardCharsets.UTF_8));
  }

  private static NewGroup group(String json) {
    return NewGroup.of(object(json), "r-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"displayName\":\"Ops\",\"mailNickname\":\"o\"} | 'Ops'",
        "{\"mailNickname\":\"o\"} | 'o'",
        "{} | the group",
      })
  void aGroupIsCalledByItsName(String json, String label) {
    assertEquals(label, group(json).label());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"groupTypes\":[\"DynamicMembership\",\"Unified\"]} | true",
        "{\"groupTypes\":[\"DynamicMembership\",7]} | false",
        "{\"groupTypes\":[]} | false",
        "{\"groupTypes\":\"Unified\"} | false",
        "{} | false",
      })
  void aMicrosoft365GroupIsToldByItsTypes(String json, boolean repeatable) {
    assertEquals(repeatable, group(json).isRepeatable());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "o | Ops | 2026-03-01T12:00:00Z | OURS",
        "o | Ops | 2026-03-01T13:00:00+01:00 | OURS",
        "o | Ops | 2026-03-01T11:59:59Z | EXCLUDES",
        "o | Ops | yesterday | MAYBE",
        "o | Ops | ~~ | MAYBE",
        "O | Ops | 2026-03-01T12:00:00Z | EXCLUDES",
        "o | ops | 2026-03-01T12:00:00Z | EXCLUDES",
        "o | ~~ | 2026-03-01T12:00:00Z | EXCLUDES",
        "p | Ops | 2026-03-01T12:00:00Z | OTHER",
        "~~ | Ops | 2026-03-01T12:00:00Z | OTHER",
      })
  void aGroupIsOursByNicknameNameAndTime(
      String nickname, String name, String created, Submission.Match match) {
    NewGroup unified =
        group("{\"displayName\":\"Ops\",\"mailNickname\":\"o\",\"groupTypes\":[\"Unified\"]}");
    assertEquals(match, unified.match(found(nickname, name, created), SENT));
    NewGroup security = group("{\"displayName\":\"Ops\",\"mailNickname\":\"o\"}");
    assertEquals(
        match == Submission.Match.EXCLUDES ? Submission.Match.OTHER : match,
        security.match(found(nickname, name, created), SENT));
  }

  private static ObjectNode found(String nickname, String name, String created) {
    String json =
        "{\"mailNickname\":\"%s\",\"displayName\":\"%s\",\"createdDateTime\":\"%s\""
            .formatted(nickname, name, created);
    for (String empty : List.of("mailNickname", "displayName", "createdDateTime")) {
      json = json.replaceFirst("\"" + empty + "\":\"\",?", "");
    }
    return object(json.replaceFirst(",$", "") + ",\"groupTypes\":[\"Unified\"]}");
  }

  @Test
  void withoutANameOnlyAGroupWithoutOneIsOurs() {
    NewGroup nameless = group("{\"mailNickname\":\"o\"}");
    String time = "2026-03-01T12:00:00Z";
    assertEquals(Submission.Match.OURS, nameless.match(found("o", "", time), SENT));
    assertEquals(Submission.Match.OTHER, nameless.match(found("o", "Ops", time), SENT));
    assertEquals(Submission.Match.OTHER, group("{}").match(found("o", "", time), SENT));
  }

  @Test
  void aReferenceIsThereByItsId() {
    Reference reference = new Reference("{}", "6b1c", "r-1");
    assertEquals("the group 6b1c", reference.label());
    assertEquals(true, reference.isRepeatable());
    assertEquals(Submission.Match.OURS, reference.match(object("{\"id\":\"6B1C\"}"), SENT));
    assertEquals(Submission.Match.OTHER, reference.match(object("{\"id\":\"6b1d\"}"), SENT));
    assertEquals(Submission.Match.OTHER, reference.match(object("{}"), SENT));
  }

  /** Times are cut to seconds, and the service's clock differs from this machine's. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-01T11:59:58Z, '', OURS",
    "2026-03-01T11:59:57Z, '', NONE",
    "2026-03-01T14:59:48Z, 'Sun, 01 Mar 2026 15:00:00 GMT', OURS",
    "2026-03-01T14:59:47Z, 'Sun, 01 Mar 2026 15:00:00 GMT', NONE",
  })
  void whatWasCreatedAfterTheSendingIsOurs(String created, String date, Search.Verdict verdict) {
    Receipt receipt = new Receipt(200, null, date.isEmpty() ? null : date, null);
    Listing.Groups listing = new Listing.Groups(List.of(found("o", "Ops", created)), receipt);
    NewGroup security = group("{\"displayName\":\"Ops\",\"mailNickname\":\"o\"}");
    Search search = Search.judge(security, listing, SENT, SENT.plusSeconds(10));
    assertEquals(verdict, search.verdict());
    assertEquals(verdict == Search.Verdict.OURS, search.group() != null);
  }

  @ParameterizedTest
  @CsvSource({
    "'', NONE",
    "other, NONE",
    "ours, OURS",
    "ours other excludes, OURS",
    "ours ours, UNDECIDED",
    "ours maybe, UNDECIDED",
    "maybe, UNDECIDED",
    "maybe excludes, UNDECIDED",
    "excludes other, EXCLUDED",
  })
  void exactlyOneThatFitsIsOurs(String listed, Search.Verdict verdict) {
    List<ObjectNode> groups = new ArrayList<>();
    for (String each : listed.split(" ")) {
      switch (each) {
        case "ours" -> groups.add(found("o", "Ops", "2026-03-01T12:00:00Z"));
        case "maybe" -> groups.add(found("o", "Ops", ""));
        case "excludes" -> groups.add(found("O", "Ops", "2026-03-01T12:00:00Z"));
        case "other" -> groups.add(found("p", "Ops", "2026-03-01T12:00:00Z"));
        default -> {}
      }
    }
    NewGroup unified =
        group("{\"displayName\":\"Ops\",\"mailNickname\":\"o\",\"groupTypes\":[\"Unified\"]}");
    Listing.Groups listing = new Listing.Groups(groups, new Receipt(200, null, null, null));
    assertEquals(verdict, Search.judge(unified, listing, SENT, SENT).verdict());
  }

  @ParameterizedTest
  @CsvSource({"49, true", "50, false"})
  void aListIsReadForFiftyPages(int more, boolean ends) throws IOException {
    List<String> answers = new ArrayList<>(List.of(answer("500 No", "")));
    try (RawServer server =
            new RawServer(socket -> RawServer.send(answers.removeFirst()).handle(socket));
        Bench bench = new Bench("http://127.0.0.1:" + server.port())) {
      String next = "\"@odata.nextLink\":\"http://127.0.0.1:" + server.port() + "/next\"";
      for (int i = 0; i < more; i++) {
        answers.add(answer("200 OK", "{\"value\":[]," + next + "}"));
      }
      answers.add(
          answer(
              "200 OK",
              "{\"value\":[{\"mailNickname\":\"o\",\"createdDateTime\":\"2999-01-01T00:00:00Z\"}]}"));
      bench.policy(new RetryPolicy(5, Duration.ofMinutes(5), Duration.ZERO, false));
      Outcome outcome = bench.deliver(group("{\"mailNickname\":\"o\"}"));
      assertEquals(ends ? "Added" : "Unknown", outcome.getClass().getSimpleName());
      assertEquals(51, server.requests.size());
      if (outcome instanceof Outcome.Unknown unknown) {
        assertEquals(
            "whether 'o' was added is not known: the service answered 500, and it could not be"
                + " looked up: the list of groups has no end",
            unknown.failure().getMessage());
      }
    }
  }
}
