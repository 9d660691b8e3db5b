package dev.joinedgroups.run;

import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a journal from its start. What a process left behind that ended while it wrote, a last line
 * without its line feed, does not count; anything else that does not fit is damage.
 */
final class JournalScan {
  private static final int CHUNK = 64 * 1024;

  private final Path path;
  private final RandomAccessFile file;
  private final JournalOwner owner;
  private long end;
  private long lines;

  // What was read ahead.
  private byte[] chunk = new byte[0];
  private int at;

  JournalScan(Path path, RandomAccessFile file, JournalOwner owner) {
    this.path = path;
    this.file = file;
    this.owner = owner;
  }

  /** Where the last line ends. */
  long end() {
    return end;
  }

  /** How many lines there are, the first included. */
  long lines() {
    return lines;
  }

  History read() throws IOException {
    History history = new History();
    checkOwner();
    while (true) {
      long start = end;
      byte[] line = nextLine();
      if (line == null) {
        return history;
      }
      ObjectNode object = JournalLine.decode(line);
      if (object == null || !number(object, "n").equals(Long.toString(lines))) {
        throw damaged();
      }
      lines++;
      JournalLine.Event event = JournalLine.Event.of(object.string("event"));
      String key = object.string("key");
      if (event == null || key == null) {
        throw damaged();
      }
      history.add(event, key, object.string("mailNickname"), start);
    }
  }

  /** Reads the first line, if there is one yet. */
  void checkOwner() throws IOException {
    file.seek(0);
    byte[] line = nextLine();
    if (line == null) {
      if (!isBegun()) {
        throw noJournal();
      }
      return;
    }
    ObjectNode header = JournalLine.unchecked(line);
    if (header == null || !JournalLine.FORMAT.equals(header.string("journal"))) {
      throw noJournal();
    }
    String version = number(header, "version");
    if (!version.equals(Integer.toString(JournalLine.VERSION))) {
      throw new Failure(
          ExitCode.FAILURE,
          "the journal "
              + path
              + " was written by another release (its format is "
              + version
              + ", this one reads "
              + JournalLine.VERSION
              + ")",
          "finish that run with the release that began it, or name another journal with --journal");
    }
    if (JournalLine.decode(line) == null) {
      throw damaged();
    }
    JournalOwner found = JournalLine.owner(header);
    if (!found.equals(owner)) {
      throw new Failure(
          ExitCode.USAGE,
          "the journal " + path + " belongs to another run: " + found.described(),
          "name another with --journal FILE");
    }
    lines = 1;
  }

  /** Whether the file is the beginning of a first line: then nothing can have been sent yet. */
  private boolean isBegun() throws IOException {
    byte[] expected =
        "checksum {\"n\":0,\"journal\":\"groups\"".getBytes(StandardCharsets.US_ASCII);
    file.seek(0);
    byte[] start = new byte[(int) Math.min(file.length(), expected.length)];
    file.readFully(start);
    for (int i = 0; i < start.length; i++) {
      boolean fits =
          i < JournalLine.CHECKSUM ? Character.digit(start[i], 16) >= 0 : start[i] == expected[i];
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static String number(ObjectNode line, String name) {
    return line.get(name) instanceof ScalarNode scalar ? scalar.text() : "";
  }

  private byte @Nullable [] nextLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    while (true) {
      for (int i = at; i < chunk.length; i++) {
        if (chunk[i] == '\n') {
          line.write(chunk, at, i - at);
          at = i + 1;
          end += line.size() + 1;
          return line.toByteArray();
        }
      }
      line.write(chunk, at, chunk.length - at);
      byte[] next = new byte[CHUNK];
      int count = file.read(next);
      if (count == -1) {
        chunk = new byte[0];
        at = 0;
        return null;
      }
      chunk = Arrays.copyOf(next, count);
      at = 0;
    }
  }

  /** The bytes of the line at a position, without its line feed. */
  static byte[] line(RandomAccessFile file, long start) throws IOException {
    file.seek(start);
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    byte[] chunk = new byte[4096];
    while (true) {
      int count = file.read(chunk);
      for (int i = 0; i < count; i++) {
        if (chunk[i] == '\n') {
          line.write(chunk, 0, i);
          return line.toByteArray();
        }
      }
      if (count == -1) {
        return line.toByteArray();
      }
      line.write(chunk, 0, count);
    }
  }

  private Failure damaged() {
    return new Failure(
        ExitCode.FAILURE,
        "the journal "
            + path
            + " is damaged or was edited: its line "
            + (lines + 1)
            + " is not as it was written",
        "put the file back as it was; without it, look at what is there before you begin anew"
            + " with --restart, since groups may be added twice");
  }

  private Failure noJournal() {
    return new Failure(ExitCode.USAGE, path + " is no journal", "name another file with --journal");
  }
}
