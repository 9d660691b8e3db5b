package dev.joinedgroups.cli;

import dev.joinedgroups.auth.TokenProvider;
import dev.joinedgroups.cli.Option.Completes;
import dev.joinedgroups.diagnostics.ExitCode;
import java.util.List;

/** {@code groups auth token}: prints the token for another program. */
final class AuthTokenCommand implements Command {
  @Override
  public CommandModel model() {
    return new CommandModel(
        "auth token",
        "print the token for another program",
        "Prints the token that requests to the endpoint would carry, renewed if it is about to"
            + " expire, as one line on standard output and nowhere else.",
        "",
        Completes.NOTHING,
        List.of(),
        AuthSetup.options(),
        List.of(
            new CommandModel.Example(
                "Hand it to curl, out of sight of other users",
                "groups auth token | sed 's/.*/header = \"Authorization: Bearer &\"/'"
                    + " | curl -K - https://graph.microsoft.com/v1.0/me")),
        AuthSetup.exitCodes(),
        AuthSetup.environment(new CommandModel.Variable("GROUPS_TOKEN", "the bearer token")));
  }

  @Override
  public ExitCode run(Arguments arguments, Context context) {
    TokenProvider tokens = new TokenProvider(AuthSetup.forCommand(arguments, context));
    context.console().out().print(tokens.current().secret().reveal() + "\n");
    return ExitCode.OK;
  }
}
