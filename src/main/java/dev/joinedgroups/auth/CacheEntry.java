package dev.joinedgroups.auth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in in the cache. There is one for each cloud, tenant, client, account and host.
 *
 * @param cloud the cloud's label
 * @param tenant the tenant as given at sign-in; empty when unknown
 * @param client the id of the application; empty when unknown
 * @param account the user, else the application; empty when unknown
 * @param host the one host, besides loopback, that the token goes to
 * @param method how it was got: the label of a {@link SignInMethod}
 * @param scope the scopes that were asked for, separated by a blank
 * @param signedIn when somebody signed in
 * @param token the token
 * @param renewal how to get the next; null when only a new sign-in helps
 */
record CacheEntry(
    String cloud,
    String tenant,
    String client,
    String account,
    String host,
    String method,
    String scope,
    Instant signedIn,
    Token token,
    @Nullable Renewal renewal) {

  /** What a token of the cache is called in messages. */
  static final String SOURCE = "the token cache";

  /** Whether both are sign-ins of the same account for the same purpose. */
  boolean replaces(CacheEntry other) {
    return cloud.equals(other.cloud)
        && tenant.equals(other.tenant)
        && client.equals(other.client)
        && account.equals(other.account)
        && host.equals(other.host);
  }

  /** Whether it is, or may be, of that tenant, whichever way the tenant is written. */
  boolean fitsTenant(String wanted) {
    return tenant.isEmpty()
        || tenant.equalsIgnoreCase(wanted)
        || wanted.equalsIgnoreCase(token.tenant());
  }

  /** Whether that application got it, or may have. */
  boolean fitsClient(String wanted) {
    return client.isEmpty() || client.equalsIgnoreCase(wanted);
  }

  /** The same sign-in with a newer token. */
  CacheEntry renewed(Token newer, @Nullable Renewal next) {
    return new CacheEntry(
        cloud, tenant, client, account, host, method, scope, signedIn, newer, next);
  }
}
