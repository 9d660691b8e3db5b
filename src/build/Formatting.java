package build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks that all Java sources are formatted by google-java-format, or formats them. */
final class Formatting {
  private Formatting() {}

  /** Arguments: the formatter's jar, and {@code check} or {@code write}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    boolean write = args[1].equals("write");
    Path list = Path.of("target/java-sources.txt");
    Files.createDirectories(list.getParent());
    Files.write(list, sources());
    String java = ProcessHandle.current().info().command().orElse("java");
    List<String> command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-jar"));
    command.add(args[0]);
    command.addAll(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    command.add("@" + list);
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0 && !write) {
      System.err.println("These are not formatted; run ./mvnw -q -Pformat process-sources");
    }
    System.exit(exit);
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.map(Path::toString).filter(name -> name.endsWith(".java")).sorted().toList();
    }
  }
}
