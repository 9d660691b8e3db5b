package dev.joinedgroups.cli;

import dev.joinedgroups.run.Journal;
import dev.joinedgroups.run.Tally;
import org.jspecify.annotations.Nullable;

/** The last words about a run. */
final class Summary {
  private final Context context;
  private final @Nullable Journal journal;

  /**
   * @param journal what a later run can go on with, or null
   */
  Summary(Context context, @Nullable Journal journal) {
    this.context = context;
    this.journal = journal;
  }

  /**
   * Says what was done, and how to go on.
   *
   * @param many whether there is more to say than what was said already
   * @param interrupted whether somebody ended it
   */
  void print(Tally tally, boolean many, boolean interrupted) {
    if (many) {
      String left = tally.left() == 0 ? "" : ", " + tally.left() + " left";
      String place = journal == null ? "" : "; the journal is " + journal.path();
      context.reporter().notice(Progress.counts(tally) + left + place);
    }
    int open = tally.left() + tally.unknown() + tally.unreachable() + tally.refused();
    if (journal != null && open > 0) {
      context.reporter().notice("the same command with --resume goes on from there");
    } else if (interrupted && !many && tally.left() > 0) {
      context.reporter().notice("interrupted before anything was added");
    }
    if (journal != null && context.console().out().checkError()) {
      context.reporter().notice("--resume prints again what could not be written");
    }
  }
}
