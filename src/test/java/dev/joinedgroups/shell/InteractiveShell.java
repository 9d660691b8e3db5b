package dev.joinedgroups.shell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shell in a pseudo-terminal, made by util-linux's {@code script}: keys go in as a person types
 * them. {@code groups}, {@code joined-groups} and a few others are stand-ins that print their
 * arguments, so what a line came to can be read without interpreting a screen.
 */
final class InteractiveShell implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;
  private static final Pattern RUN = Pattern.compile("RAN((?:<[^>]*>)*)END");
  private static final Pattern STYLE = Pattern.compile("\u001b[\\[(][0-9;]*[A-Za-z]");
  private static final String PROMPT = "READY> ";

  private final Process process;
  private final OutputStream keys;
  private final StringBuilder screen = new StringBuilder();
  private boolean ended;
  private int seen;

  /**
   * Starts a shell and waits for its prompt, which the start-up file must set to {@code READY> }.
   *
   * @param command the command line of the shell
   * @param home its home and working directory
   */
  InteractiveShell(String command, Path home, Map<String, String> environment) throws IOException {
    Path bin = Files.createDirectories(home.resolve(".bin"));
    for (String name : List.of("groups", "joined-groups", "newgrp", "chown")) {
      Path program = bin.resolve(name);
      Files.writeString(
          program,
          """
          #!/bin/sh
          printf RAN
          [ $# = 0 ] || printf '<%s>' "$@"
          echo END
          """);
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    ProcessBuilder builder =
        new ProcessBuilder("script", "-qec", command, "/dev/null")
            .directory(home.toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("PATH", bin + ":/usr/bin:/bin");
    builder.environment().put("TERM", "xterm");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("SHELL", "/bin/sh");
    process = builder.start();
    keys = process.getOutputStream();
    Thread.ofVirtual().start(this::read);
    await(text -> text.contains(PROMPT), "a prompt");
    seen = length();
  }

  /** Whether programs of these names can be run. */
  static boolean isInstalled(String... programs) {
    for (String program : programs) {
      if (!Files.isExecutable(Path.of("/usr/bin", program))
          && !Files.isExecutable(Path.of("/bin", program))) {
        return false;
      }
    }
    return true;
  }

  /** Types keys and Enter, and returns the arguments that the program was started with. */
  List<String> run(String typed) throws IOException {
    type(typed + "\r");
    String text = await(InteractiveShell::hasRun, "a run of the program");
    Matcher matcher = RUN.matcher(text);
    List<String> arguments = new ArrayList<>();
    if (matcher.find()) {
      for (String argument : matcher.group(1).split("(?<=>)(?=<)")) {
        if (!argument.isEmpty()) {
          arguments.add(argument.substring(1, argument.length() - 1));
        }
      }
    }
    seen = length();
    return arguments;
  }

  private static boolean hasRun(String text) {
    Matcher matcher = RUN.matcher(text);
    return matcher.find() && text.indexOf(PROMPT, matcher.end()) >= 0;
  }

  /** Types keys, waits until all the texts are on the screen, and takes the keys back. */
  String list(String typed, String... texts) throws IOException {
    type(typed);
    String text =
        await(
            now -> List.of(texts).stream().allMatch(STYLE.matcher(now).replaceAll("")::contains),
            "these on the screen: " + List.of(texts));
    if (RUN.matcher(text).find()) {
      throw new AssertionError("TAB started the program:\n" + text);
    }
    run("\u0015groups"); // ^U empties the line.
    return text;
  }

  private void type(String typed) throws IOException {
    keys.write(typed.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  private void read() {
    try (Reader output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      char[] buffer = new char[4096];
      for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
        synchronized (screen) {
          screen.append(buffer, 0, read);
          screen.notifyAll();
        }
      }
    } catch (IOException e) {
      // The terminal is gone: whoever waits is told so below.
    }
    synchronized (screen) {
      ended = true;
      screen.notifyAll();
    }
  }

  private int length() {
    synchronized (screen) {
      return screen.length();
    }
  }

  private String await(Predicate<String> condition, String what) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    synchronized (screen) {
      while (true) {
        String text = screen.substring(seen);
        if (condition.test(text)) {
          return text;
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0 || ended) {
          throw new AssertionError("no " + what + " after:\n" + text.replace("\u001b", "^["));
        }
        try {
          screen.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new AssertionError("interrupted", e);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    keys.close();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
