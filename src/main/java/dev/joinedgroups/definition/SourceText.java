package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Place;
import dev.joinedgroups.diagnostics.Snippet;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that a user wrote, or the stretch of it that holds one definition. Offsets are UTF-16
 * units within this text; {@link #place} turns them into lines and columns of the whole.
 *
 * <p>A line ends at LF, CR LF or a lone CR, as JSON and YAML 1.2 have it. Finding places costs one
 * pass over the text in all, and little more for each.
 */
public sealed class SourceText permits ArgumentText {
  /** How much of a very long line is shown before and behind a problem, in UTF-16 units. */
  private static final int WINDOW = 100;

  private final String file;
  private final int firstLine;
  private final int firstColumn;
  private String text;

  /** Every so many units a place is remembered, so that going back is cheap in any text. */
  private static final int STEP = 4096;

  private record Checkpoint(int offset, int line, int column, int lineStart) {}

  private final List<Checkpoint> checkpoints = new ArrayList<>(0);

  // The last place looked up, so that the next one needs no new start. Only a memo.
  private int knownOffset;
  private int knownLineStart;
  private int knownLine;
  private int knownColumn;

  /**
   * A stretch of a text.
   *
   * @param file the name shown to the user
   * @param text the stretch
   * @param firstLine 1-based line at which it starts
   * @param firstColumn 1-based column, in code points, at which it starts
   */
  public SourceText(String file, String text, int firstLine, int firstColumn) {
    this.file = file;
    this.text = text;
    this.firstLine = firstLine;
    this.firstColumn = firstColumn;
    forget();
  }

  /** A whole text. */
  public SourceText(String file, String text) {
    this(file, text, 1, 1);
  }

  /** The name shown to the user. */
  public final String file() {
    return file;
  }

  /** The text itself. */
  public final String text() {
    return text;
  }

  /** The 1-based line at which it starts. */
  public final int firstLine() {
    return firstLine;
  }

  /** The 1-based column, in code points, at which it starts. */
  public final int firstColumn() {
    return firstColumn;
  }

  /** Whether this is the command line rather than a file. */
  public boolean isCommandLine() {
    return false;
  }

  /** Supplies the text of a stretch whose places were handed out while it was still being read. */
  final void complete(String whole) {
    text = whole;
    checkpoints.clear();
    forget();
  }

  private void forget() {
    knownOffset = 0;
    knownLineStart = 0;
    knownLine = firstLine;
    knownColumn = firstColumn;
  }

  /**
   * The place of a stretch of this text.
   *
   * @param start first UTF-16 unit
   * @param end the unit behind the last one, not before {@code start}
   */
  public Place place(int start, int end) {
    int from = Math.clamp(start, 0, text.length());
    int to = Math.clamp(end, from, text.length());
    seek(from);
    int line = knownLine;
    int column = knownColumn;
    int lineStart = knownLineStart;
    Snippet snippet = snippet(lineStart, from, to);
    seek(to);
    Place place = new Place(file, line, column, knownLine, knownColumn, snippet);
    // The next problem may lie within this stretch: go on from its start.
    knownOffset = from;
    knownLine = line;
    knownColumn = column;
    knownLineStart = lineStart;
    return place;
  }

  /** The line of an offset. */
  int line(int offset) {
    seek(offset);
    return knownLine;
  }

  /** The column of an offset. */
  int column(int offset) {
    seek(offset);
    return knownColumn;
  }

  private void seek(int offset) {
    jump(offset);
    int i = knownOffset;
    while (i < offset) {
      char c = text.charAt(i);
      int next = i + 1;
      if (c == '\n' || (c == '\r' && !(next < text.length() && text.charAt(next) == '\n'))) {
        knownLine++;
        knownColumn = 1;
        knownLineStart = next;
      } else if (!Character.isLowSurrogate(c)) {
        knownColumn++;
      }
      i = next;
      if (i % STEP == 0 && i / STEP == checkpoints.size() + 1) {
        checkpoints.add(new Checkpoint(i, knownLine, knownColumn, knownLineStart));
      }
    }
    knownOffset = offset;
  }

  /** Goes to the last known place at or before the offset, when that is nearer or lies back. */
  private void jump(int offset) {
    int index = Math.min(offset / STEP, checkpoints.size());
    if (index == 0) {
      if (offset < knownOffset) {
        forget();
      }
      return;
    }
    Checkpoint known = checkpoints.get(index - 1);
    if (offset >= knownOffset && known.offset <= knownOffset) {
      return;
    }
    knownOffset = known.offset;
    knownLine = known.line;
    knownColumn = known.column;
    knownLineStart = known.lineStart;
  }

  private Snippet snippet(int lineStart, int from, int to) {
    int lineEnd = from;
    int limit = Math.min(text.length(), to + WINDOW);
    while (lineEnd < limit && !isBreak(text.charAt(lineEnd))) {
      lineEnd++;
    }
    boolean cutAfter = lineEnd < text.length() && !isBreak(text.charAt(lineEnd));
    int shownEnd = Math.min(Math.min(to, lineEnd), from + 2 * WINDOW);
    if (shownEnd + WINDOW < lineEnd) {
      lineEnd = shownEnd + WINDOW;
      cutAfter = true;
    }
    int shownStart = lineStart;
    boolean cutBefore = lineStart == 0 && firstColumn > 1;
    if (from - lineStart > 2 * WINDOW) {
      shownStart = from - WINDOW;
      cutBefore = true;
    }
    if (shownStart < lineEnd && Character.isLowSurrogate(text.charAt(shownStart))) {
      shownStart++;
    }
    if (lineEnd < text.length() && Character.isLowSurrogate(text.charAt(lineEnd))) {
      lineEnd--;
    }
    return new Snippet(
        text.substring(shownStart, lineEnd),
        from - shownStart,
        shownEnd - shownStart,
        cutBefore,
        cutAfter);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
