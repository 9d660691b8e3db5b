package dev.joinedgroups.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What counts as safe once a disk is full or broken. */
class GroupCommitTest {
  private final GroupCommit commits = new GroupCommit(this::sync, GroupCommitTest::failure);
  private int syncs;
  private @Nullable IOException diskError;

  private void sync() throws IOException {
    syncs++;
    if (diskError != null) {
      throw diskError;
    }
  }

  private static Failure failure(IOException e) {
    return new Failure(ExitCode.FAILURE, String.valueOf(e.getMessage()), "");
  }

  @Test
  void syncsOnceForAllThatWasWritten() {
    commits.written(10);
    commits.written(20);
    commits.commitTo(10);
    commits.commitTo(20);
    commits.commit();
    assertEquals(1, syncs);
    commits.written(30);
    commits.commit();
    assertEquals(2, syncs);
  }

  @Test
  void startingIsSafeBeforeItReturns() throws IOException {
    commits.start(10);
    commits.commit();
    assertEquals(1, syncs);
  }

  @Test
  void whatWasWrittenBeforeTheDiskWasFullStillReachesIt() {
    commits.written(10);
    Failure full = commits.fail(new IOException("no space"));
    assertEquals("no space", full.getMessage());
    commits.commit();
    assertEquals(1, syncs);
    assertEquals(full, assertThrows(Failure.class, commits::check));
    assertEquals(full, commits.fail(new IOException("another")), "the first says what happened");
  }

  @Test
  void nothingMoreIsSafeOnceTheDiskFailed() {
    commits.written(10);
    commits.commit();
    commits.written(20);
    diskError = new IOException("broken");
    assertEquals("broken", assertThrows(Failure.class, commits::commit).getMessage());
    diskError = null;
    assertEquals("broken", assertThrows(Failure.class, commits::commit).getMessage());
    assertEquals("broken", assertThrows(Failure.class, commits::check).getMessage());
    assertEquals(2, syncs);
    commits.commitTo(10);
  }
}
