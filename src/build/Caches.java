package build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The AOT caches, for which the program runs what users run most. */
final class Caches {
  private static final String TRAINING_CLASS = "dev.joinedgroups.Training";

  private final Path target;
  private final Path home;
  private final List<String> options;
  private final Steps steps;

  /**
   * @param target where all is made
   * @param home the program as it ships
   * @param options those of the virtual machine: a cache only fits one that was started with the
   *     same
   */
  Caches(Path target, Path home, List<String> options, Steps steps) {
    this.target = target;
    this.home = home;
    this.options = options;
    this.steps = steps;
  }

  /**
   * Makes the caches, each of the classes that a run of the real commands loads. The virtual
   * machine prepares all classes of its cache at every start; so the commands that need few have
   * their own, which the launcher chooses.
   */
  void train(List<Path> jars) throws IOException, InterruptedException, GeneralSecurityException {
    String inputs = FileTree.digest(home.resolve("runtime/lib/modules")) + " " + options;
    for (Path jar : jars) {
      inputs += "\n" + jar.getFileName() + " " + FileTree.digest(jar);
    }
    Path folder = Files.createTempDirectory(target, "training");
    try (var http = LocalEndpoint.http(() -> 0);
        var https = LocalEndpoint.https(folder, () -> 0)) {
      List<String> help = helpCommands();
      List<String> check = checkCommands(folder);
      List<String> plain = addCommands(folder, http);
      train("help", help, folder, jars, inputs);
      train("check", check, folder, jars, inputs);
      train("plain", plain, folder, jars, inputs);
      List<String> all = new ArrayList<>(help);
      all.addAll(check);
      all.addAll(plain);
      all.add(addOverTls(folder, https));
      train("groups", all, folder, jars, inputs);
    }
    FileTree.delete(folder);
  }

  private void train(
      String name, List<String> commands, Path folder, List<Path> jars, String inputs)
      throws IOException, InterruptedException {
    Path cache = home.resolve("lib").resolve(name + ".aot");
    if (steps.isCurrent(cache, inputs)) {
      return;
    }
    Files.deleteIfExists(cache);
    List<String> lines = new ArrayList<>();
    lines.add(
        String.join("\t", "GROUPS_TOKEN=training", "HOME=" + folder, "XDG_STATE_HOME=" + folder));
    lines.addAll(commands);
    List<String> command = new ArrayList<>();
    command.add(Steps.tool(home.resolve("runtime"), "java"));
    command.addAll(options);
    command.add("-XX:AOTCacheOutput=" + cache);
    command.add("-cp");
    command.add(jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(TRAINING_CLASS);
    command.add(Files.write(folder.resolve(name + ".commands"), lines).toString());
    steps.run(command);
    steps.markCurrent(cache, inputs);
  }

  // The commands that are run for the caches: what users run most, and what shows them a problem.
  // Each line is the exit code that a command must end with and the command.

  private static List<String> helpCommands() {
    return List.of("0\t--version", "0\t--help", "0\tadd\t--help", "0\tvalidate\t--help");
  }

  private static List<String> checkCommands(Path folder) throws IOException {
    Path json = Files.writeString(folder.resolve("good.json"), good(0));
    Path yaml =
        Files.writeString(
            folder.resolve("good.yaml"),
            "displayName: A\nmailNickname: a\nmailEnabled: true\nsecurityEnabled: false\n");
    Path badJson =
        Files.writeString(
            folder.resolve("bad.json"),
            "{\"displayName\":2024,\n\"accessType\":\"String\",\"mailNickName\":\"a\"}\n");
    Path badYaml =
        Files.writeString(
            folder.resolve("bad.yaml"),
            "displayName: 2024\nmailEnabled: yes\naccess_type: private\n");
    return List.of(
        "0\tvalidate\t" + json,
        "0\tvalidate\t" + yaml,
        "3\tvalidate\t" + badJson,
        "3\tvalidate\t--diagnostics\tjson\t--color\talways\t" + badYaml);
  }

  /** Needs the files of {@link #checkCommands}. */
  private static List<String> addCommands(Path folder, LocalEndpoint http) throws IOException {
    var many = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      many.append(good(i));
    }
    Path bulk = Files.writeString(folder.resolve("many.ndjson"), many);
    Path yaml = folder.resolve("good.yaml");
    String add = "0\tadd\t--restart\t--endpoint\t" + http.url() + "\t";
    return List.of(
        add + folder.resolve("good.json"),
        add + "-o\tjson\t" + yaml,
        add + bulk,
        "0\tadd\t--sandbox\t" + yaml);
  }

  private static String addOverTls(Path folder, LocalEndpoint https) {
    return "0\tadd\t--endpoint\t%s\t--ca-file\t%s\t%s"
        .formatted(https.url(), folder.resolve("certificate.pem"), folder.resolve("good.json"));
  }

  private static String good(int number) {
    return ("{\"displayName\":\"A\",\"mailNickname\":\"a%d\",\"mailEnabled\":true,"
            + "\"securityEnabled\":false,\"groupTypes\":[\"Unified\"],\"description\":null}%n")
        .formatted(number);
  }
}
