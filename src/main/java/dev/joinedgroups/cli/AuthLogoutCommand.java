package dev.joinedgroups.cli;

import dev.joinedgroups.auth.Login;
import dev.joinedgroups.cli.Option.Completes;
import dev.joinedgroups.diagnostics.ExitCode;
import java.util.List;

/** {@code groups auth logout}: clears the token cache. */
final class AuthLogoutCommand implements Command {
  @Override
  public CommandModel model() {
    return new CommandModel(
        "auth logout",
        "remove every stored token",
        "Removes every sign-in from this machine, a damaged token cache too. A token that somebody"
            + " copied stays valid until it expires.",
        "",
        Completes.NOTHING,
        List.of(),
        CommonOptions.GENERAL,
        List.of(new CommandModel.Example("Sign out", "groups auth logout")),
        List.of(ExitCode.OK, ExitCode.FAILURE, ExitCode.USAGE, ExitCode.AUTH),
        List.of(new CommandModel.Variable("XDG_CACHE_HOME", "where the token cache is")));
  }

  @Override
  public ExitCode run(Arguments arguments, Context context) {
    Console console = context.console();
    boolean removed = Login.signOut(Folders.cache(console));
    context.reporter().notice(removed ? "signed out" : "nobody was signed in");
    if (!console.variable("GROUPS_TOKEN").isEmpty()) {
      context.reporter().warning("GROUPS_TOKEN is still set, and is what requests will carry");
    }
    return ExitCode.OK;
  }
}
