package dev.joinedgroups.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  /** Whatever is added, in any number and however often, is found where it was added. */
  @Test
  void areFoundWhereTheyWereAdded() {
    Fingerprints fingerprints = new Fingerprints();
    List<Long> added = new ArrayList<>();
    Random random = new Random(1);
    assertEquals(-1, fingerprints.find(0));
    for (int i = 0; i < 5000; i++) {
      // Many of the same, and many that differ only in what the table's slots are taken from.
      long one = random.nextInt(4) == 0 ? random.nextInt(300) : (long) random.nextInt(300) << 40;
      assertEquals(added.indexOf(one), fingerprints.find(one));
      assertEquals(i, fingerprints.add(one));
      added.add(one);
      assertEquals(added.size(), fingerprints.size());
      int above = random.nextInt(-1, added.size());
      int next = added.subList(above + 1, added.size()).indexOf(one);
      assertEquals(next < 0 ? -1 : above + 1 + next, fingerprints.find(one, above));
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
