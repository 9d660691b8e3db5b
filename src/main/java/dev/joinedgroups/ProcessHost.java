package dev.joinedgroups;

import dev.joinedgroups.cli.Console;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** The process as the program's surroundings: its log and its signals. */
final class ProcessHost implements Console.Host {
  private static final String INT = "INT";
  private static final String TERM = "TERM";

  @Override
  public Console.LogSink startLogging(Consumer<String> lines) {
    System.setErr(new PrintStream(new LineStream(lines), true, StandardCharsets.UTF_8));
    System.setProperty("org.slf4j.simpleLogger.logFile", "System.err");
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "info");
    System.setProperty("org.slf4j.simpleLogger.log.dev.joinedgroups", "debug");
    System.setProperty("org.slf4j.simpleLogger.showThreadName", "false");
    System.setProperty("org.slf4j.simpleLogger.showLogName", "false");
    Logger logger = LoggerFactory.getLogger("dev.joinedgroups");
    return new Console.LogSink() {
      @Override
      public void info(String line) {
        logger.info(line);
      }

      @Override
      public void debug(String line) {
        logger.debug(line);
      }
    };
  }

  /**
   * Watches SIGINT and SIGTERM.
   *
   * <p>By way of {@code sun.misc.Signal}, which module jdk.unsupported supports for want of an API:
   * a shutdown hook cannot tell the signals apart and sees only the first.
   */
  @Override
  public Console.Watch onSignal(Console.SignalAction action) {
    SignalHandler oldInt = handle(INT, action);
    SignalHandler oldTerm = handle(TERM, action);
    return () -> {
      Signal.handle(new Signal(INT), oldInt);
      Signal.handle(new Signal(TERM), oldTerm);
    };
  }

  private static SignalHandler handle(String name, Console.SignalAction action) {
    AtomicInteger count = new AtomicInteger();
    return Signal.handle(
        new Signal(name),
        _ -> {
          int code = action.signalled(name, count.incrementAndGet());
          if (code >= 0) {
            Runtime.getRuntime().halt(code);
          }
        });
  }

  /** Cuts what is written into lines. */
  private static final class LineStream extends OutputStream {
    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineStream(Consumer<String> lines) {
      this.lines = lines;
    }

    @Override
    public synchronized void write(int b) {
      if (b == '\n') {
        lines.accept(line.toString(StandardCharsets.UTF_8));
        line.reset();
      } else {
        line.write(b);
      }
    }
  }
}
