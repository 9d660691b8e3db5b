package dev.joinedgroups.diagnostics;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what was probably meant. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * The candidate nearest to what was written.
   *
   * @return a candidate that differs only in case or in {@code _} and {@code -}, else the one with
   *     the fewest edits (insert, delete, replace, swap) if these are at most a third of its
   *     length; null when none is near enough. The first of equally near ones wins.
   */
  public static @Nullable String nearest(String written, Collection<String> candidates) {
    String wanted = folded(written);
    String best = null;
    int bestEdits = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      String folded = folded(candidate);
      int allowed = Math.max(1, Math.min(folded.length(), wanted.length()) / 3);
      if (Math.abs(folded.length() - wanted.length()) <= allowed) {
        int edits = edits(wanted, folded);
        if (edits <= allowed && edits < bestEdits) {
          best = candidate;
          bestEdits = edits;
        }
      }
    }
    return best;
  }

  /** The name without case, {@code _}, {@code -} and blanks. */
  public static String folded(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && c != '-' && c != ' ') {
        folded.append(c);
      }
    }
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  /** The optimal string alignment distance. */
  public static int edits(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        current[j] = swapped ? Math.min(best, before[j - 2] + 1) : best;
      }
      int[] spare = before;
      before = previous;
      previous = current;
      current = spare;
    }
    return previous[b.length()];
  }
}
