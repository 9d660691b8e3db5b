package dev.joinedgroups.auth;

import dev.joinedgroups.diagnostics.Redactor;
import dev.joinedgroups.diagnostics.Reporter;
import dev.joinedgroups.diagnostics.Secret;
import dev.joinedgroups.graph.Cloud;
import dev.joinedgroups.graph.Loopback;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What decides which token is used.
 *
 * @param env the environment
 * @param directory what relative paths start from
 * @param cacheFolder where tokens are kept; null where the environment names no home
 * @param cloud the national cloud
 * @param endpoint where requests go; a cached token must have been got for its host
 * @param me whether requests go below {@code /me}, where no app-only token may
 * @param tenant as flags, environment and configuration say; null for none
 * @param clientId likewise
 * @param tokenCommand program and arguments; empty for none
 * @param clock tells what has expired
 * @param reporter is told what is used and waited for
 * @param redactor is told every secret met
 * @param http called the first time that an authority must be reached
 */
public record AuthSettings(
    Map<String, String> env,
    Path directory,
    @Nullable Path cacheFolder,
    Cloud cloud,
    URI endpoint,
    boolean me,
    @Nullable String tenant,
    @Nullable String clientId,
    List<String> tokenCommand,
    Clock clock,
    Reporter reporter,
    Redactor redactor,
    Supplier<AuthHttp> http) {

  /** A variable, or null when it is unset or empty. */
  @Nullable String variable(String name) {
    String value = env.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** A variable that holds a secret, or null when it is unset or empty. */
  @Nullable Secret secret(String name) {
    String value = variable(name);
    return value == null ? null : new Secret(value);
  }

  /** The host of an address, in lower case and without the brackets of IPv6. */
  static String host(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** A file that somebody named, wherever the process runs. */
  Path file(String name) {
    return directory.resolve(name);
  }

  /** The host of the endpoint, in lower case. */
  String host() {
    return host(endpoint);
  }

  /** Without the environment's values, some of which are secrets. */
  @Override
  public String toString() {
    return "settings for " + host();
  }

  /** Whether the endpoint is this machine itself. */
  boolean isLoopback() {
    return Loopback.is(host());
  }
}
