package dev.joinedgroups.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a run has of the world around it. Only {@code Main} makes one from the process; tests make
 * their own.
 *
 * @param in standard input
 * @param out results, in UTF-8
 * @param err everything else, in UTF-8
 * @param environment the environment variables
 * @param directory what relative paths start from
 * @param host what only the process itself can do
 */
public record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Path directory,
    Clock clock,
    Terminal terminal,
    Host host) {

  /** What only the process itself can do. */
  public interface Host {
    /**
     * Sends what is logged through SLF4J to a consumer of lines, from the first line on.
     *
     * @return takes our own lines for the log: a level ({@code info} or {@code debug}), then a text
     */
    LogSink startLogging(Consumer<String> lines);

    /**
     * Has an action run when the process is asked to end (SIGINT, SIGTERM); it exits when the
     * action is done.
     *
     * @return ends the watch
     */
    Watch onSignal(SignalAction action);
  }

  /** A watch for signals, until it is closed. */
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /** Takes lines for the log. */
  public interface LogSink {
    void info(String line);

    void debug(String line);
  }

  /** What is done when the process is asked to end. */
  public interface SignalAction {
    /**
     * Ends what is under way.
     *
     * @param signal {@code INT} or {@code TERM}
     * @param count 1 for the first signal, 2 for the second and so on
     * @return the exit code, or a negative number to go on for now
     */
    int signalled(String signal, int count);
  }

  /** The variable's value, or an empty text where it is unset: the two mean the same. */
  public String variable(String name) {
    return environment.getOrDefault(name, "");
  }
}
