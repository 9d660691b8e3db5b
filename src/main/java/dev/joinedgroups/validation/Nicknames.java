package dev.joinedgroups.validation;

import dev.joinedgroups.definition.Definition;
import dev.joinedgroups.definition.Fingerprints;
import dev.joinedgroups.definition.Longs;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.diagnostics.Place;
import dev.joinedgroups.diagnostics.Related;
import dev.joinedgroups.diagnostics.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds two definitions of one run with the same mail nickname, compared without case as mail
 * addresses are. Keeps for each only a 64-bit fingerprint and a place in numbers, 27 bytes at most,
 * so that a run may have any number of definitions.
 */
final class Nicknames {
  private final Fingerprints nicknames = new Fingerprints();

  /** The line in the upper half, the column in the lower. */
  private final Longs places = new Longs();

  private final List<String> files = new ArrayList<>();

  /** The first index that belongs to each of the files. */
  private final List<Integer> fileStarts = new ArrayList<>();

  void check(Definition definition, Walk walk) {
    Node value = definition.object().get("mailNickname");
    if (!(value instanceof ScalarNode scalar) || !scalar.isString()) {
      return;
    }
    long fingerprint = Fingerprints.of(scalar.text().toLowerCase(Locale.ROOT));
    int first = nicknames.find(fingerprint);
    if (first >= 0) {
      walk.enter("mailNickname");
      walk.reportWith(
          Rule.DUPLICATE_NICKNAME,
          value,
          "another definition of this run has the mailNickname `"
              + Hints.shown(scalar.text())
              + "` too",
          "give each group a mailNickname of its own",
          new Related(place(first), "first used here"));
      walk.leave();
      return;
    }
    int index = nicknames.add(fingerprint);
    places.add((long) value.line() << 32 | value.column());
    String file = value.source().file();
    if (files.isEmpty() || !files.getLast().equals(file)) {
      files.add(file);
      fileStarts.add(index);
    }
  }

  private Place place(int index) {
    int file = 0;
    while (file + 1 < files.size() && fileStarts.get(file + 1) <= index) {
      file++;
    }
    long at = places.get(index);
    int line = (int) (at >>> 32);
    int column = (int) at;
    return new Place(files.get(file), line, column, line, column, null);
  }
}
