package org.suanwang.catalog.exportcontrol;

import java.util.List;
import java.util.Optional;

/**
 * What a rule says in one world.
 *
 * @param outcome the paragraph, or that there is none
 * @param met every paragraph that is met, most severe first
 */
record Judgement(World world, Verdict verdict, String outcome, List<String> met) {
  Judgement {
    met = List.copyOf(met);
  }

  /** The paragraph that the item is controlled under here. */
  Optional<String> paragraph() {
    return verdict == Verdict.CONTROLLED ? Optional.of(outcome) : Optional.empty();
  }

  static Judgement of(Rule rule, Optional<Rule> base, World world) {
    Optional<String> paragraph = base.flatMap(b -> of(b, Optional.empty(), world).paragraph());
    boolean isControl = rule.kind() == Rule.Kind.CONTROL;
    Verdict none = isControl ? Verdict.NOT_CONTROLLED : Verdict.DOES_NOT_APPLY;
    String nothing = isControl ? "not controlled" : "does not apply";
    for (Clause exclusion : rule.exclusions()) {
      if (world.meets(exclusion, paragraph)) {
        return new Judgement(world, none, nothing + " (" + exclusion.name() + ")", List.of());
      }
    }
    List<String> met =
        rule.clauses().stream().filter(c -> world.meets(c, paragraph)).map(Clause::name).toList();
    if (met.isEmpty()) {
      return new Judgement(world, none, nothing, met);
    }
    Verdict some = isControl ? Verdict.CONTROLLED : Verdict.APPLIES;
    return new Judgement(world, some, met.getFirst(), met);
  }
}
