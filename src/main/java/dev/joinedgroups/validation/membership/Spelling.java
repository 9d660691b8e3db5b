package dev.joinedgroups.validation.membership;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name somebody meant. */
final class Spelling {
  private static final int LONGEST = 64;

  private Spelling() {}

  /**
   * The candidate with the fewest edits from {@code word}, without case; null when none is near (a
   * third of the word's letters, two at least, and less than the word).
   */
  static @Nullable String nearest(String word, Iterable<String> candidates) {
    if (word.length() > LONGEST) {
      return null;
    }
    String wanted = word.toLowerCase(Locale.ROOT);
    int best = Math.min(Math.max(2, wanted.length() / 3), wanted.length() - 1) + 1;
    String nearest = null;
    for (String candidate : candidates) {
      int edits = edits(wanted, candidate.toLowerCase(Locale.ROOT));
      if (edits < best) {
        best = edits;
        nearest = candidate;
      }
    }
    return nearest;
  }

  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= from.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int substituted = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(substituted, Math.min(row[column], row[column - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
