package dev.joinedgroups.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joinedgroups.graph.ServiceError.Detail;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of an explanation that a service wrote for people. */
class ServiceErrorTest {
  private static ServiceError error(String message, Detail... details) {
    return new ServiceError("Request_BadRequest", message, List.of(details), null);
  }

  private static String candidates(ServiceError error) {
    return String.join(" ", error.propertyCandidates());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Invalid value for property 'mailNickname' of resource 'Group'. | mailNickname Group",
        "\"theme\" and `visibility` and 'x_1' | theme visibility x_1",
        "'theme'; 'visibility' | theme visibility",
        "The user's 'theme' isn't that of others' | theme",
        "'two words', '1st', '' and '/' | ~~",
        "'theme | ~~",
        "x 'theme\" | ~~",
        "The property theme is too long | theme",
        "A property: visibility | visibility",
        "Property visibility | visibility",
        "Properties theme, visibility | theme",
        "The property 1st | ~~",
        "Too long: mailNickname | mailNickname",
        "mailNickname is too long | mailNickname",
        "MailNickname, aB, AB, Ab and ab | MailNickname aB",
        "The service says no | ~~",
      })
  void propertiesAreFoundInTheText(String message, String names) {
    assertEquals(names, candidates(error(message)));
  }

  @Test
  void aNameHasAtMost128Characters() {
    String longest = "x".repeat(128);
    assertEquals(longest, candidates(error("'" + longest + "' or 'x" + longest + "'")));
  }

  @ParameterizedTest
  @CsvSource({
    "mailNickname, mailNickname",
    "group/mailNickname, mailNickname",
    "group.theme, theme",
    "a.b/theme, theme",
    "/theme, theme",
    "group/, ''",
    "two words, ''",
    "'', ''",
  })
  void aTargetNamesAProperty(String target, String names) {
    assertEquals(names, candidates(error("no", new Detail("", "", target))));
  }

  @Test
  void theLikeliestComeFirstAndOnce() {
    ServiceError error =
        error(
            "property theme of 'Group'",
            new Detail("", "'visibility' and mailNickname", "target"),
            new Detail("", "'Group', property description", "group/target"));
    assertEquals("target Group visibility theme mailNickname description", candidates(error));
  }

  @Test
  void theTextSaysEverythingOnce() {
    Detail again = new Detail("x", "no", "");
    Detail more = new Detail("x", "more", "theme");
    assertEquals("Request_BadRequest: no; more", error("no", again, more).text());
    assertEquals("Request_BadRequest; more", error("", more).text());
    assertEquals("more", new ServiceError("", "", List.of(more), null).text());
    assertEquals("", new ServiceError("", "", List.of(), null).text());
  }
}
