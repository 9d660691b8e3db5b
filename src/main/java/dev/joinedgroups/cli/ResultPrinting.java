package dev.joinedgroups.cli;

import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.output.GroupPrinter;
import dev.joinedgroups.output.GroupPrinters;
import dev.joinedgroups.run.Results;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Prints results while others are still under way. In a thread of its own, so that whoever reads
 * them slowly, or no longer, does not hold up the adding.
 */
final class ResultPrinting {
  private final Context context;
  private final GroupPrinter printer;
  private @Nullable Thread thread;

  /** What ended the printing early: a {@link RuntimeException} or an {@link Error}. */
  private volatile @Nullable Throwable broken;

  /**
   * @param sole whether one group was asked for rather than a list
   */
  ResultPrinting(Arguments arguments, Context context, boolean sole) {
    this.context = context;
    printer =
        GroupPrinters.create(
            OutputOptions.format(arguments),
            sole,
            OutputOptions.fields(arguments),
            new OutputStreamWriter(context.console().out(), StandardCharsets.UTF_8),
            context.outputStyle(arguments));
  }

  /** Prints one group. */
  void print(ObjectNode group) {
    if (context.console().terminal().output()) {
      context.reporter().aside(() -> printer.print(group));
    } else {
      printer.print(group);
    }
  }

  /** Begins to print the results as their turn comes. */
  void start(Results results, IntFunction<@Nullable ObjectNode> groups) {
    Thread printing = new Thread(() -> printAll(results, groups), "results");
    printing.setDaemon(true);
    thread = printing;
    printing.start();
  }

  /** Prints the results until there are no more. */
  void printAll(Results results, IntFunction<@Nullable ObjectNode> groups) {
    try {
      for (int index = results.next(); index >= 0; index = results.next()) {
        ObjectNode group = groups.apply(index);
        if (group != null) {
          print(group);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error problem) {
      broken = problem;
    }
  }

  /**
   * Waits until all is printed, and completes it.
   *
   * @throws Failure when a result could not be read back
   */
  void finish() {
    Thread printing = thread;
    if (printing != null) {
      try {
        printing.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    switch (broken) {
      case null -> printer.finish();
      case Failure unreadable -> {
        printer.finish();
        throw unreadable;
      }
      // What printed them is in no state to go on: the output stays cut off, as it is.
      case RuntimeException unexpected -> throw unexpected;
      case Error unexpected -> throw unexpected;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }
}
