package dev.joinedgroups.cli;

import dev.joinedgroups.definition.DefinitionReader;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Secret;
import dev.joinedgroups.graph.Endpoint;
import dev.joinedgroups.graph.GraphClient;
import dev.joinedgroups.graph.Target;
import dev.joinedgroups.run.JournalOwner;
import dev.joinedgroups.run.Ledger;
import dev.joinedgroups.run.Spool;
import dev.joinedgroups.run.Submission;
import dev.joinedgroups.run.TokenSupplier;
import dev.joinedgroups.sandbox.Sandbox;
import dev.joinedgroups.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code groups add}: checks definitions, posts them, prints the created groups. */
final class AddCommand implements Command {
  @Override
  public CommandModel model() {
    return AddOptions.model();
  }

  /** Whatever is read, it is sent by HTTP and answered in JSON. */
  @Override
  public void prepare(List<String> arguments) {
    DefinitionReader.prepareForJson();
    GraphClient.load();
  }

  @Override
  public ExitCode run(Arguments arguments, Context context) {
    AddChoices choices = AddChoices.of(arguments, context.console());
    Settings settings = context.settings(arguments);
    try (Sandbox sandbox = sandbox(arguments, context)) {
      Endpoint endpoint = endpoint(settings, sandbox);
      Submission reference = reference(choices, endpoint);
      Journals journals = new Journals(arguments, choices, context, sandbox != null);
      String userAgent = Version.userAgent();
      if (arguments.has(AddOptions.DRY_RUN)) {
        endpoint.requireSafeForToken();
        DryRun dryRun = new DryRun(context.console().out(), endpoint, userAgent, choices.format());
        if (reference != null) {
          dryRun.print(reference);
          return ExitCode.OK;
        }
        return rehearse(arguments, context, dryRun, endpoint, journals);
      }
      try (GraphClient client =
          new GraphClient(
              new GraphClient.Settings(
                  endpoint, choices.timeout(), choices.proxy(), userAgent, settings.caFile()),
              context.console().clock())) {
        client.prepare();
        TokenSupplier tokens = tokens(settings, sandbox, endpoint, context);
        Adding adding = new Adding(arguments, choices, context, client, tokens, journals);
        return reference == null
            ? add(arguments, context, adding, endpoint)
            : adding.addExisting(reference);
      }
    }
  }

  private static ExitCode add(
      Arguments arguments, Context context, Adding adding, Endpoint endpoint) {
    try (Spool spool = new Spool(temporaryFolder(context.console()))) {
      Checked checked = check(arguments, context, endpoint, spool);
      return checked.code == ExitCode.OK ? adding.add(spool, checked.sole) : checked.code;
    }
  }

  /** What checking came to; keeps nothing of what it took. */
  private record Checked(ExitCode code, boolean sole) {}

  private static Checked check(
      Arguments arguments, Context context, Endpoint endpoint, Spool spool) {
    Preflight preflight =
        new Preflight(
            arguments,
            context,
            DefinitionOptions.validation(arguments, endpoint.target() == Target.GROUPS),
            DiagnosticOutput.onStderr(arguments, context),
            spool::add);
    ExitCode code = preflight.run();
    if (code != ExitCode.OK) {
      context.reporter().notice(preflight.summary() + "; nothing was sent");
    }
    return new Checked(code, preflight.isSole());
  }

  /** Where temporary files go. */
  static Path temporaryFolder(Console console) {
    String set = console.variable("TMPDIR");
    return Path.of(set.isEmpty() ? "/tmp" : set);
  }

  private static @Nullable Sandbox sandbox(Arguments arguments, Context context) {
    return arguments.has(AddOptions.SANDBOX)
        ? Sandbox.start(SandboxOptions.defaults(), context.console().clock())
        : null;
  }

  private static Endpoint endpoint(Settings settings, @Nullable Sandbox sandbox) {
    Target target = settings.target();
    if (sandbox != null) {
      return Endpoint.of(sandbox.baseUri().toString(), settings.user(), target);
    }
    String endpoint = settings.endpoint();
    if (endpoint == null) {
      String version = target == Target.GROUPS ? "/v1.0" : "/beta";
      endpoint = "https://" + settings.cloud().graphHost() + version;
    }
    return Endpoint.of(endpoint, settings.user(), target);
  }

  private static TokenSupplier tokens(
      Settings settings, @Nullable Sandbox sandbox, Endpoint endpoint, Context context) {
    return sandbox == null
        ? Tokens.of(settings, endpoint, context)
        : TokenSupplier.of(new Secret("sandbox-" + UUID.randomUUID()));
  }

  /** The group to add by reference, or null where groups are to be created. */
  private static @Nullable Submission reference(AddChoices choices, Endpoint endpoint) {
    String id = choices.existing();
    if (id == null) {
      return null;
    }
    if (endpoint.target() == Target.GROUPS) {
      throw new Failure(
          ExitCode.USAGE,
          "--existing needs a user's joined groups, not --target groups",
          "use --target joined-groups-ref");
    }
    return Submission.Reference.of(endpoint, id, UUID.randomUUID().toString());
  }

  private static ExitCode rehearse(
      Arguments arguments, Context context, DryRun dryRun, Endpoint endpoint, Journals journals) {
    try (Spool spool = new Spool(temporaryFolder(context.console()))) {
      Checked checked = check(arguments, context, endpoint, spool);
      if (checked.code == ExitCode.OK) {
        Ledger ledger = journals.rehearse(JournalOwner.of(endpoint, arguments.operands()), spool);
        for (int i = 0; i < spool.size(); i++) {
          if (!ledger.isDone(i)) {
            dryRun.print(spool.get(i).submission(UUID.randomUUID().toString()));
          }
        }
        sayWhatWasBegun(ledger, context);
      }
      return checked.code;
    }
  }

  private static void sayWhatWasBegun(Ledger ledger, Context context) {
    if (ledger.done() > 0) {
      context.reporter().notice(ledger.done() + " added before would not be sent again");
    }
    if (ledger.inDoubt() > 0) {
      context
          .reporter()
          .notice(ledger.inDoubt() + " unknown would be looked up first, and sent if not found");
    }
  }
}
