package dev.joinedgroups;

import dev.joinedgroups.cli.Console;
import dev.joinedgroups.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs the program in this process, through its front door, with everything around it captured. */
public final class Program {
  private final Path directory;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private byte[] input = new byte[0];
  private Terminal terminal = Terminal.none();
  private Clock clock = Clock.systemUTC();
  private @Nullable OutputStream output;

  /** What a run came to. */
  public record Result(int exitCode, String out, String err) {
    /** All of it as one text, to compare at once. */
    public String whole() {
      return "exit " + exitCode + "\n--- out\n" + out + "--- err\n" + err;
    }
  }

  /**
   * A program in a directory that is its home and its working directory, with nothing else in its
   * environment.
   */
  public Program(Path directory) {
    this.directory = directory;
    environment.put("HOME", directory.toString());
  }

  public Program with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** All of the environment, for a process of its own. */
  public Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  public Program input(String text) {
    input = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  public Program input(byte[] bytes) {
    input = bytes.clone();
    return this;
  }

  public Program terminal(Terminal other) {
    terminal = other;
    return this;
  }

  public Program clock(Clock other) {
    clock = other;
    return this;
  }

  /** Where standard output goes instead of into the result. */
  public Program output(OutputStream other) {
    output = other;
    return this;
  }

  /** Writes a file into the directory. */
  public Program file(String name, String content) {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file into the directory. */
  public Program file(String name, byte[] content) {
    try {
      Path path = directory.resolve(name);
      Files.createDirectories(path.getParent());
      Files.write(path, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input),
            new PrintStream(output == null ? out : output, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            environment,
            directory,
            clock,
            terminal,
            new NoSignals());
    int code = Main.run(console, arguments);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A process that is never asked to end, and whose log goes straight to the lines. */
  private static final class NoSignals implements Console.Host {
    @Override
    public Console.LogSink startLogging(Consumer<String> lines) {
      return new Console.LogSink() {
        @Override
        public void info(String line) {
          lines.accept("INFO " + line);
        }

        @Override
        public void debug(String line) {
          lines.accept("DEBUG " + line);
        }
      };
    }

    @Override
    public Console.Watch onSignal(Console.SignalAction action) {
      return () -> {};
    }
  }
}
