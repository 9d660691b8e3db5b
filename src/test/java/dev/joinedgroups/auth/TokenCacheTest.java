package dev.joinedgroups.auth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joinedgroups.diagnostics.Failure;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCacheTest {
  private static final String GRAPH = "graph.microsoft.com";

  @TempDir Path folder;
  private World world;
  private Path file;

  @BeforeEach
  void fresh() {
    world = new World(folder);
    world.store(World.entry("token-of-the-cache", GRAPH, World.NOW));
    file = world.cacheFolder.resolve("tokens.json");
  }

  private String failed() {
    return World.told(assertThrows(Failure.class, () -> world.cache().read()));
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void theFormatIsTheOneThatIsDocumented() throws IOException {
    world.store(
        World.entry(
            "token-of-the-cache",
            GRAPH,
            World.NOW,
            new Renewal(Renewal.By.REFRESH_TOKEN, "refresh-token")));
    assertEquals(
        """
        {"version":1,"entries":[{"cloud":"global","tenant":"contoso.example","client":"client-1",\
        "account":"megan@contoso.example","host":"graph.microsoft.com","method":"device-code",\
        "requestedScope":"https://graph.microsoft.com/Group.ReadWrite.All offline_access",\
        "signedIn":"2026-03-01T10:00:00Z","kind":"delegated",\
        "tenantId":"11111111-2222-3333-4444-555555555555","scopes":["Group.ReadWrite.All"],\
        "expires":"2026-03-01T12:00:00Z","token":"token-of-the-cache",\
        "renewal":{"by":"refresh-token","value":"refresh-token"}}]}
        """,
        Files.readString(file));
  }

  @Test
  void whatWasWrittenIsRead() throws Exception {
    List<CacheEntry> entries = world.cache().read();
    assertArrayEquals(Files.readAllBytes(file), CacheFormat.write(entries));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (var names = Files.list(world.cacheFolder)) {
      assertEquals(
          List.of("tokens.json", "tokens.lock"),
          names.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }

  @ParameterizedTest
  @CsvSource({"rw-r-----,rw-r-----", "rw----r--,rw----r--", "rw--w----,rw--w----"})
  void aFileThatOthersCanReadOrWriteIsRefused(String permissions, String shown) throws IOException {
    permit(file, permissions);
    assertEquals(
        "4: the token cache "
            + file
            + " is open to others ("
            + shown
            + "), so it is not used\nrun `chmod 600 "
            + file
            + "`, and sign in again if somebody may have read it",
        failed());
  }

  @Test
  void aFolderThatIsOpenToOthersIsRefused() throws IOException {
    permit(world.cacheFolder, "rwxr-xr-x");
    assertEquals(
        "4: the folder of the token cache, "
            + world.cacheFolder
            + " is open to others (rwxr-xr-x), so it is not used\nrun `chmod 700 "
            + world.cacheFolder
            + "`",
        failed());
  }

  @Test
  void aSymbolicLinkIsRefused() throws IOException {
    Path elsewhere = Files.move(file, folder.resolve("elsewhere.json"));
    Files.createSymbolicLink(file, elsewhere);
    assertEquals(
        "4: the token cache "
            + file
            + " is a symbolic link, so it is not used\nremove the link, or set XDG_CACHE_HOME to a"
            + " folder of your own, and sign in again",
        failed());

    Path linked = folder.resolve("linked");
    Files.createSymbolicLink(linked, world.cacheFolder);
    Failure failure = assertThrows(Failure.class, () -> new TokenCache(linked).read());
    assertEquals(
        "the folder of the token cache, " + linked + " is a symbolic link, so it is not used",
        failure.getMessage());
  }

  @Test
  void somebodyElsesFileIsRefused() throws IOException {
    try {
      Files.setAttribute(file, "unix:uid", 65534);
    } catch (FileSystemException notRoot) {
      assumeTrue(false, "only root can give files away");
    }
    String said = failed();
    assertTrue(said.startsWith("4: the token cache " + file + " belongs to another user, "), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | it is not a JSON object",
        "{\"version\":1,\"entr | it is not a JSON object",
        "[] | it is not a JSON object",
        "{\"entries\":[]} | it has no version",
        "{\"version\":1} | it has no entries",
        "{\"version\":1,\"entries\":[7]} | an entry is not an object",
        "{\"version\":1,\"entries\":[{\"kind\":\"delegated\"}]} | an entry lacks \"token\""
      })
  void aDamagedFileIsSaidAndKept(String text, String why) throws IOException {
    Files.writeString(file, text);
    String expected =
        "4: the token cache "
            + file
            + " cannot be used: "
            + why
            + "\nit is left as it is: run `groups auth logout`, then `groups auth login`";
    assertEquals(expected, failed());
    Failure failure =
        assertThrows(Failure.class, () -> world.store(World.entry("another-token", GRAPH, null)));
    assertEquals(expected, World.told(failure));
    assertEquals(text, Files.readString(file));
  }

  @Test
  void aFileOfANewerProgramIsSaidAndKept() throws IOException {
    Files.writeString(file, "{\"version\":2,\"entries\":{}}");
    assertEquals(
        "4: the token cache "
            + file
            + " cannot be used: it is of version 2\na newer version of this program wrote it: use"
            + " that one, or run `groups auth logout`",
        failed());
  }

  @Test
  void signingOutRemovesEverythingEvenWhatIsDamaged() throws IOException {
    Files.writeString(file, "damaged");
    permit(file, "rw-rw-rw-");
    Files.writeString(world.cacheFolder.resolve("tokens.json.tmp"), "half");

    assertTrue(Login.signOut(world.cacheFolder));

    assertFalse(Files.exists(file));
    assertFalse(Files.exists(world.cacheFolder.resolve("tokens.json.tmp")));
    assertFalse(Login.signOut(world.cacheFolder));
    assertEquals(List.of(), world.cache().read());
  }

  @Test
  void anInterruptedWriteIsNoObstacle() throws IOException {
    Files.writeString(world.cacheFolder.resolve("tokens.json.tmp"), "half");
    world.store(World.entry("another-token", GRAPH, null));
    assertEquals("another-token", world.cache().read().getFirst().token().secret().reveal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tokens.lock", "tokens.json.tmp"})
  void nothingIsWrittenThroughALink(String name) throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "untouched");
    Path link = world.cacheFolder.resolve(name);
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, target);
    try {
      world.store(World.entry("another-token", GRAPH, null));
    } catch (Failure refused) {
      assertEquals(1, refused.exitCode().code());
    }
    assertEquals("untouched", Files.readString(target));
  }
}
