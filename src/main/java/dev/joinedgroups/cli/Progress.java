package dev.joinedgroups.cli;

import dev.joinedgroups.run.Tally;
import dev.joinedgroups.run.Times;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Shows on stderr how far a run is: a bar on a terminal, else a line every ten seconds. Nothing
 * under {@code -q} and nothing for programs.
 */
final class Progress implements AutoCloseable {
  private static final Duration BAR_EVERY = Duration.ofMillis(200);
  private static final Duration LINE_EVERY = Duration.ofSeconds(10);
  private static final int BAR_CELLS = 20;

  private final Context context;
  private final Supplier<Tally> tally;
  private final Thread thread;
  private final boolean bar;
  private final long start = System.nanoTime();

  private Progress(Context context, Supplier<Tally> tally) {
    this.context = context;
    this.tally = tally;
    Console console = context.console();
    bar = console.terminal().error() && !console.variable("TERM").equals("dumb");
    thread = Thread.ofVirtual().name("progress").unstarted(this::show);
  }

  /** Starts to show it. */
  static Progress start(Context context, Supplier<Tally> tally) {
    Progress progress = new Progress(context, tally);
    StderrReporter.Style style = context.reporter().style();
    if (!style.quiet() && !style.json()) {
      progress.thread.start();
    }
    return progress;
  }

  private void show() {
    try {
      while (true) {
        Thread.sleep(bar ? BAR_EVERY : LINE_EVERY);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        if (bar) {
          int width = context.console().terminal().width().getAsInt();
          context.reporter().status(bar(tally.get(), elapsed, width));
        } else {
          context.reporter().notice(line(tally.get(), elapsed));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The run is over.
    }
  }

  /**
   * A line such as {@code 120 of 300: 118 added, 2 refused, 8 waiting; 12.3 a second, 14s left}.
   */
  static String line(Tally tally, Duration elapsed) {
    int done = tally.before() + tally.finished();
    String pace = pace(tally, elapsed);
    return done
        + " of "
        + tally.total()
        + ": "
        + counts(tally)
        + (pace.isEmpty() ? "" : "; ")
        + pace;
  }

  /**
   * The same behind a bar, cut to the width of the terminal.
   *
   * @param width in cells; one is left free, since some terminals break the line behind the last
   */
  static String bar(Tally tally, Duration elapsed, int width) {
    int done = tally.before() + tally.finished();
    int filled = (int) ((long) BAR_CELLS * done / Math.max(1, tally.total()));
    String text =
        "[" + "#".repeat(filled) + "-".repeat(BAR_CELLS - filled) + "] " + line(tally, elapsed);
    return text.length() < width ? text : text.substring(0, Math.max(0, width - 1));
  }

  /** What came of them, the empty ones left out: {@code 118 added, 2 refused}. */
  static String counts(Tally tally) {
    StringBuilder text = new StringBuilder();
    append(text, tally.before(), "added before");
    text.append(text.isEmpty() ? "" : ", ").append(tally.added()).append(" added");
    append(text, tally.present(), "there already");
    append(text, tally.refused(), "refused");
    append(text, tally.unreachable(), "not reached");
    append(text, tally.unknown(), "unknown");
    append(text, tally.waiting(), "waiting");
    return text.toString();
  }

  private static void append(StringBuilder text, int count, String what) {
    if (count > 0) {
      text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(what);
    }
  }

  private static String pace(Tally tally, Duration elapsed) {
    long millis = elapsed.toMillis();
    int finished = tally.finished();
    if (finished == 0 || millis == 0) {
      return "";
    }
    long tenths = 10_000L * finished / millis;
    long left = millis * tally.left() / finished;
    return tenths / 10
        + "."
        + tenths % 10
        + " a second, "
        + Times.text(Duration.ofSeconds(Math.ceilDiv(left, 1000)))
        + " left";
  }

  /** Ends it and takes the bar away. */
  @Override
  public void close() {
    thread.interrupt();
    context.reporter().status("");
  }
}
