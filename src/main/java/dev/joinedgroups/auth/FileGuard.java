package dev.joinedgroups.auth;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Refuses files and folders that somebody else could read or could have put there. It repairs
 * nothing: what was open may have been read, and whoever owns it should know.
 */
final class FileGuard {
  private static final String ATTRIBUTES = "unix:uid,mode,isSymbolicLink,isDirectory,isRegularFile";

  /** The bits of a mode that let the group or others do anything. */
  private static final int OF_OTHERS = 077;

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
    Map<String, Object> attributes;
    try {
      if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
        return Files.exists(path);
      }
      attributes = Files.readAttributes(path, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException missing) {
      return false;
    } catch (IOException failed) {
      throw notSeen(what, failed);
    }
    if (is(attributes, "isSymbolicLink")) {
      throw new Failure(
          ExitCode.AUTH,
          what + " is a symbolic link, so it is not used",
          "remove the link, or set XDG_CACHE_HOME to a folder of your own, and sign in again");
    }
    if (!is(attributes, folder ? "isDirectory" : "isRegularFile")) {
      throw new Failure(
          ExitCode.AUTH,
          what + " is not a " + (folder ? "folder" : "file"),
          "move it away and sign in again: `groups auth login`");
    }
    requireMine(path, what, attributes);
    requireClosed(path, what, folder, attributes);
    return true;
  }

  private static boolean is(Map<String, Object> attributes, String name) {
    return Boolean.TRUE.equals(attributes.get(name));
  }

  private static Failure notSeen(String what, IOException cause) {
    return new Failure(
        ExitCode.AUTH,
        what + " cannot be looked at",
        "check that you may enter the folders above it",
        cause);
  }

  private static void requireMine(Path path, String what, Map<String, Object> attributes) {
    try {
      if (!me(path).equals(attributes.get("uid"))) {
        throw new Failure(
            ExitCode.AUTH,
            what
                + " belongs to another user, "
                + Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName(),
            "set XDG_CACHE_HOME to a folder of your own and sign in again");
      }
    } catch (IOException failed) {
      throw notSeen(what, failed);
    }
  }

  private static void requireClosed(
      Path path, String what, boolean folder, Map<String, Object> attributes) {
    int mode = attributes.get("mode") instanceof Integer number ? number : 0;
    if ((mode & OF_OTHERS) != 0) {
      throw new Failure(
          ExitCode.AUTH,
          what + " is open to others (" + permissions(mode) + "), so it is not used",
          "run `chmod "
              + (folder ? "700 " : "600 ")
              + quoted(path)
              + "`"
              + (folder ? "" : ", and sign in again if somebody may have read it"));
    }
  }

  /** As {@code ls -l} writes them. */
  private static String permissions(int mode) {
    StringBuilder text = new StringBuilder();
    for (int bit = 8; bit >= 0; bit--) {
      text.append((mode & 1 << bit) == 0 ? '-' : "xwr".charAt(bit % 3));
    }
    return text.toString();
  }

  /**
   * Who runs this process, as a number, since looking up a name may mean asking a directory
   * service: the owner of its entry in /proc, else of a file that it makes.
   */
  private static Object me(Path nearby) throws IOException {
    Path self = Path.of("/proc/self");
    if (Files.exists(self)) {
      return Files.getAttribute(self, "unix:uid");
    }
    Path folder = Files.isDirectory(nearby) ? nearby : nearby.toAbsolutePath().getParent();
    Path probe = Files.createTempFile(folder, "owner", null);
    try {
      return Files.getAttribute(probe, "unix:uid");
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
