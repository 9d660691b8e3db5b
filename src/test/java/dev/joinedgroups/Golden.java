package dev.joinedgroups;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a whole text with a file beside the tests. {@code -Dgolden.update=true} writes the files
 * instead, to be reviewed as a change.
 */
public final class Golden {
  private static final Path ROOT = Path.of("src/test/resources/dev/joinedgroups");

  private Golden() {}

  /** Fails unless the file under the test resources has exactly this text. */
  public static void assertMatches(String file, String actual) throws IOException {
    Path path = ROOT.resolve(file);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, actual);
    }
    assertEquals(Files.readString(path, StandardCharsets.UTF_8), actual);
  }
}
