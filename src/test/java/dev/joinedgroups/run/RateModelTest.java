package dev.joinedgroups.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

/** What is learned of a limit, against a service that has one, in time that is only counted. */
class RateModelTest {
  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000 * MILLI;

  /** A service that takes so many requests in any stretch, and says in whole seconds when again. */
  private static final class Service {
    final int limit;
    final long window;
    final Deque<Long> taken = new ArrayDeque<>();
    int refused;

    Service(int limit, long window) {
      this.limit = limit;
      this.window = window;
    }

    /** Returns 0, or how long to wait. */
    long request(long now) {
      while (!taken.isEmpty() && taken.getFirst() + window <= now) {
        taken.removeFirst();
      }
      if (taken.size() < limit) {
        taken.addLast(now);
        return 0;
      }
      refused++;
      return Math.ceilDiv(taken.getFirst() + window - now, SECOND) * SECOND;
    }
  }

  /** Sends that many, one each few milliseconds where it may; returns how long it took. */
  private static long send(RateModel model, Service service, int count, long start) {
    long now = start;
    long pausedUntil = now;
    for (int sent = 0; sent < count; ) {
      now = Math.max(now + 6 * MILLI, pausedUntil);
      now = Math.max(now, model.next(now, 0));
      model.sending(now);
      long wait = service.request(now);
      if (wait == 0) {
        model.taken(now);
        sent++;
      } else {
        model.refused(now, wait);
        pausedUntil = now + wait;
      }
    }
    return now - start;
  }

  @Test
  void learnsALimitFromTheFirstRefusal() {
    RateModel model = new RateModel();
    Service service = new Service(600, 30 * SECOND);
    long took = send(model, service, 1500, 0);
    assertEquals(1, service.refused);
    assertEquals(600, model.limit());
    assertEquals(30 * SECOND, model.window());
    assertTrue(took <= 63 * SECOND, "took " + took / MILLI + " ms");
  }

  @Test
  void triesForMoreWithoutLosingMuch() {
    RateModel model = new RateModel();
    Service service = new Service(100, 5 * SECOND);
    long took = send(model, service, 10_000, 0);
    assertTrue(service.refused <= 50, "refused " + service.refused);
    assertTrue(took <= 99 * 5 * SECOND * 105 / 100, "took " + took / MILLI + " ms");
  }

  @Test
  void findsOutThatThereIsMoreRoomThanThought() {
    RateModel model = new RateModel();
    Service narrow = new Service(50, 10 * SECOND);
    send(model, narrow, 100, 0);
    assertEquals(50, model.limit());
    Service wide = new Service(10_000, 10 * SECOND);
    send(model, wide, 3000, 20 * SECOND);
    assertTrue(model.limit() > 500, "limit " + model.limit());
  }

  @Test
  void forgetsWhatDoesNotFit() {
    RateModel model = new RateModel();
    Service narrow = new Service(50, 10 * SECOND);
    send(model, narrow, 60, 0);
    assertEquals(50, model.limit());
    long now = 40 * SECOND;
    model.refused(now, SECOND);
    assertEquals(now + SECOND, model.next(now + SECOND, 0));
    assertEquals(0, model.limit());
  }

  /** Ten in the second from the 100th, a refusal at its end, and nine seconds to wait. */
  private static RateModel tenInTenSeconds() {
    RateModel model = new RateModel();
    for (int i = 0; i < 10; i++) {
      model.sending(at(0.1 * i));
      model.taken(at(0.1 * i));
    }
    model.refused(at(1), 9 * SECOND);
    assertEquals(at(10.025), model.next(at(10), 0));
    assertEquals("10 in 10000 ms", model.limit() + " in " + model.window() / MILLI + " ms");
    return model;
  }

  private static long at(double seconds) {
    return Math.round((100 + seconds) * 1000) * MILLI;
  }

  private static void take(RateModel model, int count, double from) {
    for (int i = 0; i < count; i++) {
      model.taken(at(from + 0.1 * i));
    }
  }

  @Test
  void thoseThatAreOutTakeUpRoomAlready() {
    RateModel model = tenInTenSeconds();
    assertEquals(at(10.325), model.next(at(10), 3));
    assertEquals(at(10.925), model.next(at(10), 9));
    assertEquals(Long.MAX_VALUE, model.next(at(10), 10));
    assertEquals(Long.MAX_VALUE, model.next(at(10), 11));
  }

  @Test
  void aFractionOfASecondIsPartOfTheStretch() {
    RateModel model = new RateModel();
    model.sending(at(0));
    take(model, 10, 0);
    model.refused(at(1), 2_600 * MILLI);
    model.refused(at(1.1), SECOND);
    model.next(at(3.6), 0);
    assertEquals(3_600 * MILLI, model.window());
  }

  @Test
  void theLongestOfTheWaitsEndsTheStretch() {
    RateModel model = new RateModel();
    model.sending(at(0));
    take(model, 10, 0);
    model.refused(at(1), 2 * SECOND);
    model.refused(at(1.1), 4 * SECOND);
    model.next(at(4), 0);
    assertEquals(0, model.limit());
    model.next(at(5.1), 0);
    assertEquals(5 * SECOND, model.window());
  }

  @Test
  void afterTwoCleanStretchesOneMoreIsTried() {
    RateModel model = tenInTenSeconds();
    take(model, 10, 20);
    assertEquals(at(30.025), model.next(at(30) - 1, 0));
    assertEquals(at(10.925), model.next(at(30), 0));
  }

  @Test
  void whatGoesThroughWithinTheStretchRaisesTheLimit() {
    RateModel model = tenInTenSeconds();
    model.taken(at(10));
    assertEquals(10, model.limit());
    model.taken(at(10.05));
    assertEquals(11, model.limit());
  }

  @Test
  void aRefusalThatNearlyFitsNarrowsTheLimit() {
    RateModel model = tenInTenSeconds();
    take(model, 9, 20);
    model.refused(at(21), 9 * SECOND);
    // Nine in any stretch, and twice the margin.
    assertEquals(at(30.05), model.next(at(30), 0));
    assertEquals(9, model.limit());
  }

  @Test
  void aRefusalThatDoesNotFitBeginsAnew() {
    RateModel model = tenInTenSeconds();
    take(model, 8, 20);
    model.refused(at(21), SECOND);
    assertEquals(at(22), model.next(at(22), 0));
    assertEquals(0, model.limit());
    take(model, 9, 30);
    model.refused(at(31), SECOND);
    assertEquals(at(32), model.next(at(32), 0));
    assertEquals(0, model.limit(), "what was before counts no more");
  }

  @Test
  void moreThanIsRememberedIsNoLimit() {
    for (int count : new int[] {20_000, 20_001}) {
      RateModel model = new RateModel();
      model.sending(0);
      for (int i = 0; i < count; i++) {
        model.taken(i);
      }
      model.refused(count, SECOND);
      model.next(2 * SECOND, 0);
      assertEquals(count == 20_000 ? count : 0, model.limit());
    }
  }

  @Test
  void aFewRequestsTellNothing() {
    RateModel model = new RateModel();
    for (int i = 0; i < 9; i++) {
      model.sending(i);
      model.taken(i);
    }
    model.refused(10, SECOND);
    assertEquals(2 * SECOND, model.next(2 * SECOND, 0));
    assertEquals(0, model.limit());
    model.sending(3 * SECOND);
    model.taken(3 * SECOND);
    model.refused(3 * SECOND, SECOND);
    assertEquals(4 * SECOND, model.next(4 * SECOND, 0));
    assertEquals(0, model.limit(), "what was before counts no more");
  }
}
