package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.graph.GraphClient;
import dev.joinedgroups.output.OutputFormat;
import dev.joinedgroups.run.Backoff;
import dev.joinedgroups.run.Bulk;
import dev.joinedgroups.run.Delivery;
import dev.joinedgroups.run.Journal;
import dev.joinedgroups.run.JournalOwner;
import dev.joinedgroups.run.Ledger;
import dev.joinedgroups.run.Outcome;
import dev.joinedgroups.run.Results;
import dev.joinedgroups.run.SharedPace;
import dev.joinedgroups.run.Spool;
import dev.joinedgroups.run.Submission;
import dev.joinedgroups.run.TokenSupplier;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Sends what was checked and prints what came of it. */
final class Adding {
  private final Arguments arguments;
  private final AddChoices choices;
  private final Context context;
  private final GraphClient client;
  private final TokenSupplier tokens;
  private final Journals journals;
  private final Semaphore seats;
  private final SharedPace pace;
  private final Delivery delivery;

  /**
   * @param journals where the journal is
   */
  Adding(
      Arguments arguments,
      AddChoices choices,
      Context context,
      GraphClient client,
      TokenSupplier tokens,
      Journals journals) {
    this.arguments = arguments;
    this.choices = choices;
    this.context = context;
    this.client = client;
    this.tokens = tokens;
    this.journals = journals;
    seats = new Semaphore(Bulk.seats(choices.concurrency()), true);
    pace = new SharedPace(choices.concurrency(), seats, context.reporter());
    delivery =
        new Delivery(
            client,
            tokens,
            pace,
            choices.policy(),
            new Backoff(ThreadLocalRandom.current()::nextDouble),
            context.console().clock(),
            context.reporter(),
            submission -> {});
  }

  private WaitingNotice waiting() {
    return WaitingNotice.start(context, client.endpoint());
  }

  /** Adds a group that exists by reference. */
  ExitCode addExisting(Submission reference) {
    ResultPrinting printing = new ResultPrinting(arguments, context, true);
    Interruption interruption = new Interruption(pace::stop);
    try (Console.Watch _ = interruption.watch(context.console());
        WaitingNotice _ = waiting()) {
      Outcome outcome = delivery.deliver(reference);
      Reports reports = new Reports(context.reporter());
      reports.finished(null, reference, outcome);
      if (outcome instanceof Outcome.Added added && added.group() != null) {
        printing.print(added.group());
      }
      return outcome.exitCode();
    } catch (InterruptedException e) {
      context.reporter().notice("interrupted before anything was added");
      return interruption.exitCode();
    } finally {
      printing.finish();
    }
  }

  /**
   * Adds new groups.
   *
   * @param sole whether one group was asked for rather than a list
   */
  ExitCode add(Spool spool, boolean sole) {
    // Without a token nothing is begun, not even a journal.
    tokens.current();
    JournalOwner owner = JournalOwner.of(client.endpoint(), arguments.operands());
    Journal journal = journals.open(owner, spool.size());
    if (journal == null) {
      return add(spool, Ledger.blank(spool.size()), null, sole);
    }
    try (journal) {
      Ledger ledger =
          Ledger.of(spool, journal, owner, journals.choice(), context.reporter()::failure);
      return add(spool, ledger, journal, sole);
    } finally {
      if (journals.isTemporary()) {
        delete(journal);
      }
    }
  }

  private static void delete(Journal journal) {
    try {
      Files.deleteIfExists(journal.path());
    } catch (IOException e) {
      // The system empties its folder for temporary files.
    }
  }

  private ExitCode add(Spool spool, Ledger ledger, @Nullable Journal journal, boolean sole) {
    boolean inOrder = choices.format() != OutputFormat.NDJSON;
    Results results = new Results(spool.size(), inOrder);
    ResultPrinting printing = new ResultPrinting(arguments, context, sole);
    Bulk bulk =
        new Bulk(
            new Bulk.Work(
                spool,
                ledger,
                journal,
                delivery,
                pace,
                seats,
                choices.concurrency(),
                choices.skipPresent(),
                results),
            new Reports(context.reporter()));
    Interruption interruption = new Interruption(bulk::stop);
    boolean many = spool.size() > 1;
    if (many) {
      printing.start(results, bulk::group);
    }
    ExitCode code;
    try (Console.Watch _ = interruption.watch(context.console());
        Progress _ = many ? Progress.start(context, bulk::tally) : null;
        WaitingNotice _ = many ? null : waiting()) {
      code = bulk.run();
    } finally {
      if (!many) {
        printing.printAll(results, bulk::group);
      }
      try {
        printing.finish();
      } finally {
        new Summary(context, journals.isTemporary() ? null : journal)
            .print(bulk.tally(), many || journal != null, interruption.isRequested());
      }
    }
    return interruption.isRequested() && bulk.tally().left() + bulk.tally().unknown() > 0
        ? interruption.exitCode()
        : code;
  }
}
