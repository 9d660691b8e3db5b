package dev.joinedgroups.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every console session in the documents is what the packaged program prints. With {@code
 * -Dgolden.update=true} the documents are written anew, to be reviewed as a change.
 */
class DocsIT {
  private static final Path PROGRAMS =
      Path.of(System.getProperty("groups.home", "target/groups")).resolve("bin").toAbsolutePath();

  @TempDir Path home;

  static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>(List.of(Path.of("README.md")));
    try (Stream<Path> files = Files.list(Path.of("docs"))) {
      documents.addAll(files.filter(file -> file.toString().endsWith(".md")).sorted().toList());
    }
    return documents;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void showWhatHappens(Path document) throws Exception {
    assumeTrue(Files.exists(PROGRAMS.resolve("groups")), "package has not been run");
    for (String program : List.of("bash", "jq")) {
      assumeTrue(Files.exists(Path.of("/usr/bin", program)), program + " is not installed");
    }
    copy(Path.of("examples"));
    String written = Files.readString(document);
    String real = new Transcript(written).run(home, PROGRAMS);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(document, real);
      written = Files.readString(document);
    }
    assertEquals(written, real);
  }

  private void copy(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = home.resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
