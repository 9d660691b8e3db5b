package dev.joinedgroups.graph;

import java.util.List;

/** The entries of {@code NO_PROXY}, in the forms that curl and Go's net/http know. */
final class NoProxy {
  private NoProxy() {}

  /**
   * Whether a host is reached without a proxy: {@code *} covers all, {@code example.org} and {@code
   * .example.org} that domain and what is below it, {@code 10.0.0.0/8} a range of IPv4 addresses,
   * and {@code example.org:8443} one port.
   *
   * @param entries in lower case
   * @param host in lower case, an IPv6 address without brackets
   */
  static boolean covers(List<String> entries, String host, int port) {
    for (String entry : entries) {
      if (entry.equals("*") || covers(entry, host, port)) {
        return true;
      }
    }
    return false;
  }

  private static boolean covers(String entry, String host, int port) {
    String pattern = entry;
    if (entry.startsWith("[")) {
      int close = entry.indexOf(']');
      pattern = close < 0 ? entry : entry.substring(1, close);
      if (close >= 0 && entry.startsWith(":", close + 1)) {
        return pattern.equals(host) && entry.substring(close + 2).equals(Integer.toString(port));
      }
    } else {
      int colon = entry.indexOf(':');
      if (colon >= 0 && colon == entry.lastIndexOf(':')) {
        if (!entry.substring(colon + 1).equals(Integer.toString(port))) {
          return false;
        }
        pattern = entry.substring(0, colon);
      }
    }
    int slash = pattern.indexOf('/');
    return slash < 0
        ? isDomain(pattern, host)
        : isInRange(pattern.substring(0, slash), pattern.substring(slash + 1), host);
  }

  private static boolean isDomain(String pattern, String host) {
    String domain = pattern.startsWith("*.") ? pattern.substring(2) : pattern;
    domain = domain.startsWith(".") ? domain.substring(1) : domain;
    if (domain.isEmpty() || !host.endsWith(domain)) {
      return false;
    }
    int before = host.length() - domain.length() - 1;
    return before < 0 || (host.charAt(before) == '.' && !Loopback.isDottedQuad(host));
  }

  private static boolean isInRange(String network, String prefix, String host) {
    long start = Loopback.dottedQuad(network);
    long address = Loopback.dottedQuad(host);
    if (start < 0 || address < 0 || prefix.isEmpty() || prefix.length() > 2) {
      return false;
    }
    int bits = 0;
    for (int i = 0; i < prefix.length(); i++) {
      int digit = prefix.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      bits = bits * 10 + digit;
    }
    return bits <= 32 && (start >> (32 - bits)) == (address >> (32 - bits));
  }
}
