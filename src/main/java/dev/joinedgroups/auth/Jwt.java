package dev.joinedgroups.auth;

import dev.joinedgroups.definition.ArrayNode;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ResponseParser;
import dev.joinedgroups.definition.ScalarNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a token that is a JWT (RFC 7519), read without checking its signature: they serve
 * to explain and to stop early, never to trust.
 */
record Jwt(ObjectNode claims) {
  /** The last moment that {@link Instant} of a claim is taken seriously: the year 9999. */
  private static final BigDecimal LATEST = new BigDecimal("253402300799");

  /** The claims, or null when the token is none or cannot be read. */
  static @Nullable Jwt of(String token) {
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (first < 0 || second < 0) {
      return null;
    }
    try {
      byte[] json = Base64.getUrlDecoder().decode(unpadded(token.substring(first + 1, second)));
      ObjectNode claims = ResponseParser.object("<token>", json);
      return claims == null ? null : new Jwt(claims);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  private static String unpadded(String base64) {
    int end = base64.length();
    while (end > 0 && base64.charAt(end - 1) == '=') {
      end--;
    }
    return base64.substring(0, end);
  }

  /** The text of a claim, or null. */
  @Nullable String text(String claim) {
    return claims.string(claim);
  }

  /** The first of several claims that is there as text, or null. */
  @Nullable String firstText(String... names) {
    for (String name : names) {
      String text = claims.string(name);
      if (text != null && !text.isEmpty()) {
        return text;
      }
    }
    return null;
  }

  /** A NumericDate claim such as {@code exp}, or null where it is missing or no sensible date. */
  @Nullable Instant instant(String claim) {
    if (claims.get(claim) instanceof ScalarNode scalar
        && scalar.kind() == ScalarNode.Kind.NUMBER
        && scalar.text().length() < 20) {
      BigDecimal seconds = new BigDecimal(scalar.text());
      if (seconds.signum() >= 0 && seconds.compareTo(LATEST) <= 0) {
        return Instant.ofEpochSecond(seconds.longValue());
      }
    }
    return null;
  }

  /** Delegated scopes ({@code scp}), else application roles. */
  List<String> scopes() {
    String delegated = claims.string("scp");
    if (delegated != null) {
      return words(delegated);
    }
    List<String> roles = new ArrayList<>();
    if (claims.get("roles") instanceof ArrayNode array) {
      for (Node role : array.items()) {
        if (role instanceof ScalarNode scalar) {
          roles.add(scalar.text());
        }
      }
    }
    return List.copyOf(roles);
  }

  /** The words of a text with blanks between them, without the cost of a regular expression. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringTokenizer tokenizer = new StringTokenizer(text, " ");
    while (tokenizer.hasMoreTokens()) {
      words.add(tokenizer.nextToken());
    }
    return List.copyOf(words);
  }

  /**
   * Whether it stands for a user or for an application by itself: {@code idtyp} says so where it
   * is; else a token of Entra ID without {@code scp} is an application's (Microsoft identity
   * platform, "Access token claims reference").
   */
  TokenKind kind() {
    String type = claims.string("idtyp");
    if (type != null) {
      return type.equals("app") ? TokenKind.APP_ONLY : TokenKind.DELEGATED;
    }
    if (claims.string("scp") != null) {
      return TokenKind.DELEGATED;
    }
    boolean ofEntra =
        claims.get("appid") != null || claims.get("azp") != null || claims.get("roles") != null;
    return ofEntra ? TokenKind.APP_ONLY : TokenKind.UNKNOWN;
  }
}
