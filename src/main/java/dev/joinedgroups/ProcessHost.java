package dev.joinedgroups;

import dev.joinedgroups.cli.Console;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process as the program's surroundings: its log and its signals. */
final class ProcessHost implements Console.Host {
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
   * a shutdown hook cannot tell the signals apart and sees only the first. By reflection, because
   * the compiler warns of that class whatever one does, and warnings are errors here.
   */
  @Override
  public Console.Watch onSignal(Console.SignalAction action) {
    Object oldInt = handle("INT", action);
    Object oldTerm = handle("TERM", action);
    return () -> {
      restore("INT", oldInt);
      restore("TERM", oldTerm);
    };
  }

  private static Object handle(String name, Console.SignalAction action) {
    AtomicInteger count = new AtomicInteger();
    try {
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Object handler =
          Proxy.newProxyInstance(
              ProcessHost.class.getClassLoader(),
              new Class<?>[] {handlerType},
              (proxy, method, arguments) -> {
                if (!method.getName().equals("handle")) {
                  return method.invoke(count, arguments);
                }
                int code = action.signalled(name, count.incrementAndGet());
                if (code >= 0) {
                  Runtime.getRuntime().halt(code);
                }
                return null;
              });
      return set(name, handler);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Java runtime has no sun.misc.Signal", e);
    }
  }

  private static Object set(String name, Object handler) throws ReflectiveOperationException {
    Class<?> signalType = Class.forName("sun.misc.Signal");
    Object signal = signalType.getConstructor(String.class).newInstance(name);
    return signalType
        .getMethod("handle", signalType, Class.forName("sun.misc.SignalHandler"))
        .invoke(null, signal, handler);
  }

  private static void restore(String name, Object handler) {
    try {
      set(name, handler);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("signal handlers cannot be set back", e);
    }
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
