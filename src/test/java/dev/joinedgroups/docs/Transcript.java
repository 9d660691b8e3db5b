package dev.joinedgroups.docs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The console sessions of a document in Markdown: blocks fenced as {@code console}, in which
 * commands stand behind {@code $ } (and go on behind {@code > }) and everything else is what they
 * print. A document is one session: variables and files last from block to block.
 */
final class Transcript {
  private static final char MARK = '\u0001';

  /** What no two runs have in common. */
  private static final List<Pattern> VOLATILE =
      List.of(
          Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
          Pattern.compile("[0-9a-f]{16}(?=\\.journal)"),
          Pattern.compile("trying again in [0-9.]+m?s"),
          Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z"));

  private final List<String> lines;
  private final int port;

  Transcript(String document) throws IOException {
    lines = document.lines().toList();
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  /**
   * Runs all commands of the document.
   *
   * @param home where it happens
   * @param programs a folder with the programs that are documented
   * @return the document with what the commands printed in this run; volatile things as they were
   */
  String run(Path home, Path programs) throws IOException, InterruptedException {
    List<String> outputs = outputs(home, programs);
    StringBuilder document = new StringBuilder();
    boolean inside = false;
    int command = 0;
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (inside && (line.startsWith("$ ") || line.equals("```"))) {
        inside = !line.equals("```");
      } else if (line.equals("```console")) {
        inside = true;
      }
      document.append(line).append('\n');
      if (inside && line.startsWith("$ ")) {
        while (lines.get(i + 1).startsWith("> ") || lines.get(i + 1).equals(">")) {
          i++;
          document.append(lines.get(i)).append('\n');
        }
        written.setLength(0);
        while (!lines.get(i + 1).startsWith("$ ") && !lines.get(i + 1).equals("```")) {
          i++;
          written.append(lines.get(i)).append('\n');
        }
        document.append(merged(written.toString(), outputs.get(command)));
        command++;
      }
    }
    return document.toString();
  }

  /** What is written, if it is what was printed but for what always differs; else the latter. */
  private static String merged(String written, String printed) {
    return stable(written).equals(stable(printed)) ? written : printed;
  }

  private static String stable(String text) {
    String stable = text;
    for (Pattern pattern : VOLATILE) {
      stable = pattern.matcher(stable).replaceAll("…");
    }
    return stable;
  }

  private List<String> commands() {
    List<String> commands = new ArrayList<>();
    boolean inside = false;
    for (String line : lines) {
      if (line.startsWith("```")) {
        inside = line.equals("```console");
      } else if (inside && line.startsWith("$ ")) {
        commands.add(line.substring(2));
      } else if (inside && (line.startsWith("> ") || line.equals(">"))) {
        commands.add(commands.removeLast() + "\n" + line.substring(Math.min(2, line.length())));
      }
    }
    return commands;
  }

  private List<String> outputs(Path home, Path programs) throws IOException, InterruptedException {
    List<String> commands = commands();
    StringBuilder script = new StringBuilder("exec 2>&1 </dev/null\n");
    script.append("mark() { local status=$?; printf '\\001'; return $status; }\n");
    for (String command : commands) {
      script.append(
          command.endsWith(" &") ? inBackground(command) : command.replace("8080", "" + port));
      script.append("\nmark\n");
    }
    script.append("kill $(jobs -p) 2>/dev/null\n");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", script.toString()).directory(home.toFile());
    builder.environment().clear();
    builder.environment().put("HOME", home.toString());
    builder.environment().put("PATH", programs + ":/usr/bin:/bin");
    builder.environment().put("LC_ALL", "C.UTF-8");
    Path output = Files.createTempFile("transcript", ".txt");
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("a command of the document does not end");
    }
    String text = Files.readString(output, StandardCharsets.UTF_8);
    text = text.replace("" + port, "8080").replace(home.toString(), "/home/you");
    Files.delete(output);
    List<String> outputs = List.of(text.split("" + MARK, -1));
    if (outputs.size() != commands.size() + 1) {
      throw new IllegalStateException("the session broke off:\n" + text);
    }
    return outputs;
  }

  /** Starts what is to run on behind the next commands, and goes on when it has said something. */
  private String inBackground(String command) {
    String plain = command.substring(0, command.length() - 2).replace("8080", "" + port);
    return plain
        + " > .background &\nuntil test -s .background; do sleep 0.05; done; cat .background";
  }
}
