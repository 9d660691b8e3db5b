package bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is printed, kept for a document too. */
final class Kept extends OutputStream {
  private static final String MARKER = "<!-- table -->";

  private final OutputStream terminal;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();

  private Kept(OutputStream terminal) {
    this.terminal = terminal;
  }

  static Kept from(OutputStream terminal) {
    return new Kept(terminal);
  }

  PrintStream stream() {
    return new PrintStream(this, true, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int b) throws IOException {
    terminal.write(b);
    text.write(b);
  }

  @Override
  public void flush() throws IOException {
    terminal.flush();
  }

  /** Puts what was printed between the two markers of a document, or into a new one. */
  void write(Path document) throws IOException {
    String old =
        Files.exists(document) ? Files.readString(document) : MARKER + "\n" + MARKER + "\n";
    int first = old.indexOf(MARKER);
    int last = old.lastIndexOf(MARKER);
    if (first < 0 || first == last) {
      throw new IOException(document + " does not hold " + MARKER + " twice");
    }
    Files.writeString(
        document,
        old.substring(0, first + MARKER.length())
            + "\n\n"
            + text.toString(StandardCharsets.UTF_8).strip()
            + "\n\n"
            + old.substring(last));
  }
}
