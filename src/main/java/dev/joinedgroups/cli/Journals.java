package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.run.Journal;
import dev.joinedgroups.run.JournalOwner;
import dev.joinedgroups.run.Ledger;
import dev.joinedgroups.run.Spool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the journal of a run is, and what is to be done with one that is there. */
final class Journals {
  private final @Nullable String named;
  private final Ledger.Choice choice;
  private final Context context;
  private final boolean rehearsal;
  private boolean temporary;

  /**
   * @param rehearsal whether the endpoint ends with the command, so that nothing can be resumed
   */
  Journals(Arguments arguments, AddChoices choices, Context context, boolean rehearsal) {
    this.named = arguments.value(AddOptions.JOURNAL);
    this.choice = choices.journal();
    this.context = context;
    this.rehearsal = rehearsal;
  }

  /** What the options say. */
  Ledger.Choice choice() {
    return choice;
  }

  /**
   * What a run would begin with; makes and changes nothing.
   *
   * @throws Failure when {@link #open} or {@link Ledger#of} would throw one
   */
  Ledger rehearse(JournalOwner owner, Spool spool) {
    Path path = rehearsal && named == null ? null : path(owner, spool.size());
    return path == null
        ? Ledger.blank(spool.size())
        : Ledger.rehearsal(spool, path, owner, choice, context.reporter()::failure);
  }

  /**
   * Opens the journal of a run.
   *
   * @param size how many definitions the run has
   * @return null for a single definition, unless there is a journal or one is asked for
   */
  @Nullable Journal open(JournalOwner owner, int size) {
    Path path = rehearsal && named == null ? temporary(size) : path(owner, size);
    return path == null
        ? null
        : Journal.open(path, context.console().clock(), context.redactor()::redact);
  }

  /** Whether it is of no use after the run. */
  boolean isTemporary() {
    return temporary;
  }

  private @Nullable Path path(JournalOwner owner, int size) {
    if (named != null) {
      return context.console().directory().resolve(named);
    }
    boolean chosen = choice != Ledger.Choice.NONE;
    if (owner.inputs().contains("-")) {
      if (size > 1 || chosen) {
        throw new Failure(
            ExitCode.USAGE,
            chosen
                ? "a run that reads standard input has no journal to go by"
                : size + " definitions, some from standard input, need a journal of their own",
            "name it with --journal FILE");
      }
      return null;
    }
    Path folder = Folders.state(context.console());
    if (folder == null) {
      if (size > 1) {
        throw new Failure(
            ExitCode.USAGE,
            "there is no folder for the journal: HOME is not set",
            "set HOME or XDG_STATE_HOME, or name a journal with --journal FILE");
      }
      return null;
    }
    Path path = folder.resolve(owner.fileName());
    boolean needed = size > 1 || (!owner.inputs().isEmpty() && Files.exists(path));
    return needed ? path : null;
  }

  private @Nullable Path temporary(int size) {
    if (size < 2) {
      return null;
    }
    temporary = true;
    try {
      return Files.createTempFile(AddCommand.temporaryFolder(context.console()), "groups-", null);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.FAILURE, "a temporary file cannot be made: " + e.getMessage(), "", e);
    }
  }
}
