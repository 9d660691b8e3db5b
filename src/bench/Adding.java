package bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Measures the adding of many, against the packaged program's own local endpoint: how near it comes
 * to what latency and limits allow, and what it takes in memory.
 */
final class Adding {
  private static final int CONCURRENCY = 8;
  private static final int LATENCY_MILLIS = 50;

  private final Path groups;
  private final Path work;
  private final Map<String, String> environment;
  private final IntFunction<String> definition;

  /**
   * @param groups the packaged program
   * @param work a folder for files
   * @param definition the definition of that number, in JSON on a line
   */
  Adding(Path groups, Path work, Map<String, String> environment, IntFunction<String> definition) {
    this.groups = groups;
    this.work = work;
    this.environment = environment;
    this.definition = definition;
  }

  /**
   * Prints the tables.
   *
   * @param most how many are added at most; below 100,000 to see that all of it works, in which
   *     case the limit is smaller too
   */
  void print(int most) throws IOException, InterruptedException {
    System.out.println("| adding many | s | shortest s | | goal |\n|---|---:|---:|---:|---:|");
    latency(Math.min(3200, most));
    limit(most >= 100_000 ? 30 : 3);
    System.out.println();
    memory(most);
  }

  private void latency(int many) throws IOException, InterruptedException {
    double shortest = many * LATENCY_MILLIS / 1000.0 / CONCURRENCY;
    double ours;
    try (Endpoint endpoint = new Endpoint("--latency", LATENCY_MILLIS + "ms")) {
      ours = add(endpoint, file(many)).seconds;
      row(
          "`groups add`, %,d at %d ms, %d at a time".formatted(many, LATENCY_MILLIS, CONCURRENCY),
          ours,
          shortest,
          "%.1f %%".formatted(100 * shortest / ours),
          "95 %");
    }
    if (Files.isExecutable(Path.of("/usr/bin/curl"))
        && Files.isExecutable(Path.of("/usr/bin/xargs"))) {
      try (Endpoint endpoint = new Endpoint("--latency", LATENCY_MILLIS + "ms")) {
        double curl = curl(endpoint, many);
        row(
            "`xargs -P %d` with `curl`, the same".formatted(CONCURRENCY),
            curl,
            shortest,
            "%.1f %%".formatted(100 * shortest / curl),
            "less");
      }
    }
  }

  /** A process for each group, as a shell script would do it, without any journal or retry. */
  private double curl(Endpoint endpoint, int many) throws IOException, InterruptedException {
    Path bodies = Files.createTempDirectory(work, "bodies");
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < many; i++) {
      Path body = Files.writeString(bodies.resolve(i + ".json"), definition.apply(i));
      names.append('@').append(body).append('\n');
    }
    Path list = Files.writeString(work.resolve("bodies.txt"), names);
    ProcessBuilder builder =
        new ProcessBuilder(
                "xargs",
                "-P",
                Integer.toString(CONCURRENCY),
                "-n",
                "1",
                "curl",
                "-sS",
                "-o",
                "/dev/null",
                "-H",
                "Authorization: Bearer measured",
                "-H",
                "Content-Type: application/json",
                endpoint.url + "/me/joinedGroups/$ref",
                "-d")
            .redirectInput(list.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    int code = builder.start().waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (code != 0) {
      throw new IOException("curl failed");
    }
    return seconds;
  }

  /**
   * Takes two and a half windows' worth: one at once, one after the first window, the rest last.
   */
  private void limit(int window) throws IOException, InterruptedException {
    int allowed = 20 * window;
    int many = allowed * 5 / 2;
    double shortest = 2 * window;
    try (Endpoint endpoint = new Endpoint("--limit", allowed + "/" + window + "s")) {
      Run run = add(endpoint, file(many), "-v");
      row(
          "%,d under %d in %d s".formatted(many, allowed, window),
          run.seconds,
          shortest,
          "× %.3f".formatted(run.seconds / shortest),
          "× 1.05");
      long refused = run.posts - many;
      System.out.printf(
          "| refused of these | | | %d, %.2f %% | 1 %% |%n", refused, 100.0 * refused / run.posts);
    }
  }

  /** The most memory that the process had, in the more frugal of two runs. */
  private void memory(int most) throws IOException, InterruptedException {
    System.out.println("| memory | peak MB | bytes a definition | goal |\n|---|---:|---:|---:|");
    long before = 0;
    int count = 0;
    for (int many : new int[] {most / 100, most / 10, most}) {
      long peak = Math.min(peakKilobytes(many), peakKilobytes(many));
      System.out.printf(
          "| %,d definitions | %.1f | %s | 64 |%n",
          many,
          peak / 1024.0,
          count == 0 ? "" : Long.toString((peak - before) * 1024 / (many - count)));
      before = peak;
      count = many;
    }
  }

  private long peakKilobytes(int many) throws IOException, InterruptedException {
    try (Endpoint endpoint = new Endpoint()) {
      return add(endpoint, file(many)).peakKilobytes;
    }
  }

  private record Run(double seconds, long posts, long peakKilobytes) {}

  private Path file(int many) throws IOException {
    Path file = work.resolve("adding" + many + ".ndjson");
    try (var out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < many; i++) {
        out.write(definition.apply(i));
      }
    }
    return file;
  }

  private Run add(Endpoint endpoint, Path file, String... more)
      throws IOException, InterruptedException {
    // A port may come again, and with it the journal of an endpoint that is gone.
    List<String> command =
        new ArrayList<>(
            List.of(
                "/bin/sh",
                groups.toString(),
                "add",
                "--restart",
                "--endpoint",
                endpoint.url,
                file.toString(),
                "-o",
                "tsv"));
    command.addAll(List.of(more));
    Path errors = Files.createTempFile(work, "errors", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors.toFile());
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    long peak = 0;
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, Measured.peakKilobytes(process));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IOException("groups add failed:\n" + Files.readString(errors));
    }
    try (var lines = Files.lines(errors)) {
      return new Run(seconds, lines.filter(line -> line.contains("POST ")).count(), peak);
    }
  }

  private static void row(
      String what, double seconds, double shortest, String measure, String goal) {
    System.out.printf("| %s | %.2f | %.2f | %s | %s |%n", what, seconds, shortest, measure, goal);
  }

  /** The local endpoint in a process of its own. */
  private final class Endpoint implements AutoCloseable {
    final String url;
    private final Process process;

    Endpoint(String... options) throws IOException {
      List<String> command = new ArrayList<>(List.of(groups.toString(), "sandbox"));
      command.addAll(List.of(options));
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      url = out.readLine();
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
