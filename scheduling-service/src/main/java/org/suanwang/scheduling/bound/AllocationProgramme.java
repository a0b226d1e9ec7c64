package org.suanwang.scheduling.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.linear.Simplex;

/**
 * How much of all device time tasks can hold at most beside the CPU and memory of the nodes: a
 * linear programme with the device time of each kind of request on each kind of pool, bounded by
 * what the pools have of devices, CPU and memory and by how much there is of the kind. Tasks may be
 * as fine as sand in it, but only on nodes that would hold one of them.
 *
 * <p>The answer is what the prices come to that the simplex method ends with. Whatever prices are,
 * they come to no less than is possible (weak duality), so rounding makes no bound too tight.
 */
final class AllocationProgramme {
  /** Cells of the tableau, 8 bytes each; what takes more is not solved. */
  private static final long CELLS_MAX = 1_000_000;

  /** To {@link Kind#rounded round} with, the first that makes it small enough. */
  private static final int[] GRAINS = {0, 16, 4, 1};

  /** Devices, CPU, memory. */
  private static final int RESOURCES = 3;

  private final double[] amounts;
  private final double[] devices;
  private final List<Variable> variables = new ArrayList<>();

  /** Device time of a kind of request on a kind of pool. */
  private static final class Variable {
    private final int kind;
    private final int pool;

    /** Of each resource, what the pool has of it counting as its devices. */
    private final double[] needs;

    Variable(int number, Kind kind, int pool, PoolKind on) {
      this.kind = number;
      this.pool = pool;
      needs = new double[] {1, kind.cpu() / on.cpu(), kind.memory() / on.memory()};
    }
  }

  private AllocationProgramme(Map<Kind, Double> requests, Map<PoolKind, Double> fleet) {
    amounts = requests.values().stream().mapToDouble(d -> d).toArray();
    devices = fleet.values().stream().mapToDouble(d -> d).toArray();
    List<Kind> kinds = List.copyOf(requests.keySet());
    int number = 0;
    for (PoolKind pool : fleet.keySet()) {
      for (int i = pool.kinds().nextSetBit(0); i >= 0; i = pool.kinds().nextSetBit(i + 1)) {
        variables.add(new Variable(i, kinds.get(i), number, pool));
      }
      number++;
    }
  }

  /**
   * The greatest share of all device time that can be held.
   *
   * @param requests what share of it each kind may hold
   * @param byDevices what is possible by devices alone, which is the answer where neither CPU nor
   *     memory is ever short, and where there are too many kinds
   * @param checkpoint passed in each step
   */
  static double most(
      FleetLayout layout, Map<Kind, Double> requests, double byDevices, Checkpoint checkpoint) {
    if (!isShort(layout, requests)) {
      return byDevices;
    }
    for (int grain : GRAINS) {
      Map<Kind, Double> rounded = new LinkedHashMap<>();
      requests.forEach((kind, share) -> rounded.merge(kind.rounded(grain), share, Double::sum));
      AllocationProgramme one =
          new AllocationProgramme(rounded, PoolKind.of(layout, rounded.keySet()));
      if (one.cells() <= CELLS_MAX) {
        return Math.min(byDevices, one.most(checkpoint));
      }
    }
    return byDevices;
  }

  private static boolean isShort(FleetLayout layout, Map<Kind, Double> requests) {
    return requests.keySet().stream()
        .anyMatch(
            kind ->
                layout.pools().stream()
                    .filter(pool -> kind.pools().get(pool.index()))
                    .anyMatch(
                        pool ->
                            kind.cpu() > PoolKind.besideDevice(Resource.CPU, pool)
                                || kind.memory() > PoolKind.besideDevice(Resource.MEMORY, pool)));
  }

  private long cells() {
    return (limits() + 1L) * (variables.size() + limits() + 1L);
  }

  private int limits() {
    return devices.length * RESOURCES + amounts.length;
  }

  private static int row(int pool, int resource) {
    return pool * RESOURCES + resource;
  }

  private int rowOfKind(int kind) {
    return devices.length * RESOURCES + kind;
  }

  private double most(Checkpoint checkpoint) {
    double[][] constraints = new double[limits()][variables.size()];
    double[] limits = new double[limits()];
    for (int row = 0; row < devices.length * RESOURCES; row++) {
      limits[row] = devices[row / RESOURCES];
    }
    System.arraycopy(amounts, 0, limits, rowOfKind(0), amounts.length);
    double[] objective = new double[variables.size()];
    Arrays.fill(objective, 1);
    for (int column = 0; column < objective.length; column++) {
      Variable variable = variables.get(column);
      constraints[rowOfKind(variable.kind)][column] = 1;
      for (int resource = 0; resource < RESOURCES; resource++) {
        constraints[row(variable.pool, resource)][column] = variable.needs[resource];
      }
    }
    return worth(new Simplex(constraints, limits, new double[][] {objective}, checkpoint));
  }

  /** What everything comes to at the prices: each kind at the least that covers its gain. */
  private double worth(Simplex solved) {
    double worth = 0;
    for (int row = 0; row < devices.length * RESOURCES; row++) {
      worth += solved.price(0, row) * devices[row / RESOURCES];
    }
    double[] gains = new double[amounts.length];
    for (Variable variable : variables) {
      double gain = 1;
      for (int resource = 0; resource < RESOURCES; resource++) {
        gain -= variable.needs[resource] * solved.price(0, row(variable.pool, resource));
      }
      gains[variable.kind] = Math.max(gains[variable.kind], gain);
    }
    for (int kind = 0; kind < amounts.length; kind++) {
      worth += gains[kind] * amounts[kind];
    }
    return worth;
  }
}
