package dev.joinedgroups.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joinedgroups.Golden;
import dev.joinedgroups.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts under completions/ are those that the program makes, and its shells read them. */
@Tag("golden")
class CompletionsTest {
  private static final Path FOLDER = Path.of("completions").toAbsolutePath();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"bash, groups.bash", "zsh, _groups", "fish, groups.fish"})
  void areWhatTheProgramPrints(String shell, String file) throws IOException {
    Program.Result made = new Program(folder).run("completion", shell);

    assertEquals(0, made.exitCode());
    assertEquals("", made.err());
    Golden.assertMatches(FOLDER.resolve(file), made.out());
  }

  @Test
  void shellcheckFindsNothingInTheBashScript() throws Exception {
    assumeTrue(InteractiveShell.isInstalled("shellcheck"), "shellcheck is not installed");
    assertEquals("", check("shellcheck", "--norc", FOLDER.resolve("groups.bash").toString()));
  }

  @ParameterizedTest
  @CsvSource({"bash, groups.bash", "zsh, _groups", "fish, groups.fish"})
  void areSoundForTheirShell(String shell, String file) throws Exception {
    assumeTrue(InteractiveShell.isInstalled(shell), shell + " is not installed");
    assertEquals("", check(shell, "-n", FOLDER.resolve(file).toString()));
  }

  @Test
  void bashScriptHoldsNothingThatOldBashLacks() throws IOException {
    String script = Files.readString(FOLDER.resolve("groups.bash"));
    for (String late : List.of("mapfile", "readarray", "declare -A", "local -n", ",,}", "^^}")) {
      assertFalse(script.contains(late), late + " needs a newer bash than 3.2");
    }
  }

  private static String check(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 && output.isEmpty() ? "" : "failed: " + output;
  }
}
