package dev.joinedgroups.run;

import static dev.joinedgroups.run.RawServer.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.joinedgroups.graph.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of each answer to a POST, by a server that sends nothing of its own accord. */
class AnswersTest {
  private static final String CREATED = answer("201 Created", "{\"id\":\"g-1\"}");
  private static final String NONE = answer("200 OK", "{\"value\":[]}");

  private final List<String> said = new ArrayList<>();

  /** What becomes of a group when the server gives these answers, one a connection. */
  private Outcome deliver(Target target, String... answers) throws IOException {
    RetryPolicy policy = new RetryPolicy(5, Duration.ofMinutes(5), Duration.ZERO, false);
    try (RawServer server = new RawServer(RawServer.inTurn(answers));
        Bench bench =
            new Bench("http://127.0.0.1:" + server.port()).policy(policy).target(target)) {
      Outcome outcome =
          bench.deliver(
              new Submission.NewGroup(
                  "{\"mailNickname\":\"ops\"}", "ops", null, false, Bench.CLIENT_REQUEST_ID));
      said.addAll(bench.said);
      return outcome;
    }
  }

  private String told(Target target, String... answers) throws IOException {
    return Bench.told(deliver(target, answers))
        .replace("\nclientRequestId: " + Bench.CLIENT_REQUEST_ID, "");
  }

  private String told(String... answers) throws IOException {
    return told(Target.JOINED_GROUPS_REF, answers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html | <title>Oops</title> | : Oops",
        "TEXT/HTML; charset=utf-8 | '<html><TITLE> O\nops</TITLE></html>' | : O",
        "text/html | <html><p>Oops</p></html> | , without saying why",
        "text/html | <html><title>Oops | , without saying why",
        "text/plain | '\nOops \nagain' | : Oops",
        "Text/Plain | Größe | : Größe",
        "application/json | Oops | , without saying why",
        "application/octet-stream | Oops | , without saying why",
        "application/json | [] | , without saying why",
        "text/plain | '{\"code\":\"C\",\"message\":\"m\"}' | : C: m",
        "application/json | '{\"message\":\"\",\"title\":\"t\"}' | : t",
        "application/json | '{\"error\":\"C\",\"message\":\"m\"}' | : C: m",
        "application/json | '{\"error\":7,\"odata.error\":{\"code\":\"C\"}}' | : C",
        "application/json | '{\"error\":{\"code\":\"C\",\"message\":\"m\",\"details\":[7,"
            + "{\"message\":\"d\"},{\"message\":{\"value\":\"e\"}}]}}' | : C: m; d; e",
      })
  void aRefusalIsReadInEveryForm(String type, String body, String why) throws IOException {
    String told = told(answer("422 No\r\nContent-Type: " + type, body));
    assertEquals(
        why.startsWith(":")
            ? "the service refused 'ops' (422)" + why
            : "the service refused 'ops' (422" + why + ")",
        told.substring(0, told.indexOf("\nhint: ")));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"target\":\"theme\"', theme",
    "'\"details\":[{\"target\":\"x\"}]', x",
    "'\"a\":1', ''"
  })
  void whatARefusalIsAboutIsKept(String member, String properties) throws IOException {
    String body = "{\"error\":{\"code\":\"C\",\"message\":\"no\"," + member + "}}";
    Outcome outcome = deliver(Target.GROUPS, answer("400 No", body));
    assertEquals(
        properties,
        String.join(
            " ", assertInstanceOf(Outcome.Refused.class, outcome).error().propertyCandidates()));
  }

  @Test
  void ofALongTextTheBeginningIsShown() throws IOException {
    String text = "x".repeat(200);
    assertEquals(
        "the service refused 'ops' (422): " + text + "\nhint: \nstatus: 422",
        told(answer("422 No\r\nContent-Type: text/plain", text)));
    assertEquals(
        "the service refused 'ops' (422): " + text + "…\nhint: \nstatus: 422",
        told(answer("422 No\r\nContent-Type: text/plain", text + "y")));
  }

  @Test
  void groupsAreReadUpToFourMegabytesAndExplanationsUpToAQuarterOfOne() throws IOException {
    int most = 256 * 1024;
    String error = "{\"error\":{\"code\":\"C\"}}";
    String longest = " ".repeat(most - error.length()) + error;
    assertEquals(
        "the service refused 'ops' (400): C\nhint: \ncode: C\nstatus: 400",
        told(answer("400 No", longest)));
    assertEquals(
        "the service refused 'ops' (400, without saying why)\nhint: \nstatus: 400",
        told(answer("400 No", " " + longest)));
    for (int length : new int[] {most + 1, 16 * most, 16 * most + 1}) {
      String told = told(answer("201 Created", "{}" + " ".repeat(length - 2)));
      assertEquals(length > 16 * most, told.contains("broke off or was too long to read"), told);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', innerError, inner",
    "'', innererror, inner",
    "'', other, ''",
    "'request-id: outer', innerError, outer",
    "'request-id: ', innerError, inner",
  })
  void anAnswerIsFoundAgainByItsId(String header, String member, String id) throws IOException {
    String body =
        "{\"error\":{\"code\":\"C\",\"target\":\"theme\",\""
            + member
            + "\":{\"request-id\":\"inner\"}}}";
    assertEquals(
        "the service refused 'ops' (400): C\nhint: \ncode: C\nstatus: 400"
            + (id.isEmpty() ? "" : "\nrequestId: " + id),
        told(answer("400 No" + (header.isEmpty() ? "" : "\r\n" + header), body)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JOINED_GROUPS | 404 | check the endpoint, --user and --target: there is no such"
            + " collection",
        "GROUPS | 404 | check the endpoint: there is no such collection",
        "GROUPS | 405 | check the endpoint and --target: that address takes no POST",
        "GROUPS | 409 | the service says that this conflicts with what it has",
        "GROUPS | 413 | the definition is larger than the service takes",
        "GROUPS | 400 | ''",
      })
  void aRefusalComesWithAdvice(Target target, int status, String advice) throws IOException {
    assertEquals(
        "the service refused 'ops' (%d, without saying why)\nhint: %s\nstatus: %d"
            .formatted(status, advice, status),
        told(target, answer(status + " No", "")));
  }

  @ParameterizedTest
  @CsvSource({"300, ''", "399, /elsewhere"})
  void aRedirectIsSaid(int status, String location) throws IOException {
    String header = location.isEmpty() ? "" : "\r\nLocation: " + location;
    assertEquals(
        "the service answered with a redirect (%d)%s\n"
                .formatted(status, location.isEmpty() ? "" : " to " + location)
            + "hint: redirects are not followed, so that the token stays with the endpoint;"
            + " set --endpoint to the address that answers itself\nstatus: "
            + status,
        told(answer(status + " There" + header, "")));
  }

  @ParameterizedTest
  @CsvSource({"'{\"id\":\"g-1\"}', true", "'{\"displayName\":\"Ops\"}', true", "'{}', false"})
  void okIsASuccessWithAGroupOnly(String body, boolean success) throws IOException {
    String told = told(answer("200 OK", body), NONE);
    assertEquals(
        success
            ? "Added"
            : "whether 'ops' was added is not known: the service answered 200 without a group,"
                + " and it was not found since\nhint: look whether it is there before adding it"
                + " again\nstatus: 200",
        success ? told.substring(0, told.indexOf('[')) : told);
  }

  /** Dates count from the service's own time, and from this machine's where it says none. */
  @ParameterizedTest
  @CsvSource({
    "'', 'Sun, 01 Mar 2026 12:00:07 GMT', 7s",
    "'Date: Sun, 01 Mar 2026 13:00:00 GMT', 'Sun, 01 Mar 2026 13:00:09 GMT', 9s",
    "'Date: yesterday', 'Sun, 01 Mar 2026 12:00:07 GMT', 7s",
  })
  void aDateToWaitForCountsFromTheServicesTime(String date, String until, String wait)
      throws IOException {
    String head = "429 Slow\r\nRetry-After: " + until + (date.isEmpty() ? "" : "\r\n" + date);
    told(answer(head, ""), CREATED);
    assertEquals(List.of("the service is throttling (429); trying again in " + wait), said);
  }
}
