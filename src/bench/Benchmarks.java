package bench;

import build.LocalEndpoint;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Measures the packaged program and prints tables in Markdown: start-up beside a Java program that
 * prints hello and beside other tools, the speed of checking, and that of adding many.
 *
 * <p>{@code ./mvnw -q -Pbench -DskipTests package} builds the program, runs this, and puts the
 * tables into {@code docs/benchmarks.md}.
 */
public final class Benchmarks {
  private static final List<String> HELLO_OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Path home = Path.of("target/groups").toAbsolutePath();
  private final Path groups = home.resolve("bin/groups");
  private final Path work = Files.createTempDirectory("groups-bench");
  private final Path classes = Files.createDirectories(work.resolve("classes"));
  private final String jars = jars();
  private final int rounds;
  private final int many;

  private Benchmarks(int rounds, int many) throws IOException {
    this.rounds = rounds;
    this.many = many;
  }

  /**
   * Prints the tables, and writes them to a document if one is named.
   *
   * @param args how often each command is started, how many definitions are checked (all sizes of
   *     the tables of adding go by it too), and a document with two markers to write between
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, GeneralSecurityException {
    var benchmarks = new Benchmarks(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    var kept = Kept.from(System.out);
    System.setOut(kept.stream());
    benchmarks.compile();
    benchmarks.printMachine();
    benchmarks.startUp();
    benchmarks.checking();
    benchmarks.adding();
    if (args.length > 2) {
      kept.write(Path.of(args[2]));
    }
  }

  private void compile() {
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                classes.toString(),
                "-cp",
                jars,
                "src/bench/Hello.java",
                "src/bench/BarePost.java",
                "src/bench/Tokenizer.java");
    if (exit != 0) {
      throw new IllegalStateException("the measuring programs do not compile");
    }
  }

  private void printMachine() throws IOException {
    Path cpus = Path.of("/proc/cpuinfo");
    String cpu = "";
    if (Files.exists(cpus)) {
      cpu =
          Files.readAllLines(cpus).stream()
              .filter(line -> line.startsWith("model name"))
              .findFirst()
              .map(line -> ", " + line.substring(line.indexOf(':') + 1).strip())
              .orElse("");
    }
    System.out.printf(
        "%s, %s %s, %d processors%s, Java %s%n%n",
        LocalDate.now(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        cpu,
        Runtime.version());
  }

  /** Whole processes, one of each in turn, so that a noisy moment hits all alike. */
  private void startUp() throws IOException, InterruptedException, GeneralSecurityException {
    Path file = Files.writeString(work.resolve("one.json"), Samples.json(0));
    try (var http = LocalEndpoint.http(() -> 0);
        var https = LocalEndpoint.https(work, () -> 0)) {
      Map<String, String> environment = environment();
      String pem = work.resolve("certificate.pem").toString();
      List<String> hello = new ArrayList<>();
      hello.add(tool("java"));
      hello.addAll(HELLO_OPTIONS);
      hello.addAll(List.of("-cp", classes.toString(), "bench.Hello"));
      var base = new Measured("Java printing hello", hello, environment, 0);
      record Row(Measured measured, String goal) {}
      List<Row> rows = new ArrayList<>();
      rows.add(new Row(base, ""));
      rows.add(new Row(groups("--version"), "1.8"));
      rows.add(new Row(groups("add", "--help"), "1.8"));
      rows.add(new Row(groups("validate", file.toString()), "2.0"));
      rows.add(new Row(groups("add", "--endpoint", http.url(), file.toString()), "3.0"));
      rows.add(
          new Row(
              groups("add", "--endpoint", https.url(), "--ca-file", pem, file.toString()), "4.0"));
      String path = "/me/joinedGroups/$ref";
      rows.add(new Row(bare("Java's HTTP client alone, http", "client", http.url() + path), ""));
      rows.add(
          new Row(bare("Java's HTTP client alone, https", "client", https.url() + path, pem), ""));
      rows.add(new Row(bare("Java's TLS socket alone", "socket", https.url() + path, pem), ""));
      for (List<String> peer : peers(file, http)) {
        rows.add(new Row(new Measured(name(peer), peer, environment, 0), ""));
      }
      for (int round = -3; round < rounds; round++) {
        for (Row row : rows) {
          if (round < 0) {
            row.measured().warmUp();
          } else {
            row.measured().run();
          }
        }
      }
      System.out.println("| start-up | ms | ratio | goal |\n|---|---:|---:|---:|");
      for (Row row : rows) {
        System.out.printf(
            "| %s | %.0f | %.2f | %s |%n",
            row.measured().name,
            row.measured().median(),
            row.measured().median() / base.median(),
            row.goal());
      }
      System.out.printf("%nMedians of %d whole processes each, run in turn.%n%n", rounds);
    }
  }

  /** A POST on our runtime, with our options and an AOT cache for nothing but that. */
  private Measured bare(String name, String... arguments) throws IOException, InterruptedException {
    Path jar = work.resolve("bare.jar");
    if (!Files.exists(jar)) {
      run(
          List.of(
              tool("jar"), "--create", "--file", jar.toString(), "-C", classes.toString(), "."));
    }
    Path cache = Files.createTempDirectory(work, "bare").resolve("bare.aot");
    String launcher = Files.readString(groups, StandardCharsets.UTF_8);
    List<String> options =
        launcher
            .lines()
            .map(line -> line.replace(" \\", "").replace("\"", "").strip())
            .filter(line -> line.startsWith("-X") || line.startsWith("-D"))
            .filter(line -> !line.startsWith("-Xlog") && !line.contains("$"))
            .toList();
    List<String> training = new ArrayList<>(List.of(home.resolve("runtime/bin/java").toString()));
    training.addAll(options);
    List<String> measured = new ArrayList<>(training);
    training.add("-XX:AOTCacheOutput=" + cache);
    measured.addAll(List.of("-Xlog:disable", "-XX:AOTCache=" + cache));
    List<String> program = new ArrayList<>(List.of("-cp", jar.toString(), "bench.BarePost"));
    program.addAll(List.of(arguments));
    training.addAll(program);
    measured.addAll(program);
    run(training);
    return new Measured(name, measured, environment(), 0);
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IOException(command + " ended with " + exit);
    }
  }

  /** The tools that are installed, doing the nearest thing. */
  private List<List<String>> peers(Path file, LocalEndpoint http)
      throws IOException, InterruptedException {
    List<List<String>> peers = new ArrayList<>();
    onPath("gh").ifPresent(program -> peers.add(List.of(program, "--version")));
    onPath("az").ifPresent(program -> peers.add(List.of(program, "version")));
    onPath("m365").ifPresent(program -> peers.add(List.of(program, "version")));
    Optional<String> ajv = onPath("ajv");
    if (ajv.isPresent()) {
      Path schema = work.resolve("schema.json");
      new ProcessBuilder(groups.toString(), "schema")
          .redirectOutput(schema.toFile())
          .start()
          .waitFor();
      peers.add(
          List.of(
              ajv.get(),
              "validate",
              "--spec=draft2020",
              "--strict=false",
              "-c",
              "ajv-formats",
              "-s",
              schema.toString(),
              "-d",
              file.toString()));
    }
    onPath("curl")
        .ifPresent(
            program ->
                peers.add(
                    List.of(
                        program,
                        "-sS",
                        "--json",
                        "@" + file,
                        http.url() + "/me/joinedGroups/$ref")));
    return peers;
  }

  private void checking() throws IOException, InterruptedException {
    Path json = work.resolve("many.ndjson");
    Path yaml = work.resolve("many.yaml");
    try (var toJson = Files.newBufferedWriter(json);
        var toYaml = Files.newBufferedWriter(yaml)) {
      for (int i = 0; i < many; i++) {
        toJson.write(Samples.json(i));
        toYaml.write(Samples.yaml(i));
      }
    }
    System.out.printf(
        "| checking %,d definitions | ms | tokenizer ms | speed | goal | peak MB |%n"
            + "|---|---:|---:|---:|---:|---:|%n",
        many);
    for (Path file : List.of(json, yaml)) {
      Measured checked = groups("validate", file.toString());
      // The tokenizer has our runtime, options and cache, so only the work differs.
      List<String> tokenizer =
          new ArrayList<>(List.of(home.resolve("runtime/bin/java").toString()));
      tokenizer.addAll(HELLO_OPTIONS);
      tokenizer.addAll(
          List.of(
              "-Xlog:disable",
              "-XX:AOTCache=" + home.resolve("lib/groups.aot"),
              "-cp",
              jars + File.pathSeparator + classes,
              "bench.Tokenizer",
              file.toString()));
      var bare = new Measured("tokenizer", tokenizer, environment(), 0);
      for (int round = 0; round < 5; round++) {
        checked.run();
        bare.run();
      }
      checked.runWatchingMemory();
      System.out.printf(
          "| %s, %d MB | %.0f | %.0f | %.2f | 0.50 | %d |%n",
          file.getFileName(),
          Files.size(file) >> 20,
          checked.median(),
          bare.median(),
          bare.median() / checked.median(),
          checked.peakMegabytes());
    }
    System.out.println();
  }

  private void adding() throws IOException, InterruptedException {
    new Adding(groups, work, environment(), Samples::json).print(many);
  }

  private Measured groups(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(groups.toString()));
    command.addAll(List.of(arguments));
    return new Measured(name(command), command, environment(), 0);
  }

  private Map<String, String> environment() throws IOException {
    Path state = Files.createTempDirectory(work, "home");
    return Map.of(
        "GROUPS_TOKEN",
        "measured",
        "HOME",
        state.toString(),
        "XDG_STATE_HOME",
        state.toString(),
        "XDG_CONFIG_HOME",
        state.toString(),
        "XDG_CACHE_HOME",
        state.toString());
  }

  /** The command as a reader wants it: without folders and this run's port. */
  private static String name(List<String> command) {
    return command.stream()
        .map(word -> word.startsWith("http") ? word.substring(0, word.indexOf(':')) + ":…" : word)
        .map(word -> word.substring(word.lastIndexOf('/') + 1))
        .collect(Collectors.joining(" ", "`", "`"));
  }

  private String jars() throws IOException {
    String launcher = Files.readString(groups, StandardCharsets.UTF_8);
    int start = launcher.indexOf("-cp \"") + 5;
    return launcher
        .substring(start, launcher.indexOf('"', start))
        .replace("$lib", home.resolve("lib").toString());
  }

  private static Optional<String> onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
