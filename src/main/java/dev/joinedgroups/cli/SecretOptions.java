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
          "--certificate-password",
          "--refresh-token",
          "--client-assertion",
          "--federated-token");

  private SecretOptions() {}

  /** The answer to such an option, which never quotes its value; null for any other option. */
  static @Nullable Failure refuse(String name) {
    for (String secret : NAMES) {
      if (isWrittenInto(secret, name)) {
        return refusal(secret + " does not exist");
      }
    }
    return null;
  }

  /** Whether the name is the option's, perhaps with the value glued to it. */
  private static boolean isWrittenInto(String secret, String name) {
    return name.startsWith(secret)
        && (name.length() == secret.length() || name.charAt(secret.length()) != '-');
  }

  /**
   * The answer to a word where a command wants none and a secret may have been meant, such as
   * behind {@code --with-token}; null for any other command.
   */
  static @Nullable Failure refuseWord(String command) {
    return command.equals("auth login")
        ? refusal("`groups auth login` takes no secret, nor any other word, on the command line")
        : null;
  }

  private static Failure refusal(String message) {
    return new Failure(
        ExitCode.USAGE,
        message + ": other users can read command lines",
        "give a token as GROUPS_TOKEN or on standard input of `groups auth login --with-token`, a"
            + " client secret as AZURE_CLIENT_SECRET or by --client-secret-file");
  }
}
