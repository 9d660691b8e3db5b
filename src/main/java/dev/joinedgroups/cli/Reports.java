package dev.joinedgroups.cli;

import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.run.Bulk;
import dev.joinedgroups.run.Outcome;
import dev.joinedgroups.run.Spooled;
import dev.joinedgroups.run.Submission;
import org.jspecify.annotations.Nullable;

/** Tells what came of each definition as it comes. */
record Reports(StderrReporter reporter) implements Bulk.Observer {
  @Override
  public void finished(@Nullable Spooled definition, Submission submission, Outcome outcome) {
    switch (outcome) {
      case Outcome.Added added -> added(added, submission);
      case Outcome.Present present -> {
        String id = present.group().string("id");
        reporter.notice(submission.label() + " is there already" + (id == null ? "" : ": " + id));
      }
      case Outcome.Refused refused -> {
        Failure failure = refused.failure();
        if (definition != null) {
          failure.at(refused.place(definition.definition()));
        }
        reporter.failure(failure);
      }
      case Outcome.Denied denied -> reporter.failure(denied.failure());
      case Outcome.Unreachable unreachable -> reporter.failure(unreachable.failure());
      case Outcome.Unknown unknown -> reporter.failure(unknown.failure());
    }
  }

  private void added(Outcome.Added added, Submission submission) {
    if (!added.warning().isEmpty()) {
      reporter.warning(added.warning());
    } else if (added.group() == null) {
      reporter.notice("added " + submission.label());
    }
  }

  @Override
  public void unrecorded(Submission submission, Outcome outcome) {
    ObjectNode group = outcome instanceof Outcome.Added added ? added.group() : null;
    String id = group == null ? null : group.string("id");
    if (outcome instanceof Outcome.Added) {
      reporter.warning(
          submission.label()
              + " was added"
              + (id == null ? "" : " (" + id + ")")
              + ", but that could not be recorded");
    } else {
      finished(null, submission, outcome);
    }
  }
}
