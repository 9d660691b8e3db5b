package dev.joinedgroups.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.Program;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What should never happen, wherever it does: one message, exit 1, and a trace only with -vv. */
class UnexpectedTest {
  private static final String GROUPS =
      """
      {"displayName":"A","mailNickname":"a","mailEnabled":false,"securityEnabled":true}
      {"displayName":"B","mailNickname":"b","mailEnabled":false,"securityEnabled":true}
      """;

  private static final String TOLD =
      """
      exit 1
      --- out
      --- err
      error: something went wrong that should not: NoClassDefFoundError
      help: run it again with -vv for the details, and report them
      """;

  @TempDir Path directory;

  /** A standard output that fails as no output does. */
  private static final class Broken extends OutputStream {
    @Override
    public void write(int octet) {
      throw new NoClassDefFoundError("t0ken-t0ken-t0ken");
    }
  }

  private Program program() {
    return new Program(directory)
        .file("one.json", GROUPS.lines().findFirst().orElseThrow())
        .file("many.ndjson", GROUPS)
        .output(new Broken());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--version", "--help", "help add", "add --help", "add --sandbox -q one.json"})
  void isToldWithoutATrace(String line) {
    assertEquals(TOLD, program().run(line.split(" ")).whole());
  }

  @Test
  void isToldToProgramsInJson() {
    assertEquals(
        "exit 1\n--- out\n--- err\n"
            + "{\"level\":\"error\",\"message\":\"something went wrong that should not:"
            + " NoClassDefFoundError\",\"hint\":\"run it again with -vv for the details, and"
            + " report them\",\"exitCode\":1}\n",
        program().run("add", "--sandbox", "-o", "json", "one.json").whole());
  }

  /** The thread that prints the results of many is another one. */
  @ParameterizedTest
  @ValueSource(strings = {"table", "yaml", "tsv"})
  void isToldWhenResultsCannotBePrinted(String format) {
    assertEquals(
        TOLD, program().run("add", "--sandbox", "-q", "-o", format, "many.ndjson").whole());
  }

  @Test
  void isToldInDetailWithoutSecrets() {
    Program.Result result =
        program()
            .with("GROUPS_TOKEN", "t0ken-t0ken-t0ken")
            .with("GROUPS_ENDPOINT", "http://127.0.0.1:1")
            .run("auth", "status", "-vv");

    assertEquals(1, result.exitCode());
    assertTrue(result.err().contains("DEBUG java.lang.NoClassDefFoundError: ***\n"), result.err());
    assertTrue(result.err().contains("    at "), result.err());
    assertFalse(result.err().contains("t0ken"), result.err());
  }

  @Test
  void isToldInDetailBeforeTheCommandIsKnown() {
    Program.Result result = program().run("-vv", "--version");

    assertTrue(result.err().startsWith("error: something went wrong"), result.err());
    assertTrue(result.err().contains("    at "), result.err());
  }
}
