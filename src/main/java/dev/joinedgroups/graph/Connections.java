package dev.joinedgroups.graph;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLContext;

/** How every HTTP connection of this program is made and ended. */
final class Connections {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration CLOSE_TIMEOUT = Duration.ofMillis(300);

  private Connections() {}

  /**
   * Makes a client, without connecting.
   *
   * @param tls whom to trust, or {@link NoTls}
   */
  static HttpClient open(ProxySettings proxy, SSLContext tls) {
    // Its work never blocks but to resolve a name; and each handing over to a further thread makes
    // a short process slower.
    ThreadFactory threads = Thread.ofPlatform().daemon().name("http").factory();
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT_TIMEOUT)
        .executor(Executors.newSingleThreadExecutor(threads))
        .proxy(new Selector(proxy))
        .sslContext(tls)
        .build();
  }

  /** Has all classes loaded that a client needs which does not connect. */
  static void load() {
    ProxySettings direct = ProxySettings.of(_ -> null);
    open(direct, new NoTls()).shutdownNow();
  }

  /**
   * Ends a client and waits until its thread is gone: a virtual machine that exits waits up to 300
   * ms for a thread that is inside the system's {@code poll}, where a client's thread always is
   * (HotSpot's {@code VM_Exit::wait_for_threads_in_native_to_block}).
   */
  static void close(HttpClient client) {
    client.shutdownNow();
    try {
      client.awaitTermination(CLOSE_TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Selector extends ProxySelector {
    private final ProxySettings proxies;

    Selector(ProxySettings proxies) {
      this.proxies = proxies;
    }

    @Override
    public List<Proxy> select(URI uri) {
      ProxySettings.Proxy proxy = proxies.proxyFor(uri);
      return List.of(proxy == null ? Proxy.NO_PROXY : new Proxy(Proxy.Type.HTTP, proxy.address()));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException problem) {
      // Every exchange reports its own failure.
    }
  }
}
