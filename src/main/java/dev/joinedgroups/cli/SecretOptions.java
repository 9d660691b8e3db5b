package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options that people try and that must not exist: the process list shows every argument. */
final class SecretOptions {
  private static final List<String> NAMES =
      List.of(
          "--token",
          "--access-token",
          "--bearer",
          "--password",
          "--client-secret",
          "--secret",
          "--certificate-password");

  private SecretOptions() {}

  /** The answer to such an option, which never quotes its value; null for any other option. */
  static @Nullable Failure refuse(String name) {
    return NAMES.contains(name)
        ? new Failure(
            ExitCode.USAGE,
            name + " does not exist: other users can read command lines",
            "give a token as GROUPS_TOKEN or by `groups auth login --with-token`, a client secret as"
                + " AZURE_CLIENT_SECRET")
        : null;
  }
}
