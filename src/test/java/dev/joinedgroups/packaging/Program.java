package dev.joinedgroups.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program as a process of its own, as a user would, and keeps what it printed. */
record Program(Path file, Path directory, Map<String, String> environment) {
  /** What a run left behind. */
  record Result(int exit, String out, String err) {}

  /** The packaged program, which the build made before these tests. */
  static Path home() {
    return Path.of(System.getProperty("groups.home", "target/groups")).toAbsolutePath();
  }

  /** The packaged program, with nothing in the environment but a PATH. */
  static Program groups() {
    return new Program(
        home().resolve("bin/groups"),
        Path.of("").toAbsolutePath(),
        Map.of("PATH", "/usr/bin:/bin"));
  }

  Program at(Path other) {
    return new Program(other, directory, environment);
  }

  Program in(Path other) {
    return new Program(file, other, environment);
  }

  Program with(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new Program(file, directory, Map.copyOf(more));
  }

  Process start(String... arguments) throws IOException {
    return builder(arguments).start();
  }

  /** Starts it with what it prints going to files. */
  Process start(Path out, Path err, String... arguments) throws IOException {
    return builder(arguments)
        .redirectOutput(out.toFile())
        .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()))
        .start();
  }

  Result run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    Process process =
        builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(file + " " + List.of(arguments) + " does not end");
    }
    Result result = new Result(process.exitValue(), read(out), read(err));
    Files.delete(out);
    Files.delete(err);
    return result;
  }

  private ProcessBuilder builder(String... arguments) {
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
