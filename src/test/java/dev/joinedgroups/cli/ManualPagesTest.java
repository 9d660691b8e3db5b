package dev.joinedgroups.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual says what the models say, and the programs that show it find nothing to mend. */
class ManualPagesTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws Exception {
    ManualPages.main(new String[] {folder.toString()});
  }

  private List<Path> pages() throws Exception {
    try (Stream<Path> pages = Files.list(folder)) {
      return pages.sorted().toList();
    }
  }

  @Test
  void haveOneForEachNameAndCommand() throws Exception {
    List<String> names = new ArrayList<>(List.of("groups.1", "joined-groups.1"));
    for (CommandModel model : Commands.all()) {
      names.add("groups-" + model.name().replace(' ', '-') + ".1");
    }

    assertEquals(
        names.stream().sorted().toList(),
        pages().stream().map(page -> page.getFileName().toString()).toList());
  }

  @Test
  void mandocFindsNothingToMend() throws Exception {
    assumeInstalled("mandoc");
    for (Path page : pages()) {
      assertEquals("", output("mandoc", "-T", "lint", "-W", "style", page.toString()));
    }
  }

  @Test
  void manWarnsOfNothing() throws Exception {
    assumeInstalled("man");
    for (Path page : pages()) {
      String shown = output("man", "--warnings", "-E", "UTF-8", "-l", page.toString());
      assertTrue(shown.contains("NAME\n"), shown);
    }
  }

  @Test
  void showOptionsAndExamplesAsTyped() throws Exception {
    assumeInstalled("man");
    String shown = output("man", "-E", "ascii", "-l", folder.resolve("groups-add.1").toString());

    assertTrue(shown.contains("\n       -o, --output FORMAT\n"), shown);
    assertTrue(shown.contains("\n       --mail-enabled, --no-mail-enabled\n"), shown);
    assertTrue(shown.contains("\n              groups add --sandbox examples/marketing.yaml\n"));
    for (Option option : Commands.named("add").model().options()) {
      assertTrue(shown.contains(option.name()), option.name());
    }
    assertTrue(shown.contains("\n       130    interrupted\n"), shown);
  }

  private static void assumeInstalled(String program) {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin", program)), program + " is not installed");
  }

  /** What the program prints, which must say nothing on its stderr. */
  private String output(String... command) throws Exception {
    Path errors = folder.resolveSibling(folder.getFileName() + "-errors");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().put("MANWIDTH", "80");
    builder.environment().put("MANROFFOPT", "-c");
    builder.environment().put("MAN_KEEP_FORMATTING", "");
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    String said = Files.readString(errors);
    Files.delete(errors);
    assertEquals("", said);
    return output;
  }
}
