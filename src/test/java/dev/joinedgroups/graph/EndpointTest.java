package dev.joinedgroups.graph;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  private static Endpoint of(String text) {
    return Endpoint.of(text, Endpoint.ME, Target.JOINED_GROUPS_REF);
  }

  @ParameterizedTest
  @CsvSource({
    "https://graph.microsoft.com/beta, https://graph.microsoft.com/beta/me/joinedGroups/$ref",
    "https://graph.microsoft.com/beta//, https://graph.microsoft.com/beta/me/joinedGroups/$ref",
    "HTTPS://h, HTTPS://h/me/joinedGroups/$ref",
    "https://h:65535, https://h:65535/me/joinedGroups/$ref",
    "http://[::1]:8080/, http://[::1]:8080/me/joinedGroups/$ref",
    "' http://localhost/a%20b ', http://localhost/a%20b/me/joinedGroups/$ref",
  })
  void anEndpointIsARoot(String text, String uri) {
    assertEquals(uri, of(text).postUri().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "graph.microsoft.com, must begin with https://",
    "localhost:8080/beta, must begin with https://",
    "ftp://h, must begin with https://",
    "'', must begin with https://",
    "https://, it is not a URL",
    "https:///beta, names no host",
    "https://my_host/beta, names no host",
    "https://h:99999, names no host",
    "https://h/beta?x=1, may not have a query",
    "https://h/beta#x, may not have a query",
    "'https://h/be ta', it is not a URL",
  })
  void whatIsNoRootIsRefused(String text, String why) {
    Failure failure = assertThrows(Failure.class, () -> of(text));
    assertEquals(ExitCode.USAGE, failure.exitCode());
    assertEquals(true, failure.getMessage().contains(why), failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://me:pa55@h/beta", "https://pa55@h", "https://me:pa55 x@h"})
  void aPasswordInTheEndpointIsNotRepeated(String text) {
    Failure failure = assertThrows(Failure.class, () -> of(text));
    assertEquals(ExitCode.USAGE, failure.exitCode());
    assertEquals(false, (failure.getMessage() + failure.hint()).contains("pa55"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", ".."})
  void aUserThatCannotBeInAPathIsRefused(String user) {
    assertThrows(Failure.class, () -> Endpoint.of("https://h", user, Target.JOINED_GROUPS_REF));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "ops | mailNickname%20eq%20%27ops%27",
        "o'brien | mailNickname%20eq%20%27o%27%27brien%27",
        "a+b&c#d%e | mailNickname%20eq%20%27a%2Bb%26c%23d%25e%27",
        "azAZ09-._~ | mailNickname%20eq%20%27azAZ09-._~%27",
        "`{@[/: | mailNickname%20eq%20%27%60%7B%40%5B%2F%3A%27",
        "zürich😀 | mailNickname%20eq%20%27z%C3%BCrich%F0%9F%98%80%27",
      })
  void aLookUpEscapesTheNickname(String nickname, String filter) {
    assertEquals(
        "https://h/groups?$filter=" + filter,
        Endpoint.of("https://h", "me", Target.GROUPS).lookUpUri(nickname).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org",
        "http://localhost:1",
        "http://LOCALHOST",
        "http://127.0.0.1:8080/beta",
        "http://127.255.255.254",
        "http://[::1]:80",
      })
  void aTokenMayGoOverTlsOrStayHere(String text) {
    assertDoesNotThrow(() -> of(text).requireSafeForToken());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org",
        "http://127.0.0.1.example.org",
        "http://127.0.0.example.org",
        "http://localhost.example.org",
        "http://128.0.0.1",
        "http://0.0.0.0",
        "http://[::2]",
        "http://[::ffff:10.0.0.1]",
      })
  void aTokenNeverLeavesInTheClear(String text) {
    Failure failure = assertThrows(Failure.class, () -> of(text).requireSafeForToken());
    assertEquals(ExitCode.USAGE, failure.exitCode());
  }

  @Test
  void aRefusalByGraphPointsAtTheTargetThatItAccepts() {
    String hint =
        "the live service is not known to accept a POST to joinedGroups;"
            + " --target groups posts to /groups, which it does accept";
    for (Cloud cloud : Cloud.values()) {
      Endpoint graph = of("https://" + cloud.graphHost() + "/beta");
      assertEquals(hint, Advice.on(graph, 400));
      assertEquals(hint, Advice.on(graph, 404));
      assertEquals(hint, Advice.on(graph, 405));
    }
    assertEquals("", Advice.on(of("https://example.org"), 400));
    assertEquals(
        "", Advice.on(Endpoint.of("https://graph.microsoft.com/v1.0", "me", Target.GROUPS), 400));
  }
}
