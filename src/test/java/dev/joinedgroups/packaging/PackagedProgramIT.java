package dev.joinedgroups.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joinedgroups.packaging.Program.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command of the packaged program, with right and with wrong input. */
class PackagedProgramIT {
  private static final String NO_TOKEN =
      """
      error: there is no token
      help: sign in with `groups auth login --tenant TENANT --client-id ID`, or set GROUPS_TOKEN
      """;

  @TempDir Path folder;

  @BeforeAll
  static void packaged() {
    assumeTrue(Files.exists(Program.home().resolve("bin/groups")), "package has not been run");
  }

  @BeforeEach
  void write() throws Exception {
    Files.writeString(
        folder.resolve("good.json"),
        """
        {"displayName": "Größe ✓ 日本", "mailNickname": "a", "mailEnabled": false,
         "securityEnabled": true}
        """);
    Files.writeString(
        folder.resolve("bad.json"),
        """
        {"displayName": "A", "mailNickname": "a", "mailEnabled": "yes", "securityEnabled": true}
        """);
  }

  private Program program() {
    return Program.groups().in(folder).with("HOME", folder.toString());
  }

  private void assertRun(Program program, int exit, String out, String err, String... arguments)
      throws Exception {
    Result result = program.run(arguments);
    assertEquals(out, result.out());
    assertEquals(err, result.err());
    assertEquals(exit, result.exit());
  }

  @Test
  void addPrintsWhatWasCreated() throws Exception {
    assertRun(
        program(),
        0,
        "Größe ✓ 日本\ta\n",
        "",
        "add",
        "--sandbox",
        "good.json",
        "-o",
        "tsv",
        "--fields",
        "displayName,mailNickname");
  }

  @Test
  void addSendsNothingThatIsWrong() throws Exception {
    assertRun(
        program(),
        3,
        "",
        """
        bad.json:1:58: error[type-mismatch]: `mailEnabled` wants a Boolean, not a string
            1 | {"displayName": "A", "mailNickname": "a", "mailEnabled": "yes", "securityEnabled": true}
              |                                                          ^^^^^
        help: write true
        """,
        "add",
        "--sandbox",
        "bad.json",
        "-q");
  }

  @ParameterizedTest
  @ValueSource(strings = {"add good.json", "auth status", "auth token"})
  void saysThatThereIsNoToken(String line) throws Exception {
    assertRun(program(), 4, "", NO_TOKEN, line.split(" "));
  }

  @Test
  void validateReportsOnStandardOutput() throws Exception {
    assertRun(
        program(), 0, "", "checked 1 definition in 1 file: no problems\n", "validate", "good.json");
    assertRun(
        program(),
        3,
        """
        bad.json:1:58: error[type-mismatch]: `mailEnabled` wants a Boolean, not a string
            1 | {"displayName": "A", "mailNickname": "a", "mailEnabled": "yes", "securityEnabled": true}
              |                                                          ^^^^^
        help: write true
        """,
        "checked 1 definition in 1 file: 1 error\n",
        "validate",
        "bad.json");
    assertRun(
        program(),
        1,
        "",
        """
        error: cannot read none.json: there is no such file
        checked 0 definitions in 0 files: 1 file could not be read
        """,
        "validate",
        "none.json");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          valdate | there is no command `valdate` | did you mean `groups validate`?
          help nope | there is no command `nope` | see groups --help
          validate --colour | `groups validate` has no option --colour | did you mean --color?
          schema --required some | --required cannot be `some` | it is one of minimal, documented, none
          explain nope | there is no rule or property `nope` | `groups explain` lists the rules
          completion | one shell is wanted | it is one of bash, zsh, fish
          completion tcsh | the shell cannot be `tcsh` | it is one of bash, zsh, fish
          sandbox --port x | --port cannot be `x` | write a whole number from 0 to 65535
          """,
      delimiter = '|')
  void wrongCommandLines(String line, String message, String help) throws Exception {
    assertRun(program(), 2, "", "error: " + message + "\nhelp: " + help + "\n", line.split(" "));
  }

  @Test
  void theTemplateOfSchemaIsAValidDefinition() throws Exception {
    Result template = program().run("schema", "--template");
    assertEquals("", template.err());
    Files.writeString(folder.resolve("template.yaml"), template.out());
    assertRun(
        program(),
        0,
        "",
        "checked 1 definition in 1 file: no problems\n",
        "validate",
        "template.yaml");
  }

  @Test
  void schemaIsJson() throws Exception {
    Result schema = program().run("schema");
    assertEquals("", schema.err());
    assertEquals(0, schema.exit());
    assertTrue(
        schema
            .out()
            .startsWith("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"));
    assertTrue(schema.out().endsWith("}\n"));
  }

  @Test
  void explainExplains() throws Exception {
    Result one = program().run("explain", "nickname-character");
    assertEquals("", one.err());
    assertEquals(
        "nickname-character: mailNickname has a character it cannot have",
        one.out().lines().findFirst().orElseThrow());
    assertTrue(program().run("explain").out().contains("nickname-character"));
  }

  @Test
  void authTellsOfTheTokenInTheEnvironment() throws Exception {
    Program signedIn = program().with("GROUPS_TOKEN", "not-a-secret");
    assertRun(
        signedIn,
        0,
        "source   GROUPS_TOKEN\nkind     unknown\nexpires  unknown\n",
        "",
        "auth",
        "status");
    assertRun(signedIn, 0, "not-a-secret\n", "", "auth", "token");
    assertRun(program(), 0, "", "nobody was signed in\n", "auth", "logout");
  }

  @ParameterizedTest
  @CsvSource({"bash, groups.bash", "zsh, _groups", "fish, groups.fish"})
  void completionIsTheScriptThatShips(String shell, String file) throws Exception {
    String script = Files.readString(Program.home().resolve("completions").resolve(file));
    assertRun(program(), 0, script, "", "completion", shell);
  }

  @Test
  void helpIsTheHelpOfTheCommand() throws Exception {
    String overview = program().run("--help").out();
    assertTrue(overview.startsWith("Adds Microsoft 365 groups from definitions"), overview);
    assertRun(program(), 0, overview, "", "help");
    assertRun(program(), 2, "", overview);
    assertRun(
        program(), 0, program().run("auth", "token", "--help").out(), "", "help", "auth", "token");
  }
}
