package dev.joinedgroups.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What tests send to a sandbox. */
final class SandboxClient implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  SandboxClient(Sandbox sandbox) {
    this.base = sandbox.baseUri();
  }

  /** A definition with what is required; {@code more} starts with a comma or is empty. */
  static String group(String nickname, String more) {
    return "{\"displayName\":\"D\",\"mailNickname\":\""
        + nickname
        + "\",\"mailEnabled\":false,\"securityEnabled\":true"
        + more
        + "}";
  }

  static String unified(String nickname) {
    return group(nickname, ",\"groupTypes\":[\"Unified\"]");
  }

  HttpResponse<String> post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("client-request-id", "c-1")
            .POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer any");
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A connection of our own, with a request written to it; reading gives up at last. */
  Socket raw(String request) throws IOException {
    Socket socket = new Socket(base.getHost(), base.getPort());
    socket.setSoTimeout(60_000);
    socket.getOutputStream().write(request.getBytes(UTF_8));
    return socket;
  }

  /** A whole POST of a group as it goes over the wire. */
  static String wire(String body) {
    return "POST /me/joinedGroups HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer t\r\n"
        + "Content-Type: application/json\r\nContent-Length: "
        + body.getBytes(UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  /** All that comes until the server closes the connection. */
  static String readAll(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
