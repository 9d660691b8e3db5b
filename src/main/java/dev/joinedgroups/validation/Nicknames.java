package dev.joinedgroups.validation;

import dev.joinedgroups.definition.Definition;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.diagnostics.Place;
import dev.joinedgroups.diagnostics.Related;
import dev.joinedgroups.diagnostics.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Finds two definitions of one run with the same mail nickname, compared without case as mail
 * addresses are. Keeps for each only a 64-bit hash and a place in numbers, about 30 bytes, so that
 * a run may have any number of definitions.
 */
final class Nicknames {
  private final List<String> files = new ArrayList<>();
  private long[] hashes = new long[64];
  private int[] fileNumbers = new int[64];
  private int[] lines = new int[64];
  private int[] columns = new int[64];
  private int count;

  void check(Definition definition, Walk walk) {
    Node value = definition.object().get("mailNickname");
    if (!(value instanceof ScalarNode scalar) || !scalar.isString()) {
      return;
    }
    long hash = hash(scalar.text().toLowerCase(Locale.ROOT));
    if (count * 2 >= hashes.length) {
      grow();
    }
    int slot = slot(hash);
    if (hashes[slot] == hash) {
      walk.enter("mailNickname");
      walk.reportWith(
          Rule.DUPLICATE_NICKNAME,
          value,
          "another definition of this run has the mailNickname `"
              + Hints.shown(scalar.text())
              + "` too",
          "give each group a mailNickname of its own",
          new Related(first(slot), "first used here"));
      walk.leave();
      return;
    }
    Place place = value.place();
    int file = files.size() - 1;
    if (file < 0 || !files.get(file).equals(place.file())) {
      files.add(place.file());
      file++;
    }
    put(slot, hash, file, place.line(), place.column());
    count++;
  }

  private Place first(int slot) {
    int line = lines[slot];
    int column = columns[slot];
    return new Place(files.get(fileNumbers[slot]), line, column, line, column, null);
  }

  private void put(int slot, long hash, int file, int line, int column) {
    hashes[slot] = hash;
    fileNumbers[slot] = file;
    lines[slot] = line;
    columns[slot] = column;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldFiles = fileNumbers;
    int[] oldLines = lines;
    int[] oldColumns = columns;
    int size = oldHashes.length * 2;
    hashes = new long[size];
    fileNumbers = Arrays.copyOf(fileNumbers, size);
    lines = Arrays.copyOf(lines, size);
    columns = Arrays.copyOf(columns, size);
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldHashes[i] != 0) {
        put(slot(oldHashes[i]), oldHashes[i], oldFiles[i], oldLines[i], oldColumns[i]);
      }
    }
  }

  private int slot(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) (hash ^ (hash >>> 32)) & mask;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** FNV-1a over UTF-16 units, mixed; never 0, which marks a free slot. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash ^= hash >>> 33;
    return hash == 0 ? 1 : hash;
  }
}
