package dev.joinedgroups.auth;

import dev.joinedgroups.graph.WebClient;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * How sign-in reaches an authority: with the proxy, the trusted certificates and the time-outs of
 * everything else, and without following redirects.
 */
public interface AuthHttp {
  /**
   * Sends one request and waits for its whole answer.
   *
   * @throws dev.joinedgroups.diagnostics.Failure with {@code UNREACHABLE} when there is none, with
   *     {@code INTERRUPTED} when the thread is interrupted
   */
  Response send(Request request);

  /** Sends with that client. */
  static AuthHttp over(WebClient client) {
    return request -> {
      WebClient.Page page =
          client.send(request.method(), request.uri(), request.headers(), request.body());
      return new Response(page.status(), page.headers(), page.body());
    };
  }

  /**
   * A request.
   *
   * @param method {@code GET} or {@code POST}
   * @param headers each name once
   * @param body as text in UTF-8; empty for none
   */
  record Request(String method, URI uri, Map<String, String> headers, String body) {
    /** Without header values and body: they carry secrets. */
    @Override
    public String toString() {
      return method + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
    }
  }

  /**
   * An answer.
   *
   * @param headers as received
   * @param body as text in UTF-8
   */
  record Response(int status, Map<String, List<String>> headers, String body) {
    /** Without the body: it carries tokens. */
    @Override
    public String toString() {
      return "status " + status;
    }
  }
}
