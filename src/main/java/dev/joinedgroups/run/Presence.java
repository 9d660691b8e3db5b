package dev.joinedgroups.run;

import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.diagnostics.Secret;
import dev.joinedgroups.graph.Answer;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks for a group of a submission's nickname before anything is sent. */
final class Presence {
  private final Delivery.Parts parts;
  private final Submission submission;
  private final Waiting waiting;
  private final Failures failures;
  private boolean refreshed;
  private int retries;

  Presence(Delivery.Parts parts, Submission submission) {
    this.parts = parts;
    this.submission = submission;
    waiting = new Waiting(parts.pace(), parts.policy().maxWait());
    failures = new Failures(parts, submission);
  }

  /** The group that is there, why that cannot be told, or null when there is none. */
  @Nullable Outcome find() throws InterruptedException {
    URI uri = submission.lookUpUri(parts.client().endpoint());
    if (uri == null || !(submission instanceof Submission.NewGroup sought)) {
      return null;
    }
    Secret token = parts.tokens().current();
    while (true) {
      parts.reporter().info("GET " + uri);
      Listing listing = Listing.get(parts.client(), uri, token, submission.clientRequestId());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      switch (listing) {
        case Listing.Groups groups -> {
          return present(groups, sought);
        }
        case Listing.Unavailable(Answer answer) -> {
          Secret newer = newer(answer, token);
          if (newer != null) {
            token = newer;
          } else if (!waits(answer)) {
            return failed(answer);
          }
        }
      }
    }
  }

  private static @Nullable Outcome present(Listing.Groups groups, Submission.NewGroup sought) {
    for (ObjectNode group : groups.groups()) {
      String nickname = group.string("mailNickname");
      if (nickname != null && nickname.equalsIgnoreCase(sought.mailNickname())) {
        return new Outcome.Present(group, groups.receipt().status(), groups.receipt().requestId());
      }
    }
    return null;
  }

  private @Nullable Secret newer(Answer answer, Secret token) {
    if (refreshed || !(answer instanceof Answer.Denied denied) || !denied.isUnauthorized()) {
      return null;
    }
    refreshed = true;
    return parts.tokens().refreshed(token);
  }

  /** Waits where looking again may help; false when it has been tried enough. */
  private boolean waits(Answer answer) throws InterruptedException {
    boolean mayPass =
        answer instanceof Answer.Throttled
            || answer instanceof Answer.Ambiguous
            || (answer instanceof Answer.NotConnected none && none.kind().isTransient());
    if (!mayPass || retries >= parts.policy().retries()) {
      return false;
    }
    retries++;
    Duration asked = answer instanceof Answer.Throttled throttled ? throttled.retryAfter() : null;
    Duration wait = asked == null ? parts.backoff().before(retries) : asked;
    if (!waiting.allows(wait)) {
      return false;
    }
    String why = "whether " + submission.label() + " is there could not be looked up";
    if (asked == null) {
      waiting.alone(wait, why);
    } else {
      waiting.slowDown(wait, why);
    }
    return true;
  }

  private Outcome failed(Answer answer) {
    return switch (answer) {
      case Answer.Denied denied -> failures.denied(denied);
      case Answer.Refused refused -> failures.notLookedUp(refused);
      case Answer.Redirected redirected -> failures.redirected(redirected);
      case Answer.NotConnected none -> failures.notConnected(none);
      case Answer.Throttled throttled ->
          failures.throttled(throttled, "the service would not say whether it is there");
      case Answer.Ambiguous lost -> failures.notLookedUp(lost.reason());
      case Answer.Created created ->
          failures.notLookedUp("the service answered " + created.receipt().status());
    };
  }
}
