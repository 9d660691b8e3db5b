package dev.joinedgroups.graph;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where groups are posted to.
 *
 * @param base the service's root without a slash at its end, such as {@code
 *     https://graph.microsoft.com/beta}
 * @param user {@code me}, or the id or user principal name of the user whose groups they become
 * @param target which collection is posted to
 */
public record Endpoint(String base, String user, Target target) {

  /** The user that the token stands for. */
  public static final String ME = "me";

  /**
   * Checks what a user wrote.
   *
   * @param text the service's root; slashes at its end do not count
   * @param user {@code me}, or an id or user principal name, unescaped
   * @throws Failure with {@link ExitCode#USAGE} when the text is no absolute http or https address,
   *     or has a user, a query or a fragment in it, or when the user cannot be part of a path
   */
  public static Endpoint of(String text, String user, Target target) {
    String base = withoutSlashes(text.strip());
    URI uri = parsed(base);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw wrong(base, "it must begin with https:// (or http:// on this machine)");
    }
    if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
      // The text is not repeated: what stands before the @ may be a password.
      throw usage("the endpoint has a user or a password in it", "leave out what is before the @");
    }
    if (uri.getHost() == null || uri.getPort() > 65_535) {
      throw wrong(base, "it names no host");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw wrong(base, "it may not have a query or a fragment");
    }
    if (user.isBlank() || user.equals(".") || user.equals("..")) {
      throw usage("'" + user + "' is no user", "give an id, a user principal name, or me");
    }
    return new Endpoint(base, user, target);
  }

  private static URI parsed(String base) {
    try {
      return new URI(base);
    } catch (URISyntaxException e) {
      throw wrong(base.contains("@") ? "" : base, "it is not a URL: " + e.getReason());
    }
  }

  private static String withoutSlashes(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '/') {
      end--;
    }
    return text.substring(0, end);
  }

  private static Failure wrong(String base, String why) {
    return usage(
        "the endpoint '" + base + "' cannot be used: " + why,
        "write the service's root, such as https://" + Cloud.GLOBAL.graphHost() + "/v1.0");
  }

  private static Failure usage(String message, String hint) {
    return new Failure(ExitCode.USAGE, message, hint);
  }

  /** Where the definition of a group is posted to. */
  public URI postUri() {
    return switch (target) {
      case JOINED_GROUPS_REF -> referenceUri();
      case JOINED_GROUPS, GROUPS -> collectionUri();
    };
  }

  /** The collection that a posted group is then found in. */
  public URI collectionUri() {
    return target == Target.GROUPS ? URI.create(base + "/groups") : joinedGroups("");
  }

  /** Where the reference to a group that exists already is posted to, whatever the target. */
  public URI referenceUri() {
    return joinedGroups("/$ref");
  }

  private URI joinedGroups(String end) {
    // Graph's documents leave the @ of a user principal name as it is.
    String whose = user.equals(ME) ? "/me" : "/users/" + Percent.encode(user, "@");
    return URI.create(base + whose + "/joinedGroups" + end);
  }

  /** The groups of the collection that have that {@code mailNickname}. */
  public URI lookUpUri(String mailNickname) {
    return URI.create(collectionUri() + filter("mailNickname", mailNickname));
  }

  /** The joined group that has that id, if it is one. */
  public URI joinedGroupUri(String groupId) {
    return URI.create(joinedGroups("") + filter("id", groupId));
  }

  /** OData's string literal doubles its quotes (OData 4.01, ABNF, {@code SQUOTE-in-string}). */
  private static String filter(String property, String value) {
    String filter = property + " eq '" + value.replace("'", "''") + "'";
    return "?$filter=" + Percent.encode(filter);
  }

  /**
   * The body that adds a group which exists already: OData's entity reference (OData 4.01 JSON
   * Format, "Entity Reference").
   */
  public String referenceBody(String groupId) {
    // A base that parsed as a URI has nothing in it that JSON would escape.
    return "{\"@odata.id\":\"" + base + "/groups/" + Percent.encode(groupId) + "\"}";
  }

  /** Whether requests go over TLS. */
  public boolean isHttps() {
    return base.regionMatches(true, 0, "https:", 0, 6);
  }

  /** The host, as in the base; an IPv6 address is without brackets. */
  public String host() {
    String host = String.valueOf(URI.create(base).getHost());
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Host and port as in the base, for messages. */
  public String authority() {
    return String.valueOf(URI.create(base).getRawAuthority());
  }

  /** Whether it is Microsoft Graph itself, in any of its clouds. */
  public boolean isGraph() {
    String host = host();
    for (Cloud cloud : Cloud.values()) {
      if (cloud.graphHost().equalsIgnoreCase(host)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Checks that a bearer token may be sent there.
   *
   * @throws Failure with {@link ExitCode#USAGE} when others on the network could read it
   */
  public void requireSafeForToken() {
    if (!isHttps() && !Loopback.is(host())) {
      throw usage(
          "a token is never sent over plain http to " + host(),
          "use https://; http:// is only for this machine");
    }
  }

  /** Whether the link is on the same scheme, host and port as this endpoint. */
  boolean isSameOrigin(URI link) {
    URI own = URI.create(base);
    return link.getHost() != null
        && link.getRawUserInfo() == null
        && own.getScheme().equalsIgnoreCase(link.getScheme())
        && own.getHost().equalsIgnoreCase(link.getHost())
        && port(own) == port(link);
  }

  /** The port of an address, or its scheme's own. */
  static int port(URI uri) {
    if (uri.getPort() != -1) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}
