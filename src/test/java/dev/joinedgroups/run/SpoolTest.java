package dev.joinedgroups.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joinedgroups.definition.Definition;
import dev.joinedgroups.definition.DefinitionReader;
import dev.joinedgroups.definition.DefinitionSink;
import dev.joinedgroups.definition.Input;
import dev.joinedgroups.definition.ResponseParser;
import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Failure;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was checked comes back as it was, with its places. */
class SpoolTest {
  @TempDir Path folder;

  private void fill(Spool spool, String text) {
    DefinitionSink sink =
        new DefinitionSink() {
          @Override
          public void definition(Definition definition) {
            spool.add(definition);
          }

          @Override
          public void problem(Diagnostic problem) {
            throw new AssertionError(problem.message());
          }

          @Override
          public void unreadable(Failure failure) {
            throw failure;
          }
        };
    ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    new DefinitionReader(in, null).read(List.of(new Input.StandardInput()), sink);
  }

  @Test
  void bodiesAndPlacesComeBack() {
    try (Spool spool = new Spool(folder)) {
      fill(
          spool,
          """
          # ünï
          - displayName: "One \\u00fc 👍"
            mailNickname: one
          - {displayName: Two, mailNickname: two}
          """);
      assertEquals(2, spool.size());
      assertEquals(
          "{\"displayName\":\"One ü 👍\",\"mailNickname\":\"one\"}",
          spool.get(0).submission("id").body());
      assertEquals("<stdin>:3:17", spool.get(0).place("mailNickname").label());
      assertEquals("<stdin>:4:36", spool.get(1).place("mailNickname").label());
      assertEquals("<stdin>:4:3", spool.get(1).place("visibility").label());
    }
  }

  @Test
  void whatIsLargeGoesToAFileWithoutAName() throws Exception {
    try (Spool spool = new Spool(folder)) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 20_000; i++) {
        text.append("{\"displayName\":\"Group ").append(i).append("\"}\n");
      }
      fill(spool, text.toString());
      try (Stream<Path> files = Files.list(folder)) {
        assertEquals(List.of(), files.toList());
      }
      for (int i : new int[] {0, 1, 9_999, 19_998, 19_999}) {
        assertEquals("{\"displayName\":\"Group " + i + "\"}", spool.get(i).submission("id").body());
        assertEquals(i + 1, spool.get(i).place("displayName").line());
      }
    }
  }

  @Test
  void eachDefinitionComesFromItsFile() {
    byte[] json = "{\"displayName\":\"A\"}".getBytes(StandardCharsets.UTF_8);
    List<String> names = List.of("a.json", "a.json", "b.json", "a.json");
    try (Spool spool = new Spool(folder)) {
      for (String name : names) {
        spool.add(new Definition(name, 0, false, ResponseParser.object(name, json)));
      }
      for (int i = 0; i < names.size(); i++) {
        assertEquals(names.get(i) + ":1:16", spool.get(i).place("displayName").label());
        assertEquals(names.get(i) + ":1:1", spool.get(i).place("mailNickname").label());
      }
    }
  }

  @Test
  void theSameBodyTwiceHasTwoKeys() {
    try (Spool spool = new Spool(folder)) {
      fill(spool, "{\"displayName\":\"A\"} {\"displayName\":\"A\"} {\"displayName\":\"A\"}");
      String key = spool.get(0).key();
      assertEquals(32, key.length());
      assertEquals(key + ".2", spool.get(1).key());
      assertEquals(key + ".3", spool.get(2).key());
    }
  }

  @Test
  void aFullDiskIsSaid() {
    Path full = Path.of("/proc/self");
    assumeTrue(Files.isDirectory(full), "there is no /proc");
    try (Spool spool = new Spool(full)) {
      String text = "{\"displayName\":\"" + "x".repeat(300_000) + "\"}";
      Failure failure = assertThrows(Failure.class, () -> fill(spool, text));
      assertEquals("make room there, or set TMPDIR to a folder that has it", failure.hint());
    }
  }
}
