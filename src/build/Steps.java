package build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The steps of the build: what each runs, and whether it needs to be done again. */
final class Steps {
  private final Path target;

  /** Takes the folder of all that is made. */
  Steps(Path target) {
    this.target = target;
  }

  static String tool(Path javaHome, String name) {
    return javaHome.resolve("bin").resolve(name).toString();
  }

  /** Runs a program; its output is shown only when it fails, and then the build fails too. */
  void run(List<String> command) throws IOException, InterruptedException {
    Path log = Files.createTempFile(target, "output", ".txt");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    int exit = builder.start().waitFor();
    String output = Files.readString(log, StandardCharsets.UTF_8);
    Files.delete(log);
    if (exit != 0) {
      throw new IOException(command.getFirst() + " failed with exit " + exit + "\n" + output);
    }
  }

  /** Whether it is there and was made from the same things. */
  boolean isCurrent(Path made, String inputs) throws IOException {
    Path stamp = stamp(made);
    return Files.exists(made) && Files.exists(stamp) && Files.readString(stamp).equals(inputs);
  }

  /** Takes down what it was made from. */
  void markCurrent(Path made, String inputs) throws IOException {
    Files.createDirectories(stamp(made).getParent());
    Files.writeString(stamp(made), inputs);
  }

  private Path stamp(Path made) {
    return target.resolve("made-from").resolve(made.getFileName() + ".txt");
  }
}
