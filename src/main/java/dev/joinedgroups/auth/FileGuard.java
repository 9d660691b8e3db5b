package dev.joinedgroups.auth;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * Refuses files and folders that somebody else could read or could have put there. It repairs
 * nothing: what was open may have been read, and whoever owns it should know.
 */
final class FileGuard {
  private FileGuard() {}

  /**
   * Checks a folder that holds secrets.
   *
   * @return whether it is there
   * @throws Failure with {@link ExitCode#AUTH} when it is not safe, saying how to mend it
   */
  static boolean checkFolder(Path folder) {
    return check(folder, true);
  }

  /**
   * Checks a file that holds secrets.
   *
   * @return whether it is there
   * @throws Failure with {@link ExitCode#AUTH} when it is not safe, saying how to mend it
   */
  static boolean checkFile(Path file) {
    return check(file, false);
  }

  private static boolean check(Path path, boolean folder) {
    String what = (folder ? "the folder of the token cache, " : "the token cache ") + path;
    PosixFileAttributes attributes;
    UserPrincipal me;
    try {
      PosixFileAttributeView view =
          Files.getFileAttributeView(
              path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
      if (view == null) {
        return Files.exists(path);
      }
      attributes = view.readAttributes();
      me = me(path);
    } catch (NoSuchFileException missing) {
      return false;
    } catch (IOException failed) {
      throw new Failure(
          ExitCode.AUTH,
          what + " cannot be looked at",
          "check that you may enter the folders above it",
          failed);
    }
    if (attributes.isSymbolicLink()) {
      throw new Failure(
          ExitCode.AUTH,
          what + " is a symbolic link, so it is not used",
          "remove the link, or set XDG_CACHE_HOME to a folder of your own, and sign in again");
    }
    if (folder != attributes.isDirectory() || (!folder && !attributes.isRegularFile())) {
      throw new Failure(
          ExitCode.AUTH,
          what + " is not a " + (folder ? "folder" : "file"),
          "move it away and sign in again: `groups auth login`");
    }
    if (!attributes.owner().equals(me)) {
      throw new Failure(
          ExitCode.AUTH,
          what + " belongs to another user, " + attributes.owner().getName(),
          "set XDG_CACHE_HOME to a folder of your own and sign in again");
    }
    if (isOpen(attributes.permissions())) {
      throw new Failure(
          ExitCode.AUTH,
          what
              + " is open to others ("
              + PosixFilePermissions.toString(attributes.permissions())
              + "), so it is not used",
          "run `chmod " + (folder ? "700 " : "600 ") + quoted(path) + "`" + openedHint(folder));
    }
    return true;
  }

  private static String openedHint(boolean folder) {
    return folder ? "" : ", and sign in again if somebody may have read it";
  }

  private static boolean isOpen(Set<PosixFilePermission> permissions) {
    for (PosixFilePermission permission : permissions) {
      if (!permission.name().startsWith("OWNER_")) {
        return true;
      }
    }
    return false;
  }

  /** Who runs this process: the owner of its entry in /proc, else of a file that it makes. */
  private static UserPrincipal me(Path nearby) throws IOException {
    Path self = Path.of("/proc/self");
    if (Files.exists(self)) {
      return Files.getOwner(self);
    }
    Path folder = Files.isDirectory(nearby) ? nearby : nearby.toAbsolutePath().getParent();
    Path probe = Files.createTempFile(folder, "owner", null);
    try {
      return Files.getOwner(probe);
    } finally {
      Files.delete(probe);
    }
  }

  private static String quoted(Path path) {
    String text = path.toString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && "/._-+".indexOf(c) < 0) {
        return "'" + text.replace("'", "'\\''") + "'";
      }
    }
    return text;
  }
}
