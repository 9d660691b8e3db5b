package dev.joinedgroups.sandbox;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ways in which a service and the network before it fail. They strike POST requests only. */
public enum FaultKind {
  /** 429 with {@code Retry-After}; nothing is created. */
  THROTTLE(false, Delivery.WHOLE, "429 with Retry-After; nothing is created"),
  /** 503 with {@code Retry-After}, and the connection is closed; nothing is created. */
  UNAVAILABLE(false, Delivery.WHOLE, "503 with Retry-After; nothing is created"),
  /** 409 {@code Directory_ConcurrencyViolation}; nothing is created. */
  CONFLICT(false, Delivery.WHOLE, "409 Directory_ConcurrencyViolation; nothing is created"),
  /** 500; nothing is created. */
  ERROR(false, Delivery.WHOLE, "500; nothing is created"),
  /** 500, 502 or 504, although the group is created. */
  ERROR_AFTER(true, Delivery.WHOLE, "500, 502 or 504 although the group is created"),
  /** The connection is reset; nothing is created. */
  RESET(false, Delivery.RESET, "the connection is reset; nothing is created"),
  /** The group is created, then the connection is reset before the answer. */
  RESET_AFTER(true, Delivery.RESET, "created, then reset before the answer"),
  /** The group is created, then the connection is reset in the middle of the answer. */
  RESET_ANSWER(true, Delivery.RESET_INSIDE, "created, then reset within the answer"),
  /** 201, and the connection is closed in the middle of the body. */
  CUT(true, Delivery.CUT, "created, and the answer's body is cut"),
  /** No answer until the client gives up; nothing is created. */
  HANG(false, Delivery.NOTHING, "no answer; nothing is created"),
  /** No answer until the client gives up, although the group is created. */
  HANG_AFTER(true, Delivery.NOTHING, "no answer although the group is created"),
  /** The answer comes some seconds late. */
  SLOW(true, Delivery.LATE, "the answer comes some seconds late");

  private final boolean acts;
  private final Delivery delivery;
  private final String meaning;

  FaultKind(boolean acts, Delivery delivery, String meaning) {
    this.acts = acts;
    this.delivery = delivery;
    this.meaning = meaning;
  }

  /** The name that users write, such as {@code error-after}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What happens, in the words of {@code --help}. */
  public String meaning() {
    return meaning;
  }

  /** The kind of that label, or null. */
  public static @Nullable FaultKind ofLabel(String label) {
    for (FaultKind kind : values()) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    return null;
  }

  /** Whether the group is created all the same. */
  boolean acts() {
    return acts;
  }

  /** How the answer reaches the client. */
  Delivery delivery() {
    return delivery;
  }
}
