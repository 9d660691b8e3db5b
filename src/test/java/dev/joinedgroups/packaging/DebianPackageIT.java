package dev.joinedgroups.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joinedgroups.packaging.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The .deb installs, runs and leaves nothing behind. {@code ./mvnw -Prelease verify} makes one; the
 * test needs root on a Debian where the package is not installed.
 */
class DebianPackageIT {
  private static final Path ASSEMBLED = Path.of("target/jreleaser/assemble/joined-groups-deb/deb");
  private static final Map<String, String> ENVIRONMENT =
      Map.of("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG", "C");

  private boolean installed;

  @BeforeEach
  void install() throws Exception {
    assumeTrue(Files.isDirectory(ASSEMBLED), "no .deb was assembled: -Prelease makes one");
    assumeTrue(System.getProperty("user.name").equals("root"), "only root installs packages");
    assumeTrue(Files.exists(Path.of("/usr/bin/dpkg")), "this is no Debian");
    assumeTrue(
        run("dpkg-query", "--status", "joined-groups").exit() != 0,
        "joined-groups is installed here, and stays as it is");
    installed = true;
    Result result = run("dpkg", "--install", deb().toString());
    assertEquals(0, result.exit(), result.err());
  }

  @AfterEach
  void purge() throws Exception {
    if (installed) {
      run("dpkg", "--purge", "joined-groups");
    }
  }

  @Test
  void installsRunsAndRemovesCleanly() throws Exception {
    Result version = run("joined-groups", "--version");
    assertEquals("", version.err());
    assertEquals(Program.groups().run("--version").out(), version.out());

    List<String> files = run("dpkg", "--listfiles", "joined-groups").out().lines().toList();
    assertEquals(List.of("/usr/bin/joined-groups"), files.stream().filter(onPath()).toList());
    assertPlaced(files, "completions/groups.bash", "bash-completion/completions/joined-groups");
    assertPlaced(files, "completions/_groups", "zsh/vendor-completions/_joined-groups");
    assertPlaced(files, "completions/groups.fish", "fish/vendor_completions.d/joined-groups.fish");
    assertPlaced(files, "share/man/man1/groups.1", "man/man1/joined-groups.1.gz");
    assertTrue(files.contains("/usr/share/doc/joined-groups/copyright"));

    assertEquals("coreutils: /usr/bin/groups\n", run("dpkg", "--search", "/usr/bin/groups").out());
    assertEquals(0, run("/usr/bin/groups").exit());

    assertEquals(0, run("dpkg", "--remove", "joined-groups").exit());
    for (String file : files) {
      if (file.contains("joined-groups")) {
        assertFalse(Files.exists(Path.of(file)), file + " is still there");
      }
    }
  }

  /** What the program's folder has, Debian has in its own place. */
  private static void assertPlaced(List<String> files, String ours, String debians) {
    if (Files.exists(Program.home().resolve(ours))) {
      assertTrue(files.contains("/usr/share/" + debians), debians + " is missing");
    }
  }

  private static Predicate<String> onPath() {
    return file -> file.startsWith("/usr/bin/") || file.startsWith("/usr/local/bin/");
  }

  private static Path deb() throws IOException {
    try (Stream<Path> files = Files.list(ASSEMBLED)) {
      return files
          .filter(file -> file.toString().endsWith(".deb"))
          .findFirst()
          .orElseThrow()
          .toAbsolutePath();
    }
  }

  private static Result run(String program, String... arguments)
      throws IOException, InterruptedException {
    Path file = Path.of(program.startsWith("/") ? program : "/usr/bin/" + program);
    return new Program(file, Path.of("/"), ENVIRONMENT).run(arguments);
  }
}
