package org.suanwang.scheduling.bound;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.workload.JobTable;

/**
 * All devices as one machine, where types are fast for some jobs and slow for others. Device time
 * has a price in each group, such that all there is in a second costs 1. A job costs at least what
 * it does where it is cheapest, also if it moves, and together they cost no more than there is:
 * that holds for any prices. Those taken are the prices of the linear programme in which the most
 * is done of all work alike (Lawler and Labetoulle 1978, with jobs cut up at will).
 */
final class TypesTogether implements Supply {
  private final double perSecond;
  private final double[] costs;

  /** How long a job runs with all of its devices in a group at the shortest, s. */
  @FunctionalInterface
  interface Seconds {
    long of(int job, int group);
  }

  /** Jobs that last alike where they may run; what one of them tells holds for about all. */
  private record Kind(int jobClass, int request, int tasks, int tasksMin, @Nullable String region) {
    static Kind of(JobTable jobs, int job) {
      return new Kind(
          jobs.classIndex(job),
          jobs.requestIndex(job),
          jobs.tasks(job),
          jobs.tasksMin(job),
          jobs.regionRequired(job) ? jobs.region(job) : null);
    }
  }

  /** The jobs of a kind. */
  private static final class Alike {
    private final int[] groups;
    private final Paces paces;
    private double work;

    Alike(int job, int[] groups, Seconds seconds, FleetLayout layout) {
      this.groups = groups;
      this.paces = Paces.of(job, groups, seconds, layout);
    }
  }

  private TypesTogether(double[] costs, double perSecond) {
    this.costs = costs;
    this.perSecond = perSecond;
  }

  /**
   * What all jobs cost; null where it tells no more than the sum of all devices does.
   *
   * @param shortestRun of each job, s; 0 for one that can never start
   * @param mostTogether how much more devices do at most, where two jobs share them
   * @param checkpoint passed for each job, and in each step of the programme
   */
  static @Nullable TypesTogether find(
      SimulationInput input,
      long[] shortestRun,
      Seconds seconds,
      double mostTogether,
      Checkpoint checkpoint) {
    FleetLayout layout = input.layout();
    if (layout.groups().stream().filter(group -> group.devices() > 0).count() < 2) {
      return null;
    }
    JobTable jobs = input.jobs();
    Map<Kind, Alike> kinds = new LinkedHashMap<>();
    for (int job = 0; job < shortestRun.length; job++) {
      checkpoint.pass();
      if (needsDevices(job, jobs, shortestRun)) {
        int number = job;
        Alike alike =
            kinds.computeIfAbsent(
                Kind.of(jobs, job), k -> new Alike(number, groups(input, k), seconds, layout));
        alike.work += (double) jobs.milliDevices(job) * shortestRun[job];
      }
    }
    Map<Paces, Double> work = new LinkedHashMap<>();
    kinds.values().forEach(alike -> work.merge(alike.paces, alike.work, Double::sum));
    double[] prices = DevicePrices.of(layout, work, checkpoint);
    if (prices == null) {
      return null;
    }
    double[] costs = new double[shortestRun.length];
    for (int job = 0; job < costs.length; job++) {
      checkpoint.pass();
      if (needsDevices(job, jobs, shortestRun)) {
        int[] groups = Objects.requireNonNull(kinds.get(Kind.of(jobs, job))).groups;
        costs[job] = jobs.milliDevices(job) * cheapest(job, groups, seconds, prices);
      }
    }
    return new TypesTogether(costs, mostTogether);
  }

  private static boolean needsDevices(int job, JobTable jobs, long[] shortestRun) {
    return shortestRun[job] > 0 && jobs.milliDevices(job) > 0;
  }

  private static int[] groups(SimulationInput input, Kind kind) {
    FleetLayout layout = input.layout();
    return IntStream.of(input.admission().groupsOf(kind.request()))
        .filter(
            g -> kind.region() == null || kind.region().equals(layout.hub(layout.group(g)).id()))
        .toArray();
  }

  /** Run times are rounded up, of which a job that moves may save a part. */
  private static double cheapest(int job, int[] groups, Seconds seconds, double[] prices) {
    double least = Double.POSITIVE_INFINITY;
    for (int group : groups) {
      long whole = seconds.of(job, group);
      least = Math.min(least, prices[group] * (double) (groups.length == 1 ? whole : whole - 1));
    }
    return least == Double.POSITIVE_INFINITY ? 0 : least;
  }

  @Override
  public String name() {
    return "capacity of all device types together";
  }

  @Override
  public @Nullable String deviceType() {
    return null;
  }

  @Override
  public double perSecond() {
    return perSecond;
  }

  @Override
  public boolean isFor(int job) {
    return true;
  }

  @Override
  public double work(int job, long runSeconds) {
    return costs[job];
  }

  /**
   * How much longer jobs last in each group than where they are fastest, rounded to parts of a
   * doubling; {@link #NEVER} where they must not run.
   */
  record Paces(List<Integer> steps) {
    static final int NEVER = -1;

    /** Steps to a doubling. */
    private static final int GRAIN = 64;

    static Paces of(int job, int[] groups, Seconds seconds, FleetLayout layout) {
      Integer[] steps = new Integer[layout.groups().size()];
      Arrays.fill(steps, NEVER);
      double least = IntStream.of(groups).mapToDouble(g -> seconds.of(job, g)).min().orElse(1);
      for (int group : groups) {
        double longer = Math.max(1, seconds.of(job, group) / Math.max(1, least));
        steps[group] = (int) Math.round(StrictMath.log(longer) / StrictMath.log(2) * GRAIN);
      }
      return new Paces(List.of(steps));
    }

    double times(int group) {
      return StrictMath.pow(2, steps.get(group) / (double) GRAIN);
    }

    /** The same in steps so many times as large. */
    Paces coarser(int by) {
      return new Paces(
          steps.stream().map(s -> s == NEVER ? s : by * Math.round(s / (float) by)).toList());
    }

    boolean mayRun(int group) {
      return steps.get(group) != NEVER;
    }
  }
}
