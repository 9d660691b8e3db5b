package dev.joinedgroups.cli;

import dev.joinedgroups.auth.AuthHttp;
import dev.joinedgroups.auth.AuthSettings;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.graph.Endpoint;
import dev.joinedgroups.graph.ProxySettings;
import dev.joinedgroups.graph.Target;
import dev.joinedgroups.graph.WebClient;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings what flags, environment and configuration say about tokens to the room that gets them. */
final class AuthSetup {
  static final Option TENANT =
      Option.value(
          Section.TOKEN, "TENANT", "the tenant's id or domain; default organizations", "--tenant");
  static final Option CLIENT_ID =
      Option.value(Section.TOKEN, "ID", "the id of your app registration", "--client-id");

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private AuthSetup() {}

  /** What decides about tokens for requests to an endpoint. */
  static AuthSettings forRequests(Settings settings, Endpoint endpoint, Context context) {
    boolean me = endpoint.target() != Target.GROUPS && endpoint.user().equals(Endpoint.ME);
    return of(
        settings,
        URI.create(endpoint.base()),
        me,
        settings.text(null, "AZURE_TENANT_ID", "tenant"),
        settings.text(null, "AZURE_CLIENT_ID", "client-id"),
        context);
  }

  /** What decides about tokens where nothing is posted. */
  static AuthSettings forCommand(Arguments arguments, Context context) {
    Settings settings = context.settings(arguments);
    String endpoint = settings.endpoint();
    String base = endpoint == null ? "https://" + settings.cloud().graphHost() : endpoint;
    return of(
        settings,
        URI.create(Endpoint.of(base, Endpoint.ME, Target.GROUPS).base()),
        false,
        settings.text(TENANT, "AZURE_TENANT_ID", "tenant"),
        settings.text(CLIENT_ID, "AZURE_CLIENT_ID", "client-id"),
        context);
  }

  private static AuthSettings of(
      Settings settings,
      URI endpoint,
      boolean me,
      @Nullable String tenant,
      @Nullable String clientId,
      Context context) {
    Console console = context.console();
    return new AuthSettings(
        console.environment(),
        console.directory(),
        Folders.cache(console),
        settings.cloud(),
        endpoint,
        me,
        tenant,
        clientId,
        settings.tokenCommand(),
        console.clock(),
        context.reporter(),
        context.redactor(),
        () -> http(settings, console));
  }

  private static AuthHttp http(Settings settings, Console console) {
    return AuthHttp.over(
        new WebClient(
            new WebClient.Settings(
                TIMEOUT,
                ProxySettings.of(name -> console.environment().get(name)),
                Version.userAgent(),
                settings.caFile())));
  }

  /** The options of every {@code auth} command that reads settings, after its own. */
  static List<Option> options(Option... own) {
    List<Option> options = new ArrayList<>(List.of(own));
    options.add(TENANT);
    options.add(CLIENT_ID);
    options.add(CommonOptions.ENDPOINT);
    options.add(CommonOptions.CLOUD);
    options.add(CommonOptions.CA_FILE);
    options.addAll(CommonOptions.SETTINGS);
    options.addAll(CommonOptions.GENERAL);
    return options;
  }

  /** The variables that every {@code auth} command reads, after its own. */
  static List<CommandModel.Variable> environment(CommandModel.Variable... own) {
    List<CommandModel.Variable> variables = new ArrayList<>(List.of(own));
    variables.add(new CommandModel.Variable("AZURE_TENANT_ID", "as --tenant"));
    variables.add(new CommandModel.Variable("AZURE_CLIENT_ID", "as --client-id"));
    variables.add(
        new CommandModel.Variable(
            "AZURE_AUTHORITY_HOST", "where to sign in, as https://HOST; else the cloud says"));
    variables.add(new CommandModel.Variable("GROUPS_ENDPOINT", "as --endpoint"));
    variables.add(new CommandModel.Variable("GROUPS_CLOUD", "as --cloud"));
    variables.add(new CommandModel.Variable("GROUPS_CA_FILE", "as --ca-file"));
    variables.add(new CommandModel.Variable("GROUPS_PROFILE", "as --profile"));
    variables.add(new CommandModel.Variable("GROUPS_CONFIG", "as --config"));
    variables.add(new CommandModel.Variable("XDG_CACHE_HOME", "where the token cache is"));
    variables.add(
        new CommandModel.Variable("HTTPS_PROXY, HTTP_PROXY, NO_PROXY", "the proxy, if any"));
    variables.addAll(CommonOptions.ENVIRONMENT);
    return variables;
  }

  /** The exit codes of every {@code auth} command. */
  static List<ExitCode> exitCodes() {
    return List.of(
        ExitCode.OK,
        ExitCode.FAILURE,
        ExitCode.USAGE,
        ExitCode.AUTH,
        ExitCode.UNREACHABLE,
        ExitCode.INTERRUPTED,
        ExitCode.TERMINATED);
  }

  /** The answer to options that contradict each other. */
  static Failure conflict(String message, String hint) {
    return new Failure(ExitCode.USAGE, message, hint);
  }
}
