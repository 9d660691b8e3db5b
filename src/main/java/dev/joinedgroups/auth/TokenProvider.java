package dev.joinedgroups.auth;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The token that requests carry: from the first place, in a fixed order, that has one, and renewed
 * for all threads at once when it expires or is refused. Safe for use by many threads.
 */
public final class TokenProvider {
  /** A token with less left is renewed in the middle of a run. */
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final Duration COMMAND_PATIENCE = Duration.ofSeconds(30);

  private final AuthSettings settings;
  private final Validity validity;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable TokenSource source;
  private @Nullable Token givenUp;
  private @Nullable Failure hopeless;
  private volatile @Nullable Token held;

  /** Nothing is read before a token is asked for. */
  public TokenProvider(AuthSettings settings) {
    this.settings = settings;
    validity = new Validity(settings.clock());
  }

  /**
   * The token to send now. The first call reads it, which may take a request to the authority;
   * later ones cost nothing until it is about to expire.
   *
   * @throws Failure with {@link ExitCode#AUTH} when there is no usable one: none at all, expired,
   *     not yet valid, or an application's where a user's is needed; with {@link
   *     ExitCode#UNREACHABLE} when the authority cannot be reached
   */
  @SuppressWarnings("ReferenceEquality") // Whether it is the very token that was given up.
  public Token current() {
    Token token = held;
    if (token != null && !isDue(token)) {
      return token;
    }
    lock.lock();
    try {
      requireHope();
      Token now = held;
      if (now == null) {
        now = first();
      } else if (isDue(now) && now != givenUp) {
        now = renewedInTime(now);
      }
      validity.requireUsable(now, settings.me(), source());
      held = now;
      return now;
    } catch (Failure failed) {
      throw remembered(failed);
    } finally {
      lock.unlock();
    }
  }

  /** Who comes after a thread that learnt that there is no token need not ask once more. */
  private void requireHope() {
    if (hopeless != null) {
      throw hopeless;
    }
  }

  private Failure remembered(Failure failed) {
    if (failed.exitCode() == ExitCode.AUTH) {
      hopeless = failed;
    }
    return failed;
  }

  /**
   * A token to try instead of one that the service refused with 401. However many threads ask, the
   * source is asked once.
   *
   * @param refused the secret of what {@link #current()} gave for the refused request
   * @return another one; null when there is none, and the refusal stands
   * @throws Failure as {@link #current()} does
   */
  @SuppressWarnings("ReferenceEquality") // Whether it is the very token that was given up.
  public @Nullable Token refreshed(Secret refused) {
    lock.lock();
    try {
      requireHope();
      Token now = held;
      if (now == null || now == givenUp) {
        return null;
      }
      if (!now.secret().reveal().equals(refused.reveal())) {
        return now;
      }
      settings.reporter().info("the service refused the token; looking for a newer one");
      Token newer = source().newerThan(now);
      if (newer == null || newer.sameAs(now)) {
        givenUp = now;
        return null;
      }
      known(newer);
      validity.requireUsable(newer, settings.me(), source());
      held = newer;
      return newer;
    } catch (Failure failed) {
      throw remembered(failed);
    } finally {
      lock.unlock();
    }
  }

  /**
   * What the token comes from, such as {@code GROUPS_TOKEN}; nothing is read for it.
   *
   * @throws Failure with {@link ExitCode#AUTH} when the environment has half an application
   */
  public String sourceName() {
    lock.lock();
    try {
      return source().name();
    } finally {
      lock.unlock();
    }
  }

  /** What to do about a token that the service refuses for good, as a whole sentence. */
  public String remedy() {
    lock.lock();
    try {
      return source().remedy();
    } finally {
      lock.unlock();
    }
  }

  /** The chosen source. Only while the lock is held, or from one thread. */
  TokenSource source() {
    TokenSource chosen = source;
    if (chosen == null) {
      chosen = choose();
      source = chosen;
    }
    return chosen;
  }

  private TokenSource choose() {
    String token = settings.variable(VariableSource.NAME);
    if (token != null) {
      return new VariableSource(token);
    }
    AzureSource azure = AzureSource.in(settings);
    if (azure != null) {
      return azure;
    }
    if (!settings.tokenCommand().isEmpty()) {
      return new CommandSource(settings, COMMAND_PATIENCE);
    }
    return new CacheSource(settings, TokenCache.of(settings));
  }

  private Token first() {
    TokenSource from = source();
    settings.reporter().info("the token comes from " + from.name());
    Token token = from.first();
    known(token);
    return token;
  }

  private void known(Token token) {
    settings.redactor().add(token.secret());
    Instant expires = token.expires();
    settings
        .reporter()
        .debug(
            "the token is "
                + token.kind().label()
                + (expires == null ? "" : ", expires " + expires));
  }

  private boolean isDue(Token token) {
    Instant expires = token.expires();
    return expires != null && !settings.clock().instant().isBefore(expires.minus(SOON));
  }

  /** Another token when there is one; else the old one while it lasts. */
  private Token renewedInTime(Token old) {
    try {
      Token newer = source().newerThan(old);
      if (newer != null && !newer.sameAs(old)) {
        known(newer);
        return newer;
      }
    } catch (Failure failed) {
      if (validity.isExpired(old)) {
        throw failed;
      }
      settings.reporter().info("the token could not be renewed: " + failed.getMessage());
    }
    givenUp = old;
    return old;
  }
}
