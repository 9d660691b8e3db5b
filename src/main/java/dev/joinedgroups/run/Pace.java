package dev.joinedgroups.run;

import dev.joinedgroups.graph.Answer;
import java.time.Duration;

/**
 * When requests go out. One pace may serve many deliveries at once: then a service that asks to
 * wait slows all of them.
 */
public interface Pace {
  /** Returns when a POST may be prepared: it will go out soon. */
  void awaitTurn() throws InterruptedException;

  /** Returns when the POST may go out whose turn it is. */
  default void depart() throws InterruptedException {}

  /** Hears that the POST whose turn it is does not go out after all. */
  default void withdraw() {}

  /** Hears what a POST came to, throttled ones included. */
  void answered(Answer answer);

  /**
   * Waits because the service asked to, after announcing it.
   *
   * @param wait how long
   * @param why the beginning of a sentence, such as "the service is throttling (429)"
   */
  void slowDown(Duration wait, String why) throws InterruptedException;

  /**
   * Waits for something that concerns one delivery only, after announcing it; parameters as of
   * {@link #slowDown}.
   */
  void waitAlone(Duration wait, String why) throws InterruptedException;
}
