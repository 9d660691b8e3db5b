package dev.joinedgroups.graph;

import dev.joinedgroups.graph.Answer.NotConnected;
import dev.joinedgroups.graph.Answer.NotConnected.Kind;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Puts into words why no connection could be made. */
final class ConnectFailures {
  private ConnectFailures() {}

  /**
   * @param problem what the JDK's client threw before it asked for the request's body
   * @param peer whom it tried to connect to: the service's host and port, or the proxy's
   * @param proxied whether that is a proxy
   */
  static NotConnected of(Throwable problem, String peer, boolean proxied) {
    if (has(problem, UnresolvedAddressException.class)
        || has(problem, UnknownHostException.class)) {
      return new NotConnected(
          Kind.UNKNOWN_HOST,
          "could not connect to " + peer + ": there is no host of that name",
          proxied ? "check HTTPS_PROXY" : "check the endpoint's spelling, and the network",
          problem);
    }
    if (problem instanceof HttpTimeoutException) {
      return timeout(peer, problem);
    }
    if (problem instanceof ConnectException) {
      // The kernel also reports an unreachable network this way, with its reason as the text.
      String reason = problem.getMessage();
      return new NotConnected(
          Kind.REFUSED,
          "could not connect to " + peer + ": " + (reason == null ? "connection refused" : reason),
          "",
          problem);
    }
    if (has(problem, CertificateException.class) || has(problem, SSLException.class)) {
      return tls(problem, peer);
    }
    if (proxied) {
      return new NotConnected(
          Kind.PROXY,
          peer + " made no connection: " + problem.getMessage(),
          "check HTTPS_PROXY and NO_PROXY",
          problem);
    }
    return new NotConnected(
        Kind.LOST, "the connection to " + peer + " broke before anything was sent", "", problem);
  }

  static NotConnected timeout(String peer, @Nullable Throwable problem) {
    return new NotConnected(Kind.TIMEOUT, "could not connect to " + peer + " in time", "", problem);
  }

  /** The proxy answered 407. */
  static NotConnected proxyWantsCredentials(String peer) {
    return new NotConnected(
        Kind.PROXY,
        peer + " wants other credentials (407)",
        "write them into HTTPS_PROXY: http://user:password@host:port",
        null);
  }

  static NotConnected interrupted() {
    return new NotConnected(Kind.INTERRUPTED, "interrupted before the request was sent", "", null);
  }

  private static NotConnected tls(Throwable problem, String peer) {
    if (has(problem, CertificateExpiredException.class)
        || has(problem, CertificateNotYetValidException.class)) {
      return new NotConnected(
          Kind.TLS,
          "the certificate of " + peer + " is not valid today",
          "the service must renew it; or this machine's clock is wrong",
          problem);
    }
    if (has(problem, CertPathBuilderException.class)
        || has(problem, CertPathValidatorException.class)) {
      return new NotConnected(
          Kind.TLS,
          "the certificate of " + peer + " is not trusted",
          "--ca-file FILE (or GROUPS_CA_FILE) trusts the authority that issued it, as well",
          problem);
    }
    Throwable certificate = find(problem, CertificateException.class);
    return new NotConnected(
        Kind.TLS,
        certificate == null
            ? "no TLS connection with " + peer + ": " + problem.getMessage()
            : "the certificate of " + peer + " cannot be used: " + certificate.getMessage(),
        certificate == null
            ? "check that the endpoint's port speaks https; --ca-file adds trusted certificates"
            : "check the endpoint's host name; --ca-file adds trusted certificates",
        problem);
  }

  private static boolean has(Throwable problem, Class<? extends Throwable> type) {
    return find(problem, type) != null;
  }

  private static @Nullable Throwable find(Throwable problem, Class<? extends Throwable> type) {
    Throwable at = problem;
    for (int depth = 0; at != null && depth < 16; depth++) {
      if (type.isInstance(at)) {
        return at;
      }
      at = at.getCause();
    }
    return null;
  }
}
