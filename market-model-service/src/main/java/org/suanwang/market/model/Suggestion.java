package org.suanwang.market.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name that a misspelt one probably means. */
public final class Suggestion {
  private static final int LENGTH_MAX = 100;

  private Suggestion() {}

  /** The nearest of the known names by edit distance; of equally near ones the first by letters. */
  public static Optional<String> nearest(String name, Collection<String> known) {
    if (name.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    int distanceMax = Math.max(2, name.length() / 3);
    return known.stream()
        .sorted()
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
        .filter(candidate -> distance(name, candidate) <= distanceMax);
  }

  /** A remedy that names the nearest, or says where all names are. */
  public static String remedy(String name, Collection<String> known, String otherwise) {
    return nearest(name, known).map(n -> "did you mean \"" + n + "\"?").orElse(otherwise);
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
