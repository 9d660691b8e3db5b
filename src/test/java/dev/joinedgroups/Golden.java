package dev.joinedgroups;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a whole text with a file. {@code -Dgolden.update=true} writes the files instead, to be
 * reviewed as a change; the tests that do so have the tag {@code golden}.
 */
public final class Golden {
  private static final Path ROOT = Path.of("src/test/resources/dev/joinedgroups");

  private Golden() {}

  /** Fails unless the file under the test resources has exactly this text. */
  public static void assertMatches(String file, String actual) throws IOException {
    assertMatches(ROOT.resolve(file), actual);
  }

  /** Fails unless the file has exactly this text. */
  public static void assertMatches(Path file, String actual) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, actual);
    }
    String expected = Files.readString(file);
    assertEquals(
        expected,
        actual,
        () ->
            "%s differs, first in line %d; if that is meant, write it anew with -Dgolden.update=true"
                .formatted(file, firstDifference(expected, actual)));
  }

  private static long firstDifference(String expected, String actual) {
    int at = 0;
    while (at < Math.min(expected.length(), actual.length())
        && expected.charAt(at) == actual.charAt(at)) {
      at++;
    }
    return expected.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }
}
