package dev.joinedgroups.run;

import dev.joinedgroups.diagnostics.Reporter;
import dev.joinedgroups.graph.Answer;
import java.time.Duration;
import java.util.function.Consumer;

/** The pace of one delivery on its own: nothing is held back but what the service asks for. */
final class OwnPace implements Pace {
  private final Pause pause;
  private final Reporter reporter;
  private final Consumer<String> events;

  /**
   * @param reporter told about each wait once
   * @param events told what is asked of this pace
   */
  OwnPace(Pause pause, Reporter reporter, Consumer<String> events) {
    this.pause = pause;
    this.reporter = reporter;
    this.events = events;
  }

  @Override
  public void awaitTurn() {
    events.accept("turn");
  }

  @Override
  public void depart() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    events.accept("depart");
  }

  @Override
  public void withdraw() {
    events.accept("withdraw");
  }

  @Override
  public void answered(Answer answer) {
    events.accept(answer.getClass().getSimpleName());
  }

  @Override
  public void slowDown(Duration wait, String why) throws InterruptedException {
    events.accept("all wait");
    pass(wait, why);
  }

  @Override
  public void waitAlone(Duration wait, String why) throws InterruptedException {
    events.accept("one waits");
    pass(wait, why);
  }

  private void pass(Duration wait, String why) throws InterruptedException {
    reporter.notice(why + "; trying again in " + Times.text(wait));
    pause.pause(wait);
  }
}
