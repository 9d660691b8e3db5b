package dev.joinedgroups.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer.
 *
 * @param headers name, value, name, value …
 * @param close whether the connection is closed behind it
 */
record Response(int status, List<String> headers, byte[] body, boolean close) {

  Response {
    headers = List.copyOf(headers);
  }

  /** An answer without a body. */
  static Response empty(int status) {
    return new Response(status, List.of(), new byte[0], false);
  }

  static Response json(int status, byte[] body) {
    return new Response(status, List.of("Content-Type", "application/json"), body, false);
  }

  static Response html(int status, String body) {
    return new Response(
        status, List.of("Content-Type", "text/html"), body.getBytes(StandardCharsets.UTF_8), false);
  }

  /** The same with further headers. */
  Response with(List<String> namesAndValues) {
    List<String> more = new ArrayList<>(headers);
    more.addAll(namesAndValues);
    return new Response(status, more, body, close);
  }

  /** The same, closing the connection. */
  Response closing() {
    return new Response(status, headers, body, true);
  }

  /** The head as it goes over the wire. */
  byte[] head() {
    StringBuilder head =
        new StringBuilder(512)
            .append("HTTP/1.1 ")
            .append(status)
            .append(' ')
            .append(reason(status))
            .append("\r\n");
    for (int i = 0; i < headers.size(); i += 2) {
      head.append(headers.get(i)).append(": ").append(headers.get(i + 1)).append("\r\n");
    }
    // RFC 9110: a 204 has no Content-Length.
    if (status != 204) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    if (close) {
      head.append("Connection: close\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 201 -> "Created";
      case 204 -> "No Content";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 409 -> "Conflict";
      case 413 -> "Content Too Large";
      case 415 -> "Unsupported Media Type";
      case 429 -> "Too Many Requests";
      case 431 -> "Request Header Fields Too Large";
      case 500 -> "Internal Server Error";
      case 501 -> "Not Implemented";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Timeout";
      case 505 -> "HTTP Version Not Supported";
      default -> "";
    };
  }
}
