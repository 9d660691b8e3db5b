package dev.joinedgroups.run;

import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Place;
import dev.joinedgroups.graph.ServiceError;
import org.jspecify.annotations.Nullable;

/** What finally became of one submission. */
public sealed interface Outcome {

  /** What the process exits with if it is the only one. */
  ExitCode exitCode();

  /** The failure to report, or null when it was added. */
  @Nullable Failure failure();

  /**
   * It was added.
   *
   * @param group the group as the service sent it, or null
   * @param status of the answer that said so
   * @param requestId of that answer, or null
   * @param warning what is wrong with the answer, else empty
   */
  record Added(
      @Nullable ObjectNode group,
      int status,
      @Nullable String requestId,
      String clientRequestId,
      String warning)
      implements Outcome {
    @Override
    public ExitCode exitCode() {
      return ExitCode.OK;
    }

    @Override
    public @Nullable Failure failure() {
      return null;
    }
  }

  /**
   * Nothing was sent, because a group of the same nickname is there already.
   *
   * @param group that group
   */
  record Present(ObjectNode group, int status, @Nullable String requestId) implements Outcome {
    @Override
    public ExitCode exitCode() {
      return ExitCode.OK;
    }

    @Override
    public @Nullable Failure failure() {
      return null;
    }
  }

  /**
   * The service does not want it, or answered with a redirect.
   *
   * @param error what it said
   */
  record Refused(Failure failure, int status, ServiceError error) implements Outcome {
    @Override
    public ExitCode exitCode() {
      return ExitCode.REFUSED;
    }

    /** Where the definition has the property that the service names, or null. */
    public @Nullable Place place(ObjectNode definition) {
      for (String name : error.propertyCandidates()) {
        Member member = definition.member(name);
        if (member != null) {
          return member.value().place();
        }
      }
      return null;
    }
  }

  /**
   * The token is not taken, or not for this: nothing else will be either.
   *
   * @param error what the service said
   */
  record Denied(Failure failure, int status, ServiceError error) implements Outcome {
    @Override
    public ExitCode exitCode() {
      return ExitCode.AUTH;
    }
  }

  /**
   * It surely was not added, and may be tried again later.
   *
   * @param lasting whether nothing else will be added either, before somebody changes something
   */
  record Unreachable(Failure failure, boolean lasting) implements Outcome {
    @Override
    public ExitCode exitCode() {
      return ExitCode.UNREACHABLE;
    }
  }

  /** Nobody knows whether it was added. */
  record Unknown(Failure failure) implements Outcome {
    @Override
    public ExitCode exitCode() {
      return ExitCode.UNKNOWN;
    }
  }
}
