package dev.joinedgroups.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends the handling of a request that is answered with an error. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A more precise statement about one property, as the live service's {@code details}. */
  record Detail(String code, String message, String target) {}

  private final int status;
  private final String code;
  private final transient @Nullable Detail detail;
  private final transient List<String> headers = new ArrayList<>();

  Refusal(int status, String code, String message) {
    this(status, code, message, null);
  }

  Refusal(int status, String code, String message, @Nullable Detail detail) {
    // Answers are built from it, so a stack trace would only cost time.
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }

  /**
   * Adds a header to the answer.
   *
   * @return this
   */
  Refusal with(String name, String value) {
    headers.add(name);
    headers.add(value);
    return this;
  }

  /** Name, value, name, value … */
  List<String> headers() {
    return headers;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  @Nullable Detail detail() {
    return detail;
  }
}
