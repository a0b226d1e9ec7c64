package org.suanwang.catalog.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The known names that a misspelt or shortened one probably means. */
public final class Suggestion {
  private static final int LENGTH_MAX = 100;
  private static final int DISTANCE_MIN = 2;
  private static final int NEAREST_MAX = 3;

  private Suggestion() {}

  /**
   * At most three known names: those that hold the given one whole, then those that differ in a
   * third of the letters at most; of each the nearest by edit distance first, equally near ones by
   * letters.
   */
  public static List<String> nearest(String name, Collection<String> known) {
    if (name.isBlank() || name.length() > LENGTH_MAX) {
      return List.of();
    }
    String plain = name.toLowerCase(Locale.ROOT);
    int distanceMax = Math.max(DISTANCE_MIN, plain.length() / 3);
    return known.stream()
        .filter(k -> distance(plain, k) <= distanceMax || holds(k, plain))
        .sorted(
            Comparator.comparing((String k) -> !holds(k, plain))
                .thenComparingInt(k -> distance(plain, k))
                .thenComparing(Comparator.naturalOrder()))
        .limit(NEAREST_MAX)
        .toList();
  }

  private static boolean holds(String known, String plain) {
    return plain.length() > DISTANCE_MIN && known.toLowerCase(Locale.ROOT).contains(plain);
  }

  /** A remedy: what is always true, and before it the nearest names where there are any. */
  public static String remedy(String name, Collection<String> known, String always) {
    List<String> nearest = nearest(name, known);
    return nearest.isEmpty()
        ? always
        : "did you mean " + String.join(" or ", nearest) + "? " + always;
  }

  /** Levenshtein's distance, regardless of case in the known name. */
  private static int distance(String plain, String known) {
    String other = known.toLowerCase(Locale.ROOT);
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= plain.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (plain.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
