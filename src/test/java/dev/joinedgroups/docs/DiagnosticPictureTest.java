package dev.joinedgroups.docs;

import dev.joinedgroups.Golden;
import dev.joinedgroups.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The picture in the README shows what the program prints. {@code -Dgolden.update=true} draws it
 * anew.
 */
@Tag("golden")
class DiagnosticPictureTest {
  private static final Path PICTURE = Path.of("docs/diagnostic.svg");

  @TempDir Path directory;

  @Test
  void showsWhatIsPrinted() throws IOException {
    Program program =
        new Program(directory)
            .file(
                "class.yaml",
                """
                displayName: 2024
                mailNickName: class-of-2024
                mailEnabled: yes
                securityEnabled: false
                groupTypes: Unified
                accessType: Private
                """);
    Program.Result result = program.run("validate", "--color", "always", "class.yaml");
    List<String> lines = new ArrayList<>(List.of("$ groups validate class.yaml"));
    result.out().lines().forEach(lines::add);
    lines.addAll(result.err().lines().toList());

    Golden.assertMatches(PICTURE, AnsiPicture.svg("groups validate class.yaml", lines));
  }
}
