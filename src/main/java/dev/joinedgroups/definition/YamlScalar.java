package dev.joinedgroups.definition;

import dev.joinedgroups.definition.ScalarNode.Kind;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What an unquoted YAML scalar means under the core schema (YAML 1.2.2, section 10.3), with one
 * difference: a decimal number with leading zeros is a text, because YAML 1.1 reads it as octal and
 * a guess would change a value.
 *
 * @param kind its JSON type
 * @param text a string's characters, or the JSON literal
 */
record YamlScalar(Kind kind, String text) {
  static YamlScalar resolve(String written) {
    return switch (written) {
      case "", "~", "null", "Null", "NULL" -> new YamlScalar(Kind.NULL, "null");
      case "true", "True", "TRUE" -> new YamlScalar(Kind.BOOLEAN, "true");
      case "false", "False", "FALSE" -> new YamlScalar(Kind.BOOLEAN, "false");
      default -> {
        String number = number(written);
        yield number == null
            ? new YamlScalar(Kind.STRING, written)
            : new YamlScalar(Kind.NUMBER, number);
      }
    };
  }

  /** The JSON literal of a YAML number, or null when it is none. */
  static @Nullable String number(String written) {
    if (written.startsWith("0x") && allDigits(written, 2, 16)) {
      return new BigInteger(written.substring(2), 16).toString();
    }
    if (written.startsWith("0o") && allDigits(written, 2, 8)) {
      return new BigInteger(written.substring(2), 8).toString();
    }
    int at = 0;
    int length = written.length();
    String sign = "";
    if (written.charAt(0) == '-' || written.charAt(0) == '+') {
      sign = written.charAt(0) == '-' ? "-" : "";
      at = 1;
    }
    int whole = digitsEnd(written, at);
    int fraction = whole;
    if (whole < length && written.charAt(whole) == '.') {
      fraction = digitsEnd(written, whole + 1);
    }
    boolean hasFraction = fraction > whole + 1;
    boolean leadingZero = whole - at > 1 && written.charAt(at) == '0';
    if ((whole == at && !hasFraction) || leadingZero) {
      return null;
    }
    int exponent = fraction;
    if (fraction < length && (written.charAt(fraction) == 'e' || written.charAt(fraction) == 'E')) {
      int digits = fraction + 1;
      if (digits < length && (written.charAt(digits) == '-' || written.charAt(digits) == '+')) {
        digits++;
      }
      exponent = digitsEnd(written, digits);
      if (exponent == digits) {
        return null;
      }
    }
    if (exponent != length) {
      return null;
    }
    return sign
        + (whole == at ? "0" : written.substring(at, whole))
        + (hasFraction ? written.substring(whole, fraction) : "")
        + written.substring(fraction);
  }

  /** Whether this is one of YAML's numbers that JSON has no literal for. */
  static boolean isNotFinite(String written) {
    String unsigned =
        written.startsWith("-") || written.startsWith("+") ? written.substring(1) : written;
    return switch (unsigned) {
      case ".inf", ".Inf", ".INF" -> true;
      case ".nan", ".NaN", ".NAN" -> unsigned.length() == written.length();
      default -> false;
    };
  }

  private static boolean allDigits(String text, int from, int radix) {
    for (int i = from; i < text.length(); i++) {
      if (Character.digit(text.charAt(i), radix) < 0 || text.charAt(i) > 'f') {
        return false;
      }
    }
    return text.length() > from && text.length() < 1000;
  }

  private static int digitsEnd(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}
