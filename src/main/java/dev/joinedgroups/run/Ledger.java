package dev.joinedgroups.run;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.run.History.Found;
import dev.joinedgroups.run.History.State;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What is known of each definition of a run: its state, and the line of the journal that has its
 * result. 9 bytes each. Safe for use by many threads.
 */
public final class Ledger {
  /** More changed definitions than this are counted, not listed. */
  private static final int MOST_LISTED = 20;

  private static final State[] STATES = State.values();

  /** What to do about a journal that is there. */
  public enum Choice {
    /** Nothing was said. */
    NONE,
    /** Go on with it. */
    RESUME,
    /** Forget it. */
    RESTART
  }

  private final byte[] states;
  private final long[] positions;

  /** Where the search for the next one goes on, for those in doubt and for those left. */
  private int doubtCursor;

  private int leftCursor;

  private Ledger(int size) {
    states = new byte[size];
    positions = new long[size];
  }

  /** Nothing is known of any of them. */
  public static Ledger blank(int size) {
    return new Ledger(size);
  }

  /**
   * Begins with a journal, or goes on with it.
   *
   * @param changed told about each definition that was changed after it was sent
   * @throws Failure with {@link ExitCode#USAGE} when something is recorded and nothing was chosen;
   *     with {@link ExitCode#INVALID} when definitions were changed; else as {@link Journal}
   */
  public static Ledger of(
      Spool spool, Journal journal, JournalOwner owner, Choice choice, Consumer<Failure> changed) {
    if (choice == Choice.RESTART) {
      journal.restart(owner);
      return blank(spool.size());
    }
    return of(spool, journal.path(), journal.load(owner), choice, changed);
  }

  /**
   * What a run would begin with; changes nothing. Parameters and exceptions as of {@link #of}.
   *
   * @param path where the journal is, or would be
   */
  public static Ledger rehearsal(
      Spool spool, Path path, JournalOwner owner, Choice choice, Consumer<Failure> changed) {
    if (choice == Choice.RESTART) {
      Journal.peekOwner(path, owner);
      return blank(spool.size());
    }
    return of(spool, path, Journal.peek(path, owner), choice, changed);
  }

  private static Ledger of(
      Spool spool, Path path, History history, Choice choice, Consumer<Failure> changed) {
    Ledger ledger = blank(spool.size());
    if (history.size() == 0) {
      return ledger;
    }
    int differing = ledger.match(spool, history, choice == Choice.RESUME ? changed : failure -> {});
    if (choice == Choice.NONE) {
      throw ledger.undecided(path);
    }
    if (differing > 0) {
      throw new Failure(
          ExitCode.INVALID,
          (differing == 1 ? "1 definition was" : differing + " definitions were")
              + " changed after being sent; nothing was sent",
          "restore what was sent, use other nicknames, or begin anew with --restart");
    }
    return ledger;
  }

  private int match(Spool spool, History history, Consumer<Failure> changed) {
    int differing = 0;
    for (int i = 0; i < states.length; i++) {
      Spooled definition = spool.get(i);
      Found found = history.find(definition);
      if (found != null && found.state() != State.LEFT) {
        if (!found.sameBody() && ++differing <= MOST_LISTED) {
          changed.accept(changed(definition, found.state()));
        }
        set(i, found.state(), found.position());
      }
    }
    return differing;
  }

  private static Failure changed(Spooled definition, State state) {
    String was = state == State.DONE ? "was added before" : "was sent before, perhaps added,";
    return new Failure(
            ExitCode.INVALID,
            "`" + definition.string("mailNickname") + "` " + was + " with another definition",
            "")
        .at(definition.place("mailNickname"));
  }

  private Failure undecided(Path journal) {
    int done = count(State.DONE);
    int inDoubt = count(State.IN_DOUBT);
    int left = states.length - done - inDoubt;
    return new Failure(
            ExitCode.USAGE,
            "this was begun before: "
                + done
                + " added, "
                + inDoubt
                + " unknown, "
                + left
                + " left, says the journal "
                + journal,
            "--resume goes on with it; --restart forgets it and sends everything again")
        .with("added", done)
        .with("unknown", inDoubt)
        .with("left", left)
        .with("journal", journal.toString());
  }

  private synchronized void set(int index, State state, long position) {
    states[index] = (byte) state.ordinal();
    positions[index] = position;
  }

  /** Whether it is recorded as added, so that it is not sent again. */
  public boolean isDone(int index) {
    return state(index) == State.DONE;
  }

  /** How many are recorded as added. */
  public int done() {
    return count(State.DONE);
  }

  /** How many were sent without an answer, so that they are looked up before anything else. */
  public int inDoubt() {
    return count(State.IN_DOUBT);
  }

  synchronized State state(int index) {
    return STATES[states[index]];
  }

  /** The line of the journal that has its result, or its first sending where it is in doubt. */
  synchronized long position(int index) {
    return positions[index];
  }

  synchronized int count(State state) {
    int count = 0;
    for (byte each : states) {
      count += each == state.ordinal() ? 1 : 0;
    }
    return count;
  }

  int size() {
    return states.length;
  }

  /** The next one to work on, those in doubt first; -1 when there is none. */
  synchronized int next() {
    while (doubtCursor < states.length) {
      int index = doubtCursor++;
      if (states[index] == State.IN_DOUBT.ordinal()) {
        return index;
      }
    }
    while (leftCursor < states.length) {
      int index = leftCursor++;
      if (states[index] == State.LEFT.ordinal()) {
        return index;
      }
    }
    return -1;
  }

  /** It was added, or was there already. */
  void done(int index, long position) {
    set(index, State.DONE, position);
  }
}
