package org.suanwang.scheduling.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.suanwang.scheduling.rounds.ActiveJobs;
import org.suanwang.scheduling.rounds.SharePolicy;
import org.suanwang.scheduling.rounds.Shares;

/**
 * Max-min fairness aware of throughputs as Gavel's authors solve it: only the smallest throughput
 * is made as large as can be, and what else is equally good is the solver's choice, which is the
 * middle of it ({@link CentralProgramme}). So each job has some of every device type, and beside
 * every other job, as far as that costs the one with least nothing. Jobs of one type are alike.
 */
final class CentralMaxMinFairness implements SharePolicy {
  private final boolean areShared;

  /**
   * A policy.
   *
   * @param areShared whether two jobs may be on one device
   */
  CentralMaxMinFairness(boolean areShared) {
    this.areShared = areShared;
  }

  @Override
  public String name() {
    return areShared ? "LAS, sharing" : "LAS, aware";
  }

  @Override
  public boolean servesTypesInOrder() {
    return true;
  }

  @Override
  public Shares shares(ActiveJobs jobs) {
    int[] classes = Arrays.stream(jobs.types()).distinct().toArray();
    List<Integer> numbered = Arrays.stream(classes).boxed().toList();
    int[] classOf = Arrays.stream(jobs.types()).map(numbered::indexOf).toArray();
    double[][][] pairs = new double[classes.length][classes.length][];
    double[][] alone = new Rows(jobs, classes, classOf, areShared).find(pairs);
    double[][] each = new double[classOf.length][];
    Arrays.setAll(each, job -> alone[classOf[job]]);
    List<Shares.Pair> shared = new ArrayList<>();
    for (int i = 0; i < classOf.length && areShared; i++) {
      for (int j = i + 1; j < classOf.length; j++) {
        shared.add(new Shares.Pair(i, j, pairs[classOf[i]][classOf[j]]));
      }
    }
    return new Shares(each, shared);
  }

  /** For each class what it reaches, and its time; for each device type how much of it is used. */
  private static final class Rows {
    private final ActiveJobs jobs;
    private final int[] classes;
    private final double[] counts;
    private final double[] equal;
    private final int deviceTypes;
    private final boolean areShared;
    private final CentralProgramme programme;

    Rows(ActiveJobs jobs, int[] classes, int[] classOf, boolean areShared) {
      this.jobs = jobs;
      this.classes = classes;
      this.deviceTypes = jobs.devices().length;
      this.areShared = areShared;
      this.counts = new double[classes.length];
      Arrays.stream(classOf).forEach(c -> counts[c]++);
      this.equal = Arrays.stream(classes).mapToDouble(this::withEqualShare).toArray();
      double[] limits = new double[2 * classes.length + deviceTypes];
      Arrays.fill(limits, classes.length, 2 * classes.length, 1);
      Arrays.setAll(
          limits, i -> i < 2 * classes.length ? limits[i] : jobs.devices()[i - 2 * classes.length]);
      this.programme = new CentralProgramme(limits);
    }

    private double withEqualShare(int type) {
      double sum = 0;
      for (int k = 0; k < deviceTypes; k++) {
        sum += jobs.matrix().stepsPerSecond()[type][k] * jobs.devices()[k];
      }
      return sum / Arrays.stream(jobs.devices()).sum();
    }

    double[][] find(double[][][] pairs) {
      int[][] own = new int[classes.length][deviceTypes];
      int[][][] shared = new int[classes.length][classes.length][deviceTypes];
      for (int a = 0; a < classes.length; a++) {
        for (int k = 0; k < deviceTypes; k++) {
          own[a][k] = addAlone(a, k);
          for (int b = a; b < classes.length && areShared; b++) {
            shared[a][b][k] = b == a ? addWithin(a, k) : addBetween(a, b, k);
          }
        }
      }
      addRest();
      double[] x = programme.leastCost();
      for (int a = 0; a < classes.length; a++) {
        for (int b = a; b < classes.length; b++) {
          pairs[a][b] = Arrays.stream(shared[a][b]).mapToDouble(c -> c < 0 ? 0 : x[c]).toArray();
          pairs[b][a] = pairs[a][b];
        }
      }
      return Arrays.stream(own)
          .map(row -> Arrays.stream(row).mapToDouble(c -> x[c]).toArray())
          .toArray(double[][]::new);
    }

    private int addAlone(int a, int k) {
      double worth = jobs.matrix().stepsPerSecond()[classes[a]][k] / equal[a];
      int[] rows = {a, classes.length + a, 2 * classes.length + k};
      return programme.add(rows, new double[] {worth, 1, counts[a]}, 0, counts[a]);
    }

    /** What a unit is worth is what a job has in each of its pairs, times the partners. */
    private int addWithin(int a, int k) {
      double partners = counts[a] - 1;
      if (partners == 0) {
        return -1;
      }
      double pairs = counts[a] * partners / 2;
      double[] values = {worth(a, a, k) * partners, partners, pairs};
      int[] rows = {a, classes.length + a, 2 * classes.length + k};
      return programme.add(rows, values, 0, pairs);
    }

    private int addBetween(int a, int b, int k) {
      double pairs = counts[a] * counts[b];
      int[] rows = {a, classes.length + a, b, classes.length + b, 2 * classes.length + k};
      double[] values = {
        worth(a, b, k) * counts[b], counts[b], worth(b, a, k) * counts[a], counts[a], pairs
      };
      return programme.add(rows, values, 0, pairs);
    }

    private double worth(int a, int b, int k) {
      return jobs.matrix().sharedStepsPerSecond()[classes[a]][classes[b]][k] / equal[a];
    }

    /** The smallest throughput, what each has above it, and what is left of times and devices. */
    private void addRest() {
      int[] all = new int[classes.length];
      double[] less = new double[classes.length];
      Arrays.setAll(all, i -> i);
      Arrays.fill(less, -1);
      programme.add(all, less, -1, 1);
      for (int a = 0; a < classes.length; a++) {
        programme.add(new int[] {a}, new double[] {-1}, 0, counts[a]);
        programme.add(new int[] {classes.length + a}, new double[] {1}, 0, counts[a]);
      }
      for (int k = 0; k < deviceTypes; k++) {
        programme.add(new int[] {2 * classes.length + k}, new double[] {1}, 0, 1);
      }
    }
  }
}
