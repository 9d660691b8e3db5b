package dev.joinedgroups.graph;

import java.net.http.HttpHeaders;

/** What became of one HTTP request, before anybody asks what it means. */
sealed interface Reply {
  /**
   * The service answered.
   *
   * @param body what was read of the body
   * @param whole whether that is all of it; not when it broke off or was too long
   */
  record Received(int status, HttpHeaders headers, byte[] body, boolean whole) implements Reply {
    /** The first value of a header, or an empty text. */
    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  /** The request surely never reached the service. */
  record Unsent(Answer.NotConnected why) implements Reply {}

  /**
   * The request, or a part of it, went out and no answer came.
   *
   * @param reason what happened instead, as the end of a sentence
   */
  record Lost(String reason) implements Reply {}
}
