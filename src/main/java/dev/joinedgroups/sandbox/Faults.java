package dev.joinedgroups.sandbox;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often each kind of fault strikes.
 *
 * @param rates the share of POST requests, from 0 to 1, that each kind strikes; together at most 1
 */
public record Faults(Map<FaultKind, Double> rates) {
  private static final String FORM = "write KIND=RATE, such as error-after=0.05 or reset=5%";

  public Faults {
    EnumMap<FaultKind, Double> ordered = new EnumMap<>(FaultKind.class);
    double sum = 0;
    for (Map.Entry<FaultKind, Double> rate : rates.entrySet()) {
      ordered.put(rate.getKey(), rate.getValue());
      sum += rate.getValue();
    }
    if (sum > 1.000_001) {
      throw new Failure(
          ExitCode.USAGE,
          "the rates of the faults add up to more than 1",
          "one request meets one fault at most: lower the rates");
    }
    rates = Collections.unmodifiableMap(ordered);
  }

  /** No faults. */
  public static Faults none() {
    return new Faults(Map.of());
  }

  /**
   * Reads what users write.
   *
   * @param texts one {@code KIND=RATE} each, the rate a share ({@code 0.05}) or a percentage
   *     ({@code 5%}); of two for one kind the last counts
   * @throws Failure with {@link ExitCode#USAGE} for anything else
   */
  public static Faults parse(List<String> texts) {
    EnumMap<FaultKind, Double> rates = new EnumMap<>(FaultKind.class);
    for (String text : texts) {
      int equals = text.indexOf('=');
      if (equals < 0) {
        throw new Failure(ExitCode.USAGE, "'" + text + "' names no rate for a fault", FORM);
      }
      rates.put(kind(text.substring(0, equals)), rate(text, text.substring(equals + 1)));
    }
    return new Faults(rates);
  }

  private static FaultKind kind(String label) {
    FaultKind kind = FaultKind.ofLabel(label);
    if (kind != null) {
      return kind;
    }
    List<String> labels = new ArrayList<>();
    for (FaultKind each : FaultKind.values()) {
      labels.add(each.label());
    }
    String nearest = Suggestion.nearest(label, labels);
    throw new Failure(
        ExitCode.USAGE,
        "there is no kind of fault '" + label + "'",
        nearest == null
            ? "the kinds are " + String.join(", ", labels)
            : "did you mean '" + nearest + "'?");
  }

  private static double rate(String whole, String text) {
    boolean percent = text.endsWith("%");
    String number = percent ? text.substring(0, text.length() - 1) : text;
    double rate = isDecimal(number) ? Double.parseDouble(number) / (percent ? 100 : 1) : -1;
    if (rate < 0 || rate > 1) {
      throw new Failure(ExitCode.USAGE, "'" + whole + "' has no rate between 0 and 1", FORM);
    }
    return rate;
  }

  /** Digits with a point in or before them: not all that a Java number may be, such as NaN. */
  private static boolean isDecimal(String text) {
    int digits = 0;
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.') {
        points++;
      } else {
        return false;
      }
    }
    return digits > 0 && points <= 1;
  }

  /**
   * The fault for one request.
   *
   * @param draw a random number from 0 (inclusive) to 1 (exclusive)
   * @return the kind, or null for none
   */
  @Nullable FaultKind at(double draw) {
    double sum = 0;
    for (Map.Entry<FaultKind, Double> rate : rates.entrySet()) {
      sum += rate.getValue();
      if (draw < sum) {
        return rate.getKey();
      }
    }
    return null;
  }
}
