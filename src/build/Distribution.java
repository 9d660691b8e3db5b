package build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes {@code target/groups}, the program as it ships: launcher, Java runtime, jars, AOT cache.
 *
 * <p>Run by the build after the jar is there, on the JDK whose runtime is to ship. Every step is
 * left out when what it would make is already there and was made from the same things.
 */
final class Distribution {
  /** The cache only fits a virtual machine started with the options it was made with. */
  private static final List<String> JVM_OPTIONS =
      List.of(
          // The JDK's own, named so that it does not search every jar for another.
          "-Djava.nio.channels.spi.SelectorProvider=sun.nio.ch." + selector() + "SelectorProvider",
          "-XX:+UseSerialGC",
          // What a definition leaves behind is small and soon dead. A larger nursery only makes the
          // process larger: it is filled before it is ever swept.
          "-Xmn8m",
          "-XX:TieredStopAtLevel=1",
          // Compiling at once whatever training found hot takes longer than most commands do.
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-AOTReplayTraining",
          // The loop of the HTTP client's thread waits most of the time, but compiling it takes
          // 4 MB, more than anything else; and it would be compiled three times.
          "-XX:CompileCommand=quiet",
          "-XX:CompileCommand=exclude,*SelectorManager::run",
          "-XX:-UsePerfData",
          "-XX:-CreateCoredumpOnCrash",
          "-Xlog:disable",
          // Groovy's closures and types that no option here has: picocli would look for them in
          // every jar.
          "-Dpicocli.disable.closures=true",
          "-Dpicocli.converters.excludes=.*",
          // By default the JDK sends a proxy no user and password for https, the only use here.
          "-Djdk.http.auth.tunneling.disabledSchemes=",
          // All that the JDK offers, but for each first key its second choice among the NIST
          // curves:
          // the first needs tables that take longer to make than the rest of the handshake.
          "-Djdk.tls.namedGroups=x25519,secp384r1,secp256r1,secp521r1,x448,ffdhe2048,ffdhe3072,"
              + "ffdhe4096,ffdhe6144,ffdhe8192",
          // Reflection by method handles makes classes for each constructor, at each start.
          "-Djdk.reflect.useNativeAccessorOnly=true",
          // How often to try to connect is the program's own rule.
          "-Djdk.httpclient.disableRetryConnect=true");

  private static final String MAIN_CLASS = "dev.joinedgroups.Main";

  private static final String MANUAL_CLASS = "dev.joinedgroups.cli.ManualPages";

  private final Path project;
  private final Path target;
  private final Path home;
  private final FileTime time;
  private final Path jdk = Path.of(System.getProperty("java.home"));
  private final Steps steps;

  private static String selector() {
    String system = System.getProperty("os.name");
    return system.startsWith("Windows") ? "WEPoll" : system.startsWith("Mac") ? "KQueue" : "EPoll";
  }

  private Distribution(Path project, Instant time) {
    this.project = project;
    this.target = project.resolve("target");
    this.home = target.resolve("groups");
    this.time = FileTime.from(time);
    this.steps = new Steps(target);
  }

  /**
   * Arguments: the project's folder, the time stamp of the files made, our jar, the jar of
   * picocli's sources, and a file that holds the class path of everything else.
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, GeneralSecurityException {
    var distribution = new Distribution(Path.of(args[0]), Instant.parse(args[1]));
    List<Path> others =
        Stream.of(Files.readString(Path.of(args[4])).strip().split(File.pathSeparator))
            .map(Path::of)
            .toList();
    distribution.make(Path.of(args[2]), Path.of(args[3]), others);
  }

  private void make(Path jar, Path picocliSources, List<Path> others)
      throws IOException, InterruptedException, GeneralSecurityException {
    new RuntimeImage(project, jdk, steps).link(target, home.resolve("runtime"));
    Jars making = new Jars(target, jdk, home.resolve("lib"), time, steps);
    List<Path> libraries = new ArrayList<>(List.of(making.compilePicocli(picocliSources)));
    libraries.addAll(others);
    List<Path> jars = making.copy(making.cacheable(jar, libraries), libraries);
    writeLaunchers(jars);
    FileTree.copyFolder(project.resolve("completions"), home.resolve("completions"));
    writeManual(jars);
    FileTree.copy(project.resolve("LICENSE"), home.resolve("LICENSE"));
    new Caches(target, home, JVM_OPTIONS, steps).train(jars);
  }

  /** Writes the launcher of this platform, under both of its names. */
  private void writeLaunchers(List<Path> jars) throws IOException {
    boolean windows = File.separatorChar == '\\';
    String extension = windows ? ".cmd" : "";
    String lib = windows ? "%lib%\\" : "$lib/";
    String classPath =
        jars.stream()
            .map(jar -> lib + jar.getFileName())
            .collect(Collectors.joining(File.pathSeparator));
    // Neither shell takes anything in the options for its own in quotes.
    String options =
        JVM_OPTIONS.stream()
            .map(option -> '"' + option + '"')
            .collect(Collectors.joining(windows ? " " : " \\\n  "));
    String launcher =
        Files.readString(project.resolve("src/launcher/groups" + extension))
            .replace("@JVM_OPTIONS@", options)
            .replace("@CLASS_PATH@", classPath)
            .replace("@MAIN_CLASS@", MAIN_CLASS);
    Path bin = Files.createDirectories(home.resolve("bin"));
    for (String name : List.of("groups", "joined-groups")) {
      Path file = Files.writeString(bin.resolve(name + extension), launcher);
      if (!windows) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  /** Has the program write its manual. */
  private void writeManual(List<Path> jars) throws IOException, InterruptedException {
    Path manual = home.resolve("share/man/man1");
    FileTree.delete(manual);
    String classPath =
        jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    steps.run(
        List.of(
            Steps.tool(home.resolve("runtime"), "java"),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            MANUAL_CLASS,
            manual.toString()));
  }
}
