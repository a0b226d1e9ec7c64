package org.suanwang.scheduling.check;

import java.util.Collection;
import java.util.Comparator;

/** Guesses what a misspelt name was meant to be. */
public final class Suggestion {
  private static final int LENGTH_MAX = 100;
  private static final int LISTED_MAX = 10;

  private Suggestion() {}

  /** A remedy that names the candidate with the smallest edit distance, or says there is none. */
  public static String remedy(String name, Collection<String> candidates) {
    String cut = name.substring(0, Math.min(name.length(), LENGTH_MAX));
    return candidates.stream()
        .min(Comparator.comparingInt((String c) -> distance(cut, c)).thenComparing(c -> c))
        .map(nearest -> "did you mean " + nearest + "? Known: " + listed(candidates))
        .orElse("none are known");
  }

  private static String listed(Collection<String> candidates) {
    String first = String.join(", ", candidates.stream().sorted().limit(LISTED_MAX).toList());
    return candidates.size() > LISTED_MAX ? first + ", …" : first;
  }

  /** Levenshtein 1965. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
