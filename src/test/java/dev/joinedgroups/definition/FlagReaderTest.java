package dev.joinedgroups.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Place;
import dev.joinedgroups.diagnostics.Snippet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What flags give, and where each name and value stands in the command line. */
class FlagReaderTest {
  @TempDir Path directory;

  private final List<String> problems = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "add x.yaml | {}",
        "--mail-enabled --no-security-enabled | {\"mailEnabled\":true,\"securityEnabled\":false}",
        "--mail-enabled=false --security-enabled=yes"
            + " | {\"mailEnabled\":false,\"securityEnabled\":\"yes\"}",
        "--is-favorite=true --no-is-archived | {\"isFavorite\":true,\"isArchived\":false}",
        "--display-name A --mail-nickname=b | {\"displayName\":\"A\",\"mailNickname\":\"b\"}",
        "--display-name= --description=--mail=x |"
            + " {\"displayName\":\"\",\"description\":\"--mail=x\"}",
        "--theme 7 --visibility null | {\"theme\":\"7\",\"visibility\":\"null\"}",
        "--unseen-count 3 --unseen-messages-count=-1 --unseen-conversations-count 1e2"
            + " | {\"unseenCount\":3,\"unseenMessagesCount\":-1,\"unseenConversationsCount\":1e2}",
        "--unseen-count=+3 --unseen-messages-count=.5 --unseen-conversations-count=0x1F"
            + " | {\"unseenCount\":\"+3\",\"unseenMessagesCount\":\".5\","
            + "\"unseenConversationsCount\":\"0x1F\"}",
        "--unseen-count= --unseen-messages-count=5. --unseen-conversations-count=007"
            + " | {\"unseenCount\":\"\",\"unseenMessagesCount\":\"5.\","
            + "\"unseenConversationsCount\":\"007\"}",
        "--group-types Unified,DynamicMembership |"
            + " {\"groupTypes\":[\"Unified\",\"DynamicMembership\"]}",
        "--group-types= --proxy-addresses=, --resource-behavior-options=a,,b,"
            + " | {\"groupTypes\":[],\"proxyAddresses\":[\"\",\"\"],"
            + "\"resourceBehaviorOptions\":[\"a\",\"\",\"b\",\"\"]}",
        "--group-types a --theme b --group-types c,d |"
            + " {\"groupTypes\":[\"a\",\"c\",\"d\"],\"theme\":\"b\"}",
        "--assigned-labels {\"labelId\":\"x\"} --assigned-labels [{},{}]"
            + " | {\"assignedLabels\":[{\"labelId\":\"x\"},{},{}]}",
        "--assigned-labels [] --assigned-labels {} | {\"assignedLabels\":[{}]}",
        "--assigned-labels 7 | {\"assignedLabels\":7}",
        "--license-processing-state {\"state\":null} |"
            + " {\"licenseProcessingState\":{\"state\":null}}",
        "--set later={\"a\":[1.50]} | {\"later\":{\"a\":[1.50]}}",
        "--set a=1 --set=b=[true] --set c={\"d\":\"=\"} |"
            + " {\"a\":1,\"b\":[true],\"c\":{\"d\":\"=\"}}",
        "--set theme=null | {\"theme\":null}",
        "--set a=@a.json | {\"a\":{\"x\":[1,2]}}",
        "--license-processing-state=@a.json | {\"licenseProcessingState\":{\"x\":[1,2]}}",
        "--display-name A -- --theme b | {\"displayName\":\"A\"}",
        "--displayname A --set | {}",
        // Problems, each with its column and what it points at.
        "--theme a --theme b | 1:27 /theme `theme` is given twice [--theme];{\"theme\":\"a\"}",
        "--set theme=1 --theme b | 1:31 /theme `theme` is given twice [--theme];{\"theme\":1}",
        "--assigned-labels 7 --assigned-labels {}"
            + " | 1:37 /assignedLabels `assignedLabels` is given twice [--assigned-labels];"
            + "{\"assignedLabels\":7}",
        "--set a | 1:23  --set wants a name and a JSON value [a];{}",
        "--set =1 | 1:23  --set wants a name and a JSON value [=1];{}",
        "--set= | 1:23  --set wants a name and a JSON value [];{}",
        "--set a= | 1:25  a value is missing at the end [];{}",
        "--set a={},{} | 1:28  there is a comma without a value [,];{}",
        "--set=a={}} | 1:28  `}` closes nothing [}];{}",
        "--set a=[1]2 | 1:29  there is more than one value [];{}",
        "--set a={\"b\":1,\"b\":2} | 1:33 /b `b` is given twice [\"b\"];{\"a\":{\"b\":1}}",
        "--assigned-labels [x | 1:37  `x` is not a value in JSON [x];{}",
        "--set a=@b.json | 1:1  byte 0xFF is not UTF-8 [];{}",
        "--set a=@c.json | 2:3  `x` is not a value in JSON [x];{}",
      })
  void whatFlagsGive(String flags, String expected) throws IOException {
    Files.writeString(directory.resolve("a.json"), "\uFEFF{\"x\":\n [1,2]}\n");
    Files.write(directory.resolve("b.json"), new byte[] {(byte) 0xFF, 0x41});
    Files.writeString(directory.resolve("c.json"), "[1,\n  x]");
    String json = NodeJson.compact(read(("validate " + flags).split(" ")).object());
    problems.add(json);
    assertEquals(expected.replace(';', '\n'), String.join("\n", problems));
  }

  /** Quotes that a shell would have needed are shown, and counted. */
  @Test
  void namesAndValuesInTheLine() {
    Definition flags =
        read(
            "add",
            "a b",
            "--display-name",
            "O'Hara's \n",
            "--group-types=x,'y z'",
            "--set=a={\"b\": [1]}",
            "--mail-enabled",
            "");
    assertEquals(
        """
        <command line> 0 false
        {"displayName":"O'Hara's \\n","groupTypes":["x","'y z'"],"a":{"b":[1]},"mailEnabled":true}
        1:18 --display-name = 1:34 O'\\''Hara'\\''s \u240A
        1:53 --group-types = 1:67 x,'\\''y z'\\''
        1:89 a = 1:91 {"b": [1]}
        1:103 --mail-enabled = 1:103 --mail-enabled
        1:1 groups add 'a b' --display-name 'O'\\''Hara'\\''s \u240A' '--group-types=x,'\\''y z'\\'''\
         '--set=a={"b": [1]}' --mail-enabled ''
        """,
        shown(flags));
    for (Member member : flags.object().members()) {
      assertTrue(member.fromCommandLine());
      assertEquals(member.value().place().line(), member.value().line());
      assertEquals(member.value().place().column(), member.value().column());
    }
    Definition other = read("x", "--theme", "b");
    assertFalse(other.object().isInBraces());
    assertEquals(
        new Definition("f", 3, true, other.object()),
        new Definition("f", 3, true, flags.object()).with(other.object()));
  }

  @Test
  void aFileThatIsNotThere() {
    Failure failure = assertThrows(Failure.class, () -> read("add", "--set", "a=@none.json"));
    assertEquals("cannot read none.json: there is no such file", failure.getMessage());
  }

  private Definition read(String... arguments) {
    CommandLineText line = new CommandLineText("groups", List.of(arguments));
    return new FlagReader(
            line,
            directory,
            problem -> problems.add(Read.words(problem) + " [" + under(problem.place()) + "]"))
        .read();
  }

  private static String shown(Definition flags) {
    StringBuilder shown = new StringBuilder();
    shown.append(flags.file()).append(' ').append(flags.index()).append(' ');
    shown.append(flags.listed()).append('\n');
    shown.append(NodeJson.compact(flags.object())).append('\n');
    for (Member member : flags.object().members()) {
      shown.append(at(member.namePlace())).append(" = ");
      shown.append(at(member.value().place())).append('\n');
    }
    return shown.append(at(flags.object().place())).append('\n').toString();
  }

  private static String at(Place place) {
    return place.line() + ":" + place.column() + " " + under(place);
  }

  private static String under(Place place) {
    Snippet snippet = Objects.requireNonNull(place.snippet());
    return snippet.text().substring(snippet.start(), snippet.end());
  }
}
