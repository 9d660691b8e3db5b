package build;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The jars that ship: ours, picocli and the other libraries. */
final class Jars {
  private final Path target;
  private final Path jdk;
  private final Path lib;
  private final FileTime time;
  private final Steps steps;

  /**
   * @param target where all is made
   * @param lib the folder of what ships
   * @param time the time stamp of all entries and files
   */
  Jars(Path target, Path jdk, Path lib, FileTime time, Steps steps) {
    this.target = target;
    this.jdk = jdk;
    this.lib = lib;
    this.time = time;
    this.steps = steps;
  }

  /**
   * Compiles the sources that picocli publishes. Its own jar has class files of Java 5, which no
   * cache holds and which are verified the slow way at each start.
   */
  Path compilePicocli(Path sources) throws IOException, InterruptedException {
    String name = sources.getFileName().toString().replace("-sources", "");
    Path jar = target.resolve("picocli").resolve(name);
    if (steps.isCurrent(jar, FileTree.digest(sources))) {
      return jar;
    }
    Path work = target.resolve("picocli");
    FileTree.delete(work);
    Path unpacked = Files.createDirectories(work.resolve("sources"));
    Path classes = Files.createDirectories(work.resolve("classes"));
    List<String> javac =
        new ArrayList<>(
            List.of(
                Steps.tool(jdk, "javac"),
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
    steps.run(javac);
    writeJar(classes, jar);
    steps.markCurrent(jar, FileTree.digest(sources));
    return jar;
  }

  /** The same classes give the same bytes: entries in name order, with one time stamp. */
  private void writeJar(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Path path : FileTree.filesIn(classes)) {
        var entry = new JarEntry(classes.relativize(path).toString().replace('\\', '/'));
        entry.setTimeLocal(LocalDateTime.ofInstant(time.toInstant(), ZoneOffset.UTC));
        out.putNextEntry(entry);
        Files.copy(path, out);
        out.closeEntry();
      }
    }
  }

  /** Our jar, made ready for the cache. */
  Path cacheable(Path jar, List<Path> libraries) throws IOException {
    Path unpacked = target.resolve("rewritten/classes");
    FileTree.delete(unpacked);
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

  /**
   * Copies the jars, ours first. The cache knows each by size and time stamp, so the time is one
   * that every archive format can hold.
   */
  List<Path> copy(Path own, List<Path> libraries) throws IOException {
    Files.createDirectories(lib);
    List<Path> originals = new ArrayList<>(List.of(own));
    originals.addAll(libraries);
    List<Path> jars = new ArrayList<>();
    for (Path original : originals) {
      Path copy = lib.resolve(original.getFileName());
      FileTree.copy(original, copy);
      Files.setLastModifiedTime(copy, time);
      jars.add(copy);
    }
    for (Path file : FileTree.filesIn(lib)) {
      if (file.toString().endsWith(".jar") && !jars.contains(file)) {
        Files.delete(file);
      }
    }
    return jars;
  }
}
