package dev.joinedgroups.sandbox;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Writes times as HTTP and OData do. By hand: the JDK's formatters are slow to load. */
final class Times {
  private static final String DAYS = "MonTueWedThuFriSatSun";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private Times() {}

  /** As in a {@code Date} header: {@code Thu, 01 Jan 1970 00:00:00 GMT}. */
  static String http(Instant instant) {
    LocalDateTime time = utc(instant);
    int day = time.getDayOfWeek().ordinal() * 3;
    int month = (time.getMonthValue() - 1) * 3;
    StringBuilder out = new StringBuilder(29).append(DAYS, day, day + 3).append(", ");
    digits(out, time.getDayOfMonth(), 2).append(' ').append(MONTHS, month, month + 3).append(' ');
    digits(out, time.getYear(), 4).append(' ');
    return clock(out, time).append(" GMT").toString();
  }

  /** Without an offset, as in the live service's {@code innerError}. */
  static String plain(Instant instant) {
    return dateAndTime(utc(instant)).toString();
  }

  /** A DateTimeOffset with seven digits of a second, as the endpoint's document writes them. */
  @SuppressWarnings("JavaInstantGetSecondsGetNano") // The seconds are there already.
  static String dateTimeOffset(Instant instant) {
    StringBuilder out = dateAndTime(utc(instant)).append('.');
    return digits(out, instant.getNano() / 100, 7).append('Z').toString();
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
  }

  private static StringBuilder dateAndTime(LocalDateTime time) {
    StringBuilder out = new StringBuilder(28);
    digits(out, time.getYear(), 4).append('-');
    digits(out, time.getMonthValue(), 2).append('-');
    digits(out, time.getDayOfMonth(), 2).append('T');
    return clock(out, time);
  }

  private static StringBuilder clock(StringBuilder out, LocalDateTime time) {
    digits(out, time.getHour(), 2).append(':');
    digits(out, time.getMinute(), 2).append(':');
    return digits(out, time.getSecond(), 2);
  }

  private static StringBuilder digits(StringBuilder out, int number, int width) {
    String text = Integer.toString(number);
    for (int i = text.length(); i < width; i++) {
      out.append('0');
    }
    return out.append(text);
  }
}
