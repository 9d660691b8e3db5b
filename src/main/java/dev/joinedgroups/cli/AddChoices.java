package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.graph.ProxySettings;
import dev.joinedgroups.output.OutputFormat;
import dev.joinedgroups.run.Ledger;
import dev.joinedgroups.run.RetryPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the options and the environment of {@code groups add} ask for. All of it is read before
 * anything is done, so that a dry run refuses what the real run would refuse.
 *
 * @param format of the results
 * @param policy how long one definition is tried
 * @param timeout how long one request may take
 * @param concurrency how many are under way at once
 * @param skipPresent whether each is looked up first and left alone where it is there
 * @param journal what is to be done with a journal that is there
 * @param proxy from the environment
 * @param existing the id of the group to add by reference, or null to create groups
 */
record AddChoices(
    OutputFormat format,
    RetryPolicy policy,
    Duration timeout,
    int concurrency,
    boolean skipPresent,
    Ledger.Choice journal,
    ProxySettings proxy,
    @Nullable String existing) {

  private static final int MOST_CONCURRENCY = 256;
  private static final int MOST_RETRIES = 1000;

  /**
   * Reads all of it.
   *
   * @throws Failure with {@link ExitCode#USAGE} when a value is wrong or options contradict each
   *     other
   */
  static AddChoices of(Arguments arguments, Console console) {
    if (arguments.has(AddOptions.SANDBOX) && arguments.has(CommonOptions.ENDPOINT)) {
      throw contradiction("--sandbox posts to an endpoint of its own, not to --endpoint");
    }
    return new AddChoices(
        OutputOptions.format(arguments),
        policy(arguments),
        Durations.of(arguments, AddOptions.TIMEOUT, AddOptions.DEFAULT_TIMEOUT),
        Durations.count(
            arguments, AddOptions.CONCURRENCY, 1, MOST_CONCURRENCY, AddOptions.DEFAULT_CONCURRENCY),
        arguments.has(AddOptions.IF_EXISTS),
        journal(arguments),
        ProxySettings.of(name -> console.environment().get(name)),
        existing(arguments));
  }

  private static RetryPolicy policy(Arguments arguments) {
    RetryPolicy usual = RetryPolicy.DEFAULT;
    return new RetryPolicy(
        Durations.count(arguments, AddOptions.RETRIES, 0, MOST_RETRIES, usual.retries()),
        Durations.of(arguments, AddOptions.MAX_WAIT, usual.maxWait()),
        usual.lookUpFor(),
        arguments.has(AddOptions.RESEND_UNKNOWN));
  }

  private static Ledger.Choice journal(Arguments arguments) {
    boolean resume = arguments.has(AddOptions.RESUME);
    boolean restart = arguments.has(AddOptions.RESTART);
    if (resume && restart) {
      throw new Failure(
          ExitCode.USAGE,
          "--resume and --restart contradict each other",
          "--resume goes on where the last run ended, --restart begins anew");
    }
    if (resume) {
      return Ledger.Choice.RESUME;
    }
    return restart ? Ledger.Choice.RESTART : Ledger.Choice.NONE;
  }

  private static @Nullable String existing(Arguments arguments) {
    String id = arguments.value(AddOptions.EXISTING);
    if (id == null) {
      return null;
    }
    if (!arguments.operands().isEmpty()) {
      throw contradiction("--existing adds a group by its id and takes no FILE");
    }
    List<String> described = DefinitionOptions.described(arguments);
    if (!described.isEmpty()) {
      throw contradiction(
          "--existing adds a group as it is, and " + described.getFirst() + " describes a new one");
    }
    return id;
  }

  private static Failure contradiction(String message) {
    return new Failure(ExitCode.USAGE, message, "leave out one of the two");
  }
}
