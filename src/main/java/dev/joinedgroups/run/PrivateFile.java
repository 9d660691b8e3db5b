package dev.joinedgroups.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read. */
final class PrivateFile {
  private PrivateFile() {}

  /** Makes the file, and its folder, unless they are there. */
  static void create(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder.getParent() == null ? folder : folder.getParent());
      if (posix) {
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(owner(true)));
      } else {
        Files.createDirectory(folder);
      }
    }
    if (!Files.exists(path)) {
      if (posix) {
        Files.createFile(path, PosixFilePermissions.asFileAttribute(owner(false)));
      } else {
        Files.createFile(path);
      }
    }
  }

  private static Set<PosixFilePermission> owner(boolean folder) {
    return PosixFilePermissions.fromString(folder ? "rwx------" : "rw-------");
  }
}
