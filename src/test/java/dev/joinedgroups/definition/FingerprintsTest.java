package dev.joinedgroups.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fingerprints are found as a plain map finds them, however they collide. */
class FingerprintsTest {
  @ParameterizedTest
  @ValueSource(longs = {-1, 0xff, 0xff00000000L, 0x3ff})
  void findsWhatAMapFinds(long mask) {
    Random random = new Random(mask);
    Fingerprints fingerprints = new Fingerprints();
    Map<Long, List<Integer>> expected = new HashMap<>();
    for (int i = 0; i < 5000; i++) {
      long sought = random.nextLong() & mask;
      List<Integer> indexes = expected.getOrDefault(sought, List.of());
      assertEquals(indexes.isEmpty() ? -1 : indexes.getFirst(), fingerprints.find(sought));
      long added = random.nextLong() & mask;
      assertEquals(i, fingerprints.add(added));
      expected.computeIfAbsent(added, _ -> new ArrayList<>()).add(i);
      assertEquals(i + 1, fingerprints.size());
    }
    expected.forEach(
        (value, indexes) -> {
          int at = -1;
          for (int index : indexes) {
            at = fingerprints.find(value, at);
            assertEquals(index, at);
          }
          assertEquals(-1, fingerprints.find(value, at));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "b", "ab", "ba", "\u0000a", "a\u0000"})
  void textsDiffer(String text) {
    for (String other : List.of("", "a", "b", "ab", "ba", "\u0000a", "a\u0000")) {
      assertEquals(text.equals(other), Fingerprints.of(text) == Fingerprints.of(other));
    }
  }

  @Test
  void similarTextsDiffer() {
    Set<Long> all = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      all.add(Fingerprints.of("group-" + i));
      all.add(Fingerprints.of(i + "-group"));
    }
    assertEquals(200_000, all.size());
  }
}
