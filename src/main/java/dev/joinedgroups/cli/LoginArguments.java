package dev.joinedgroups.cli;

import dev.joinedgroups.auth.SignInRequest;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the options of {@code groups auth login} into one way to sign in. */
final class LoginArguments {
  /** No token and no secret is longer. */
  private static final int MOST_BYTES = 1 << 20;

  private static final List<Option> WAYS =
      List.of(
          AuthLoginCommand.CLIENT_CREDENTIALS,
          AuthLoginCommand.FEDERATED,
          AuthLoginCommand.MANAGED_IDENTITY,
          AuthLoginCommand.WITH_TOKEN);

  private final Arguments arguments;
  private final Context context;

  LoginArguments(Arguments arguments, Context context) {
    this.arguments = arguments;
    this.context = context;
  }

  /**
   * What was asked for. A secret from standard input is read here.
   *
   * @throws Failure with {@link ExitCode#USAGE} when options contradict each other
   */
  @SuppressWarnings("ReferenceEquality") // Options are constants.
  SignInRequest request() {
    Option way = way();
    requireWay(way, AuthLoginCommand.CLIENT_CREDENTIALS, AuthLoginCommand.SECRET_FILE);
    requireWay(way, AuthLoginCommand.CLIENT_CREDENTIALS, AuthLoginCommand.CERTIFICATE);
    requireWay(way, AuthLoginCommand.FEDERATED, AuthLoginCommand.FEDERATED_FILE);
    requireWay(way, AuthLoginCommand.FEDERATED, AuthLoginCommand.FEDERATED_VARIABLE);
    List<String> scopes = scopes();
    if (way == null) {
      return new SignInRequest.DeviceCode(scopes);
    }
    if (way == AuthLoginCommand.CLIENT_CREDENTIALS) {
      return clientCredentials(scopes);
    }
    if (way == AuthLoginCommand.FEDERATED) {
      return federated(scopes);
    }
    if (!scopes.isEmpty()) {
      throw AuthSetup.conflict(
          way.name() + " takes no --scope", "leave it out: the token has the scopes it has");
    }
    return way == AuthLoginCommand.MANAGED_IDENTITY
        ? new SignInRequest.ManagedIdentity()
        : new SignInRequest.WithToken(fromInput("the token"));
  }

  private @Nullable Option way() {
    Option chosen = null;
    for (Option way : WAYS) {
      if (arguments.has(way)) {
        if (chosen != null) {
          throw AuthSetup.conflict(
              chosen.name() + " and " + way.name() + " are two ways to sign in",
              "leave out one of the two");
        }
        chosen = way;
      }
    }
    return chosen;
  }

  @SuppressWarnings("ReferenceEquality") // Options are constants.
  private void requireWay(@Nullable Option way, Option needed, Option option) {
    if (arguments.has(option) && way != needed) {
      throw AuthSetup.conflict(
          option.name() + " belongs to " + needed.name(), "add " + needed.name());
    }
  }

  private List<String> scopes() {
    List<String> scopes = new ArrayList<>();
    for (String given : arguments.values(AuthLoginCommand.SCOPE)) {
      for (String scope : given.strip().split("[ ,]+")) {
        if (!scope.isEmpty()) {
          scopes.add(scope);
        }
      }
    }
    return scopes;
  }

  private SignInRequest clientCredentials(List<String> scopes) {
    String secretFile = arguments.value(AuthLoginCommand.SECRET_FILE);
    String certificate = arguments.value(AuthLoginCommand.CERTIFICATE);
    if (secretFile != null && certificate != null) {
      throw AuthSetup.conflict(
          "--client-secret-file and --certificate are two credentials", "leave out one of the two");
    }
    if (secretFile != null) {
      return secretFile.equals("-")
          ? new SignInRequest.WithSecret(fromInput("the client secret"), scopes)
          : new SignInRequest.WithSecretFile(file(secretFile), scopes);
    }
    if (certificate != null) {
      return new SignInRequest.WithCertificate(file(certificate), scopes);
    }
    Console console = context.console();
    String secret = console.variable("AZURE_CLIENT_SECRET");
    if (!secret.isEmpty()) {
      return new SignInRequest.WithSecret(new Secret(secret), scopes);
    }
    String path = console.variable("AZURE_CLIENT_CERTIFICATE_PATH");
    if (!path.isEmpty()) {
      return new SignInRequest.WithCertificate(file(path), scopes);
    }
    throw AuthSetup.conflict(
        "--client-credentials needs a client secret or a certificate",
        "name a file with --client-secret-file or --certificate, or set AZURE_CLIENT_SECRET or"
            + " AZURE_CLIENT_CERTIFICATE_PATH");
  }

  private SignInRequest federated(List<String> scopes) {
    String given = arguments.value(AuthLoginCommand.FEDERATED_FILE);
    String variable = arguments.value(AuthLoginCommand.FEDERATED_VARIABLE);
    if (given != null && variable != null) {
      throw AuthSetup.conflict(
          "--federated-token-file and --federated-token-variable are two tokens",
          "leave out one of the two");
    }
    return new SignInRequest.Federated(given == null ? null : file(given), variable, scopes);
  }

  private Path file(String name) {
    return context.console().directory().resolve(name);
  }

  private Secret fromInput(String what) {
    Console console = context.console();
    if (console.terminal().input()) {
      context.reporter().notice("reading " + what + " from standard input, until Ctrl-D");
    }
    try {
      byte[] bytes = console.in().readNBytes(MOST_BYTES);
      Secret secret = new Secret(new String(bytes, StandardCharsets.UTF_8).strip());
      context.redactor().add(secret);
      if (secret.reveal().isEmpty()) {
        throw new Failure(
            ExitCode.AUTH, "standard input is empty", "write " + what + " to it, and nothing else");
      }
      return secret;
    } catch (IOException failed) {
      throw new Failure(ExitCode.FAILURE, "standard input cannot be read", "", failed);
    }
  }
}
