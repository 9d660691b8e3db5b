package dev.joinedgroups.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Hands POST requests on to an endpoint and its answers back, and takes no GET: no look-ups. */
final class DeafRelay implements AutoCloseable {
  private static final byte[] NO_GET =
      "HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server;
  private final int port;

  /**
   * @param port of the endpoint, on this machine
   */
  DeafRelay(int port) throws IOException {
    this.port = port;
    server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> relay(client));
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }

  private void relay(Socket client) {
    try (client;
        Socket upstream = new Socket(InetAddress.getLoopbackAddress(), port)) {
      Thread.ofVirtual().start(() -> pipe(upstream, client));
      InputStream in = client.getInputStream();
      OutputStream out = upstream.getOutputStream();
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        if (head.startsWith("GET ")) {
          client.getOutputStream().write(NO_GET);
          return;
        }
        String lower = head.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length:");
        int length = Integer.parseInt(lower.substring(at + 15, lower.indexOf('\r', at)).strip());
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(in.readNBytes(length));
        out.flush();
      }
    } catch (IOException e) {
      // One of the two has gone; the other goes too.
    }
  }

  /** The head of a request with the empty line behind it; empty at the end. */
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int lineFeeds = 0;
    while (lineFeeds < 2) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.write(next);
      lineFeeds = next == '\n' ? lineFeeds + 1 : next == '\r' ? lineFeeds : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static void pipe(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // A reset on one side becomes an end on the other.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
