package dev.joinedgroups.diagnostics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The end of what was asked for, with all that a user is told about it. Problems in definitions are
 * not failures: they are {@link Diagnostic}s.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final String hint;
  private final transient Map<String, Object> details = new LinkedHashMap<>();
  private transient @Nullable Place place;

  /**
   * @param exitCode what the process exits with
   * @param message what happened, as one sentence without a full stop
   * @param hint what to do about it; empty where there is nothing sensible to say
   */
  public Failure(ExitCode exitCode, String message, String hint) {
    this(exitCode, message, hint, null);
  }

  /**
   * The same, with the exception that led here, which only {@code -vv} shows.
   *
   * @param cause what was caught, or null
   */
  public Failure(ExitCode exitCode, String message, String hint, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
    this.hint = hint;
  }

  /**
   * Adds a fact for machine-readable errors: {@code code}, {@code status}, {@code requestId},
   * {@code clientRequestId} and the like.
   *
   * @return this
   */
  public Failure with(String name, @Nullable Object value) {
    if (value != null) {
      details.put(name, value);
    }
    return this;
  }

  /**
   * Points at what the user wrote.
   *
   * @return this
   */
  public Failure at(@Nullable Place where) {
    place = where;
    return this;
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  /** The message; never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  public String hint() {
    return hint;
  }

  /** Facts beside the message, in the order they were added. */
  public Map<String, Object> details() {
    return details;
  }

  public @Nullable Place place() {
    return place;
  }
}
