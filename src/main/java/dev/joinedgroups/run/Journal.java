package dev.joinedgroups.run;

import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The file that tells, whatever becomes of this process, what was sent and what came of it. The
 * format is described in {@code docs/journal.md}. One process at a time has it; within that, any
 * number of threads.
 */
public final class Journal implements AutoCloseable {
  private final Path path;
  private final InstantSource clock;
  private final UnaryOperator<String> redaction;

  // Not a channel of its own: those are closed when a thread that uses them is interrupted.
  private final RandomAccessFile file;
  private final FileLock lock;

  private final GroupCommit commits;

  private long length;
  private long lines;

  private Journal(
      Path path,
      RandomAccessFile file,
      FileLock lock,
      InstantSource clock,
      UnaryOperator<String> redaction) {
    this.path = path;
    this.file = file;
    this.lock = lock;
    this.clock = clock;
    this.redaction = redaction;
    this.commits = new GroupCommit(() -> file.getFD().sync(), this::failed);
  }

  /**
   * Opens the file, or makes it, and locks it.
   *
   * @param redaction takes secrets out of what the service sent
   * @throws Failure with {@link ExitCode#FAILURE} when it cannot be made or another run has it
   */
  public static Journal open(Path path, InstantSource clock, UnaryOperator<String> redaction) {
    RandomAccessFile file = null;
    try {
      PrivateFile.create(path);
      file = new RandomAccessFile(path.toFile(), "rw");
      FileLock lock = file.getChannel().tryLock();
      if (lock == null) {
        throw new OverlappingFileLockException();
      }
      return new Journal(path, file, lock, clock, redaction);
    } catch (OverlappingFileLockException e) {
      closeQuietly(file);
      throw inUse(path);
    } catch (IOException e) {
      closeQuietly(file);
      throw new Failure(
          ExitCode.FAILURE,
          "the journal " + path + " cannot be written: " + reason(e),
          "name another with --journal FILE; nothing was sent",
          e);
    }
  }

  /**
   * Reads what was recorded, for a rehearsal: changes nothing, not even for an instant.
   *
   * @return nothing at all where there is no journal
   * @throws Failure as {@link #open} and {@link #load}
   */
  static History peek(Path path, JournalOwner owner) {
    return Files.exists(path) ? peek(path, owner, JournalScan::read) : new History();
  }

  /**
   * Finds out whether a journal could be begun anew, for a rehearsal.
   *
   * @throws Failure as {@link #open} and {@link #restart}
   */
  static void peekOwner(Path path, JournalOwner owner) {
    if (Files.exists(path)) {
      peek(
          path,
          owner,
          scan -> {
            scan.checkOwner();
            return scan;
          });
    }
  }

  private interface Look<T> {
    T at(JournalScan scan) throws IOException;
  }

  private static <T> T peek(Path path, JournalOwner owner, Look<T> look) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
        FileLock lock = file.getChannel().tryLock(0, Long.MAX_VALUE, true)) {
      if (lock == null) {
        throw inUse(path);
      }
      return look.at(new JournalScan(path, file, owner));
    } catch (OverlappingFileLockException e) {
      throw inUse(path);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static Failure inUse(Path path) {
    return new Failure(
        ExitCode.FAILURE,
        "another run is using the journal " + path,
        "wait until it has ended; nothing was sent");
  }

  private static Failure unreadable(Path path, IOException e) {
    return new Failure(
        ExitCode.FAILURE, "the journal " + path + " cannot be read: " + reason(e), "", e);
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException named when named.getReason() != null -> named.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  private static void closeQuietly(@Nullable RandomAccessFile file) {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      // There is nothing more to be done with it.
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /**
   * Reads what was recorded, and gets ready to go on behind it.
   *
   * @return nothing at all for a journal that is new
   * @throws Failure with {@link ExitCode#USAGE} when it belongs to another run or is no journal,
   *     with {@link ExitCode#FAILURE} when it is damaged or of another version
   */
  synchronized History load(JournalOwner owner) {
    try {
      JournalScan scan = new JournalScan(path, file, owner);
      History history = scan.read();
      length = scan.end();
      lines = scan.lines();
      if (length < file.length()) {
        file.setLength(length);
      }
      if (lines == 0) {
        write(JournalLine.header(owner, clock.instant().toString()));
      }
      commits.start(length);
      return history;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Forgets what was recorded.
   *
   * @throws Failure as {@link #load}, except for a damaged journal
   */
  synchronized void restart(JournalOwner owner) {
    try {
      new JournalScan(path, file, owner).checkOwner();
      file.setLength(0);
      length = 0;
      lines = 0;
      write(JournalLine.header(owner, clock.instant().toString()));
      commits.start(length);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Writes a line, which is safe only after the next {@link #commit}.
   *
   * @return where the line starts
   * @throws Failure with {@link ExitCode#FAILURE} when it cannot be written; from then on nothing
   *     is
   */
  synchronized long append(
      JournalLine.Event event,
      Spooled definition,
      String clientRequestId,
      @Nullable Outcome outcome) {
    commits.check();
    long start = length;
    try {
      write(
          JournalLine.of(
              lines,
              new JournalLine.Entry(
                  event,
                  definition.key(),
                  definition.string("mailNickname"),
                  clientRequestId,
                  clock.instant().toString(),
                  outcome),
              redaction));
      commits.written(length);
      return start;
    } catch (IOException e) {
      Failure broken = commits.fail(e);
      cutTo(start);
      throw broken;
    }
  }

  private void write(String json) throws IOException {
    byte[] line = JournalLine.encode(json);
    file.seek(length);
    file.write(line);
    length += line.length;
    lines++;
  }

  /** Takes the beginning of a line away that was not written to its end. */
  private void cutTo(long end) {
    try {
      file.setLength(end);
    } catch (IOException e) {
      // The next run takes it for what it is: a torn last line.
    }
  }

  /**
   * Returns when every line written before is on disk. Threads that come at the same time share the
   * work.
   *
   * @throws Failure with {@link ExitCode#FAILURE} when the disk fails
   */
  void commit() {
    commits.commit();
  }

  /** As {@link #commit()}, for the line that starts there: usually another's work has done it. */
  void commitLine(long start) {
    commits.commitTo(start + 1);
  }

  /**
   * Reads a line that is known to be there.
   *
   * @param start what {@link #append} returned
   */
  synchronized ObjectNode read(long start) {
    try {
      ObjectNode line = JournalLine.decode(JournalScan.line(file, start));
      if (line == null) {
        throw new IOException("a line in it has changed");
      }
      return line;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private Failure failed(IOException e) {
    return new Failure(
        ExitCode.FAILURE,
        "the journal " + path + " cannot be written: " + reason(e),
        "nothing is sent that it does not hold; make room, then go on with --resume",
        e);
  }

  /** Closes it and lets others have it. */
  @Override
  public synchronized void close() {
    try {
      lock.release();
    } catch (IOException e) {
      // Closing releases it too.
    }
    closeQuietly(file);
  }
}
