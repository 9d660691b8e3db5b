package dev.joinedgroups.cli;

import static dev.joinedgroups.cli.Option.value;

import dev.joinedgroups.cli.Option.Completes;
import dev.joinedgroups.cli.Option.Form;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.sandbox.FaultKind;
import dev.joinedgroups.sandbox.Faults;
import dev.joinedgroups.sandbox.RateLimit;
import dev.joinedgroups.sandbox.Sandbox;
import dev.joinedgroups.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** {@code groups sandbox}: a local endpoint to try and to rehearse on. */
final class SandboxCommand implements Command {
  private static final Option PORT =
      value(Section.SANDBOX, "N", "the port to listen on; default any free one", "--port");
  private static final Option LATENCY =
      value(Section.SANDBOX, "TIME", "how long every answer takes, such as 50ms", "--latency");
  private static final Option LIMIT =
      value(
          Section.SANDBOX,
          "N/TIME",
          "how many groups it takes in any such time before it answers 429, such as 3000/150s",
          "--limit");
  private static final Option FAIL =
      value(
              Section.SANDBOX,
              "KIND=RATE",
              "how often a fault strikes, from 0 to 1, such as reset-after=0.05: "
                  + String.join(", ", Stream.of(FaultKind.values()).map(FaultKind::label).toList()),
              "--fail")
          .withForm(Form.REPEATED);
  private static final Option LAG =
      value(Section.SANDBOX, "TIME", "how long a new group stays invisible to look-ups", "--lag");
  private static final Option LOG =
      value(Section.SANDBOX, "FILE", "append a JSON line for each group created", "--log")
          .completing(Completes.FILE);
  private static final Option SEED =
      value(Section.SANDBOX, "N", "the sequence of faults; the same one gives the same", "--seed");

  @Override
  public CommandModel model() {
    List<Option> options = new ArrayList<>(List.of(PORT, LATENCY, LIMIT, FAIL, LAG, LOG, SEED));
    options.addAll(CommonOptions.GENERAL);
    return new CommandModel(
        "sandbox",
        "run a local endpoint to try and to rehearse on",
        "Runs an endpoint on this machine that behaves as the endpoint's document says and takes"
            + " any bearer token. Prints its URL as one line and runs until SIGINT or SIGTERM.",
        "",
        Completes.NOTHING,
        List.of(),
        options,
        List.of(
            new CommandModel.Example(
                "Run it on a port of your choice", "groups sandbox --port 8080"),
            new CommandModel.Example(
                "Rehearse an import against the limits of the live service",
                "groups sandbox --port 8080 --limit 3000/150s --latency 200ms --log"
                    + " created.ndjson"),
            new CommandModel.Example(
                "Add a group to it",
                "GROUPS_TOKEN=any groups add --endpoint http://127.0.0.1:8080"
                    + " examples/marketing.yaml")),
        List.of(ExitCode.OK, ExitCode.FAILURE, ExitCode.USAGE),
        CommonOptions.ENVIRONMENT);
  }

  @Override
  public ExitCode run(Arguments arguments, Context context) {
    Console console = context.console();
    SandboxOptions options = options(arguments, console);
    CountDownLatch end = new CountDownLatch(1);
    try (Sandbox sandbox = Sandbox.start(options, console.clock());
        Console.Watch _ =
            console
                .host()
                .onSignal(
                    (signal, count) -> {
                      end.countDown();
                      return -1;
                    })) {
      console.out().println(sandbox.baseUri());
      console.out().flush();
      end.await();
      context.reporter().notice("created " + sandbox.created() + " groups");
      return ExitCode.OK;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.OK;
    }
  }

  private static SandboxOptions options(Arguments arguments, Console console) {
    String limit = arguments.value(LIMIT);
    String log = arguments.value(LOG);
    return new SandboxOptions(
        Durations.count(arguments, PORT, 0, 65_535, 0),
        Durations.of(arguments, LATENCY, Duration.ZERO),
        limit == null ? null : RateLimit.parse(limit),
        Faults.parse(arguments.values(FAIL)),
        Durations.of(arguments, LAG, Duration.ZERO),
        log == null ? null : console.directory().resolve(log),
        Durations.count(arguments, SEED, 0, Integer.MAX_VALUE, 0));
  }
}
