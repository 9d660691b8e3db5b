package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command that is run as a process, over and over, and how long each run took. */
final class Measured {
  final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final int exit;
  private double[] millis = new double[0];
  private long peakKilobytes;

  /**
   * @param name what the table calls it
   * @param exit the exit code without which a run does not count
   */
  Measured(String name, List<String> command, Map<String, String> environment, int exit) {
    this.name = name;
    this.command = command;
    this.environment = environment;
    this.exit = exit;
  }

  /** Runs it once and forgets how long it took. */
  void warmUp() throws IOException, InterruptedException {
    time();
  }

  /** Runs it once, from the start of the process to its end, its output thrown away. */
  double run() throws IOException, InterruptedException {
    double took = time();
    millis = Arrays.copyOf(millis, millis.length + 1);
    millis[millis.length - 1] = took;
    return took;
  }

  private double time() throws IOException, InterruptedException {
    Path errors = Files.createTempFile("bench", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors.toFile());
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    int code = builder.start().waitFor();
    double took = (System.nanoTime() - start) / 1e6;
    String printed = Files.readString(errors);
    Files.delete(errors);
    if (code != exit) {
      throw new IOException(name + " ended with " + code + ":\n" + printed);
    }
    return took;
  }

  /** Runs it once, and watches the most memory it had (Linux only). */
  void runWatchingMemory() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    Process process = builder.start();
    while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
      peakKilobytes = Math.max(peakKilobytes, peakKilobytes(process));
    }
  }

  /** The most memory that a process ever had, or 0 when it is gone or this is no Linux. */
  static long peakKilobytes(Process process) {
    try {
      for (String line :
          Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException ended) {
      // There is nothing to read.
    }
    return 0;
  }

  double median() {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  long peakMegabytes() {
    return Math.round(peakKilobytes / 1024.0);
  }
}
