package dev.joinedgroups.auth;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sign-in of the cache that fits the endpoint, the tenant and the client. */
final class CacheSource implements TokenSource {
  /** A token with less left is renewed before it is used. */
  private static final Duration ENOUGH = Duration.ofMinutes(5);

  private final AuthSettings settings;
  private final TokenCache cache;
  private @Nullable CacheEntry entry;

  CacheSource(AuthSettings settings, TokenCache cache) {
    this.settings = settings;
    this.cache = cache;
  }

  @Override
  public String name() {
    return CacheEntry.SOURCE;
  }

  @Override
  public Token first() {
    CacheEntry found = fitting(cache.read());
    entry = found;
    Token token = found.token();
    settings.redactor().add(token.secret());
    if (found.renewal() == null || !endsBefore(token, settings.clock().instant().plus(ENOUGH))) {
      return token;
    }
    try {
      Token newer = newerThan(token);
      return newer == null ? token : newer;
    } catch (Failure failed) {
      if (endsBefore(token, settings.clock().instant())) {
        throw failed;
      }
      settings.reporter().info("the cached token could not be renewed yet: " + failed.getMessage());
      return token;
    }
  }

  /** The entry that {@link #first()} chose or would choose. */
  CacheEntry entry() {
    CacheEntry chosen = entry;
    return chosen == null ? fitting(cache.read()) : chosen;
  }

  @Override
  public @Nullable Token newerThan(Token old) {
    return cache.locked(
        () -> {
          // Another process may have been faster, or may have signed out.
          List<CacheEntry> entries = new ArrayList<>(cache.read());
          CacheEntry current = fitting(entries);
          entry = current;
          settings.redactor().add(current.token().secret());
          if (!current.token().sameAs(old)
              && !endsBefore(current.token(), settings.clock().instant().plus(ENOUGH))) {
            return current.token();
          }
          Renewal renewal = current.renewal();
          if (renewal == null) {
            return null;
          }
          settings.reporter().info("renewing the cached token");
          CacheEntry renewed = new SignIn(settings).renewed(current, renewal);
          entries.set(entries.indexOf(current), renewed);
          cache.replace(entries);
          entry = renewed;
          return renewed.token();
        });
  }

  @Override
  public String remedy() {
    return "sign in again: `groups auth login`";
  }

  private static boolean endsBefore(Token token, Instant time) {
    Instant expires = token.expires();
    return expires != null && expires.isBefore(time);
  }

  /** The newest sign-in that fits; one for the very host goes before one that loopback may have. */
  private CacheEntry fitting(List<CacheEntry> entries) {
    CacheEntry best = null;
    for (CacheEntry candidate : entries) {
      if (fitsSettings(candidate) && fitsHost(candidate) && isBetter(candidate, best)) {
        best = candidate;
      }
    }
    if (best != null) {
      return best;
    }
    throw none(entries);
  }

  private boolean isBetter(CacheEntry candidate, @Nullable CacheEntry best) {
    if (best == null) {
      return true;
    }
    boolean exact = candidate.host().equals(settings.host());
    if (exact != best.host().equals(settings.host())) {
      return exact;
    }
    return candidate.signedIn().isAfter(best.signedIn());
  }

  private boolean fitsHost(CacheEntry candidate) {
    return candidate.host().equals(settings.host()) || settings.isLoopback();
  }

  private boolean fitsSettings(CacheEntry candidate) {
    String tenant = settings.tenant();
    String client = settings.clientId();
    return (tenant == null || candidate.fitsTenant(tenant))
        && (client == null || candidate.fitsClient(client));
  }

  private Failure none(List<CacheEntry> entries) {
    if (entries.isEmpty()) {
      return new Failure(
          ExitCode.AUTH,
          "there is no token",
          "sign in with `groups auth login --tenant TENANT --client-id ID`, or set GROUPS_TOKEN");
    }
    List<String> hosts = new ArrayList<>();
    boolean hostKnown = false;
    for (CacheEntry other : entries) {
      hostKnown |= fitsHost(other);
      if (!hosts.contains(other.host())) {
        hosts.add(other.host());
      }
    }
    if (hostKnown) {
      return new Failure(
          ExitCode.AUTH,
          "nobody has signed in for this tenant and client",
          "sign in with `groups auth login`; `groups auth status` lists the sign-ins there are");
    }
    return new Failure(
        ExitCode.AUTH,
        "the cached token was got for "
            + String.join(", ", hosts)
            + " and is not sent to "
            + settings.host(),
        "sign in for it: `groups auth login --endpoint " + settings.endpoint() + "`");
  }
}
