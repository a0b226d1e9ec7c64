package org.suanwang.market.evaluation;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.suanwang.market.model.Model;
import org.suanwang.market.scenario.Assumptions;

/** The versions of the accelerator catalogue that numbers stand on. */
public final class CatalogueVersions {
  private CatalogueVersions() {}

  /** Those that any value of the model cites, in order. */
  public static List<String> of(Model model) {
    return versions(model.givens().stream());
  }

  /**
   * Those that values cite which the outputs are computed from and which are not overridden.
   *
   * @param outputs parameters or variables; empty for all variables
   */
  public static List<String> of(Model model, Assumptions assumptions, List<String> outputs) {
    if (of(model).isEmpty()) {
      return List.of();
    }
    List<String> wanted =
        outputs.isEmpty() ? model.variables().stream().map(v -> v.name()).toList() : outputs;
    Set<String> needed = Calculation.needed(model, assumptions, wanted);
    return versions(
        model.givens().stream()
            .filter(g -> needed.contains(g.key()) && assumptions.find(g.key()).isEmpty()));
  }

  private static List<String> versions(Stream<Model.Given> givens) {
    return givens
        .flatMap(g -> Stream.ofNullable(g.value().catalogue()))
        .map(c -> c.version())
        .distinct()
        .sorted()
        .toList();
  }
}
