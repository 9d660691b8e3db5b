package dev.joinedgroups.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joinedgroups.sandbox.Faults;
import dev.joinedgroups.sandbox.Sandbox;
import dev.joinedgroups.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ends a run from outside: signals, a full disk, a reader that goes away. */
class InterruptionIT {
  private static final int DEFINITIONS = 200;

  @TempDir Path folder;
  private Sandbox sandbox;

  @BeforeAll
  static void packaged() {
    assumeTrue(Files.exists(Program.home().resolve("bin/groups")), "package has not been run");
  }

  @BeforeEach
  void start() throws IOException {
    sandbox =
        Sandbox.start(
            new SandboxOptions(
                0, Duration.ofMillis(40), null, Faults.none(), Duration.ZERO, null, 1),
            Clock.systemUTC());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < DEFINITIONS; i++) {
      text.append(
          """
          {"displayName":"Group %d","mailNickname":"group%d","mailEnabled":false,\
          "securityEnabled":true}
          """
              .formatted(i, i));
    }
    Files.writeString(folder.resolve("groups.ndjson"), text);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Program program() {
    return Program.groups()
        .in(folder)
        .with("HOME", folder.toString())
        .with("GROUPS_ENDPOINT", sandbox.baseUri().toString())
        .with("GROUPS_TOKEN", "not-a-secret");
  }

  private Process add(String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("add", "groups.ndjson", "-o", "tsv", "--fields", "mailNickname"));
    arguments.addAll(List.of(more));
    return program()
        .start(folder.resolve("out"), folder.resolve("err"), arguments.toArray(String[]::new));
  }

  private void awaitSomeCreated(Process process) throws InterruptedException {
    while (process.isAlive() && sandbox.created() < 20) {
      process.waitFor(1, TimeUnit.MILLISECONDS);
    }
    assertTrue(process.isAlive(), "it ended too soon");
  }

  private static void signal(Process process, String name)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  private int end(Process process) throws InterruptedException {
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "does not end");
    return process.exitValue();
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void aSignalStopsItAndItCanGoOn(String name, int exit) throws Exception {
    Process process = add();
    awaitSomeCreated(process);
    signal(process, name);
    assertEquals(exit, end(process));
    String said = Files.readString(folder.resolve("err"));
    assertTrue(said.contains(" left; the journal is "), said);
    assertTrue(said.contains("the same command with --resume goes on from there"), said);
    List<String> printed = Files.readAllLines(folder.resolve("out"));
    assertEquals(sandbox.created(), printed.size(), "what was under way was waited for");

    assertEquals(0, end(add("--resume")));
    assertEquals(DEFINITIONS, sandbox.created());
    assertEquals(DEFINITIONS, Files.readAllLines(folder.resolve("out")).size());
  }

  @Test
  void aFullDiskStopsItWithoutLosingAnything() throws Exception {
    Process process =
        program()
            .at(Path.of("/bin/sh"))
            .start(
                folder.resolve("out"),
                folder.resolve("err"),
                "-c",
                "ulimit -f 40; exec \"$0\" add groups.ndjson",
                Program.home().resolve("bin/groups").toString());
    int exit = end(process);
    String said = Files.readString(folder.resolve("err"));
    assertEquals(1, exit, said);
    assertTrue(said.contains("cannot be written: File too large"), said);
    assertTrue(sandbox.created() < DEFINITIONS, "there was no limit");
    assertEquals(0, end(add("--resume")));
    assertEquals(DEFINITIONS, sandbox.created());
  }

  @Test
  void aReaderThatGoesAwayDoesNotStopIt() throws Exception {
    Process process =
        program()
            .at(Path.of("/bin/sh"))
            .start(
                folder.resolve("out"),
                folder.resolve("err"),
                "-c",
                "\"$0\" add groups.ndjson -o ndjson | head -n 1",
                Program.home().resolve("bin/groups").toString());
    assertEquals(0, end(process));
    assertEquals(1, Files.readAllLines(folder.resolve("out")).size());
    assertEquals(DEFINITIONS, sandbox.created());
  }
}
