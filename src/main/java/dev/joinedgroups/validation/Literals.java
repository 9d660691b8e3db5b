package dev.joinedgroups.validation;

import java.time.DateTimeException;
import java.time.YearMonth;

/**
 * The literal forms of OData's primitive types (OASIS odata-abnf-construction-rules, rules {@code
 * guidValue}, {@code dateTimeOffsetValue}, {@code int32Value}).
 */
final class Literals {
  private static final int[] GUID_HYPHENS = {8, 13, 18, 23};

  private Literals() {}

  /** Whether the text is 8-4-4-4-12 hexadecimal digits. */
  static boolean isGuid(String text) {
    if (text.length() != 36) {
      return false;
    }
    int hyphen = 0;
    for (int i = 0; i < 36; i++) {
      char c = text.charAt(i);
      if (hyphen < 4 && i == GUID_HYPHENS[hyphen]) {
        if (c != '-') {
          return false;
        }
        hyphen++;
      } else if (!isHex(c)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the text is all hexadecimal digits. */
  static boolean isHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isHex(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  /** Whether a JSON number is a whole number without fraction and exponent. */
  static boolean isWhole(String number) {
    for (int i = number.startsWith("-") ? 1 : 0; i < number.length(); i++) {
      if (!isDigit(number.charAt(i))) {
        return false;
      }
    }
    return !number.isEmpty() && !number.equals("-");
  }

  /** Whether a whole number without leading zeros, as JSON has it, fits 32 bits. */
  static boolean isInt32(String whole) {
    int first = whole.startsWith("-") ? 1 : 0;
    if (whole.length() - first > 10) {
      return false; // However long it is, it is not worth parsing.
    }
    long magnitude = Long.parseLong(whole, first, whole.length(), 10);
    return magnitude <= (whole.startsWith("-") ? 1L << 31 : Integer.MAX_VALUE);
  }

  /** What is wrong with a DateTimeOffset. */
  enum DateTimeProblem {
    NONE,
    NO_TIME,
    NO_OFFSET,
    BLANK_FOR_T,
    OUT_OF_RANGE,
    MALFORMED
  }

  /** Checks a DateTimeOffset: date, T, hours and minutes, seconds if any, and an offset. */
  static DateTimeProblem dateTimeProblem(String text) {
    int sign = text.startsWith("-") ? 1 : 0;
    int yearEnd = digitsEnd(text, sign);
    int yearLength = yearEnd - sign;
    boolean longYear = yearLength > 4 && yearLength <= 9 && text.charAt(sign) != '0';
    if ((yearLength != 4 && !longYear) || !matches(text, yearEnd, "-dd-dd")) {
      return DateTimeProblem.MALFORMED;
    }
    int dateEnd = yearEnd + 6;
    if (!isDate(text, yearEnd)) {
      return DateTimeProblem.OUT_OF_RANGE;
    }
    if (dateEnd == text.length()) {
      return DateTimeProblem.NO_TIME;
    }
    char separator = text.charAt(dateEnd);
    boolean blank = separator == ' ';
    if (!blank && separator != 'T' && separator != 't') {
      return DateTimeProblem.MALFORMED;
    }
    DateTimeProblem time = timeProblem(text, dateEnd + 1);
    return blank && time == DateTimeProblem.NONE ? DateTimeProblem.BLANK_FOR_T : time;
  }

  private static boolean isDate(String text, int yearEnd) {
    try {
      int year = Integer.parseInt(text.substring(0, yearEnd));
      int day = number(text, yearEnd + 4);
      return day >= 1 && day <= YearMonth.of(year, number(text, yearEnd + 1)).lengthOfMonth();
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static DateTimeProblem timeProblem(String text, int from) {
    if (!matches(text, from, "dd:dd")) {
      return DateTimeProblem.MALFORMED;
    }
    boolean inRange = number(text, from) <= 23 && number(text, from + 3) <= 59;
    int at = from + 5;
    if (matches(text, at, ":dd")) {
      inRange &= number(text, at + 1) <= 60;
      at += 3;
      if (at < text.length() && text.charAt(at) == '.') {
        int end = digitsEnd(text, at + 1);
        if (end == at + 1 || end > at + 13) {
          return DateTimeProblem.MALFORMED;
        }
        at = end;
      }
    }
    if (at == text.length()) {
      return inRange ? DateTimeProblem.NO_OFFSET : DateTimeProblem.OUT_OF_RANGE;
    }
    char offset = text.charAt(at);
    if ((offset == 'Z' || offset == 'z') && at + 1 == text.length()) {
      return inRange ? DateTimeProblem.NONE : DateTimeProblem.OUT_OF_RANGE;
    }
    if ((offset != '+' && offset != '-')
        || !matches(text, at + 1, "dd:dd")
        || at + 6 != text.length()) {
      return DateTimeProblem.MALFORMED;
    }
    inRange &= number(text, at + 1) <= 23 && number(text, at + 4) <= 59;
    return inRange ? DateTimeProblem.NONE : DateTimeProblem.OUT_OF_RANGE;
  }

  private static int number(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }

  private static boolean matches(String text, int from, String shape) {
    if (from + shape.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < shape.length(); i++) {
      char wanted = shape.charAt(i);
      char c = text.charAt(from + i);
      if (wanted == 'd' ? !isDigit(c) : c != wanted) {
        return false;
      }
    }
    return true;
  }

  private static int digitsEnd(String text, int from) {
    int i = from;
    while (i < text.length() && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
