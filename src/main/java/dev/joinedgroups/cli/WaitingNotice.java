package dev.joinedgroups.cli;

import dev.joinedgroups.graph.Endpoint;
import java.time.Duration;

/**
 * Says whom the program is waiting for when an answer takes longer than people expect. Nothing
 * under {@code -q}, nothing for programs, and nothing of this machine itself, to which alone plain
 * http goes.
 */
final class WaitingNotice implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Thread thread;

  private WaitingNotice(StderrReporter reporter, String host) {
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("waiting-notice")
            .unstarted(
                () -> {
                  try {
                    Thread.sleep(PATIENCE);
                    reporter.notice("waiting for " + host + " …");
                  } catch (InterruptedException e) {
                    // The answer is there.
                  }
                });
  }

  /** Begins to wait for an answer; closing it ends that. */
  static WaitingNotice start(Context context, Endpoint endpoint) {
    WaitingNotice notice = new WaitingNotice(context.reporter(), endpoint.host());
    StderrReporter.Style style = context.reporter().style();
    if (endpoint.isHttps() && !style.quiet() && !style.json()) {
      notice.thread.start();
    }
    return notice;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
