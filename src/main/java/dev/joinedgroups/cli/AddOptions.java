package dev.joinedgroups.cli;

import static dev.joinedgroups.cli.Option.flag;
import static dev.joinedgroups.cli.Option.value;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.run.RetryPolicy;
import dev.joinedgroups.run.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The options of {@code groups add}, and what its help says. */
final class AddOptions {
  static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
  static final int DEFAULT_CONCURRENCY = 8;

  static final Option EXISTING =
      value(
          Section.DEFINITION,
          "ID",
          "add the group of that id by reference instead of creating one",
          "--existing");
  static final Option DRY_RUN =
      flag(Section.SENDING, "print the requests and send nothing; needs no token", "--dry-run");
  static final Option SANDBOX =
      flag(Section.SENDING, "post to a local endpoint that ends with the command", "--sandbox");
  static final Option TIMEOUT =
      value(
          Section.SENDING,
          "TIME",
          "how long one request may take; default " + Times.text(DEFAULT_TIMEOUT),
          "--timeout");
  static final Option RETRIES =
      value(
          Section.SENDING,
          "N",
          "how often a group is sent again while the service throttles; default "
              + RetryPolicy.DEFAULT.retries(),
          "--retries");
  static final Option MAX_WAIT =
      value(
          Section.SENDING,
          "TIME",
          "how long to wait for one group in all; default "
              + Times.text(RetryPolicy.DEFAULT.maxWait()),
          "--max-wait");
  static final Option RESEND_UNKNOWN =
      flag(
          Section.SENDING,
          "send again what may have been added and is not found; can create a second one",
          "--resend-unknown");

  static final Option CONCURRENCY =
      value(
          Section.MANY,
          "N",
          "how many groups are under way at once; default " + DEFAULT_CONCURRENCY,
          "--concurrency");
  static final Option IF_EXISTS =
      value(
              Section.MANY,
              "WHAT",
              "skip: look each mailNickname up first and leave what is there alone",
              "--if-exists")
          .withCandidates(List.of("skip"));
  static final Option JOURNAL =
      value(
              Section.MANY,
              "FILE",
              "where to take down what was sent; else a file below XDG_STATE_HOME",
              "--journal")
          .completing(Option.Completes.FILE);
  static final Option RESUME =
      flag(
          Section.MANY,
          "go on with the journal: send only what it does not say was added",
          "--resume");
  static final Option RESTART =
      flag(Section.MANY, "forget the journal and send everything again", "--restart");

  private AddOptions() {}

  static CommandModel model() {
    List<Option> options = new ArrayList<>();
    options.add(EXISTING);
    options.addAll(DefinitionOptions.all());
    options.addAll(
        List.of(
            CommonOptions.ENDPOINT,
            CommonOptions.CLOUD,
            CommonOptions.USER,
            CommonOptions.TARGET,
            CommonOptions.CA_FILE));
    options.addAll(List.of(DRY_RUN, SANDBOX, TIMEOUT, RETRIES, MAX_WAIT, RESEND_UNKNOWN));
    options.addAll(List.of(CONCURRENCY, IF_EXISTS, JOURNAL, RESUME, RESTART));
    options.addAll(List.of(OutputOptions.OUTPUT, OutputOptions.FIELDS));
    options.addAll(CommonOptions.SETTINGS);
    options.addAll(CommonOptions.GENERAL);
    return new CommandModel(
        "add",
        "check definitions, post them, print the created groups",
        "Adds groups to a user's joined groups. Checks every definition first and posts nothing"
            + " while one of them is wrong. Flags override the same property in every FILE.",
        "[FILE...]",
        Option.Completes.DEFINITIONS,
        List.of(),
        options,
        examples(),
        List.of(ExitCode.values()),
        environment());
  }

  private static List<CommandModel.Example> examples() {
    return List.of(
        new CommandModel.Example(
            "Try it, without a tenant and without a token",
            "groups add --sandbox examples/marketing.yaml"),
        new CommandModel.Example(
            "Create a group from flags alone",
            "groups add --sandbox --display-name Library --mail-nickname library"
                + " --mail-enabled --no-security-enabled --group-types Unified"),
        new CommandModel.Example(
            "See the request before it is sent", "groups add --dry-run examples/marketing.yaml"),
        new CommandModel.Example(
            "Post to what the live service takes today",
            "groups add --dry-run --target groups examples/marketing.yaml"),
        new CommandModel.Example(
            "Use the new group's id in a script",
            "id=$(groups add --sandbox examples/marketing.yaml -o tsv --fields id)"),
        new CommandModel.Example(
            "Add a folder of them, leaving out those that are there",
            "groups add --sandbox --if-exists skip --concurrency 4 examples/departments"),
        new CommandModel.Example(
            "Go on after an interruption", "groups add --sandbox --resume examples/departments"));
  }

  private static List<CommandModel.Variable> environment() {
    List<CommandModel.Variable> variables = new ArrayList<>();
    variables.add(new CommandModel.Variable("GROUPS_TOKEN", "the bearer token"));
    variables.add(new CommandModel.Variable("GROUPS_ENDPOINT", "as --endpoint"));
    variables.add(new CommandModel.Variable("GROUPS_CLOUD", "as --cloud"));
    variables.add(new CommandModel.Variable("GROUPS_USER", "as --user"));
    variables.add(new CommandModel.Variable("GROUPS_TARGET", "as --target"));
    variables.add(new CommandModel.Variable("GROUPS_CA_FILE", "as --ca-file"));
    variables.add(new CommandModel.Variable("GROUPS_PROFILE", "as --profile"));
    variables.add(new CommandModel.Variable("GROUPS_CONFIG", "as --config"));
    variables.add(
        new CommandModel.Variable(
            "AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET,"
                + " AZURE_FEDERATED_TOKEN_FILE, AZURE_CLIENT_CERTIFICATE_PATH",
            "sign-in as an application"));
    variables.add(
        new CommandModel.Variable("HTTPS_PROXY, HTTP_PROXY, NO_PROXY", "the proxy, if any"));
    variables.add(new CommandModel.Variable("XDG_STATE_HOME", "where journals are kept"));
    variables.add(
        new CommandModel.Variable("TMPDIR", "where large input is kept while it is sent"));
    variables.addAll(CommonOptions.ENVIRONMENT);
    return variables;
  }
}
