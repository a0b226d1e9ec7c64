package org.suanwang.scheduling.bound;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.bound.TypesTogether.Paces;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.linear.Simplex;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * What device time is worth in each group, if as much as possible is done of all work alike: the
 * prices of a linear programme with the device time of each kind of work in each group.
 */
final class DevicePrices {
  /** Cells of the tableau, 8 bytes each; what takes more is not solved. */
  private static final long CELLS_MAX = 1_000_000;

  /** Steps of paces together, the first that makes it small enough: prices may be of any paces. */
  private static final int[] GRAINS = {1, 8, 64, 256};

  private final int groups;
  private final List<Paces> kinds;
  private final int columns;

  private DevicePrices(int groups, List<Paces> kinds) {
    this.groups = groups;
    this.kinds = kinds;
    this.columns = 1 + kinds.size() * groups;
  }

  /**
   * Of a thousandth of a device for a second, such that all there is in a second costs 1; null
   * where all work may be done anywhere alike, and where there are too many kinds.
   *
   * @param work device time of each kind where it is fastest
   */
  static double @Nullable [] of(
      FleetLayout layout, Map<Paces, Double> work, Checkpoint checkpoint) {
    for (int grain : GRAINS) {
      Map<Paces, Double> rounded = new LinkedHashMap<>();
      work.forEach((paces, part) -> rounded.merge(paces.coarser(grain), part, Double::sum));
      var programme = new DevicePrices(layout.groups().size(), List.copyOf(rounded.keySet()));
      if (programme.cells() <= CELLS_MAX) {
        return programme.isAlike() ? null : programme.find(layout, rounded, checkpoint);
      }
    }
    return null;
  }

  private double @Nullable [] find(
      FleetLayout layout, Map<Paces, Double> work, Checkpoint checkpoint) {
    double all = work.values().stream().mapToDouble(d -> d).sum();
    double[] shares = kinds.stream().mapToDouble(k -> share(k, work, all)).toArray();
    double devices = layout.devices();
    double[] parts =
        layout.groups().stream().mapToDouble(group -> group.devices() / devices).toArray();
    double[] prices = solve(shares, parts, checkpoint);
    double sum = 0;
    for (int group = 0; group < prices.length; group++) {
      sum += prices[group] * parts[group];
    }
    for (int group = 0; group < prices.length; group++) {
      prices[group] /= sum * devices * TaskRequest.MILLI;
    }
    return sum > 0 ? prices : null;
  }

  private static double share(Paces kind, Map<Paces, Double> work, double all) {
    return work.getOrDefault(kind, 0.0) / all;
  }

  private boolean isAlike() {
    return kinds.stream().allMatch(k -> k.steps().stream().allMatch(step -> step == 0));
  }

  private long cells() {
    long rows = kinds.size() + groups + 1L;
    return rows * (columns + rows);
  }

  /**
   * The first column is how much is done of all work; rows of kinds come before those of groups.
   */
  private double[] solve(double[] shares, double[] parts, Checkpoint checkpoint) {
    double[][] constraints = new double[kinds.size() + groups][columns];
    double[] limits = new double[constraints.length];
    double[] objective = new double[columns];
    objective[0] = 1;
    System.arraycopy(parts, 0, limits, kinds.size(), groups);
    for (int kind = 0; kind < kinds.size(); kind++) {
      constraints[kind][0] = shares[kind];
      for (int group = 0; group < groups; group++) {
        if (kinds.get(kind).mayRun(group)) {
          int column = 1 + kind * groups + group;
          constraints[kind][column] = -1 / kinds.get(kind).times(group);
          constraints[kinds.size() + group][column] = 1;
        }
      }
    }
    Simplex solved = new Simplex(constraints, limits, new double[][] {objective}, checkpoint);
    return IntStream.range(0, groups).mapToDouble(g -> solved.price(0, kinds.size() + g)).toArray();
  }
}
