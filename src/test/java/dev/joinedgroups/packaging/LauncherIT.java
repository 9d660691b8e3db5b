package dev.joinedgroups.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joinedgroups.packaging.Program.Result;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program starts wherever it is, and hands everything through. */
class LauncherIT {
  private static final String GOOD =
      """
      {"displayName": "A", "mailNickname": "a", "mailEnabled": false, "securityEnabled": true}
      """;

  @TempDir Path folder;

  @BeforeAll
  static void packaged() {
    assumeTrue(Files.exists(Program.home().resolve("bin/groups")), "package has not been run");
  }

  @Test
  void startsThroughLinksFromAnotherFolder() throws Exception {
    Path links = Files.createDirectories(folder.resolve("folder of links"));
    Path absolute = links.resolve("absolute");
    Files.createSymbolicLink(absolute, Program.home().resolve("bin/groups"));
    Path relative = links.resolve("joined groups");
    Files.createSymbolicLink(relative, Path.of("absolute"));

    assertVersion(Program.groups().at(relative).in(Path.of("/")).run("--version"));

    Files.delete(relative);
    Files.delete(absolute);
  }

  @Test
  void startsByBothNames() throws Exception {
    assertVersion(
        Program.groups().at(Program.home().resolve("bin/joined-groups")).run("--version"));
  }

  @Test
  void startsFromThePath() throws Exception {
    Program shell = Program.groups().at(Path.of("/bin/sh"));
    String path = Program.home().resolve("bin") + ":/usr/bin:/bin";

    assertVersion(shell.with("PATH", path).run("-c", "joined-groups --version"));
  }

  @Test
  void startsAfterAMoveToAFolderWithSpacesAndStillFitsItsCache() throws Exception {
    Path moved = folder.resolve("a folder/groups of mine");
    copy(Program.home(), moved);

    assertVersion(Program.groups().at(moved.resolve("bin/groups")).run("--version"));
    assertCacheFits(moved);
  }

  @Test
  void fitsItsCache() throws Exception {
    Path same = folder.resolve("groups");
    copy(Program.home(), same);
    assertCacheFits(same);
  }

  @ParameterizedTest
  @CsvSource({
    "help, 0, --version",
    "help, 0, add --help",
    "check, 0, validate good.json",
    "plain, 0, add --sandbox good.json",
    "plain, 6, add good.json --endpoint http://localhost:1/beta",
    "plain, 6, add good.json --endpoint=http://localhost:1/beta",
    "groups, 6, add good.json --endpoint https://localhost:1/beta",
    "groups, 0, schema",
  })
  void choosesTheCacheOfTheCommand(String cache, int exit, String line) throws Exception {
    assertEquals(exit, withCacheAlone(cache).run(line.split(" ")).exit());
  }

  @Test
  void choosesTheCacheOfAnEndpointInTheEnvironment() throws Exception {
    Program program = withCacheAlone("plain").with("GROUPS_ENDPOINT", "http://localhost:1/beta");
    assertEquals(6, program.run("add", "good.json").exit());
  }

  /** The program with no other cache, and one that does not start without. */
  private Program withCacheAlone(String cache) throws IOException {
    Files.writeString(folder.resolve("good.json"), GOOD);
    Path home = folder.resolve("groups");
    copy(Program.home(), home);
    for (String name : List.of("help", "check", "plain", "groups")) {
      if (!name.equals(cache)) {
        Files.delete(home.resolve("lib").resolve(name + ".aot"));
      }
    }
    return Program.groups().at(insisting(home)).in(folder).with("GROUPS_TOKEN", "not-a-real-token");
  }

  @Test
  void isQuietWithoutItsCacheAndWithABrokenOne() throws Exception {
    Path moved = folder.resolve("groups");
    copy(Program.home(), moved);
    Path cache = moved.resolve("lib/help.aot");

    Files.delete(cache);
    assertVersion(Program.groups().at(moved.resolve("bin/groups")).run("--version"));

    Files.writeString(cache, "no cache at all");
    assertVersion(Program.groups().at(moved.resolve("bin/groups")).run("--version"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
  void ignoresOptionsMeantForOtherJavaPrograms(String variable) throws Exception {
    assertVersion(Program.groups().with(variable, "-Xmx1g -Dx=y").run("--version"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C", "POSIX", "C.UTF-8", "xx_XX.UTF-8", "de_DE.ISO-8859-1"})
  void readsArgumentsAndFileNamesAsUtf8InEveryLocale(String locale) throws Exception {
    assumeTrue(
        StandardCharsets.UTF_8.equals(Charset.forName(System.getProperty("sun.jnu.encoding"))),
        "this test itself needs a UTF-8 locale to name the file");
    Path file = Files.writeString(folder.resolve("Grüße ✓ 日本.json"), GOOD);
    Program program = Program.groups().with("LC_ALL", locale).with("LANG", locale);

    Result checked = program.run("validate", file.toString());
    assertEquals(0, checked.exit(), checked.err());

    Result missing = program.run("validate", folder.resolve("fehlt-ü.json").toString());
    assertEquals(1, missing.exit());
    assertTrue((missing.out() + missing.err()).contains("fehlt-ü.json"), missing.err());
  }

  @Test
  void passesEveryArgumentUnchanged() throws Exception {
    Path file = Files.writeString(folder.resolve(" two  spaces $HOME `x` \"q\" 'a' *.json"), GOOD);
    Result checked = Program.groups().in(folder).run("validate", file.getFileName().toString());
    assertEquals(0, checked.exit(), checked.err());
  }

  @Test
  void passesTheExitCode() throws Exception {
    assertEquals(2, Program.groups().run("no-such-command").exit());
  }

  @Test
  void passesSignals() throws Exception {
    Process sandbox = Program.groups().start("sandbox");
    try (var out = sandbox.inputReader(StandardCharsets.UTF_8)) {
      assertTrue(out.readLine().startsWith("http://"));
      sandbox.destroy();
      assertTrue(sandbox.waitFor(30, TimeUnit.SECONDS));
      assertEquals(0, sandbox.exitValue());
    } finally {
      sandbox.destroyForcibly();
    }
  }

  private static void assertVersion(Result result) throws Exception {
    assertEquals("", result.err());
    assertEquals(0, result.exit());
    assertEquals(Program.groups().run("--version").out(), result.out());
    assertTrue(result.out().contains("0.1.0"), result.out());
  }

  private static void assertCacheFits(Path home) throws Exception {
    assertVersion(Program.groups().at(insisting(home)).run("--version"));
  }

  /** With AOTMode=on, Java does not start at all where the cache does not fit. */
  private static Path insisting(Path home) throws IOException {
    Path launcher = home.resolve("bin/groups");
    String text = Files.readString(launcher);
    return Files.writeString(
        launcher, text.replace("\"-XX:AOTCache=", "-XX:AOTMode=on \"-XX:AOTCache="));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(directory)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = to.resolve(from.relativize(file));
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
