package dev.joinedgroups.diagnostics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** A target for text whose failures are {@link UncheckedIOException}s. */
public final class TextSink {
  private final Writer target;

  /**
   * @param target where the text goes; it is flushed but never closed
   */
  public TextSink(Writer target) {
    this.target = target;
  }

  /** Writes a text. */
  public void write(CharSequence text) {
    try {
      target.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hands on what is buffered. */
  public void flush() {
    try {
      target.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
