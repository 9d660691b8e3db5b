package dev.joinedgroups.run;

import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.diagnostics.ExitCode;
import org.jspecify.annotations.Nullable;

/** Counts outcomes. Safe for use by many threads. */
final class Counts {
  private final int total;
  private final int before;
  private int added;
  private int present;
  private int refused;
  private int unreachable;
  private int unknown;
  private ExitCode gravest = ExitCode.OK;
  private @Nullable ObjectNode group;

  Counts(int total, int before) {
    this.total = total;
    this.before = before;
  }

  synchronized void add(Outcome outcome) {
    gravest = gravest.gravest(outcome.exitCode());
    switch (outcome) {
      case Outcome.Added sent -> {
        added++;
        group = sent.group();
      }
      case Outcome.Present found -> {
        present++;
        group = found.group();
      }
      case Outcome.Refused _, Outcome.Denied _ -> refused++;
      case Outcome.Unreachable _ -> unreachable++;
      case Outcome.Unknown _ -> unknown++;
    }
  }

  /** The group of the last one that was added or there. */
  synchronized @Nullable ObjectNode group() {
    return group;
  }

  synchronized ExitCode gravest() {
    return gravest;
  }

  synchronized Tally tally(int waiting) {
    return new Tally(total, before, added, present, refused, unreachable, unknown, waiting);
  }
}
