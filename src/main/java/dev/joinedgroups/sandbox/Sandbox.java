package dev.joinedgroups.sandbox;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * A local endpoint on loopback that behaves as the endpoint's document says, and fails as the live
 * service and the network may. It keeps what it creates in memory until it is closed.
 *
 * <p>The server is our own: the JDK's cannot reset a connection, and loads for several times as
 * long. Its threads are platform threads for that reason too, and daemons.
 */
public final class Sandbox implements AutoCloseable {
  private static final int BACKLOG = 256;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final long CLOSE_MILLIS = 1_000;
  private static final long PAUSE_MILLIS = 50;

  private final ServerSocket server;
  private final GroupStore store;
  private final @Nullable CreationLog log;
  private final Endpoint endpoint;
  private final long latencyNanos;
  private final Connections connections = new Connections();

  private Sandbox(
      ServerSocket server, @Nullable CreationLog log, SandboxOptions options, InstantSource clock) {
    this.server = server;
    this.log = log;
    this.store = new GroupStore(log);
    this.latencyNanos = options.latency().toNanos();
    Groups groups = new Groups(store, options.lag(), address(server.getLocalPort()));
    this.endpoint = new Endpoint(options, clock, groups);
  }

  /**
   * Starts to listen.
   *
   * @param clock tells the time for {@code createdDateTime}, the limit's window and the lag
   * @return the running endpoint
   * @throws Failure with {@link ExitCode#FAILURE} when the port or the log cannot be opened
   */
  public static Sandbox start(SandboxOptions options, InstantSource clock) {
    ServerSocket server = listen(options.port());
    Sandbox sandbox;
    try {
      Path file = options.log();
      CreationLog log = file == null ? null : new CreationLog(file);
      sandbox = new Sandbox(server, log, options, clock);
    } catch (Failure failure) {
      closeQuietly(server);
      throw failure;
    }
    thread("sandbox", sandbox::accept).start();
    return sandbox;
  }

  private static ServerSocket listen(int port) {
    try {
      ServerSocket server = new ServerSocket();
      try {
        server.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
        return server;
      } catch (IOException e) {
        closeQuietly(server);
        throw e;
      }
    } catch (IOException e) {
      throw new Failure(
          ExitCode.FAILURE,
          "cannot listen on " + address(port).substring("http://".length()) + ": " + reason(e),
          "choose another port, or none for any free one",
          e);
    }
  }

  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("in use") ? "the port is in use" : message;
  }

  private static String address(int port) {
    return "http://127.0.0.1:" + port;
  }

  /**
   * Where it listens, without a version and a slash at the end. Paths may start with {@code /beta},
   * {@code /v1.0} or neither.
   */
  public URI baseUri() {
    return URI.create(address(server.getLocalPort()));
  }

  /** How many groups it has created. */
  public int created() {
    return store.size();
  }

  /**
   * Stops: takes no more connections, answers the requests it has without further latency, and
   * closes whatever is left after a second.
   */
  @Override
  public void close() {
    closeQuietly(server);
    connections.close(CLOSE_MILLIS);
    if (log != null) {
      log.close();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        serve(server.accept());
      } catch (IOException e) {
        // Closed, or too many files are open: some of them will be closed soon.
        pause();
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    Connection connection = new Connection(socket, endpoint, connections, latencyNanos);
    if (!connections.add(connection)) {
      socket.close();
      return;
    }
    try {
      thread("sandbox-connection", connection).start();
    } catch (OutOfMemoryError e) {
      // The system has no thread to spare: this client has to come again.
      connections.remove(connection);
      socket.close();
    }
  }

  private void pause() {
    try {
      connections.pause(PAUSE_MILLIS * 1_000_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    // Only an error of the virtual machine gets here. It ends one connection, without a trace on
    // the terminal of whoever runs us.
    thread.setUncaughtExceptionHandler((ended, error) -> {});
    return thread;
  }

  private static void closeQuietly(ServerSocket server) {
    try {
      server.close();
    } catch (IOException e) {
      // There is nothing more to be done with it.
    }
  }
}
