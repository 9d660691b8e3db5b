package dev.joinedgroups.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real shells complete real lines, key by key. */
class CompletionSessionTest {
  private static final Path COMPLETIONS = Path.of("completions").toAbsolutePath();

  @TempDir Path home;

  /** A shell, how it is started, and the file that it reads first. */
  enum Shell {
    BASH("bash --noprofile -i", ".bashrc") {
      @Override
      String startUp() {
        return """
        PS1='READY> '
        bind 'set enable-bracketed-paste off'
        bind 'set bell-style none'
        source '%s/groups.bash'
        """
            .formatted(COMPLETIONS);
      }
    },
    ZSH("zsh -i", ".zshrc") {
      @Override
      String startUp() {
        return """
        PROMPT='READY> '
        unset zle_bracketed_paste
        unsetopt beep prompt_cr prompt_sp
        fpath=('%s' $fpath)
        autoload -Uz compinit
        compinit -u -D
        """
            .formatted(COMPLETIONS);
      }
    },
    FISH("fish -i", ".config/fish/config.fish") {
      @Override
      String startUp() {
        return """
        function fish_prompt; printf 'READY> '; end
        function fish_greeting; end
        set -g fish_autosuggestion_enabled 0
        source '%s/groups.fish'
        """
            .formatted(COMPLETIONS);
      }
    };

    private final String command;
    private final String file;

    Shell(String command, String file) {
      this.command = command;
      this.file = file;
    }

    abstract String startUp();

    InteractiveShell start(Path home, Map<String, String> environment) throws IOException {
      String name = name().toLowerCase(java.util.Locale.ROOT);
      assumeTrue(InteractiveShell.isInstalled("script", name), name + " or script is missing");
      Path startUp = home.resolve(file);
      Files.createDirectories(startUp.getParent());
      Files.writeString(startUp, "stty cols 100 rows 60\n" + startUp());
      return new InteractiveShell(command, home, environment);
    }
  }

  private InteractiveShell start(Shell shell) throws IOException {
    return shell.start(home, Map.of());
  }

  @ParameterizedTest
  @EnumSource
  void completesCommandsOptionsAndValues(Shell shell) throws IOException {
    try (InteractiveShell session = start(shell)) {
      assertEquals(List.of("validate"), session.run("groups val\t"));
      assertEquals(List.of("validate"), session.run("joined-groups val\t"));
      assertEquals(List.of("help", "sandbox"), session.run("groups help sa\t"));
      assertEquals(List.of("completion", "fish"), session.run("groups completion f\t"));
      assertEquals(List.of("explain", "guid-format"), session.run("groups explain gu\t"));
      assertEquals(
          List.of("auth", "login", "--federated-token-file"),
          session.run("groups au\tlogi\t--federated-token-f\t"));
      assertEquals(
          List.of("add", "--access-type=secret"), session.run("groups add --access-type=se\t"));
      assertEquals(
          List.of("add", "--visibility", "HiddenMembership"),
          session.run("groups add --visibility Hid\t"));
      assertEquals(List.of("add", "-o", "ndjson"), session.run("groups add -o nd\t"));
      assertEquals(
          List.of("add", "--mail-enabled=false"), session.run("groups add --mail-enabled=f\t"));
      assertEquals(List.of("add", "--no-mail-enabled"), session.run("groups add --no-mail-e\t"));
      assertEquals(
          List.of("add", "--group-types", "Unified,DynamicMembership"),
          session.run("groups add --group-types Unified,Dy\t"));
      assertEquals(
          List.of("add", "--fields", "id,displayName"),
          session.run("groups add --fields id,displayN\t"));
      assertEquals(
          List.of("-q", "--color", "never", "add", "--cloud", "us-dod"),
          session.run("groups -q --color never add --cloud us-\t"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void completesFilesThatCanHoldDefinitions(Shell shell) throws IOException {
    for (String name :
        List.of("one.yaml", "one.txt", "two of them.json", "folder/three.ndjson", "folder/x.md")) {
      Path file = home.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
    try (InteractiveShell session = start(shell)) {
      assertEquals(List.of("add", "one.yaml"), session.run("groups add on\t"));
      assertEquals(List.of("add", "two of them.json"), session.run("groups add tw\t"));
      assertEquals(List.of("add", "two of them.json"), session.run("groups add 'tw\t"));
      assertEquals(List.of("add", "two of them.json"), session.run("groups add two\\ of\\ th\t"));
      assertEquals(
          List.of("add", "~/one.yaml".replace("~", home.toString())),
          session.run("groups add ~/one.y\t"));
      assertEquals(
          List.of("validate", "folder/three.ndjson"), session.run("groups validate fol\tth\t"));
      assertEquals(
          List.of("add", "--strict", "one.yaml", "two of them.json"),
          session.run("groups add --strict one.yaml tw\t"));
      assertEquals(
          List.of("add", "--ca-file", "one.txt"), session.run("groups add --ca-file one.t\t"));
      assertEquals(
          List.of("add", "--license-processing-state", "@one.txt"),
          session.run("groups add --license-processing-state @one.t\t"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void completesProfilesFromTheConfigurationFile(Shell shell) throws IOException {
    Path config = home.resolve(".config/groups/config.yaml");
    Files.createDirectories(config.getParent());
    Files.writeString(
        config,
        """
        # profiles: {none: here}
        cloud: global
        profiles:
          # what we try things on
          staging:
            endpoint: http://localhost:8080
          "production":
            cloud: us
        target: groups
        """);
    Files.writeString(home.resolve("other.yaml"), "profiles:\n    elsewhere: {cloud: china}\n");
    try (InteractiveShell session = start(shell)) {
      assertEquals(
          List.of("add", "--profile", "staging"), session.run("groups add --profile st\t"));
      assertEquals(
          List.of("add", "--profile=production"), session.run("groups add --profile=pr\t"));
      assertEquals(
          List.of("add", "--config", "other.yaml", "--profile", "elsewhere"),
          session.run("groups add --config other.yaml --profile els\t"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void listsWhatThereIs(Shell shell) throws IOException {
    try (InteractiveShell session = start(shell)) {
      session.list("groups add --visibility \t\t", "Private", "Public", "HiddenMembership");
      session.list("groups \t\t", "add", "validate", "sandbox", "completion", "help");
      session.list("groups sandbox --l\t\t", "--latency", "--limit", "--lag", "--log");
      if (shell != Shell.BASH) {
        session.list("groups \t\t", "check definitions; sends nothing");
        session.list("groups sandbox --l\t\t", "append a JSON line for each group created");
      }
    }
  }

  @Test
  void bashCompletesWhateverItsWordBreaks() throws IOException {
    try (InteractiveShell session = start(Shell.BASH)) {
      assertEquals(List.of(), session.run("COMP_WORDBREAKS=${COMP_WORDBREAKS//[=:]}; groups"));
      assertEquals(
          List.of("add", "--access-type=secret"), session.run("groups add --access-type=se\t"));
    }
  }

  @Test
  void zshStillCompletesTheGroupsOfUnix() throws IOException {
    try (InteractiveShell session = start(Shell.ZSH)) {
      assertEquals(List.of("add", "--strict"), session.run("groups add --stri\t"));
      assertEquals(List.of("daemon"), session.run("newgrp daem\t"));
      assertEquals(List.of("root:daemon"), session.run("chown root:daem\t"));
    }
  }

  @Test
  void zshGetsFromNothingToSoundCommandWithTabAlone() throws IOException {
    Files.writeString(home.resolve("marketing.yaml"), "");
    try (InteractiveShell session = start(Shell.ZSH)) {
      assertEquals(
          List.of("add", "--sandbox", "marketing.yaml"), session.run("groups ad\t--sand\tma\t"));
    }
  }
}
