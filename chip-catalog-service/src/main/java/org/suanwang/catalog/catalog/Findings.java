package org.suanwang.catalog.catalog;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the integrity rules found: kept by subject, so that a write has only the rules of its own
 * subject run again.
 *
 * @param bySubject what rules about single subjects found, by the subject's id
 * @param general what rules about the catalogue as a whole found
 * @param all both, errors first
 */
public record Findings(
    Map<String, List<Finding>> bySubject, List<Finding> general, List<Finding> all) {
  /** Puts both together. */
  public static Findings of(Map<String, List<Finding>> bySubject, List<Finding> general) {
    List<Finding> all =
        Stream.concat(bySubject.values().stream().flatMap(List::stream), general.stream())
            .sorted(Finding.ORDER)
            .toList();
    return new Findings(Map.copyOf(bySubject), List.copyOf(general), all);
  }
}
