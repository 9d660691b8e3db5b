package dev.joinedgroups.cli;

import dev.joinedgroups.definition.Definition;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.TerminalStyle;
import dev.joinedgroups.graph.GraphClient;
import dev.joinedgroups.output.GroupPrinter;
import dev.joinedgroups.output.GroupPrinters;
import dev.joinedgroups.run.Backoff;
import dev.joinedgroups.run.Delivery;
import dev.joinedgroups.run.Outcome;
import dev.joinedgroups.run.OwnPace;
import dev.joinedgroups.run.Pause;
import dev.joinedgroups.run.RetryPolicy;
import dev.joinedgroups.run.Submission;
import dev.joinedgroups.run.TokenSupplier;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Sends what was checked and prints what came of it. */
final class Adding {
  private final Arguments arguments;
  private final Context context;
  private final Delivery delivery;

  Adding(
      Arguments arguments,
      Context context,
      GraphClient client,
      TokenSupplier tokens,
      RetryPolicy policy) {
    this.arguments = arguments;
    this.context = context;
    Pause pause = Pause.real();
    this.delivery =
        new Delivery(
            client,
            tokens,
            new OwnPace(pause, context.reporter()),
            policy,
            new Backoff(ThreadLocalRandom.current()::nextDouble),
            context.console().clock(),
            context.reporter(),
            submission -> {});
  }

  /** Adds a group that exists by reference. */
  ExitCode addExisting(Submission reference) {
    GroupPrinter printer = printer(true);
    ExitCode code = add(reference, null, printer);
    printer.finish();
    return code;
  }

  /**
   * Adds new groups, one after the other.
   *
   * @param sole whether one group was asked for rather than a list
   */
  ExitCode add(List<Definition> definitions, boolean sole) {
    GroupPrinter printer = printer(sole);
    ExitCode gravest = ExitCode.OK;
    for (Definition definition : definitions) {
      Submission submission =
          Submission.NewGroup.of(definition.object(), UUID.randomUUID().toString());
      ExitCode code = add(submission, definition, printer);
      gravest = gravest.gravest(code);
      if (code == ExitCode.AUTH) {
        break;
      }
    }
    printer.finish();
    return gravest;
  }

  private ExitCode add(
      Submission submission, @Nullable Definition definition, GroupPrinter printer) {
    Outcome outcome;
    try {
      outcome = delivery.deliver(submission);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
    if (outcome instanceof Outcome.Added added) {
      report(added, submission, printer);
    }
    Failure failure = outcome.failure();
    if (failure != null) {
      if (outcome instanceof Outcome.Refused refused && definition != null) {
        failure.at(refused.place(definition.object()));
      }
      context.reporter().failure(failure);
    }
    return outcome.exitCode();
  }

  private void report(Outcome.Added added, Submission submission, GroupPrinter printer) {
    if (!added.warning().isEmpty()) {
      context.reporter().warning(added.warning());
    }
    ObjectNode group = added.group();
    if (group != null) {
      printer.print(group);
    } else if (added.warning().isEmpty()) {
      context.reporter().notice("added " + submission.label());
    }
  }

  private GroupPrinter printer(boolean sole) {
    Console console = context.console();
    int width = console.terminal().output() ? console.terminal().width().getAsInt() : 0;
    return GroupPrinters.create(
        OutputOptions.format(arguments),
        sole,
        OutputOptions.fields(arguments),
        new OutputStreamWriter(console.out(), StandardCharsets.UTF_8),
        new TerminalStyle(width, context.colourOnOutput(arguments)));
  }
}
