package build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java runtime that ships: only the modules that are used, rewritten for the caches. */
final class RuntimeImage {
  /**
   * What the program uses of the JDK. The EC algorithms of TLS are in java.base; jdk.httpserver is
   * the sandbox's, and jdk.unsupported has the signals.
   */
  private static final String MODULES = "java.base,java.net.http,jdk.httpserver,jdk.unsupported";

  /** Ours in the runtime; see its {@code module-info.java}. */
  private static final String PLATFORM_MODULE = "dev.joinedgroups.platform";

  /** The sources of what rewrites classes. */
  private static final List<String> REWRITING =
      List.of("Linking", "Cacheable", "TypeSwitch", "RecordEquality", "SerializableLambda");

  /** What opens jlink to {@code Linking}. */
  private static final List<String> JLINK_OPTIONS =
      List.of(
          "--add-modules=jdk.jlink",
          "--add-exports=jdk.jlink/jdk.tools.jlink.internal=ALL-UNNAMED",
          "--add-exports=jdk.jlink/jdk.tools.jlink.plugin=ALL-UNNAMED");

  private final Path project;
  private final Path jdk;
  private final Steps steps;

  RuntimeImage(Path project, Path jdk, Steps steps) {
    this.project = project;
    this.jdk = jdk;
    this.steps = steps;
  }

  /**
   * Links it.
   *
   * @param target where all is made
   * @param runtime the folder that becomes the runtime
   */
  void link(Path target, Path runtime) throws IOException, InterruptedException {
    Path build = project.resolve("src/build");
    List<Path> platformSources = FileTree.filesIn(project.resolve("src/platform"));
    List<Path> sources = new ArrayList<>(platformSources);
    for (String name : REWRITING) {
      sources.add(build.resolve(name + ".java"));
    }
    String inputs = FileTree.digest(jdk.resolve("release")) + " " + MODULES;
    for (Path source : sources) {
      inputs += "\n" + source.getFileName() + " " + FileTree.digest(source);
    }
    if (steps.isCurrent(runtime, inputs)) {
      return;
    }
    FileTree.delete(runtime);
    Files.createDirectories(runtime.getParent());
    Path platform = target.resolve("platform");
    FileTree.delete(platform);
    List<String> javac =
        new ArrayList<>(List.of(Steps.tool(jdk, "javac"), "-d", platform.toString()));
    platformSources.forEach(source -> javac.add(source.toString()));
    steps.run(javac);
    List<String> jlink = new ArrayList<>(List.of(Steps.tool(jdk, "java")));
    jlink.addAll(JLINK_OPTIONS);
    // Not compressed: unpacking classes costs more at each start than the space is worth.
    jlink.addAll(
        List.of(
            build.resolve("Linking.java").toString(),
            "--cacheable",
            "--module-path",
            platform.toString(),
            "--add-modules",
            MODULES + "," + PLATFORM_MODULE,
            "--no-header-files",
            "--no-man-pages",
            "--strip-java-debug-attributes",
            "--output",
            runtime.toString()));
    steps.run(jlink);
    // The JDK's own class archive serves where the AOT cache is missing or does not fit.
    steps.run(
        List.of(Steps.tool(runtime, "java"), "-Xshare:dump", "-XX:+UseSerialGC", "-Xlog:disable"));
    steps.markCurrent(runtime, inputs);
  }
}
