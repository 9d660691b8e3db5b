package dev.joinedgroups.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joinedgroups.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places that a file beside its expectation cannot show: flags, and what is far down. */
class PlacesTest {
  @TempDir Path directory;

  @Test
  void flagsAreShownInTheLineAsTyped() {
    assertEquals(
        """
        exit 0
        --- out
        <command line>:1:60: warning[nickname-character]: `mailNickname` cannot have a space in it
            1 | groups validate --display-name S --mail-nickname 'o'\\''hara b' --no-mail-enabled --security-enabled --visibility Privat
              |                                                            ^
        help: write such as o'hara-b

        <command line>:1:114: warning[undocumented-value]: `Privat` is not a documented value of `visibility`
            1 | groups validate --display-name S --mail-nickname 'o'\\''hara b' --no-mail-enabled --security-enabled --visibility Privat
              |                                                                                                                  ^^^^^^
        help: did you mean `Private`?
        --- err
        checked 1 definition: 2 warnings
        """,
        new Program(directory)
            .run(
                "validate",
                "--display-name",
                "S",
                "--mail-nickname",
                "o'hara b",
                "--no-mail-enabled",
                "--security-enabled",
                "--visibility",
                "Privat")
            .whole());
  }

  @Test
  void aFlagIsToldOnceHoweverManyDefinitionsItOverrides() {
    String two =
        """
        {"displayName": "A", "mailNickname": "a", "mailEnabled": false, "securityEnabled": true}
        {"displayName": "B", "mailNickname": "b", "mailEnabled": false, "securityEnabled": true}
        """;
    assertEquals(
        """
        exit 0
        --- out
        <command line>:1:17: warning[set-after-create]: `unseenCount` cannot be given when a group is created
            1 | groups validate --unseen-count 3 two.ndjson
              |                 ^^^^^^^^^^^^^^
        help: delete it and update the group once it exists, unless your endpoint takes it
        --- err
        checked 2 definitions in 1 file: 1 warning
        """,
        new Program(directory)
            .file("two.ndjson", two)
            .run("validate", "--unseen-count", "3", "two.ndjson")
            .whole());
  }

  @Test
  void rulesSeeFileAndFlagsTogether() {
    Program program =
        new Program(directory)
            .file(
                "a.yaml",
                "displayName: A\nmailNickname: a\nmailEnabled: true\nsecurityEnabled: false\n");
    assertEquals(
        """
        exit 0
        --- out
        --- err
        checked 1 definition in 1 file: no problems
        """,
        program.run("validate", "--group-types", "Unified", "a.yaml").whole());
    assertEquals(
        """
        exit 0
        --- out
        <command line>:1:30: warning[hidden-membership]: only Microsoft 365 groups can hide their members
            1 | groups validate --visibility HiddenMembership --no-mail-enabled --security-enabled a.yaml
              |                              ^^^^^^^^^^^^^^^^
        help: write Private, or add Unified to `groupTypes`
        --- err
        checked 1 definition in 1 file: 1 warning
        """,
        program
            .run(
                "validate",
                "--visibility",
                "HiddenMembership",
                "--no-mail-enabled",
                "--security-enabled",
                "a.yaml")
            .whole());
  }

  @Test
  void theMillionthLine() {
    String lines = "{}\n".repeat(999_999) + "{\"description\": \"é😀\", \"mailEnabled\": 1}\n";
    assertEquals(
        """
        exit 3
        --- out
        <stdin>:1000000:38: error[type-mismatch]: `mailEnabled` wants a Boolean, not a number
        1000000 | {"description": "é😀", "mailEnabled": 1}
                |                                       ^
        help: write true
        --- err
        checked 1000000 definitions in 1 file: 1 error
        """,
        new Program(directory).input(lines).run("validate", "--required", "none", "-").whole());
  }
}
