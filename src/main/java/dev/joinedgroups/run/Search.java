package dev.joinedgroups.run;

import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.graph.Receipt;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a listing says about a submission that may have been added.
 *
 * @param verdict what it says
 * @param group the group that is ours, or null
 * @param receipt of the answer that had it
 */
record Search(Verdict verdict, @Nullable ObjectNode group, Receipt receipt) {
  /**
   * The service's times are cut to whole seconds, both {@code Date} and {@code createdDateTime}: so
   * what was created after the sending may look up to this much older.
   */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  enum Verdict {
    /** Exactly one fits. */
    OURS,
    /** Several fit, or one that does not say when it was created. */
    UNDECIDED,
    /** Another has the nickname, so ours was not created. */
    EXCLUDED,
    /** None fits, so far. */
    NONE
  }

  /**
   * Judges a listing.
   *
   * @param since when it was first sent, on this machine's clock
   * @param now the time of the listing, on this machine's clock; what the service's {@code Date}
   *     differs from it is how the two clocks differ. Without a {@code Date} they count as equal.
   */
  static Search judge(Submission submission, Listing.Groups listing, Instant since, Instant now) {
    Instant theirs = listing.receipt().time();
    Duration ahead = theirs == null ? Duration.ZERO : Duration.between(now, theirs);
    Instant notBefore = since.plus(ahead).minus(TOLERANCE);
    ObjectNode ours = null;
    int fitting = 0;
    boolean excluded = false;
    for (ObjectNode group : listing.groups()) {
      switch (submission.match(group, notBefore)) {
        case OURS -> {
          ours = group;
          fitting++;
        }
        case MAYBE -> fitting++;
        case EXCLUDES -> excluded = true;
        case OTHER -> {}
      }
    }
    return new Search(verdict(ours, fitting, excluded), ours, listing.receipt());
  }

  private static Verdict verdict(@Nullable ObjectNode ours, int fitting, boolean excluded) {
    if (fitting > 0) {
      return fitting == 1 && ours != null ? Verdict.OURS : Verdict.UNDECIDED;
    }
    return excluded ? Verdict.EXCLUDED : Verdict.NONE;
  }
}
