package dev.joinedgroups.run;

import dev.joinedgroups.diagnostics.Secret;
import dev.joinedgroups.graph.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks for a submission in the collection that it was posted to. */
final class Resolution {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

  private final Delivery.Parts parts;
  private final Submission submission;
  private final Instant since;
  private final Supplier<Secret> token;
  private final Predicate<Secret> refresh;
  private @Nullable Answer obstacle;

  /**
   * @param since when it was first sent, on this machine's clock
   * @param token the token to use now
   * @param refresh gets another token in place of one that was not accepted; false if there is none
   */
  Resolution(
      Delivery.Parts parts,
      Submission submission,
      Instant since,
      Supplier<Secret> token,
      Predicate<Secret> refresh) {
    this.parts = parts;
    this.submission = submission;
    this.since = since;
    this.token = token;
    this.refresh = refresh;
  }

  /** Why the last look gave nothing, as the end of a sentence. */
  String obstacle() {
    return switch (obstacle) {
      case null -> "there is no mailNickname to look for";
      case Answer.NotConnected none -> "it could not be looked up: " + none.message();
      case Answer.Ambiguous lost -> "it could not be looked up: " + lost.reason();
      case Answer.Created odd -> refused(odd.receipt().status());
      case Answer.Refused refused -> refused(refused.receipt().status());
      case Answer.Denied denied -> refused(denied.receipt().status());
      case Answer.Redirected redirected -> refused(redirected.receipt().status());
      case Answer.Throttled throttled -> refused(throttled.receipt().status());
    };
  }

  private static String refused(int status) {
    return "it could not be looked up: the service answered " + status;
  }

  /** Looks once; null when that was not possible. */
  @Nullable Search look() throws InterruptedException {
    URI uri = submission.lookUpUri(parts.client().endpoint());
    if (uri == null) {
      obstacle = null;
      return null;
    }
    Secret used = token.get();
    Listing listing = list(uri, used);
    if (listing instanceof Listing.Unavailable(Answer.Denied denied)
        && denied.isUnauthorized()
        && refresh.test(used)) {
      listing = list(uri, token.get());
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return switch (listing) {
      case Listing.Unavailable unavailable -> {
        obstacle = unavailable.answer();
        yield null;
      }
      case Listing.Groups groups ->
          Search.judge(submission, groups, since, parts.clock().instant());
    };
  }

  private Listing list(URI uri, Secret used) {
    parts.reporter().info("GET " + uri);
    return Listing.get(parts.client(), uri, used, submission.clientRequestId());
  }

  /**
   * Looks until it is found, waiting twice as long each time: a service that is eventually
   * consistent does not show a new group at once.
   *
   * @param why announced with each wait
   * @return what the last look gave; null when that was not possible
   */
  @Nullable Search lookRepeatedly(Waiting waiting, String why) throws InterruptedException {
    Duration left = parts.policy().lookUpFor();
    Duration next = FIRST_WAIT;
    while (true) {
      Search found = look();
      if (found == null ? !mayPass() : found.verdict() != Search.Verdict.NONE) {
        return found;
      }
      Duration wait = longer(next.compareTo(left) < 0 ? next : left, found);
      if (left.isZero() || wait.compareTo(left) > 0 || !waiting.allows(wait)) {
        return found;
      }
      waiting.alone(wait, why);
      left = left.minus(wait);
      next = next.multipliedBy(2);
    }
  }

  /** The wait, or what a throttling service asks for if that is more. */
  private Duration longer(Duration wait, @Nullable Search found) {
    Duration asked =
        found == null && obstacle instanceof Answer.Throttled throttled
            ? throttled.retryAfter()
            : null;
    return asked != null && asked.compareTo(wait) > 0 ? asked : wait;
  }

  /** Whether looking again may help. */
  private boolean mayPass() {
    return switch (obstacle) {
      case null -> false;
      case Answer.NotConnected none -> none.kind().isTransient();
      case Answer.Ambiguous lost -> true;
      case Answer.Throttled throttled -> true;
      case Answer.Created odd -> false;
      case Answer.Refused refused -> false;
      case Answer.Denied denied -> false;
      case Answer.Redirected redirected -> false;
    };
  }
}
