package dev.joinedgroups.run;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Takes down in the journal what is done with one definition. */
final class Taking implements SendLog {
  private final @Nullable Journal journal;
  private final Spooled definition;
  private Submission submission;

  /** How many sendings may have had an effect. */
  private int inDoubt;

  /** Whether the last sending is one of these. */
  private boolean open;

  Taking(@Nullable Journal journal, Spooled definition) {
    this.journal = journal;
    this.definition = definition;
    this.submission = definition.submission("");
  }

  /** What is sent, for the first time. */
  Submission begin() {
    submission = definition.submission(requestId());
    return submission;
  }

  /**
   * A random UUID (RFC 9562, version 4). It is to be unique and no secret, so that it need not come
   * from the JDK's cryptography, which takes as long to load as to check a definition.
   */
  private static String requestId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = random.nextLong() >>> 2 | 1L << 63;
    return new UUID(high, low).toString();
  }

  /** What is sent, after an earlier run may have sent it. */
  Submission resume(String clientRequestId) {
    inDoubt = 1;
    submission = definition.submission(clientRequestId);
    return submission;
  }

  Submission submission() {
    return submission;
  }

  @Override
  public void sending(Submission sent) {
    if (journal != null) {
      append(JournalLine.Event.SENDING, null);
      journal.commit();
    }
    inDoubt++;
    open = true;
  }

  @Override
  public void notAccepted(Submission sent) {
    if (open) {
      open = false;
      inDoubt--;
      if (inDoubt == 0) {
        // Only spares the next run a look: so it need not be safe before what follows.
        append(JournalLine.Event.NOT_ACCEPTED, null);
      }
    }
  }

  /**
   * Takes down the outcome; it is safe with the next commit.
   *
   * @return where, or null when there is no journal
   */
  @Nullable Long record(Outcome outcome) {
    return append(JournalLine.Event.of(outcome), outcome);
  }

  private @Nullable Long append(JournalLine.Event event, @Nullable Outcome outcome) {
    return journal == null
        ? null
        : journal.append(event, definition, submission.clientRequestId(), outcome);
  }
}
