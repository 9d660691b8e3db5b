package dev.joinedgroups.cli;

import static dev.joinedgroups.cli.Option.flag;
import static dev.joinedgroups.cli.Option.value;

import dev.joinedgroups.auth.AuthSettings;
import dev.joinedgroups.auth.AuthStatus;
import dev.joinedgroups.auth.Login;
import dev.joinedgroups.auth.SignInRequest;
import dev.joinedgroups.auth.TokenProvider;
import dev.joinedgroups.cli.Option.Completes;
import dev.joinedgroups.cli.Option.Form;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.util.List;

/** {@code groups auth login}: fills the token cache. */
final class AuthLoginCommand implements Command {
  static final Option CLIENT_CREDENTIALS =
      flag(Section.TOKEN, "sign in as an application", "--client-credentials");
  static final Option SECRET_FILE =
      value(
              Section.TOKEN,
              "FILE",
              "its client secret; - is standard input; else AZURE_CLIENT_SECRET",
              "--client-secret-file")
          .completing(Completes.FILE);
  static final Option CERTIFICATE =
      value(
              Section.TOKEN,
              "FILE",
              "its certificate with the key, PEM or PFX; else AZURE_CLIENT_CERTIFICATE_PATH",
              "--certificate")
          .completing(Completes.FILE);
  static final Option FEDERATED =
      flag(
          Section.TOKEN,
          "sign in as an application that trusts a token of GitHub, GitLab or another issuer",
          "--federated");
  static final Option FEDERATED_FILE =
      value(
              Section.TOKEN,
              "FILE",
              "that token; else AZURE_FEDERATED_TOKEN_FILE, GitHub Actions, GitLab CI",
              "--federated-token-file")
          .completing(Completes.FILE);
  static final Option FEDERATED_VARIABLE =
      value(
          Section.TOKEN,
          "NAME",
          "the variable with that token; in GitLab CI default GITLAB_OIDC_TOKEN",
          "--federated-token-variable");
  static final Option MANAGED_IDENTITY =
      flag(
          Section.TOKEN,
          "sign in as the Azure resource this runs on; --client-id chooses its identity",
          "--managed-identity");
  static final Option WITH_TOKEN =
      flag(Section.TOKEN, "store the token on standard input", "--with-token");
  static final Option SCOPE =
      value(
              Section.TOKEN,
              "SCOPE",
              "what to ask for instead of Group.ReadWrite.All, or .default for an application",
              "--scope")
          .withForm(Form.REPEATED);

  @Override
  public CommandModel model() {
    return new CommandModel(
        "auth login",
        "sign in and store the token",
        "Signs in and stores the token for the endpoint's host, with a code to type on any device"
            + " unless an option says otherwise. Secrets are read from files, variables or standard"
            + " input, never from options.",
        "",
        Completes.NOTHING,
        List.of(),
        AuthSetup.options(
            CLIENT_CREDENTIALS,
            SECRET_FILE,
            CERTIFICATE,
            FEDERATED,
            FEDERATED_FILE,
            FEDERATED_VARIABLE,
            MANAGED_IDENTITY,
            WITH_TOKEN,
            SCOPE),
        List.of(
            new CommandModel.Example(
                "Sign in yourself", "groups auth login --tenant contoso.com --client-id ID"),
            new CommandModel.Example(
                "Sign in as an application",
                "groups auth login --client-credentials --client-secret-file secret.txt"),
            new CommandModel.Example(
                "Sign in from a GitHub workflow with `id-token: write`",
                "groups auth login --federated --tenant contoso.com --client-id ID"),
            new CommandModel.Example(
                "Use the token of another tool",
                "az account get-access-token --resource-type ms-graph --query accessToken -o tsv"
                    + " | groups auth login --with-token")),
        AuthSetup.exitCodes(),
        AuthSetup.environment(
            new CommandModel.Variable("AZURE_CLIENT_SECRET", "the client secret"),
            new CommandModel.Variable("AZURE_CLIENT_CERTIFICATE_PATH", "as --certificate"),
            new CommandModel.Variable(
                "AZURE_CLIENT_CERTIFICATE_PASSWORD", "the password of the certificate's key"),
            new CommandModel.Variable("AZURE_FEDERATED_TOKEN_FILE", "as --federated-token-file")));
  }

  @Override
  public ExitCode run(Arguments arguments, Context context) {
    SignInRequest request = new LoginArguments(arguments, context).request();
    AuthSettings settings = AuthSetup.forCommand(arguments, context);
    try (Console.Watch _ =
        context.console().host().onSignal((signal, _) -> interrupted(signal, context))) {
      AuthStatus status = new Login(settings, prompt -> show(prompt, context)).signIn(request);
      context.reporter().notice(summary(status));
      warnWhenOutranked(status, settings, context);
    }
    return ExitCode.OK;
  }

  /** A stored token that will not be used would be a puzzle later. */
  private static void warnWhenOutranked(AuthStatus status, AuthSettings settings, Context context) {
    try {
      String source = new TokenProvider(settings).sourceName();
      if (!source.equals(status.source())) {
        context
            .reporter()
            .warning("requests will carry the token of " + source + ", which goes before this one");
      }
    } catch (Failure half) {
      context.reporter().warning("requests will fail: " + half.getMessage());
    }
  }

  private static int interrupted(String signal, Context context) {
    context.reporter().warning("the sign-in was interrupted, and nothing was stored");
    return (signal.equals("INT") ? ExitCode.INTERRUPTED : ExitCode.TERMINATED).code();
  }

  /**
   * What the user must do shows under {@code -q} too: without it the command would seem to hang.
   */
  private static void show(String prompt, Context context) {
    if (context.reporter().style().quiet()) {
      context.reporter().warning(prompt);
    } else {
      context.reporter().notice(prompt);
    }
  }

  private static String summary(AuthStatus status) {
    StringBuilder text = new StringBuilder("signed in");
    if (status.account() != null) {
      text.append(" as ").append(status.account());
    }
    text.append(" for ").append(status.host());
    if (status.expires() != null) {
      text.append(status.renews() ? "; renews itself, now until " : " until ");
      text.append(AuthStatusCommand.seconds(status.expires()));
    }
    return text.toString();
  }
}
