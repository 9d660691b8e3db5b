package dev.joinedgroups.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ResponseParser;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.graph.ServiceError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose result is printed next, and how far a run is. */
class ResultsTest {
  private static void finish(Results results) {
    results.finished(2, true);
    results.finished(1, false);
    results.finished(0, true);
    results.finished(4, true);
  }

  private static String all(Results results) throws InterruptedException {
    StringBuilder all = new StringBuilder();
    int index = results.next();
    while (index >= 0) {
      all.append(index).append(' ');
      index = results.next();
    }
    return all.toString().strip();
  }

  @ParameterizedTest
  @CsvSource({"true, 0 2 4", "false, 2 0 4"})
  void resultsComeInTheOrderOfTheInputOrAsTheyCome(boolean inOrder, String order)
      throws InterruptedException {
    Results results = new Results(5, inOrder);
    finish(results);
    results.end();
    assertEquals(order, all(results));
    assertEquals(-1, results.next());
  }

  @ParameterizedTest
  @CsvSource({"true, 0, 2", "false, 2, 0"})
  void whatIsThereIsPrintedBeforeTheRunEnds(boolean inOrder, int first, int second)
      throws InterruptedException {
    Results results = new Results(5, inOrder);
    finish(results);
    assertEquals(first, results.next());
    assertEquals(second, results.next());
  }

  /** A thread that wants the next result, once it waits for it. */
  private static FutureTask<Integer> waiting(Results results) {
    FutureTask<Integer> next = new FutureTask<>(results::next);
    Thread thread = new Thread(next);
    thread.setDaemon(true);
    thread.start();
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return next;
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void whoWaitsHearsOfTheNextResultAndOfTheEnd(boolean inOrder) throws Exception {
    Results results = new Results(2, inOrder);
    FutureTask<Integer> next = waiting(results);
    results.finished(0, true);
    assertEquals(0, next.get(20, TimeUnit.SECONDS));
    next = waiting(results);
    results.end();
    assertEquals(-1, next.get(20, TimeUnit.SECONDS));
  }

  @Test
  void everyOutcomeIsCounted() {
    ServiceError error = new ServiceError("", "", List.of(), null);
    Failure failure = new Failure(ExitCode.FAILURE, "", "");
    Outcome added = new Outcome.Added(group("added"), 201, null, "r-1", "");
    Outcome present = new Outcome.Present(group("present"), 200, null);
    Outcome refused = new Outcome.Refused(failure, 400, error);
    Outcome denied = new Outcome.Denied(failure, 403, error);
    Outcome unreachable = new Outcome.Unreachable(failure, false);
    Counts counts = new Counts(100, 10);
    assertEquals(ExitCode.OK, counts.gravest());
    assertEquals(null, counts.group());
    counts.add(added);
    assertEquals("added", counts.group().string("id"));
    for (int i = 0; i < 2; i++) {
      counts.add(present);
    }
    assertEquals("present", counts.group().string("id"));
    assertEquals(ExitCode.OK, counts.gravest());
    for (Outcome outcome : List.of(refused, refused, denied)) {
      counts.add(outcome);
    }
    for (int i = 0; i < 4; i++) {
      counts.add(unreachable);
    }
    assertEquals(ExitCode.AUTH, counts.gravest());
    for (int i = 0; i < 5; i++) {
      counts.add(new Outcome.Unknown(failure));
    }
    assertEquals(ExitCode.UNKNOWN, counts.gravest());
    Tally tally = counts.tally(6);
    assertEquals(new Tally(100, 10, 1, 2, 3, 4, 5, 6), tally);
    assertEquals(15, tally.finished());
    assertEquals(75, tally.left());
  }

  private static ObjectNode group(String id) {
    String json = "{\"id\":\"" + id + "\"}";
    return ResponseParser.object("a.json", json.getBytes(StandardCharsets.UTF_8));
  }
}
