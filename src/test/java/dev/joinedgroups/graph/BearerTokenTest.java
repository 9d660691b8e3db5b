package dev.joinedgroups.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BearerTokenTest {
  @Test
  void everyVisibleCharacterMayBeInAToken() {
    StringBuilder visible = new StringBuilder();
    for (char c = '!'; c <= '~'; c++) {
      visible.append(c);
    }
    assertEquals(visible.toString(), BearerToken.checked(new Secret(visible.toString())));
  }

  @ParameterizedTest
  @CsvSource({
    "'', the token is empty",
    "'a\r', the token has a line break in it",
    "'\na', the token has a line break in it",
    "'a b', the token has a character in it that no token has",
    "'\u0000', the token has a character in it that no token has",
    "'a\u007f', the token has a character in it that no token has",
    "'ä', the token has a character in it that no token has",
  })
  void whatNoTokenHasIsSaidWithoutTheToken(String token, String message) {
    Failure failure = assertThrows(Failure.class, () -> BearerToken.checked(new Secret(token)));
    assertEquals(
        "AUTH: " + message + " | give the access token alone, as it was issued, without quotes",
        failure.exitCode() + ": " + failure.getMessage() + " | " + failure.hint());
  }
}
