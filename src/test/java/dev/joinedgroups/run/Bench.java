package dev.joinedgroups.run;

import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Reporter;
import dev.joinedgroups.diagnostics.Secret;
import dev.joinedgroups.graph.Endpoint;
import dev.joinedgroups.graph.GraphClient;
import dev.joinedgroups.graph.ProxySettings;
import dev.joinedgroups.graph.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything around a delivery, with time that passes only when somebody waits. */
final class Bench implements AutoCloseable {
  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  static final String CLIENT_REQUEST_ID = "5f2c1a9e-0b3d-4d39-9c55-2f0f5a8f7e11";

  /** What is said and waited for, in order. */
  final List<String> said = Collections.synchronizedList(new ArrayList<>());

  final List<String> intents = new ArrayList<>();

  /** What the pace and the log are told, in order. */
  final List<String> events = Collections.synchronizedList(new ArrayList<>());

  /** What {@code -v} shows. */
  final List<String> informed = Collections.synchronizedList(new ArrayList<>());

  private Runnable whenSending = () -> {};
  private String remedy = "";
  private final List<Secret> tokens = new ArrayList<>(List.of(new Secret("first-token")));
  private final String base;
  private String user = Endpoint.ME;
  private Target target = Target.JOINED_GROUPS_REF;
  private RetryPolicy policy = RetryPolicy.DEFAULT;
  private Duration timeout = Duration.ofSeconds(20);
  private @Nullable Path caFile;
  private Map<String, String> environment = Map.of();
  private Instant now = START;
  private @Nullable GraphClient client;

  Bench(String base) {
    this.base = base;
  }

  Bench user(String id) {
    user = id;
    return this;
  }

  Bench target(Target other) {
    target = other;
    return this;
  }

  Bench policy(RetryPolicy other) {
    policy = other;
    return this;
  }

  Bench timeout(Duration other) {
    timeout = other;
    return this;
  }

  Bench caFile(Path file) {
    caFile = file;
    return this;
  }

  Bench environment(Map<String, String> variables) {
    environment = variables;
    return this;
  }

  /** What happens just when a sending is taken down. */
  Bench whenSending(Runnable action) {
    whenSending = action;
    return this;
  }

  Bench token(String first) {
    tokens.set(0, new Secret(first));
    return this;
  }

  Bench refreshedToken(String second) {
    tokens.add(new Secret(second));
    return this;
  }

  /** What to do about a token that is not taken. */
  Bench remedy(String text) {
    remedy = text;
    return this;
  }

  Endpoint endpoint() {
    return Endpoint.of(base, user, target);
  }

  Outcome deliver(Submission submission) {
    try {
      return delivery().deliver(submission);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Delivery delivery() {
    InstantSource clock = () -> now;
    client =
        new GraphClient(
            new GraphClient.Settings(
                endpoint(), timeout, ProxySettings.of(environment::get), "groups/test", caFile),
            clock);
    return new Delivery(
        client, supplier(), pace(), policy, new Backoff(() -> 0), clock, reporter(), log());
  }

  private SendLog log() {
    return new SendLog() {
      @Override
      public void sending(Submission submission) {
        whenSending.run();
        intents.add(submission.clientRequestId());
        events.add("sending");
      }

      @Override
      public void notAccepted(Submission submission) {
        events.add("not accepted");
      }
    };
  }

  private Pace pace() {
    return new OwnPace(this::pass, reporter(), events::add);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private TokenSupplier supplier() {
    return new TokenSupplier() {
      @Override
      public Secret current() {
        return tokens.getFirst();
      }

      @Override
      public @Nullable Secret refreshed(Secret rejected) {
        return tokens.size() > 1 ? tokens.get(1) : null;
      }

      @Override
      public String remedy() {
        return remedy;
      }
    };
  }

  private Reporter reporter() {
    return new Reporter() {
      @Override
      public void notice(String message) {
        said.add(message);
      }

      @Override
      public void warning(String message) {
        said.add("warning: " + message);
      }

      @Override
      public void failure(Failure failure) {
        said.add("failure: " + failure.getMessage());
      }

      @Override
      public void info(String message) {
        informed.add(message);
      }

      @Override
      public void debug(String message) {}
    };
  }

  /** The failure in full: message, hint and details, a line each. */
  static String told(Outcome outcome) {
    Failure failure = outcome.failure();
    if (failure == null) {
      return outcome.toString();
    }
    StringBuilder text = new StringBuilder(failure.getMessage());
    text.append("\nhint: ").append(failure.hint());
    failure.details().forEach((name, value) -> text.append("\n" + name + ": " + value));
    return text.toString();
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
  }
}
