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
  void whatFlagsLackOrHaveWrongIsToldAsFlags() {
    assertEquals(
        """
        exit 3
        --- out
        <command line>:1:33: warning[set-after-create]: `unseenCount` cannot be given when a group is created
            1 | groups validate --description x --unseen-count 007 --security-enabled=maybe --access-type '{}'
              |                                 ^^^^^^^^^^^^^^
        help: delete it and update the group once it exists, unless your endpoint takes it

        <command line>:1:48: error[type-mismatch]: `unseenCount` wants a whole number, not `007`
            1 | groups validate --description x --unseen-count 007 --security-enabled=maybe --access-type '{}'
              |                                                ^^^
        help: write a whole number, such as 3

        <command line>:1:71: error[type-mismatch]: `securityEnabled` wants a Boolean, not `maybe`
            1 | groups validate --description x --unseen-count 007 --security-enabled=maybe --access-type '{}'
              |                                                                       ^^^^^
        help: write true or false

        <command line>:1:92: error[enum-member]: `accessType` cannot be `{}`
            1 | groups validate --description x --unseen-count 007 --security-enabled=maybe --access-type '{}'
              |                                                                                            ^^
        help: write one of none, private, secret, public

        <command line>:1:1: error[missing-property]: `displayName` is required and missing
            1 | groups validate --description x --unseen-count 007 --security-enabled=maybe --access-type '{}'
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: add --display-name …

        <command line>:1:1: error[missing-property]: `mailNickname` is required and missing
            1 | groups validate --description x --unseen-count 007 --security-enabled=maybe --access-type '{}'
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: add --mail-nickname …

        <command line>:1:1: error[missing-property]: `mailEnabled` is required and missing
            1 | groups validate --description x --unseen-count 007 --security-enabled=maybe --access-type '{}'
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: add --mail-enabled or --no-mail-enabled
        --- err
        checked 1 definition: 6 errors, 1 warning
        """,
        new Program(directory)
            .run(
                "validate",
                "--description",
                "x",
                "--unseen-count",
                "007",
                "--security-enabled=maybe",
                "--access-type",
                "{}")
            .whole());
  }

  @Test
  void problemsOfFlagsStandBeforeThoseOfTheFile() {
    assertEquals(
        """
        exit 3
        --- out
        <command line>:1:33: warning[mail-enabled-not-unified]: only a Microsoft 365 group can be created mail-enabled, and `groupTypes` has no `Unified`
            1 | groups validate --required none --mail-enabled --access-type public a.json
              |                                 ^^^^^^^^^^^^^^
        help: add Unified to `groupTypes`, or write false for a security group

        <command line>:1:62: warning[access-against-visibility]: `accessType` is `public`, but `visibility` is `HiddenMembership`
            1 | groups validate --required none --mail-enabled --access-type public a.json
              |                                                              ^^^^^^
        help: make them agree; the service goes by `visibility`
        a.json:1:15: note: the visibility
            1 | {"visibility":"HiddenMembership","unseenCount":"1"}
              |               ^^^^^^^^^^^^^^^^^^

        a.json:1:15: warning[hidden-membership]: only Microsoft 365 groups can hide their members
            1 | {"visibility":"HiddenMembership","unseenCount":"1"}
              |               ^^^^^^^^^^^^^^^^^^
        help: write Private, or add Unified to `groupTypes`

        a.json:1:34: warning[set-after-create]: `unseenCount` cannot be given when a group is created
            1 | {"visibility":"HiddenMembership","unseenCount":"1"}
              |                                  ^^^^^^^^^^^^^
        help: delete it and update the group once it exists, unless your endpoint takes it

        a.json:1:48: error[type-mismatch]: `unseenCount` wants a whole number, not a string
            1 | {"visibility":"HiddenMembership","unseenCount":"1"}
              |                                                ^^^
        help: drop the quotes: 1
        --- err
        checked 1 definition in 1 file: 1 error, 4 warnings
        """,
        new Program(directory)
            .file("a.json", "{\"visibility\":\"HiddenMembership\",\"unseenCount\":\"1\"}")
            .run(
                "validate",
                "--required",
                "none",
                "--mail-enabled",
                "--access-type",
                "public",
                "a.json")
            .whole());
  }

  @Test
  void aNicknameUsedTwiceIsShownWhereItWasFirst() {
    String two =
        """
        {"mailNickname": "b1"}
          {"mailNickname": "b2"}
        """;
    assertEquals(
        """
        exit 3
        --- out
        c.ndjson:1:18: error[duplicate-nickname]: another definition of this run has the mailNickname `a2` too
            1 | {"mailNickname": "a2"}
              |                  ^^^^
        help: give each group a mailNickname of its own
        a.ndjson:2:18: note: first used here

        d.ndjson:1:18: error[duplicate-nickname]: another definition of this run has the mailNickname `B1` too
            1 | {"mailNickname": "B1"}
              |                  ^^^^
        help: give each group a mailNickname of its own
        b.ndjson:1:18: note: first used here

        d.ndjson:2:18: error[duplicate-nickname]: another definition of this run has the mailNickname `C2` too
            2 | {"mailNickname": "C2"}
              |                  ^^^^
        help: give each group a mailNickname of its own
        c.ndjson:2:18: note: first used here

        d.ndjson:3:18: error[duplicate-nickname]: another definition of this run has the mailNickname `B2` too
            3 | {"mailNickname": "B2"}
              |                  ^^^^
        help: give each group a mailNickname of its own
        b.ndjson:2:20: note: first used here
        --- err
        checked 9 definitions in 4 files: 4 errors
        """,
        new Program(directory)
            .file("a.ndjson", "{\"mailNickname\": \"a1\"}\n{\"mailNickname\": \"A2\"}\n")
            .file("b.ndjson", two)
            .file("c.ndjson", "{\"mailNickname\": \"a2\"}\n{\"mailNickname\": \"c2\"}\n")
            .file(
                "d.ndjson",
                "{\"mailNickname\": \"B1\"}\n"
                    + "{\"mailNickname\": \"C2\"}\n"
                    + "{\"mailNickname\": \"B2\"}\n")
            .run("validate", "--required", "none", "a.ndjson", "b.ndjson", "c.ndjson", "d.ndjson")
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
