package org.suanwang.scheduling.cluster;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.energy.EnergyTerms;

/**
 * A site of the compute network.
 *
 * @param id stable slug
 * @param name for people
 * @param pue power usage effectiveness of the facility at all hours; null when nobody stated it, or
 *     it was stated by hours
 * @param pools its nodes, in the order in which first-fit looks at them
 * @param racksPerSpine how many racks after each other hang on a spine; null when nobody told
 * @param energy what was said of its energy by the hours of the day
 */
public record Hub(
    String id,
    String name,
    @Nullable Double pue,
    List<Pool> pools,
    @Nullable Integer racksPerSpine,
    EnergyTerms energy) {
  /** A hub of whose energy nothing else is known. */
  public Hub(
      String id,
      String name,
      @Nullable Double pue,
      List<Pool> pools,
      @Nullable Integer racksPerSpine) {
    this(id, name, pue, pools, racksPerSpine, EnergyTerms.NONE);
  }

  /** A hub of which no spines are known. */
  public Hub(String id, String name, @Nullable Double pue, List<Pool> pools) {
    this(id, name, pue, pools, null);
  }

  /** What was kept before energy went by hours says nothing of them. */
  public Hub {
    pools = List.copyOf(pools);
    energy = Objects.requireNonNullElse(energy, EnergyTerms.NONE);
  }

  /** The PUE of each hour of the local day, or one for all of them, or none. */
  public List<Double> pues() {
    return pue == null ? energy.pueByHour() : List.of(pue);
  }

  /** The PUE, or the mean of those of the hours; null when nobody stated any. */
  public @Nullable Double pueMean() {
    List<Double> all = pues();
    double sum = 0;
    for (double one : all) {
      sum += one;
    }
    return all.isEmpty() ? null : (Double) (sum / all.size());
  }
}
