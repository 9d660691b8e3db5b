package dev.joinedgroups.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.diagnostics.Redactor;
import dev.joinedgroups.graph.Endpoint;
import dev.joinedgroups.graph.Target;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WaitingNoticeTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final CountDownLatch said = new CountDownLatch(1);

  private final OutputStream watched =
      new OutputStream() {
        @Override
        public void write(int b) {
          err.write(b);
        }

        @Override
        public void flush() {
          said.countDown();
        }
      };

  private final Console console =
      new Console(
          InputStream.nullInputStream(),
          new PrintStream(OutputStream.nullOutputStream()),
          new PrintStream(watched, false, StandardCharsets.UTF_8),
          Map.of(),
          Path.of(""),
          Clock.systemUTC(),
          Terminal.none(),
          new NoHost());

  @Test
  void saysWhomItIsWaitingForUntilTheAnswerIsThere() throws Exception {
    StderrReporter.Style style = new StderrReporter.Style(false, false, false, 0);
    Context context =
        new Context(console, new StderrReporter(console, style, text -> text), new Redactor());
    Endpoint endpoint = Endpoint.of("https://graph.microsoft.com/v1.0", Endpoint.ME, Target.GROUPS);

    try (WaitingNotice _ = WaitingNotice.start(context, endpoint)) {
      assertTrue(said.await(60, TimeUnit.SECONDS));
    }

    assertEquals("waiting for graph.microsoft.com …\n", err.toString(StandardCharsets.UTF_8));
  }

  private static final class NoHost implements Console.Host {
    @Override
    public Console.LogSink startLogging(Consumer<String> lines) {
      throw new IllegalStateException("nothing is logged here");
    }

    @Override
    public Console.Watch onSignal(Console.SignalAction action) {
      return () -> {};
    }
  }
}
