package dev.joinedgroups.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joinedgroups.Program;
import dev.joinedgroups.sandbox.Sandbox;
import dev.joinedgroups.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example of every help page is run. A real shell reads the line as the page prints it, with
 * stand-ins for the programs in it; what it hands to {@code groups} is then run in this process.
 */
class HelpExamplesTest {
  private static final String RECORDER =
      """
      #!/bin/sh
      run=$RECORDED/$$
      mkdir "$run"
      printf '%s\\n' "$GROUPS_TOKEN" > "$run/token"
      for argument do printf '%s\\0' "$argument"; done > "$run/arguments"
      cat > "$run/input"
      echo recorded
      """;

  @TempDir Path directory;
  private Path recorded;

  static Stream<String> pages() {
    return Stream.concat(Stream.of(""), Commands.all().stream().map(CommandModel::name));
  }

  @BeforeEach
  void copyExamples() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is missing");
    Path examples = Path.of("examples");
    try (Stream<Path> files = Files.walk(examples)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = directory.resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    recorded = Files.createDirectory(directory.resolve("recorded"));
    Path bin = Files.createDirectory(directory.resolve("bin"));
    for (String program : List.of("groups", "az", "curl")) {
      Path file = Files.writeString(bin.resolve(program), RECORDER);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
      if (!program.equals("groups")) {
        Files.writeString(file, "#!/bin/sh\ncat > /dev/null\necho a-token-of-another-program\n");
      }
    }
  }

  /** A run of the program that a line asks for. */
  private record Run(List<String> arguments, String token, byte[] input) {}

  @ParameterizedTest(name = "groups {0}")
  @MethodSource("pages")
  void run(String page) throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), Clock.systemUTC())) {
      for (String line : examplesOf(page)) {
        List<Run> runs = record(line);
        assertTrue(!runs.isEmpty(), line);
        for (Run run : runs) {
          assertRuns(line, run, sandbox.baseUri().toString());
        }
      }
    }
  }

  /** The command lines under "Examples:", those that go on in the next line put together. */
  private List<String> examplesOf(String page) {
    String[] arguments = (page + " --help").strip().split(" ");
    String help = new Program(directory).run(arguments).out();
    String text = help.substring(help.indexOf("Examples:\n") + "Examples:\n".length());
    text = text.substring(0, text.indexOf("\n\n")).replace("\\\n    ", "");
    return text.lines().map(String::strip).filter(line -> !line.startsWith("#")).toList();
  }

  private List<Run> record(String line) throws Exception {
    for (Path old : runFolders()) {
      for (String name : List.of("token", "arguments", "input")) {
        Files.delete(old.resolve(name));
      }
      Files.delete(old);
    }
    ProcessBuilder builder =
        new ProcessBuilder("/bin/bash", "-euc", "set -o pipefail\n" + line)
            .directory(directory.toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("HOME", directory.toString());
    builder.environment().put("RECORDED", recorded.toString());
    builder.environment().put("PATH", directory.resolve("bin") + ":/usr/bin:/bin");
    Files.createDirectories(directory.resolve(".zfunc"));
    Files.createDirectories(directory.resolve(".config/fish/completions"));
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    // What it sources there is the word "recorded", which is no command.
    assertTrue(exit == 0 || line.startsWith("source "), line + "\n" + output);
    List<Run> runs = new ArrayList<>();
    for (Path folder : runFolders()) {
      String arguments = Files.readString(folder.resolve("arguments"));
      runs.add(
          new Run(
              Arrays.asList(arguments.split("\0")),
              Files.readString(folder.resolve("token")).strip(),
              Files.readAllBytes(folder.resolve("input"))));
    }
    return runs;
  }

  private List<Path> runFolders() throws IOException {
    try (Stream<Path> folders = Files.list(recorded)) {
      return folders.toList();
    }
  }

  private void assertRuns(String line, Run run, String endpoint) throws Exception {
    List<String> arguments = new ArrayList<>(run.arguments());
    arguments.replaceAll(argument -> argument.replace("http://127.0.0.1:8080", endpoint));
    arguments.replaceAll(argument -> argument.equals("8080") ? "0" : argument);
    if (arguments.getFirst().equals("sandbox")) {
      assertEndsWhenInterrupted(arguments);
      return;
    }
    Program program = new Program(directory).input(run.input());
    program.with("GROUPS_TOKEN", run.token());
    program.with("HTTPS_PROXY", "http://127.0.0.1:1"); // Nobody listens: no example leaves here.
    Program.Result result = program.run(arguments.toArray(String[]::new));
    boolean signIn = arguments.getFirst().equals("auth");
    if (signIn) {
      // Without a tenant there is no signing in: only the command line can be right.
      assertTrue(List.of(0, 4, 6).contains(result.exitCode()), line + "\n" + result.whole());
    } else {
      assertEquals(0, result.exitCode(), line + "\n" + result.whole());
    }
  }

  private void assertEndsWhenInterrupted(List<String> arguments) throws Exception {
    Program.Result[] result = new Program.Result[1];
    Thread thread =
        Thread.ofPlatform()
            .start(() -> result[0] = new Program(directory).run(arguments.toArray(String[]::new)));
    thread.interrupt();
    thread.join();
    assertEquals(0, result[0].exitCode(), result[0].whole());
    assertTrue(result[0].out().startsWith("http://127.0.0.1:"), result[0].whole());
  }
}
