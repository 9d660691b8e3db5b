package dev.joinedgroups.graph;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Secret;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy stands between this machine and a host, as {@code HTTPS_PROXY}, {@code HTTP_PROXY}
 * and {@code NO_PROXY} say. The JDK's client reads none of them by itself.
 */
public final class ProxySettings {
  private final @Nullable Proxy https;
  private final @Nullable Proxy http;
  private final List<String> exempt;

  /**
   * A proxy that speaks HTTP.
   *
   * @param authorization the value of {@code Proxy-Authorization}, or null
   */
  record Proxy(String host, int port, @Nullable Secret authorization) {
    InetSocketAddress address() {
      return InetSocketAddress.createUnresolved(host, port);
    }
  }

  private ProxySettings(@Nullable Proxy https, @Nullable Proxy http, List<String> exempt) {
    this.https = https;
    this.http = http;
    this.exempt = exempt;
  }

  /**
   * Reads the variables in either case, lower case first as curl does; an empty one is unset.
   *
   * @param environment a variable's value, or null
   * @throws Failure with {@link ExitCode#USAGE} when a proxy's address cannot be used
   */
  public static ProxySettings of(UnaryOperator<@Nullable String> environment) {
    return new ProxySettings(
        proxy("HTTPS_PROXY", value(environment, "HTTPS_PROXY")),
        proxy("HTTP_PROXY", value(environment, "HTTP_PROXY")),
        exempt(value(environment, "NO_PROXY")));
  }

  private static String value(UnaryOperator<@Nullable String> environment, String name) {
    String lower = environment.apply(name.toLowerCase(Locale.ROOT));
    String value = lower == null || lower.isBlank() ? environment.apply(name) : lower;
    return value == null ? "" : value.strip();
  }

  private static @Nullable Proxy proxy(String variable, String value) {
    if (value.isEmpty()) {
      return null;
    }
    URI uri;
    try {
      uri = new URI(value.contains("://") ? value : "http://" + value);
    } catch (URISyntaxException e) {
      throw wrong(variable, "it is not a URL");
    }
    if (!"http".equalsIgnoreCase(uri.getScheme())) {
      throw wrong(variable, "only proxies that speak plain http are supported");
    }
    if (uri.getHost() == null || uri.getPort() > 65_535) {
      throw wrong(variable, "it names no host");
    }
    String host = uri.getHost();
    return new Proxy(
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        uri.getPort() < 0 ? 80 : uri.getPort(),
        authorization(uri.getRawUserInfo()));
  }

  /** Basic credentials (RFC 7617), from what stands before the {@code @}. */
  private static @Nullable Secret authorization(@Nullable String userInfo) {
    if (userInfo == null || userInfo.isEmpty()) {
      return null;
    }
    // URLDecoder is for forms, where + is a space: here it is a plus.
    String pair = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
    byte[] bytes = (pair.contains(":") ? pair : pair + ":").getBytes(StandardCharsets.UTF_8);
    return new Secret("Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  /** The value itself is not shown: it may hold a password. */
  private static Failure wrong(String variable, String why) {
    return new Failure(
        ExitCode.USAGE,
        "the proxy in " + variable + " cannot be used: " + why,
        "write it as http://host:port");
  }

  private static List<String> exempt(String value) {
    List<String> entries = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || value.charAt(i) == ',' || value.charAt(i) <= ' ') {
        if (i > from) {
          entries.add(value.substring(from, i).toLowerCase(Locale.ROOT));
        }
        from = i + 1;
      }
    }
    return List.copyOf(entries);
  }

  /** The proxy for an address, or null when it is reached directly. */
  @Nullable Proxy proxyFor(URI uri) {
    Proxy proxy = "https".equalsIgnoreCase(uri.getScheme()) ? https : http;
    if (proxy == null) {
      return null;
    }
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    if (host.startsWith("[")) {
      host = host.substring(1, host.length() - 1);
    }
    return Loopback.is(host) || NoProxy.covers(exempt, host, Endpoint.port(uri)) ? null : proxy;
  }
}
