package org.suanwang.scheduling.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site of the compute network.
 *
 * @param id stable slug
 * @param name for people
 * @param pue power usage effectiveness of the facility; null when nobody stated it
 * @param pools its nodes, in the order in which first-fit looks at them
 * @param racksPerSpine how many racks after each other hang on a spine; null when nobody told
 */
public record Hub(
    String id,
    String name,
    @Nullable Double pue,
    List<Pool> pools,
    @Nullable Integer racksPerSpine) {
  /** A hub of which no spines are known. */
  public Hub(String id, String name, @Nullable Double pue, List<Pool> pools) {
    this(id, name, pue, pools, null);
  }

  public Hub {
    pools = List.copyOf(pools);
  }
}
