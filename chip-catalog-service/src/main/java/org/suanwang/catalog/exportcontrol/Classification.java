package org.suanwang.catalog.exportcontrol;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the export rules in force on a day say of an item. No legal advice: a licence also depends
 * on who sends what to whom for what use, which is not asked here.
 *
 * @param destination two letters: CN
 * @param tpp null when no peak counts
 * @param performanceDensity null when TPP or the applicable die area is not known
 * @param outcomes one a rule in force, oldest rule first; none before the first rule
 */
public record Classification(
    String accelerator,
    LocalDate on,
    String destination,
    @Nullable Tpp tpp,
    @Nullable PerformanceDensity performanceDensity,
    List<RuleOutcome> outcomes,
    List<String> notes) {
  public Classification {
    outcomes = List.copyOf(outcomes);
    notes = List.copyOf(notes);
  }

  /** What the version in force of a family of rules says: {@code 3A090}. */
  public Optional<RuleOutcome> find(String family) {
    return outcomes.stream().filter(o -> o.rule().family().equals(family)).findFirst();
  }
}
