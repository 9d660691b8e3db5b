package dev.joinedgroups.auth;

import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalServiceException;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Says in a user's words why a sign-in failed (RFC 6749, section 5.2; RFC 8628, section 3.5). */
final class MsalErrors {
  private static final String LOGIN_AGAIN = "start again: `groups auth login`";

  private MsalErrors() {}

  /**
   * The failure for what msal4j threw.
   *
   * @param authority its host and port
   * @param status of the authority's last answer; 0 when there was none
   */
  static Failure failure(Exception thrown, String authority, int status) {
    Throwable cause = thrown;
    while (cause instanceof ExecutionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    // Such as that there is no connection, which msal4j wraps.
    Failure ours = find(cause);
    if (ours != null) {
      return ours;
    }
    return switch (cause) {
      case MsalServiceException refused -> refused(refused, authority, status);
      case MsalClientException client when "code_expired".equals(client.errorCode()) ->
          codeExpired(client);
      case MsalException other ->
          new Failure(
                  ExitCode.AUTH,
                  "signing in failed: " + firstLine(other.getMessage()),
                  LOGIN_AGAIN,
                  other)
              .with("code", other.errorCode());
      default ->
          new Failure(
              ExitCode.AUTH, "signing in failed: " + firstLine(cause.toString()), "", cause);
    };
  }

  private static Failure refused(MsalServiceException refused, String authority, int status) {
    String code = refused.errorCode() == null ? "" : refused.errorCode();
    Failure failure =
        switch (code) {
          case "authorization_declined", "access_denied" ->
              new Failure(ExitCode.AUTH, "the sign-in was declined", LOGIN_AGAIN, refused);
          case "expired_token" -> codeExpired(refused);
          case "bad_verification_code" ->
              new Failure(
                  ExitCode.AUTH,
                  "the authority does not know the code of this sign-in any more",
                  LOGIN_AGAIN,
                  refused);
          case "invalid_client" ->
              said(
                  refused,
                  "the authority does not accept the application's secret, certificate or token",
                  "check that it has not expired, that it belongs to this client id, and that a"
                      + " secret is its value and not its id");
          case "invalid_grant" ->
              said(refused, "the sign-in is no longer valid", "sign in again: `groups auth login`");
          case "unauthorized_client" ->
              said(
                  refused,
                  "the application may not sign in this way",
                  "check the client id and the tenant; for a device code allow public client flows"
                      + " in the app registration");
          case "invalid_scope" ->
              said(
                  refused,
                  "the authority does not know the scope",
                  "check --scope; an application asks for https://HOST/.default");
          default -> {
            if (status >= 500 || status == 429) {
              yield new Failure(
                  ExitCode.UNREACHABLE,
                  "the authority " + authority + " answered with status " + status,
                  "run it again",
                  refused);
            }
            yield code.isEmpty() || code.equals("unknown")
                ? new Failure(
                    ExitCode.AUTH,
                    "the authority "
                        + authority
                        + " answered with status "
                        + status
                        + " and no reason",
                    "check the tenant, and AZURE_AUTHORITY_HOST if it is set",
                    refused)
                : said(refused, "the authority refused the sign-in", "");
          }
        };
    return failure
        .with("code", code.isEmpty() ? null : code)
        .with("status", status == 0 ? null : status)
        .with("requestId", refused.correlationId());
  }

  private static Failure codeExpired(MsalException cause) {
    return new Failure(ExitCode.AUTH, "the code expired before it was used", LOGIN_AGAIN, cause)
        .with("code", "expired_token");
  }

  /** With what the authority said, its first line only: behind it come trace ids and a date. */
  private static Failure said(MsalServiceException refused, String message, String hint) {
    String line = firstLine(refused.getMessage());
    return new Failure(
        ExitCode.AUTH, line.isEmpty() ? message : message + ": " + line, hint, refused);
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("").strip();
  }

  private static @Nullable Failure find(Throwable top) {
    Throwable at = top;
    for (int depth = 0; at != null && depth < 20; depth++) {
      if (at instanceof Failure failure) {
        return failure;
      }
      at = at.getCause();
    }
    return null;
  }
}
