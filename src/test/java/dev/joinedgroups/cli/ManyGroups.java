package dev.joinedgroups.cli;

import dev.joinedgroups.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the tests of adding many have in common. */
final class ManyGroups {
  private ManyGroups() {}

  static String definitions(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(definition("Group " + i, "group" + i)).append('\n');
    }
    return text.toString();
  }

  static String definition(String displayName, String nickname) {
    return "{\"displayName\":\"%s\",\"mailNickname\":\"%s\",\"mailEnabled\":true,"
            .formatted(displayName, nickname)
        + "\"securityEnabled\":false,\"groupTypes\":[\"Unified\"]}";
  }

  /** The only journal below a home directory. */
  static Path journal(Path home) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve(".local/state/groups"))) {
      return files.toList().getFirst();
    }
  }

  /** The output with what differs from run to run replaced. */
  static String whole(Program.Result result) {
    return result
        .whole()
        .replaceAll("[^ ]*/[0-9a-f]{16}\\.journal", "JOURNAL")
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
  }
}
