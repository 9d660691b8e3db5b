package dev.joinedgroups.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that does with each connection what no HTTP server would. */
final class RawServer implements AutoCloseable {
  /** What happens to a connection whose request was read. */
  @FunctionalInterface
  interface Handler {
    void handle(Socket socket) throws IOException;
  }

  /** The requests' first lines, in order. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  /** The requests' heads, in order. */
  final List<String> heads = new CopyOnWriteArrayList<>();

  private final ServerSocket server;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final Handler handler;

  RawServer(Handler handler) throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), handler);
  }

  RawServer(ServerSocket server, Handler handler) {
    this.server = server;
    this.handler = handler;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket socket) {
    try {
      String head = head(socket.getInputStream());
      heads.add(head);
      requests.add(head.lines().findFirst().orElse(""));
      handler.handle(socket);
    } catch (IOException e) {
      // The client went away, as some tests want it to.
    }
  }

  /** Reads a request to the end of its body; returns its head. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        throw new SocketException("closed within the head: " + head);
      }
      head.append((char) b);
    }
    int at = head.toString().toLowerCase(Locale.ROOT).indexOf("content-length: ");
    if (at >= 0) {
      int end = head.indexOf("\r\n", at);
      in.readNBytes(Integer.parseInt(head.substring(at + 16, end)));
    }
    return head.toString();
  }

  /** Answers with these characters and leaves the connection open. */
  static Handler send(String text) {
    return socket -> {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    };
  }

  /** A port that nobody listens at. */
  static int closedPort() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return closed.getLocalPort();
    }
  }

  /** Gives these answers, one a connection; the last one stays. */
  static Handler inTurn(String... answers) {
    Deque<String> left = new ConcurrentLinkedDeque<>(List.of(answers));
    return socket -> {
      String answer = left.pollFirst();
      if (left.isEmpty()) {
        left.addFirst(answer);
      }
      sendAndClose(answer).handle(socket);
    };
  }

  /**
   * A whole answer on a connection of its own.
   *
   * @param head status, reason, and perhaps headers behind it
   */
  static String answer(String head, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return "HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(head, length, body);
  }

  /** Sends these characters and then a TCP reset. */
  static Handler sendAndReset(String text) {
    return socket -> {
      send(text).handle(socket);
      socket.setSoLinger(true, 0);
      socket.close();
    };
  }

  /** Sends these characters and then ends the connection. */
  static Handler sendAndClose(String text) {
    return socket -> {
      send(text).handle(socket);
      socket.close();
    };
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
