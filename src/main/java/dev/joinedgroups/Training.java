package dev.joinedgroups;

import dev.joinedgroups.cli.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs commands one after another in one process, so that the build can make the AOT cache of what
 * they load. It ships because the cache only fits the class path it was made with.
 */
final class Training {
  private Training() {}

  /**
   * Runs what a file says. Its first line is the environment, {@code NAME=VALUE} each; every
   * further line is the expected exit code and the arguments of a command. Tabs stand between.
   *
   * @param arguments the file
   * @throws IllegalStateException where a command ends otherwise than expected
   */
  public static void main(String[] arguments) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(arguments[0]));
    // Read by way of the process too, for what that loads; the file's variables go before.
    Map<String, String> environment = new HashMap<>(System.getenv());
    for (String variable : lines.getFirst().split("\t")) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    for (String line : lines.subList(1, lines.size())) {
      run(Map.copyOf(environment), line.split("\t"));
    }
  }

  private static void run(Map<String, String> environment, String[] line) {
    var printed = new ByteArrayOutputStream();
    var stream = new PrintStream(printed, false, StandardCharsets.UTF_8);
    Console console = Main.console(stream, stream, environment);
    int exit = Main.run(console, Arrays.copyOfRange(line, 1, line.length));
    if (exit != Integer.parseInt(line[0])) {
      stream.flush();
      throw new IllegalStateException(
          String.join(" ", line)
              + " ended with "
              + exit
              + "\n"
              + printed.toString(StandardCharsets.UTF_8));
    }
  }
}
