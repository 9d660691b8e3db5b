package dev.joinedgroups.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joinedgroups.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people mistype before anything is read: one message, exit 2, and what to write instead. */
class CommandLineTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ad | there is no command `ad` | did you mean `groups add`?",
        "valdiate x.yaml | there is no command `valdiate` | did you mean `groups validate`?",
        "--verson | `groups` has no option --verson before the command | did you mean --version?",
        "--config | --config wants a value | write --config FILE;"
            + " a value that starts with a hyphen needs --config=VALUE",
        "--config --quiet add | --config wants a value | write --config FILE;"
            + " a value that starts with a hyphen needs --config=VALUE",
        "--quiet=1 add | --quiet takes no value | see groups --help",
        "-qx add | `groups` has no option -qx before the command | see groups --help",
        "-V | `groups` has no option -V before the command | see groups --help",
        "add --displayName x | `groups add` has no option --displayName | did you mean"
            + " --display-name?",
        "add --no-mail-enable | `groups add` has no option --no-mail-enable"
            + " | did you mean --no-mail-enabled?",
        "validate --display-name | --display-name wants a value | write --display-name TEXT;"
            + " a value that starts with a hyphen needs --display-name=VALUE",
        "validate --display-name --mail x | --display-name wants a value"
            + " | write --display-name TEXT;"
            + " a value that starts with a hyphen needs --display-name=VALUE",
        "validate --strict=yes | --strict takes no value | see groups validate --help",
        "validate --mail a --mail b | --mail is given twice | give it once",
        "validate --required al | --required cannot be `al`"
            + " | it is one of minimal, documented, none",
        "add --target group x.yaml | --target cannot be `group`"
            + " | did you mean `groups`? it is one of joined-groups-ref, joined-groups, groups",
        "validate --display-name=x --strict=yes | --strict takes no value"
            + " | see groups validate --help",
        "validate --display-name=x --no-mail-enabled=true | --no-mail-enabled takes no value"
            + " | see groups validate --help",
        "validate --diagnostics xml x.yaml | --diagnostics cannot be `xml`"
            + " | it is one of text, json, github, sarif, junit",
        "schema --color sometimes | --color cannot be `sometimes`"
            + " | it is one of auto, always, never",
        "add --timeout soon x.yaml | --timeout cannot be `soon`"
            + " | write a duration such as 500ms, 2s or 5m",
        "add --retries -1 x.yaml | --retries cannot be `-1` | write a whole number from 0 to 1000",
        "add --endpoint ftp://h x.yaml"
            + " | the endpoint 'ftp://h' cannot be used: it must begin with https:// (or http:// on"
            + " this machine) | write the service's root, such as https://graph.microsoft.com/v1.0",
      })
  void isToldOnce(String line, String message, String hint) {
    Program.Result result = new Program(directory).run(line.split(" "));
    assertEquals(
        "exit 2\n--- out\n--- err\nerror: " + message + "\nhelp: " + hint + "\n", result.whole());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-qv", "-vq", "--quiet -v", "--color never -qv", "--color=never -q -v"})
  void generalOptionsMayComeFirst(String options) {
    String[] first = (options + " validate none.yaml").split(" ");
    String[] last = ("validate none.yaml " + options).split(" ");
    assertEquals(new Program(directory).run(last), new Program(directory).run(first));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-qh", "-hv", "--quiet -h", "-q --help"})
  void helpIsFoundAmongOtherOptions(String options) {
    Program program = new Program(directory);
    assertEquals(program.run("--help"), program.run(options.split(" ")));
    assertEquals(
        program.run("validate", "--help"), program.run(("validate " + options).split(" ")));
  }

  @Test
  void messagesAreForProgramsHoweverTheFormatIsWritten() {
    Program.Result result = new Program(directory).run("add", "-qo", "json", "none.yaml");
    assertEquals(
        "exit 1\n--- out\n--- err\n{\"level\":\"error\",\"message\":\"cannot read none.yaml:"
            + " there is no such file\",\"exitCode\":1,\"file\":\"none.yaml\"}\n",
        result.whole());
  }
}
