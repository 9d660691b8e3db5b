package dev.joinedgroups.run;

import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Secret;
import dev.joinedgroups.graph.Answer;
import dev.joinedgroups.graph.Answer.NotConnected;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The way of one submission to its outcome. */
final class Attempts {
  /** How long to keep trying to connect, and how often. */
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

  private static final int CONNECT_TRIES = 3;

  private final Delivery.Parts parts;
  private final Submission submission;
  private final Failures failures;
  private final Waiting waiting;
  private int retries;
  private int connectTries;
  private @Nullable Instant connectingSince;
  private @Nullable Secret replaced;
  private boolean refreshed;

  /** When the first request went out that may have added it; null while none may. */
  private @Nullable Instant doubtSince;

  private Answer.Ambiguous doubt;

  /**
   * @param sentAt when an earlier run sent it without learning the outcome, or null
   */
  Attempts(Delivery.Parts parts, Submission submission, @Nullable Instant sentAt) {
    this.parts = parts;
    this.submission = submission;
    failures = new Failures(parts, submission);
    waiting = new Waiting(parts.pace(), parts.policy().maxWait());
    doubtSince = sentAt;
    doubt = new Answer.Ambiguous("an earlier run ended before the answer", null, null);
  }

  Outcome run() throws InterruptedException {
    try {
      Outcome outcome = doubtSince == null ? null : resolve();
      while (outcome == null) {
        outcome = send();
      }
      return outcome;
    } catch (InterruptedException e) {
      if (doubtSince == null) {
        throw e;
      }
      Thread.currentThread().interrupt();
      return unknown("interrupted after " + doubt.reason());
    } catch (Failure failure) {
      if (doubtSince == null) {
        throw failure;
      }
      return unknown(doubt.reason() + ", and then " + failure.getMessage());
    }
  }

  /** Sends it once; returns null when it is to be sent again. */
  private @Nullable Outcome send() throws InterruptedException {
    parts.pace().awaitTurn();
    Secret token = depart();
    Instant sentAt = parts.clock().instant();
    var uri = submission.postUri(parts.client().endpoint());
    parts.reporter().info("POST " + uri);
    Answer answer =
        parts.client().post(uri, submission.body(), token, submission.clientRequestId());
    parts.pace().answered(answer);
    if (!(answer instanceof NotConnected)) {
      connectTries = 0;
      connectingSince = null;
    }
    if (answer instanceof Answer.Throttled || answer instanceof NotConnected) {
      parts.log().notAccepted(submission);
    }
    return switch (answer) {
      case Answer.Created created -> added(created);
      case Answer.Refused refused -> refused(refused);
      case Answer.Redirected redirected -> settled(failures.redirected(redirected));
      case Answer.Denied denied -> denied(denied, token);
      case Answer.Throttled throttled -> throttled(throttled);
      case NotConnected none -> notConnected(none, sentAt);
      case Answer.Ambiguous ambiguous -> {
        doubtSince = doubtSince == null ? sentAt : doubtSince;
        doubt = ambiguous;
        yield resolve();
      }
    };
  }

  /**
   * Waits until it may go out, with all that can fail behind it and its sending taken down.
   *
   * @return the token to send it with
   */
  private Secret depart() throws InterruptedException {
    boolean recorded = false;
    boolean departed = false;
    try {
      Secret token = token();
      parts.client().requireReady(token);
      parts.log().sending(submission);
      recorded = true;
      parts.pace().depart();
      departed = true;
      return token;
    } finally {
      if (!departed) {
        parts.pace().withdraw();
        if (recorded) {
          parts.log().notAccepted(submission);
        }
      }
    }
  }

  private Secret token() {
    return replaced == null ? parts.tokens().current() : replaced;
  }

  private Outcome added(Answer.Created created) {
    return new Outcome.Added(
        created.group(),
        created.receipt().status(),
        created.receipt().requestId(),
        submission.clientRequestId(),
        created.warning());
  }

  private Outcome added(Search search) {
    return new Outcome.Added(
        search.group(),
        search.receipt().status(),
        search.receipt().requestId(),
        submission.clientRequestId(),
        "");
  }

  private Outcome refused(Answer.Refused refused) throws InterruptedException {
    int status = refused.receipt().status();
    if (submission instanceof Submission.Reference && (status == 400 || status == 409)) {
      // Graph refuses a relation that is there; for OData, adding it again succeeds.
      Search found = find(parts.clock().instant());
      if (found != null && found.verdict() == Search.Verdict.OURS) {
        parts.reporter().notice(submission.label() + " is one of the joined groups already");
        return added(found);
      }
    }
    return settled(failures.refused(refused));
  }

  private @Nullable Outcome denied(Answer.Denied denied, Secret token) throws InterruptedException {
    if (denied.isUnauthorized()) {
      // Getting another token may fail, and then this is all that is known of it.
      parts.log().notAccepted(submission);
      if (refresh(token)) {
        return null;
      }
    }
    return settled(failures.denied(denied));
  }

  /** Gets another token, once. */
  private boolean refresh(Secret rejected) {
    if (refreshed) {
      return false;
    }
    refreshed = true;
    replaced = parts.tokens().refreshed(rejected);
    return replaced != null;
  }

  private @Nullable Outcome throttled(Answer.Throttled throttled) throws InterruptedException {
    int status = throttled.receipt().status();
    String why =
        switch (status) {
          case 429 -> "the service is throttling (429)";
          case 503 -> "the service is unavailable (503)";
          default -> "the service is busy with another change (" + status + ")";
        };
    if (retries >= parts.policy().retries()) {
      return settled(failures.throttled(throttled, why + ", still after " + tries()));
    }
    retries++;
    Duration asked = throttled.retryAfter();
    Duration wait = asked == null ? parts.backoff().before(retries) : asked;
    if (!waiting.allows(wait)) {
      String more = ", and waiting " + Times.text(wait) + " more is longer than --max-wait allows";
      return settled(failures.throttled(throttled, why + more));
    }
    if (status == 409) {
      waiting.alone(wait, why);
    } else {
      waiting.slowDown(wait, why);
    }
    return null;
  }

  private String tries() {
    return retries + (retries == 1 ? " retry" : " retries");
  }

  private @Nullable Outcome notConnected(NotConnected none, Instant startedAt)
      throws InterruptedException {
    if (none.kind() == NotConnected.Kind.INTERRUPTED) {
      throw interrupted();
    }
    connectTries++;
    connectingSince = connectingSince == null ? startedAt : connectingSince;
    Duration wait = parts.backoff().before(connectTries);
    Instant next = parts.clock().instant().plus(wait);
    if (!none.kind().isTransient()
        || connectTries >= CONNECT_TRIES
        || next.isAfter(connectingSince.plus(CONNECT_WITHIN))
        || !waiting.allows(wait)) {
      return settled(failures.notConnected(none));
    }
    waiting.alone(wait, none.message());
    return null;
  }

  /** The outcome, unless an earlier request may have added it nevertheless. */
  private Outcome settled(Outcome outcome) throws InterruptedException {
    if (doubtSince == null) {
      return outcome;
    }
    Search found = find(doubtSince);
    if (found != null && found.verdict() == Search.Verdict.OURS) {
      return added(found);
    }
    if (found != null && found.verdict() == Search.Verdict.EXCLUDED) {
      return outcome;
    }
    Failure then = outcome.failure();
    return unknown(
        doubt.reason() + (then == null ? "" : ", and when sent again: " + then.getMessage()));
  }

  /** Looks once; null when that was not possible. */
  private @Nullable Search find(Instant since) throws InterruptedException {
    return new Resolution(parts, submission, since, this::token, this::refresh).look();
  }

  /** Finds out whether it was added; returns null when it is to be sent again. */
  private @Nullable Outcome resolve() throws InterruptedException {
    if (Thread.interrupted()) {
      throw interrupted();
    }
    Instant since = doubtSince == null ? parts.clock().instant() : doubtSince;
    Resolution resolution = new Resolution(parts, submission, since, this::token, this::refresh);
    String why = "whether " + submission.label() + " was added is not known: " + doubt.reason();
    Search found = resolution.lookRepeatedly(waiting, why);
    if (found == null) {
      return unknown(doubt.reason() + ", and " + resolution.obstacle());
    }
    return switch (found.verdict()) {
      case OURS -> added(found);
      case UNDECIDED -> unknown(doubt.reason() + ", and several groups may be it");
      case EXCLUDED, NONE -> again();
    };
  }

  private @Nullable Outcome again() {
    boolean safe = submission.isRepeatable() || parts.policy().resendUnknown();
    if (!safe) {
      return unknown(doubt.reason() + ", and it was not found since");
    }
    if (retries >= parts.policy().retries()) {
      return unknown(doubt.reason() + ", still after " + tries());
    }
    retries++;
    parts.reporter().notice(submission.label() + " was not found, so it is sent again");
    return null;
  }

  private Outcome unknown(String reason) {
    return failures.unknown(reason, doubt.receipt(), doubt.error());
  }

  private static InterruptedException interrupted() {
    Thread.interrupted();
    return new InterruptedException();
  }
}
