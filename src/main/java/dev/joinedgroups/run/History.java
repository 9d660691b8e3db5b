package dev.joinedgroups.run;

import dev.joinedgroups.definition.Fingerprints;
import dev.joinedgroups.definition.Longs;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a journal says about each definition that was ever sent: 35 bytes each. */
final class History {
  /** What is known of a definition. */
  enum State {
    /** It was not sent, or surely without effect. */
    LEFT,
    /** It was sent, and what came of it is not known. */
    IN_DOUBT,
    /** It was added, or was there already. */
    DONE
  }

  /**
   * A definition in the journal.
   *
   * @param sameBody whether what was sent is what would be sent now
   * @param position of the line that says so; for one in doubt that of the first sending
   */
  record Found(State state, boolean sameBody, long position) {}

  private static final State[] STATES = State.values();

  private final Fingerprints identities = new Fingerprints();
  private final Longs bodies = new Longs();

  /** The position of a line, times four, and the state. */
  private final Longs positions = new Longs();

  /** What tells a definition from others even when it is changed: its nickname if it has one. */
  static long identity(String key, @Nullable String mailNickname) {
    return Fingerprints.of(
        mailNickname == null ? key : "@" + mailNickname.toLowerCase(Locale.ROOT));
  }

  void add(JournalLine.Event event, String key, @Nullable String mailNickname, long position) {
    long identity = identity(key, mailNickname);
    int index = identities.find(identity);
    if (index < 0) {
      index = identities.add(identity);
      bodies.add(0);
      positions.add(0);
    }
    bodies.set(index, Fingerprints.of(key));
    State before = state(index);
    switch (event) {
      case SENDING -> {
        if (before != State.IN_DOUBT) {
          set(index, State.IN_DOUBT, position);
        }
      }
      case ADDED, PRESENT -> set(index, State.DONE, position);
      // Written only when no earlier sending is in doubt.
      case NOT_ADDED, NOT_ACCEPTED -> set(index, State.LEFT, position);
      case UNKNOWN -> {
        // It is in doubt since it was first sent.
      }
    }
  }

  private State state(int index) {
    return STATES[(int) (positions.get(index) & 3)];
  }

  private void set(int index, State state, long position) {
    positions.set(index, position << 2 | state.ordinal());
  }

  /** What is known of a definition, or null when it was never sent. */
  @Nullable Found find(Spooled definition) {
    String key = definition.key();
    int index = identities.find(identity(key, definition.string("mailNickname")));
    return index < 0
        ? null
        : new Found(
            state(index), bodies.get(index) == Fingerprints.of(key), positions.get(index) >>> 2);
  }

  /** How many definitions there are. */
  int size() {
    return identities.size();
  }
}
