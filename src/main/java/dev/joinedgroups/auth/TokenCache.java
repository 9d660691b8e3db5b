package dev.joinedgroups.auth;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The tokens of earlier sign-ins, in one file that only its owner can read. The file is replaced as
 * a whole, so that a reader sees the old or the new one; writers take turns by a lock that ends
 * with its process.
 */
final class TokenCache {
  private static final int LOCK_TRIES = 1200;
  private static final long LOCK_PAUSE_MILLIS = 50;
  private static final FileAttribute<?>[] NO_ATTRIBUTES = {};

  private final Path folder;
  private final Path file;
  private final Path nextFile;
  private final Path lockFile;

  /**
   * @param folder made when something is first stored
   */
  TokenCache(Path folder) {
    this.folder = folder;
    file = folder.resolve("tokens.json");
    nextFile = folder.resolve("tokens.json.tmp");
    lockFile = folder.resolve("tokens.lock");
  }

  /**
   * The user's cache.
   *
   * @throws Failure with {@link ExitCode#AUTH} when there is no folder for it
   */
  static TokenCache of(AuthSettings settings) {
    Path folder = settings.cacheFolder();
    if (folder == null) {
      throw new Failure(
          ExitCode.AUTH,
          "there is no folder for the token cache: neither XDG_CACHE_HOME nor HOME is set",
          "set one of them, or give a token in GROUPS_TOKEN");
    }
    return new TokenCache(folder);
  }

  /**
   * All entries; none when there is no cache.
   *
   * @throws Failure with {@link ExitCode#AUTH} when the cache is open to others, is not this user's
   *     or is damaged
   */
  List<CacheEntry> read() {
    if (!FileGuard.checkFolder(folder) || !FileGuard.checkFile(file)) {
      return List.of();
    }
    try {
      return CacheFormat.read(Files.readAllBytes(file));
    } catch (NoSuchFileException goneMeanwhile) {
      return List.of();
    } catch (IOException failed) {
      throw new Failure(
          ExitCode.AUTH,
          "the token cache " + file + " cannot be read",
          "check the file, or delete it and sign in again: `groups auth login`",
          failed);
    } catch (CacheFormat.Unreadable damaged) {
      throw new Failure(
          ExitCode.AUTH,
          "the token cache " + file + " cannot be used: " + damaged.getMessage(),
          damaged.isNewer()
              ? "a newer version of this program wrote it: use that one, or run `groups auth"
                  + " logout`"
              : "it is left as it is: run `groups auth logout`, then `groups auth login`");
    }
  }

  /**
   * Changes the entries while no other process does.
   *
   * @param change gets the entries there are and gives those to keep
   */
  void update(UnaryOperator<List<CacheEntry>> change) {
    locked(
        () -> {
          replace(change.apply(new ArrayList<>(read())));
          return Boolean.TRUE;
        });
  }

  /**
   * Does something while no other process changes the cache.
   *
   * @throws Failure with {@link ExitCode#FAILURE} when the folder cannot be written, or another
   *     process keeps the lock for a minute
   */
  <T> T locked(Supplier<T> action) {
    try {
      makeFolder();
      return withLock(action);
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  private <T> T withLock(Supplier<T> action) throws IOException {
    Set<OpenOption> options =
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try (FileChannel channel = FileChannel.open(lockFile, options, attributes("rw-------"));
        FileLock held = lock(channel)) {
      T result = action.get();
      held.release();
      return result;
    }
  }

  private FileLock lock(FileChannel channel) throws IOException {
    for (int i = 0; i < LOCK_TRIES; i++) {
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return lock;
        }
      } catch (OverlappingFileLockException heldInThisProcess) {
        // Waited for like the lock of another process.
      }
      try {
        Thread.sleep(LOCK_PAUSE_MILLIS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new Failure(ExitCode.INTERRUPTED, "interrupted", "");
      }
    }
    throw new Failure(
        ExitCode.FAILURE,
        "another process has kept the token cache locked for a minute",
        "see which one holds " + lockFile + " and end it");
  }

  /** Replaces the file as a whole. Only while the lock is held. */
  void replace(List<CacheEntry> entries) {
    Set<OpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try {
      // A process that died while it wrote may have left one.
      Files.deleteIfExists(nextFile);
      try (FileChannel channel = FileChannel.open(nextFile, options, attributes("rw-------"))) {
        ByteBuffer bytes = ByteBuffer.wrap(CacheFormat.write(entries));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(nextFile, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  /**
   * Removes everything, damaged and open files too.
   *
   * @return whether there was something
   * @throws Failure with {@link ExitCode#AUTH} when the folder is not this user's own
   */
  boolean clear() {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    FileGuard.checkFolder(folder);
    try {
      return withLock(this::deleteFiles);
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  private Boolean deleteFiles() {
    try {
      boolean interruptedWrite = Files.deleteIfExists(nextFile);
      return Files.deleteIfExists(file) || interruptedWrite;
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  private void makeFolder() throws IOException {
    if (FileGuard.checkFolder(folder)) {
      return;
    }
    Path parent = folder.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createDirectory(folder, attributes("rwx------"));
    } catch (FileAlreadyExistsException madeMeanwhile) {
      FileGuard.checkFolder(folder);
    }
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return NO_ATTRIBUTES;
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
    };
  }

  private Failure unwritable(IOException cause) {
    return new Failure(
        ExitCode.FAILURE,
        "the token cache " + file + " cannot be written",
        "check the folder's permissions and the free space, or set XDG_CACHE_HOME",
        cause);
  }
}
