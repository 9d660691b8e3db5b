package dev.joinedgroups.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the wire.
 *
 * @param path still percent-encoded
 * @param query still percent-encoded, without its question mark; empty where there is none
 * @param headers by name in lower case
 * @param keepAlive whether the client may send another one on the same connection
 */
record Request(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    byte[] body,
    boolean keepAlive) {

  @Nullable String header(String name) {
    return headers.get(name);
  }
}
