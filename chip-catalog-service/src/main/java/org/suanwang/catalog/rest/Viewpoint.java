package org.suanwang.catalog.rest;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.check.InvalidInputException;

/**
 * The two days of a question about what was believed on the one about the other, see {@link
 * Dossier#believed}.
 *
 * @param said nothing that sources said later counts, but for corrections
 * @param known nothing that was entered later counts
 */
record Viewpoint(LocalDate said, LocalDate known) {
  static final String AS_OF = "asOf";
  static final String KNOWN_ON = "knownOn";

  /** Everything that is known. */
  static final Viewpoint NOW = new Viewpoint(LocalDate.MAX, LocalDate.MAX);

  /**
   * Reads query parameters.
   *
   * @throws InvalidInputException if one is no day
   */
  static Viewpoint of(@Nullable String asOf, @Nullable String knownOn) {
    return new Viewpoint(
        Parameters.date(AS_OF, asOf).orElse(LocalDate.MAX),
        Parameters.date(KNOWN_ON, knownOn).orElse(LocalDate.MAX));
  }

  boolean isNow() {
    return equals(NOW);
  }

  /** What is left of a query's parameters without those of the viewpoint. */
  static Map<String, List<String>> without(Map<String, List<String>> parameters) {
    Map<String, List<String>> others = new HashMap<>(parameters);
    others.remove(AS_OF);
    others.remove(KNOWN_ON);
    return others;
  }
}
