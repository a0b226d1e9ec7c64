package org.suanwang.catalog.exportcontrol;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All rules that are known, by date. */
public record RuleBook(List<Rule> rules) {
  public RuleBook {
    rules =
        rules.stream()
            .sorted(Comparator.comparing(Rule::effective).thenComparing(Rule::id))
            .toList();
  }

  public Optional<Rule> find(String id) {
    return rules.stream().filter(r -> r.id().equals(id)).findFirst();
  }

  /** The rules in force on a day, oldest first. */
  public List<Rule> inForce(LocalDate on) {
    return rules.stream().filter(r -> isInForce(r, on)).toList();
  }

  /** The version of a family that is in force on a day. */
  public Optional<Rule> inForce(String family, LocalDate on) {
    return inForce(on).stream().filter(r -> r.family().equals(family)).findFirst();
  }

  private boolean isInForce(Rule rule, LocalDate on) {
    boolean isReplaced =
        rule.successor().flatMap(this::find).filter(s -> !on.isBefore(s.effective())).isPresent();
    return !on.isBefore(rule.effective()) && !isReplaced;
  }
}
