package dev.joinedgroups.run;

import dev.joinedgroups.diagnostics.Reporter;
import dev.joinedgroups.graph.Answer;
import java.time.Duration;

/** The pace of one delivery on its own: nothing is held back but what the service asks for. */
public final class OwnPace implements Pace {
  private final Pause pause;
  private final Reporter reporter;

  /**
   * @param reporter told about each wait once
   */
  public OwnPace(Pause pause, Reporter reporter) {
    this.pause = pause;
    this.reporter = reporter;
  }

  @Override
  public void awaitTurn() {
    // Nothing else is sent that it would have to wait for.
  }

  @Override
  public void answered(Answer answer) {
    // The answer's own delivery waits where it must.
  }

  @Override
  public void slowDown(Duration wait, String why) throws InterruptedException {
    waitAlone(wait, why);
  }

  @Override
  public void waitAlone(Duration wait, String why) throws InterruptedException {
    reporter.notice(why + "; trying again in " + Times.text(wait));
    pause.pause(wait);
  }
}
