package dev.joinedgroups.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joinedgroups.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files are read for what is named, in which order, and as what. */
class InputsTest {
  /** In each file there is one problem, so that it shows in which order they are read. */
  private static final String BAD = "{\"displayName\": 1}\n";

  @TempDir Path directory;

  private Program program() {
    return new Program(directory)
        .file("d/b.yaml", BAD)
        .file("d/a/z.YML", BAD)
        .file("d/a/y.ndjson", BAD)
        .file("d/c.JSON", BAD)
        .file("d/e.jsonl", "{}x\n" + BAD)
        .file("d/f.txt", BAD)
        .file("d/yaml", BAD)
        .file("none/readme.md", "")
        .file("none/x.yaml/readme.md", "")
        .file("plain", BAD)
        .input(BAD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "d | d/a/y.ndjson d/a/z.YML d/b.yaml d/c.JSON d/e.jsonl d/e.jsonl",
        "d/ | d/a/y.ndjson d/a/z.YML d/b.yaml d/c.JSON d/e.jsonl d/e.jsonl",
        "./d/a d/f.txt | ./d/a/y.ndjson ./d/a/z.YML d/f.txt",
        "plain - d/b.yaml | plain <stdin> d/b.yaml",
        "none | none",
      })
  void areReadInOrder(String names, String expected) {
    String out =
        program()
            .run(("validate --required none " + names).split(" "))
            .out()
            .lines()
            .filter(line -> line.contains(": error["))
            .map(line -> line.substring(0, line.indexOf(':')))
            .reduce((a, b) -> a + " " + b)
            .orElse("");
    assertEquals(expected, out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plian | 1 | cannot read plian: there is no such file | did you mean `plain`?",
        "d/b.yml | 1 | cannot read d/b.yml: there is no such file | did you mean `b.yaml`?",
        "nothing/like/it | 1 | cannot read nothing/like/it: there is no such file | ''",
        "/ozymandias.yaml | 1 | cannot read /ozymandias.yaml: there is no such file | ''",
        "- - | 2 | standard input (-) is named twice | name it once",
      })
  void cannotBeRead(String names, int code, String message, String hint) {
    String help = hint.isEmpty() ? "" : "help: " + hint + "\n";
    String sum = code == 1 ? "checked 0 definitions in 0 files: 1 file could not be read\n" : "";
    assertEquals(
        "exit " + code + "\n--- out\n--- err\nerror: " + message + "\n" + help + sum,
        program().run(("validate " + names).split(" ")).whole());
  }

  @Test
  void aNameThatNoFileCanHave() {
    assertEquals(
        """
        exit 1
        --- out
        --- err
        error: cannot read a\\u0000b: there is no such file
        checked 0 definitions in 0 files: 1 file could not be read
        """,
        program().run("validate", "a\0b").whole());
  }

  @Test
  void aDirectoryWithoutDefinitions() {
    assertEquals(
        """
        exit 3
        --- out
        none:1:1: error[no-definition]: there are no definitions in this directory
        help: definitions are files that end in .json, .yaml, .yml, .ndjson or .jsonl
        --- err
        checked 0 definitions in 1 file: 1 error
        """,
        program().run("validate", "none").whole());
  }
}
