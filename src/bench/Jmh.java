package bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * Compiles the benchmarks of {@code src/bench/jmh} and has JMH run them.
 *
 * <p>{@code ./mvnw -q -Pjmh process-classes} runs this with JMH and the program on the class path.
 */
public final class Jmh {
  private Jmh() {}

  /** Arguments: options of JMH, separated by blanks. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path classes = Files.createDirectories(Path.of("target/jmh"));
    String classPath = System.getProperty("java.class.path");
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:full",
                "-d",
                classes.toString(),
                "-cp",
                classPath,
                "src/bench/Samples.java",
                "src/bench/jmh/InnerLoops.java");
    if (exit != 0) {
      throw new IllegalStateException("the benchmarks do not compile");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-cp", classes + File.pathSeparator + classPath, "org.openjdk.jmh.Main"));
    for (String options : args) {
      command.addAll(List.of(options.split(" ")));
    }
    System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
  }
}
