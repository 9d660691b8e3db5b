package dev.joinedgroups.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joinedgroups.packaging.Program.Result;
import dev.joinedgroups.sandbox.Faults;
import dev.joinedgroups.sandbox.Sandbox;
import dev.joinedgroups.sandbox.SandboxOptions;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program where what is around it is missing, full, strange or gone. */
class SurroundingsIT {
  private static final String GROUPS = Program.home().resolve("bin/groups").toString();

  @TempDir Path folder;

  @BeforeAll
  static void packaged() {
    assumeTrue(Files.exists(Path.of(GROUPS)), "package has not been run");
  }

  @BeforeEach
  void write() throws Exception {
    Files.writeString(folder.resolve("good.json"), definition("good"));
    Files.writeString(
        folder.resolve("bad.json"),
        """
        {"displayName": "A", "mailNickname": "a", "mailEnabled": "yes", "securityEnabled": true, "visibility": "Private"}
        """);
  }

  private static String definition(String name) {
    return """
    {"displayName":"%s","mailNickname":"%s","mailEnabled":false,"securityEnabled":true}
    """
        .formatted(name, name);
  }

  private Program bare() {
    return Program.groups().in(folder);
  }

  private Program program() {
    return bare().with("HOME", folder.toString()).with("GROUPS_TOKEN", "not-a-secret");
  }

  /** Runs a script in which {@code $0} is the program. */
  private static Result shell(Program program, String script) throws Exception {
    Path bash = Path.of("/bin/bash");
    assumeTrue(Files.isExecutable(bash), "there is no bash");
    return program.at(bash).run("-c", "set -o pipefail; " + script, GROUPS);
  }

  @ParameterizedTest
  @CsvSource({"explain, 0", "schema, 0", "help, 0", "completion zsh, 0", "validate bad.json -q, 3"})
  void aReaderThatLeavesIsNoError(String line, int exit) throws Exception {
    Result result = shell(program(), "\"$0\" " + line + " | head -n 1");
    assertEquals("", result.err());
    assertEquals(exit, result.exit());
    assertEquals(1, result.out().lines().count());
  }

  @ParameterizedTest
  @CsvSource({
    "--version, 1",
    "schema, 1",
    "explain, 1",
    "help, 1",
    "completion bash, 1",
    "auth token, 1",
    "validate bad.json -q, 3",
    "add --sandbox good.json -q, 1"
  })
  void outputOnAFullDiskIsAnError(String line, int exit) throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full");
    Result result = shell(program(), "\"$0\" " + line + " > /dev/full");
    assertEquals(
        """
        error: not everything could be written to standard output
        help: make room where it goes, or send it elsewhere
        """,
        result.err());
    assertEquals(exit, result.exit());
  }

  @Test
  void doesWithoutAHome() throws Exception {
    assertEquals(0, bare().run("validate", "good.json").exit());
    assertEquals(0, bare().run("add", "--sandbox", "good.json").exit());
    assertEquals(4, bare().run("auth", "status").exit());
    assertEquals(0, bare().run("auth", "logout").exit());
  }

  @Test
  void doesWithAHomeThatIsAFile() throws Exception {
    Program program = bare().with("HOME", folder.resolve("good.json").toString());
    assertEquals(0, program.run("validate", "good.json").exit());
    assertEquals(0, program.run("add", "--sandbox", "good.json").exit());
  }

  @Test
  void saysThatAReadOnlyHomeTakesNoJournal() throws Exception {
    try (Sandbox sandbox = sandbox()) {
      Path home = many();
      Result result = mounted("ro", program().with("HOME", home.toString()), sandbox);
      assertEquals(1, result.exit());
      assertTrue(
          result
              .err()
              .endsWith(
                  " cannot be written: Read-only file system\n"
                      + "help: name another with --journal FILE; nothing was sent\n"),
          result.err());
      assertEquals(0, sandbox.created());
    }
  }

  @Test
  void sendsNothingMoreWhenTheStateFolderIsFull() throws Exception {
    try (Sandbox sandbox = sandbox()) {
      Path state = many();
      Program program = program().with("XDG_STATE_HOME", state.toString());
      Result result = mounted("size=16k", program, sandbox);
      assertEquals(1, result.exit(), result.err());
      assertTrue(
          result
              .err()
              .endsWith(
                  " cannot be written: No space left on device\n"
                      + "help: nothing is sent that it does not hold; make room, then go on with"
                      + " --resume\n"),
          result.err());
      assertTrue(sandbox.created() < 300, "there was room");
      long recorded =
          Files.readAllLines(folder.resolve("journal")).stream()
              .filter(line -> line.contains("\"event\":\"added\""))
              .count();
      long told =
          result.err().lines().filter(line -> line.contains("could not be recorded")).count();
      assertEquals(sandbox.created(), recorded + told, "every group added is known");
    }
  }

  private static Sandbox sandbox() throws Exception {
    return Sandbox.start(
        new SandboxOptions(0, Duration.ZERO, null, Faults.none(), Duration.ZERO, null, 1),
        Clock.systemUTC());
  }

  /** Writes 300 definitions, and makes a folder to mount something on. */
  private Path many() throws Exception {
    String text =
        IntStream.range(0, 300).mapToObj(i -> definition("g" + i)).collect(Collectors.joining());
    Files.writeString(folder.resolve("many.ndjson"), text);
    return Files.createDirectories(folder.resolve("mounted"));
  }

  /** Adds with a file system of its own, which no other process sees, on the folder. */
  private Result mounted(String options, Program program, Sandbox sandbox) throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root mounts");
    assumeTrue(
        shell(program, "unshare -m mount -t tmpfs -o size=16k tmpfs mounted").exit() == 0,
        "nothing can be mounted here");
    String add =
        "\"$0\" add many.ndjson -o tsv --fields displayName --endpoint "
            + sandbox.baseUri()
            + "; code=$?; cp mounted/groups/*.journal journal 2>/dev/null; exit $code";
    return shell(
        program,
        "unshare -m sh -c 'mount -t tmpfs -o " + options + " tmpfs mounted && " + add + "' \"$0\"");
  }

  @ParameterizedTest
  @CsvSource({"LANG, C", "LC_ALL, C", "LC_ALL, C.UTF-8"})
  void charactersComeBackAsTheyWent(String variable, String locale) throws Exception {
    assumeTrue(
        StandardCharsets.UTF_8.equals(Charset.forName(System.getProperty("sun.jnu.encoding"))),
        "this test itself needs a UTF-8 locale to name the file");
    Files.writeString(folder.resolve("Größe 日本.json"), definition("good"));
    Result result =
        bare()
            .with(variable, locale)
            .run(
                "add",
                "--sandbox",
                "Größe 日本.json",
                "--display-name",
                "Ünï ✓ 日本 🎉",
                "--description",
                "é",
                "-o",
                "tsv",
                "--fields",
                "displayName,description");
    assertEquals(new Result(0, "Ünï ✓ 日本 🎉\té\n", ""), result);
  }

  @Test
  void colourIsWhereItIsWanted() throws Exception {
    String escape = "\u001b[";
    assertFalse(program().run("validate", "bad.json").out().contains(escape));
    Program dumb = program().with("TERM", "dumb").with("NO_COLOR", "1");
    assertTrue(dumb.run("validate", "bad.json", "--color", "always").out().contains(escape));
    assertFalse(terminal(80, program().with("TERM", "dumb")).contains(escape));
    assertFalse(terminal(80, program().with("NO_COLOR", "1")).contains(escape));
    assertTrue(terminal(80, program().with("TERM", "xterm")).contains(escape));
  }

  @Test
  void excerptsFitTheTerminal() throws Exception {
    Program plain = program().with("NO_COLOR", "1");
    String rest = "help: write true\nchecked 1 definition in 1 file: 1 error\n";
    String head =
        "bad.json:1:58: error[type-mismatch]: `mailEnabled` wants a Boolean, not a string\n";
    String mark = "      |                                                          ^^^^^\n";
    String whole = Files.readString(folder.resolve("bad.json"));
    assertEquals(head + "    1 | " + whole + mark + rest, terminal(200, plain));
    assertEquals(
        head + "    1 | " + whole.substring(0, 70) + "…\n" + mark + rest, terminal(80, plain));
  }

  private static String terminal(int columns, Program program) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no script");
    Result result =
        program
            .with("SHELL", "/bin/sh")
            .at(Path.of("/usr/bin/script"))
            .run(
                "-qec",
                "stty cols " + columns + "; '" + GROUPS + "' validate bad.json",
                "/dev/null");
    assertEquals(3, result.exit(), result.out() + result.err());
    return result.out().replace("\r\n", "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void aSignalEndsTheSandbox(String signal) throws Exception {
    Process process = program().start("sandbox");
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertTrue(out.readLine().startsWith("http://127.0.0.1:"));
      assertEquals(0, end(process, signal));
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void aSignalEndsAnAddThatWaits(String signal, int exit) throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      silent.setSoTimeout(30_000);
      Process process =
          program()
              .start("add", "good.json", "--endpoint", "http://127.0.0.1:" + silent.getLocalPort());
      try (Socket client = silent.accept()) {
        client.setSoTimeout(30_000);
        String line =
            new BufferedReader(
                    new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        assertEquals("POST /me/joinedGroups/$ref HTTP/1.1", line);
        assertEquals(exit, end(process, signal));
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private static int end(Process process, String signal) throws Exception {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "does not end");
    return process.exitValue();
  }
}
