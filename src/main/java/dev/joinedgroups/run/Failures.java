package dev.joinedgroups.run;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.graph.Advice;
import dev.joinedgroups.graph.Answer;
import dev.joinedgroups.graph.Endpoint;
import dev.joinedgroups.graph.Receipt;
import dev.joinedgroups.graph.ServiceError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts into words what became of one submission. */
final class Failures {
  private final Endpoint endpoint;
  private final TokenSupplier tokens;
  private final Submission submission;

  Failures(Delivery.Parts parts, Submission submission) {
    endpoint = parts.client().endpoint();
    tokens = parts.tokens();
    this.submission = submission;
  }

  Outcome refused(Answer.Refused answer) {
    int status = answer.receipt().status();
    Failure failure =
        failure(
            ExitCode.REFUSED,
            "the service refused " + submission.label() + said(status, answer.error()),
            Advice.on(endpoint, status),
            answer.receipt(),
            answer.error());
    return new Outcome.Refused(failure, status, answer.error());
  }

  Outcome redirected(Answer.Redirected answer) {
    int status = answer.receipt().status();
    String to = answer.location().isEmpty() ? "" : " to " + answer.location();
    Failure failure =
        failure(
            ExitCode.REFUSED,
            "the service answered with a redirect (" + status + ")" + to,
            Advice.onRedirect(),
            answer.receipt(),
            null);
    return new Outcome.Refused(failure, status, new ServiceError("", "", List.of(), null));
  }

  Outcome denied(Answer.Denied answer) {
    int status = answer.receipt().status();
    String what =
        answer.isUnauthorized()
            ? "the service does not accept the token"
            : "the service does not permit adding " + submission.label();
    Failure failure =
        failure(
            ExitCode.AUTH,
            what + said(status, answer.error()),
            answer.isUnauthorized() ? remedy(status) : Advice.on(endpoint, status),
            answer.receipt(),
            answer.error());
    return new Outcome.Denied(failure, status, answer.error());
  }

  private String remedy(int status) {
    String remedy = tokens.remedy();
    return remedy.isEmpty() ? Advice.on(endpoint, status) : remedy;
  }

  Outcome throttled(Answer.Throttled answer, String why) {
    Failure failure =
        failure(
            ExitCode.UNREACHABLE,
            submission.label() + " was not added: " + why,
            "nothing was added by this; run it again later",
            answer.receipt(),
            answer.error());
    return new Outcome.Unreachable(failure, false);
  }

  Outcome notConnected(Answer.NotConnected answer) {
    Failure failure =
        new Failure(ExitCode.UNREACHABLE, answer.message(), answer.hint(), answer.cause())
            .with("clientRequestId", submission.clientRequestId());
    return new Outcome.Unreachable(failure, !answer.kind().isTransient());
  }

  /** The service does not want to say whether it is there, so it was not sent. */
  Outcome notLookedUp(Answer.Refused answer) {
    int status = answer.receipt().status();
    Failure failure =
        failure(
            ExitCode.REFUSED,
            submission.label()
                + " was not sent, since it could not be looked up"
                + said(status, answer.error()),
            "leave out --if-exists if the endpoint has no look-up",
            answer.receipt(),
            answer.error());
    return new Outcome.Refused(failure, status, answer.error());
  }

  /** The same where no answer came that says why. */
  Outcome notLookedUp(String reason) {
    Failure failure =
        failure(
            ExitCode.UNREACHABLE,
            submission.label() + " was not sent, since it could not be looked up: " + reason,
            "nothing was added by this; run it again later",
            null,
            null);
    return new Outcome.Unreachable(failure, false);
  }

  /**
   * @param reason why nothing is known
   * @param receipt of the answer that left it open, or null
   */
  Outcome unknown(String reason, @Nullable Receipt receipt, @Nullable ServiceError error) {
    Failure failure =
        failure(
            ExitCode.UNKNOWN,
            "whether " + submission.label() + " was added is not known: " + reason,
            "look whether it is there before adding it again",
            receipt,
            error);
    return new Outcome.Unknown(failure);
  }

  private static String said(int status, ServiceError error) {
    String text = error.text();
    return text.isEmpty() ? " (" + status + ", without saying why)" : " (" + status + "): " + text;
  }

  private Failure failure(
      ExitCode exitCode,
      String message,
      String hint,
      @Nullable Receipt receipt,
      @Nullable ServiceError error) {
    Failure failure = new Failure(exitCode, message, hint);
    if (error != null && !error.code().isEmpty()) {
      failure.with("code", error.code());
    }
    if (receipt != null) {
      failure
          .with("status", receipt.status())
          .with("requestId", receipt.requestId())
          .with("date", receipt.date())
          .with("diagnostic", receipt.diagnostic());
    }
    return failure.with("clientRequestId", submission.clientRequestId());
  }
}
