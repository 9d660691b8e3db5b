package dev.joinedgroups;

import dev.joinedgroups.cli.Cli;
import dev.joinedgroups.cli.Console;
import dev.joinedgroups.cli.Terminal;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The program. The only class that touches the process: its standard streams, environment, signals
 * and exit.
 */
public final class Main {
  private Main() {}

  /** Runs the command that the arguments name, and exits with its code. */
  public static void main(String[] arguments) {
    PrintStream out = stream(new Output());
    PrintStream err = stream(new FileOutputStream(FileDescriptor.err));
    Console console = console(out, err, System.getenv());
    int code = run(console, arguments);
    out.flush();
    err.flush();
    // Nothing is left to clean up, and threads that still wait for the network must not hold us.
    Runtime.getRuntime().halt(code);
  }

  /**
   * Runs one command.
   *
   * @return what the process exits with
   */
  public static int run(Console console, String... arguments) {
    return Cli.run(console, arguments);
  }

  /** The process as a command sees it, but for what it prints to and its environment. */
  static Console console(PrintStream out, PrintStream err, Map<String, String> environment) {
    return new Console(
        new FileInputStream(FileDescriptor.in),
        out,
        err,
        environment,
        Path.of(""),
        Clock.systemUTC(),
        terminal(System.getProperty("groups.terminals", "")),
        new ProcessHost());
  }

  private static PrintStream stream(OutputStream stream) {
    return new PrintStream(stream, false, StandardCharsets.UTF_8);
  }

  /**
   * Standard output. A reader that leaves a pipe, as {@code head} does, has what it wanted: the
   * rest is dropped without a word. Anything else that keeps results from being written is an
   * error.
   */
  private static final class Output extends FileOutputStream {
    private boolean unread;

    Output() {
      super(FileDescriptor.out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (unread) {
        return;
      }
      try {
        super.write(bytes, offset, length);
      } catch (IOException e) {
        // The message would tell too, but in the language of the locale.
        unread = isPipe();
        if (!unread) {
          throw e;
        }
      }
    }

    private static boolean isPipe() {
      try {
        String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
        return target.startsWith("pipe:") || target.startsWith("socket:");
      } catch (IOException e) {
        return false; // Not Linux.
      }
    }
  }

  /**
   * @param streams the numbers of the standard streams that are terminals, as the launcher found
   *     them; Java itself can tell only for all of them together
   */
  private static Terminal terminal(String streams) {
    return new Terminal(
        streams.contains("0"), streams.contains("1"), streams.contains("2"), Main::terminalWidth);
  }

  private static int terminalWidth() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(Path.of("/dev/tty").toFile())
              .redirectErrorStream(true)
              .start();
      // It says little enough to end before anybody reads it.
      if (!stty.waitFor(1, TimeUnit.SECONDS)) {
        stty.destroyForcibly();
        return 80;
      }
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      int blank = size.indexOf(' ');
      if (stty.exitValue() == 0 && blank > 0) {
        int width = Integer.parseInt(size.substring(blank + 1).strip());
        return width > 0 ? width : 80;
      }
    } catch (IOException | NumberFormatException e) {
      return 80; // No stty, or no terminal behind /dev/tty.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 80;
  }
}
