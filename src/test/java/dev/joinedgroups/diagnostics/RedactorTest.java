package dev.joinedgroups.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class RedactorTest {
  private static final String SECRET = "p+ss/w\"rd\\ with=all of~it";

  private final Redactor redactor = new Redactor();

  @Test
  void hidesASecretHoweverItIsWritten() {
    redactor.add(new Secret(SECRET));
    byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
    String form = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);

    assertEquals("a *** b *** c", redactor.redact("a " + SECRET + " b " + SECRET + " c"));
    assertEquals("{\"x\":\"***\"}", redactor.redact("{\"x\":\"p+ss/w\\\"rd\\\\ with=all of~it\"}"));
    assertEquals("s=***&t=1", redactor.redact("s=" + form + "&t=1"));
    assertEquals("s=***&t=1", redactor.redact("s=" + form.replace("+", "%20") + "&t=1"));
    assertEquals(
        "***", redactor.redact(Base64.getEncoder().withoutPadding().encodeToString(bytes)));
    assertEquals(
        "***", redactor.redact(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
  }

  @Test
  void hidesALongTokenThatWasCutOff() {
    String token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0.eyJzY3AiOiJ4In0.c2lnbmF0dXJlLXBhcnQ";
    redactor.add(new Secret(token));
    assertEquals("sent ***, then", redactor.redact("sent " + token.substring(0, 60) + ", then"));
    assertEquals("*** and ***", redactor.redact(token + " and " + token.substring(0, 50)));
  }

  @Test
  void leavesEverythingElseAsItIs() {
    String text = "nothing to hide in here: short";
    assertSame(text, redactor.redact(text));
    redactor.add(new Secret("short"));
    redactor.add(new Secret(SECRET));
    assertSame(text, redactor.redact(text));
  }
}
