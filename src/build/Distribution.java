package build;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Makes {@code target/groups}, the program as it ships: launcher, Java runtime, jars, AOT cache.
 *
 * <p>Run by the build after the jar is there, on the JDK whose runtime is to ship. Every step is
 * left out when what it would make is already there and was made from the same things.
 */
final class Distribution {
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

  private static final String TRAINING_CLASS = "dev.joinedgroups.Training";

  private static final String MANUAL_CLASS = "dev.joinedgroups.cli.ManualPages";

  private final Path project;
  private final Path target;
  private final Path home;
  private final FileTime time;
  private final Path jdk = Path.of(System.getProperty("java.home"));

  private static String selector() {
    String system = System.getProperty("os.name");
    return system.startsWith("Windows") ? "WEPoll" : system.startsWith("Mac") ? "KQueue" : "EPoll";
  }

  private Distribution(Path project, Instant time) {
    this.project = project;
    this.target = project.resolve("target");
    this.home = target.resolve("groups");
    this.time = FileTime.from(time);
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
    linkRuntime();
    List<Path> libraries = new ArrayList<>(List.of(compilePicocli(picocliSources)));
    libraries.addAll(others);
    List<Path> jars = copyJars(cacheable(jar, libraries), libraries);
    writeLaunchers(jars);
    copyFolder(project.resolve("completions"), home.resolve("completions"));
    writeManual(jars);
    copy(project.resolve("LICENSE"), home.resolve("LICENSE"));
    train(jars);
  }

  /**
   * Compiles the sources that picocli publishes. Its own jar has class files of Java 5, which no
   * cache holds and which are verified the slow way at each start.
   */
  private Path compilePicocli(Path sources) throws IOException, InterruptedException {
    String name = sources.getFileName().toString().replace("-sources", "");
    Path jar = target.resolve("picocli").resolve(name);
    if (isCurrent(jar, digest(sources))) {
      return jar;
    }
    Path work = target.resolve("picocli");
    delete(work);
    Path unpacked = Files.createDirectories(work.resolve("sources"));
    Path classes = Files.createDirectories(work.resolve("classes"));
    List<String> javac =
        new ArrayList<>(
            List.of(
                tool(jdk, "javac"),
                "-nowarn",
                "-Xlint:none",
                "-proc:none",
                "-encoding",
                "UTF-8",
                "--release",
                "25",
                "-parameters",
                "-d",
                classes.toString()));
    try (var zip = new ZipInputStream(Files.newInputStream(sources))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        // The module descriptor is left out: it would have to be compiled apart and is not used.
        if (entry.getName().endsWith(".java") && !entry.getName().endsWith("module-info.java")) {
          Path source = unpacked.resolve(entry.getName()).normalize();
          if (!source.startsWith(unpacked)) {
            throw new IOException(entry.getName() + " in " + sources + " leads out of it");
          }
          Files.createDirectories(source.getParent());
          Files.copy(zip, source);
          javac.add(source.toString());
        }
      }
    }
    run(javac);
    writeJar(classes, jar);
    markCurrent(jar, digest(sources));
    return jar;
  }

  /** The same classes give the same bytes: entries in name order, with one time stamp. */
  private void writeJar(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Path path : filesIn(classes)) {
        var entry = new JarEntry(classes.relativize(path).toString().replace('\\', '/'));
        entry.setTimeLocal(LocalDateTime.ofInstant(time.toInstant(), ZoneOffset.UTC));
        out.putNextEntry(entry);
        Files.copy(path, out);
        out.closeEntry();
      }
    }
  }

  /** Our jar, made ready for the cache. */
  private Path cacheable(Path jar, List<Path> libraries) throws IOException {
    Path unpacked = target.resolve("rewritten/classes");
    delete(unpacked);
    List<URL> places = new ArrayList<>(List.of(jar.toUri().toURL()));
    for (Path library : libraries) {
      places.add(library.toUri().toURL());
    }
    try (var classes = new URLClassLoader(places.toArray(URL[]::new));
        var in = new ZipInputStream(Files.newInputStream(jar))) {
      var cacheable = new Cacheable(classes);
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          byte[] bytes = in.readAllBytes();
          Path file = unpacked.resolve(entry.getName());
          Files.createDirectories(file.getParent());
          Files.write(file, file.toString().endsWith(".class") ? cacheable.rewrite(bytes) : bytes);
        }
      }
    }
    Path rewritten = target.resolve("rewritten").resolve(jar.getFileName());
    writeJar(unpacked, rewritten);
    return rewritten;
  }

  private void linkRuntime() throws IOException, InterruptedException {
    Path runtime = home.resolve("runtime");
    Path build = project.resolve("src/build");
    List<Path> platformSources = filesIn(project.resolve("src/platform"));
    List<Path> sources = new ArrayList<>(platformSources);
    for (String name : REWRITING) {
      sources.add(build.resolve(name + ".java"));
    }
    String inputs = digest(jdk.resolve("release")) + " " + MODULES;
    for (Path source : sources) {
      inputs += "\n" + source.getFileName() + " " + digest(source);
    }
    if (isCurrent(runtime, inputs)) {
      return;
    }
    delete(runtime);
    Files.createDirectories(home);
    Path platform = target.resolve("platform");
    delete(platform);
    List<String> javac = new ArrayList<>(List.of(tool(jdk, "javac"), "-d", platform.toString()));
    platformSources.forEach(source -> javac.add(source.toString()));
    run(javac);
    List<String> jlink = new ArrayList<>(List.of(tool(jdk, "java")));
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
    run(jlink);
    // The JDK's own class archive serves where the AOT cache is missing or does not fit.
    run(List.of(tool(runtime, "java"), "-Xshare:dump", "-XX:+UseSerialGC", "-Xlog:disable"));
    markCurrent(runtime, inputs);
  }

  /**
   * Copies the jars, ours first. The cache knows each by size and time stamp, so the time is one
   * that every archive format can hold.
   */
  private List<Path> copyJars(Path own, List<Path> libraries) throws IOException {
    Path lib = Files.createDirectories(home.resolve("lib"));
    List<Path> originals = new ArrayList<>(List.of(own));
    originals.addAll(libraries);
    List<Path> jars = new ArrayList<>();
    for (Path original : originals) {
      Path copy = lib.resolve(original.getFileName());
      copy(original, copy);
      Files.setLastModifiedTime(copy, time);
      jars.add(copy);
    }
    for (Path file : filesIn(lib)) {
      if (file.toString().endsWith(".jar") && !jars.contains(file)) {
        Files.delete(file);
      }
    }
    return jars;
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
    delete(manual);
    String classPath =
        jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    run(
        List.of(
            tool(home.resolve("runtime"), "java"),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            MANUAL_CLASS,
            manual.toString()));
  }

  /**
   * Makes the caches, each of the classes that a run of the real commands loads. The virtual
   * machine prepares all classes of its cache at every start; so the commands that need few have
   * their own, which the launcher chooses.
   */
  private void train(List<Path> jars)
      throws IOException, InterruptedException, GeneralSecurityException {
    String inputs = digest(home.resolve("runtime/lib/modules")) + " " + JVM_OPTIONS;
    for (Path jar : jars) {
      inputs += "\n" + jar.getFileName() + " " + digest(jar);
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
    delete(folder);
  }

  private void train(
      String name, List<String> commands, Path folder, List<Path> jars, String inputs)
      throws IOException, InterruptedException {
    Path cache = home.resolve("lib").resolve(name + ".aot");
    if (isCurrent(cache, inputs)) {
      return;
    }
    Files.deleteIfExists(cache);
    List<String> lines = new ArrayList<>();
    lines.add(
        String.join("\t", "GROUPS_TOKEN=training", "HOME=" + folder, "XDG_STATE_HOME=" + folder));
    lines.addAll(commands);
    List<String> command = new ArrayList<>();
    command.add(tool(home.resolve("runtime"), "java"));
    command.addAll(JVM_OPTIONS);
    command.add("-XX:AOTCacheOutput=" + cache);
    command.add("-cp");
    command.add(jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(TRAINING_CLASS);
    command.add(Files.write(folder.resolve(name + ".commands"), lines).toString());
    run(command);
    markCurrent(cache, inputs);
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

  private static String tool(Path javaHome, String name) {
    return javaHome.resolve("bin").resolve(name).toString();
  }

  /** Runs a program; its output is shown only when it fails, and then the build fails too. */
  private void run(List<String> command) throws IOException, InterruptedException {
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

  private boolean isCurrent(Path made, String inputs) throws IOException {
    Path stamp = stamp(made);
    return Files.exists(made) && Files.exists(stamp) && Files.readString(stamp).equals(inputs);
  }

  private void markCurrent(Path made, String inputs) throws IOException {
    Files.createDirectories(stamp(made).getParent());
    Files.writeString(stamp(made), inputs);
  }

  private Path stamp(Path made) {
    return target.resolve("made-from").resolve(made.getFileName() + ".txt");
  }

  private static String digest(Path file) throws IOException {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void copyFolder(Path from, Path to) throws IOException {
    delete(to);
    if (Files.isDirectory(from)) {
      for (Path file : filesIn(from)) {
        copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
