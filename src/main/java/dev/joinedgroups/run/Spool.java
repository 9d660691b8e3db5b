package dev.joinedgroups.run;

import dev.joinedgroups.definition.Definition;
import dev.joinedgroups.definition.Fingerprints;
import dev.joinedgroups.definition.Longs;
import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.NodeJson;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The definitions that passed the check, exactly as they will be sent, with what it takes to point
 * into their text. What does not fit into a small buffer goes to a file that only this process can
 * reach and that is gone when it ends, however it ends. In memory a definition takes 8 bytes.
 *
 * <p>Filled by one thread, then read by any number.
 */
public final class Spool implements AutoCloseable {
  private static final int BUFFER = 256 * 1024;

  private final Path folder;
  private final Longs offsets = new Longs();
  private final List<String> files = new ArrayList<>();
  private final Map<String, Node> commandLine = new HashMap<>();

  /** Of the definitions without a nickname: only they can be the same as others. */
  private final Fingerprints bodies = new Fingerprints();

  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();

  /** The content of the buffer, once it is read. */
  private byte @Nullable [] unwritten;

  /** What went to the file already: as many bytes. */
  private long written;

  // Not a channel: those are closed when a thread that uses them is interrupted.
  private @Nullable RandomAccessFile file;

  /**
   * @param folder where the file is made when one is needed
   */
  public Spool(Path folder) {
    this.folder = folder;
  }

  /** How many definitions there are. */
  public int size() {
    return offsets.size();
  }

  /**
   * Adds a definition.
   *
   * @throws Failure with {@link ExitCode#FAILURE} when the file cannot be written
   */
  public synchronized void add(Definition definition) {
    offsets.add(written + buffer.size());
    unwritten = null;
    try {
      write(definition, new DataOutputStream(buffer));
      if (buffer.size() > BUFFER) {
        spill();
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void write(Definition definition, DataOutputStream out) throws IOException {
    ObjectNode object = definition.object();
    if (files.isEmpty() || !files.getLast().equals(definition.file())) {
      files.add(definition.file());
    }
    out.writeInt(files.size() - 1);
    out.writeInt(object.source().firstLine());
    out.writeInt(object.source().firstColumn());
    out.writeInt(object.start());
    out.writeInt(object.end());
    out.writeInt(object.members().size());
    for (Member member : object.members()) {
      Node value = member.value();
      boolean own = value.source() == object.source();
      if (member.fromCommandLine()) {
        commandLine.putIfAbsent(member.name(), value);
      }
      out.writeInt(member.fromCommandLine() ? -1 : own ? value.start() : object.start());
      out.writeInt(member.fromCommandLine() ? -1 : own ? value.end() : object.end());
    }
    write(object.source().text(), out);
    String body = NodeJson.compact(object);
    write(body, out);
    out.writeInt(object.string("mailNickname") == null ? occurrence(body) : 0);
  }

  /** How many definitions before it have the same body. */
  private int occurrence(String body) {
    long fingerprint = Fingerprints.of(body);
    int count = 0;
    for (int at = bodies.find(fingerprint); at >= 0; at = bodies.find(fingerprint, at)) {
      count++;
    }
    bodies.add(fingerprint);
    return count;
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private void spill() throws IOException {
    RandomAccessFile target = file;
    if (target == null) {
      // Made with permissions for its owner only, and without a name as soon as it is open.
      Path path = Files.createTempFile(folder, "groups-", ".spool");
      try {
        target = new RandomAccessFile(path.toFile(), "rw");
        file = target;
      } finally {
        Files.delete(path);
      }
    }
    byte[] bytes = buffer.toByteArray();
    target.seek(written);
    target.write(bytes);
    written += bytes.length;
    buffer.reset();
  }

  /**
   * Reads a definition back.
   *
   * @param index its place among those added, from 0
   * @throws Failure with {@link ExitCode#FAILURE} when the file cannot be read
   */
  public Spooled get(int index) {
    try {
      return read(new DataInputStream(new ByteArrayInputStream(bytes(index))));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private synchronized byte[] bytes(int index) throws IOException {
    long start = offsets.get(index);
    long end = index + 1 < offsets.size() ? offsets.get(index + 1) : written + buffer.size();
    byte[] bytes = new byte[(int) (end - start)];
    RandomAccessFile source = file;
    if (source != null && start < written) {
      source.seek(start);
      source.readFully(bytes);
    } else {
      byte[] rest = unwritten;
      if (rest == null) {
        rest = buffer.toByteArray();
        unwritten = rest;
      }
      System.arraycopy(rest, (int) (start - written), bytes, 0, bytes.length);
    }
    return bytes;
  }

  private Spooled read(DataInputStream in) throws IOException {
    String name = files.get(in.readInt());
    int firstLine = in.readInt();
    int firstColumn = in.readInt();
    int start = in.readInt();
    int end = in.readInt();
    int[] places = new int[2 * in.readInt()];
    for (int i = 0; i < places.length; i++) {
      places[i] = in.readInt();
    }
    String text = readText(in);
    String body = readText(in);
    return new Spooled(
        body,
        in.readInt(),
        new Spooled.Origin(name, firstLine, firstColumn, text, start, end, places, commandLine));
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private Failure failed(IOException e) {
    return new Failure(
        ExitCode.FAILURE,
        "the checked definitions cannot be kept in " + folder + ": " + e.getMessage(),
        "make room there, or set TMPDIR to a folder that has it",
        e);
  }

  /** Lets the file go. */
  @Override
  public synchronized void close() {
    RandomAccessFile open = file;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // It has no name any more: the system removes it in any case.
      }
    }
  }
}
