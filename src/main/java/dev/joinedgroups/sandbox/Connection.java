package dev.joinedgroups.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/** One client's connection, on a thread of its own: request, answer, request, answer … */
final class Connection implements Runnable {
  private static final long LATE_MILLIS = 3_000;
  private static final int HANG_MILLIS = 600_000;
  private static final int LINGER_MILLIS = 1_000;

  private final Socket socket;
  private final Endpoint endpoint;
  private final Connections connections;
  private final long latencyNanos;

  Connection(Socket socket, Endpoint endpoint, Connections connections, long latencyNanos) {
    this.socket = socket;
    this.endpoint = endpoint;
    this.connections = connections;
    this.latencyNanos = latencyNanos;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      RequestReader in = new RequestReader(socket, out);
      boolean more = true;
      while (more) {
        more = in.await() && exchange(in, out);
      }
    } catch (IOException gone) {
      // The client went away or was too slow, or the sandbox is closed: nobody is left to tell.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(this);
    }
  }

  /** Closes the connection at once, whatever it is doing. */
  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is unusable either way.
    }
  }

  private boolean exchange(RequestReader in, OutputStream out)
      throws IOException, InterruptedException {
    Request request;
    try {
      request = in.read();
    } catch (Refusal refusal) {
      write(out, endpoint.refuse(refusal).closing(), true);
      linger(in);
      return false;
    }
    long arrived = System.nanoTime();
    connections.begin(this);
    try {
      Answer answer = endpoint.answer(request);
      pause(arrived, answer.delivery());
      return deliver(request, answer, in, out);
    } finally {
      connections.end(this);
    }
  }

  private void pause(long arrived, Delivery delivery) throws InterruptedException {
    long until = arrived + latencyNanos;
    if (delivery == Delivery.LATE) {
      until += TimeUnit.MILLISECONDS.toNanos(LATE_MILLIS);
    }
    connections.pause(until - System.nanoTime());
  }

  /** Returns whether the connection can take another request. */
  private boolean deliver(Request request, Answer answer, RequestReader in, OutputStream out)
      throws IOException {
    Response response = answer.response();
    boolean closes = response.close() || !request.keepAlive() || connections.isClosing();
    boolean withBody = !request.method().equals("HEAD");
    switch (answer.delivery()) {
      case WHOLE, LATE -> {
        write(out, closes ? response.closing() : response, withBody);
        if (closes) {
          linger(in);
        }
        return !closes;
      }
      case CUT -> {
        writePart(out, response, response.head().length + response.body().length / 2);
        linger(in);
      }
      case RESET_INSIDE -> {
        writePart(out, response, response.head().length / 2);
        reset();
      }
      case RESET -> reset();
      case NOTHING -> {
        // Whoever closes the sandbox need not wait for it.
        connections.end(this);
        in.awaitEnd(HANG_MILLIS);
      }
    }
    return false;
  }

  /** A TCP reset: what closing does to a socket that must not linger. */
  private void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Lets the client read the answer: closing over bytes not yet read would reset it. */
  private void linger(RequestReader in) throws IOException {
    socket.shutdownOutput();
    in.awaitEnd(LINGER_MILLIS);
  }

  private static void write(OutputStream out, Response response, boolean withBody)
      throws IOException {
    int length = response.head().length + (withBody ? response.body().length : 0);
    writePart(out, response, length);
  }

  /** Writes the first bytes of the answer, in one go so that they travel together. */
  private static void writePart(OutputStream out, Response response, int length)
      throws IOException {
    byte[] head = response.head();
    byte[] bytes = new byte[length];
    int fromHead = Math.min(length, head.length);
    System.arraycopy(head, 0, bytes, 0, fromHead);
    System.arraycopy(response.body(), 0, bytes, fromHead, length - fromHead);
    out.write(bytes);
    out.flush();
  }
}
