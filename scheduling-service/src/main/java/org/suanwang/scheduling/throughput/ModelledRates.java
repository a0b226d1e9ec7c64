package org.suanwang.scheduling.throughput;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.DeviceRates;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.RequestTerms;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;
import org.suanwang.scheduling.workload.WorkUnit;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * Run times by what a request says of throughput: of each kind of jobs on each device type, on as
 * few nodes as will hold the gang and on more, × what the level of its spread leaves.
 */
public final class ModelledRates implements RunRates {
  /** Kinds of jobs × device types of one run. */
  public static final int CELLS_MAX = 200_000;

  /** Below this two rates are the same. */
  private static final double TOLERANCE = 1e-9;

  private final JobTable jobs;
  private final RateModel model;
  private final DeviceRates peaks;
  private final GroupTypes types;
  private final JobKinds kinds;
  private final double[] consolidated;
  private final double[] spreadOut;
  private final double[] reference;
  private final double[] factorOfLevel;
  private final double[] slowestUpTo;
  private final double[] fastestUpTo;
  private final boolean looksAtSpread;
  private final List<Missing> missing = new ArrayList<>();
  private final Map<Part, Double> parts = new HashMap<>();

  /** Some tasks of a kind of jobs on a type. */
  private record Part(int cell, int tasks) {}

  /**
   * A job of which nothing tells how fast it is on a device type it may run on.
   *
   * @param job its row, the first of its kind
   * @param deviceType id; that of its reference device among them
   */
  public record Missing(int job, String deviceType) {}

  /** Of a run; the jobs need not be timed. */
  public ModelledRates(FleetLayout layout, JobTable jobs, ThroughputRule rule) {
    this.jobs = jobs;
    model = new RateModel(rule, layout.fleet());
    peaks = new DeviceRates(layout.fleet());
    types = new GroupTypes(layout);
    kinds = new JobKinds(jobs);
    int cells = Math.toIntExact(cells(kinds.size(), types.size()));
    consolidated = new double[cells];
    spreadOut = new double[cells];
    reference = new double[kinds.size()];
    for (int kind = 0; kind < kinds.size(); kind++) {
      measure(kind, layout);
    }
    factorOfLevel = factors(rule.levels());
    slowestUpTo = factorOfLevel.clone();
    fastestUpTo = factorOfLevel.clone();
    for (int level = 1; level < factorOfLevel.length; level++) {
      slowestUpTo[level] = Math.min(slowestUpTo[level - 1], factorOfLevel[level]);
      fastestUpTo[level] = Math.max(fastestUpTo[level - 1], factorOfLevel[level]);
    }
    int hub = TopologyLevel.HUB.height();
    looksAtSpread = slowestUpTo[hub] < fastestUpTo[hub] || !Arrays.equals(consolidated, spreadOut);
  }

  /** Whether anything is said of throughput, or work told in another unit than seconds. */
  public static boolean areAskedFor(JobTable jobs, ThroughputRule rule) {
    return !rule.saysNothing() || jobs.hasOtherWork();
  }

  /** How many rates a run would have. */
  public static long cells(JobTable jobs, FleetLayout layout) {
    return (long) new JobKinds(jobs).size() * new GroupTypes(layout).size();
  }

  private static long cells(long kinds, long types) {
    if (kinds * types > CELLS_MAX) {
      throw new IllegalArgumentException("more than " + CELLS_MAX + " rates");
    }
    return kinds * types;
  }

  private static double[] factors(List<LevelFactor> levels) {
    double[] factors = new double[TopologyLevel.values().length];
    Arrays.fill(factors, 1);
    levels.forEach(l -> factors[l.level().height()] = l.share());
    return factors;
  }

  private void measure(int kind, FleetLayout layout) {
    int job = kinds.example(kind);
    TaskRequest request = jobs.request(job);
    for (int group : layout.eligibleGroups(request)) {
      int cell = kind * types.size() + types.ofGroup(group);
      if (consolidated[cell] == 0) {
        String type = types.type(types.ofGroup(group));
        consolidated[cell] = perSecond(job, type, true);
        spreadOut[cell] = perSecond(job, type, false);
        boolean isReference = request.referenceDevice() == null && reference[kind] == 0;
        reference[kind] = isReference ? consolidated[cell] : reference[kind];
      }
    }
    String stated = request.referenceDevice();
    if (request.terms().unit() == WorkUnit.SECONDS) {
      reference[kind] = 1;
    } else if (stated != null) {
      reference[kind] = perSecond(job, stated, true);
    }
  }

  /** 0 and a note when nothing tells it. */
  private double perSecond(int job, @Nullable String type, boolean isConsolidated) {
    Rate rate = find(job, type, isConsolidated);
    if (rate == null) {
      Missing one = new Missing(job, Objects.requireNonNullElse(type, "CPU"));
      if (!missing.contains(one) && missing.size() < WorkloadLimits.DEVICE_TYPES_MAX) {
        missing.add(one);
      }
      return 0;
    }
    return rate.perSecond();
  }

  private @Nullable Rate find(int job, @Nullable String type, boolean isConsolidated) {
    TaskRequest request = jobs.request(job);
    if (type == null || !request.needsDevices()) {
      return request.terms().unit() == WorkUnit.SECONDS ? Rate.OF_HOST : null;
    }
    return model.find(gang(job), peaks.findReference(request), type, isConsolidated);
  }

  private RateModel.Gang gang(int job) {
    RequestTerms terms = jobs.request(job).terms();
    return new RateModel.Gang(
        jobs.jobClass(job), terms.unit(), terms.precision(), jobs.milliDevices(job));
  }

  @Override
  public double part(int job, int tasks, int group) {
    Part asked = new Part(cell(job, group), tasks);
    return parts.computeIfAbsent(asked, p -> findPart(job, tasks, group));
  }

  private double findPart(int job, int tasks, int group) {
    String type = types.type(types.ofGroup(group));
    long fewer = jobs.milliDevices(job) / jobs.tasks(job) * tasks;
    Double part = type == null || fewer == 0 ? null : model.part(gang(job), type, fewer);
    double inProportion = tasks / (double) jobs.tasks(job);
    return part == null || Math.abs(part - inProportion) < TOLERANCE ? IN_PROPORTION : part;
  }

  @Override
  public double gainOfFewer(int job, int group) {
    String type = types.type(types.ofGroup(group));
    return type == null || jobs.milliDevices(job) == 0 ? 1 : model.gainOfFewer(gang(job), type);
  }

  /** Where nothing tells how fast jobs are; a run with any of these would come to nothing. */
  public List<Missing> missing() {
    return List.copyOf(missing);
  }

  /** How fast a job is with some of its tasks in a group, and how that is known. */
  public Rate describe(int job, int tasks, int group, int spread) {
    Rate rate = describe(job, group, spread);
    if (tasks == jobs.tasks(job)) {
      return rate;
    }
    double part = part(job, tasks, group);
    String of = " with %d of %d tasks".formatted(tasks, jobs.tasks(job));
    return part == IN_PROPORTION
        ? rate.assumed().times(tasks / (double) jobs.tasks(job), of + ", in proportion", "")
        : rate.times(part, " × %s".formatted(part) + of + ", by the rows of both", "");
  }

  private Rate describe(int job, int group, int spread) {
    String type = types.type(types.ofGroup(group));
    Rate rate = Objects.requireNonNull(find(job, type, Spread.isConsolidated(spread)));
    TopologyLevel level = Spread.level(spread);
    double factor = factorOfLevel[level.height()];
    return factor == 1
        ? rate
        : rate.assumed().times(factor, " × %s at level %s".formatted(factor, level), "request");
  }

  private int cell(int job, int group) {
    return kinds.of(job) * types.size() + types.ofGroup(group);
  }

  private double perSecond(int job, int group, int spread) {
    double[] cells = Spread.isConsolidated(spread) ? consolidated : spreadOut;
    return cells[cell(job, group)] * factorOfLevel[spread >> 1];
  }

  @Override
  public long runSeconds(int job, long work, int group, int spread) {
    return RunRates.seconds(work, perSecond(job, group, spread));
  }

  @Override
  public long workDone(int job, long seconds, int group, int spread) {
    return (long) (seconds * perSecond(job, group, spread));
  }

  @Override
  public double workPerSecond(int job, int group, int spread) {
    return perSecond(job, group, spread);
  }

  @Override
  public long longestSeconds(int job, long work, int group) {
    int cell = cell(job, group);
    boolean isOnOneNode = jobs.tasks(job) == 1;
    return isOnOneNode
        ? runSeconds(job, work, group, Spread.CLOSEST)
        : RunRates.seconds(
            work, Math.min(consolidated[cell], spreadOut[cell]) * slowestUpTo[widest(job)]);
  }

  @Override
  public long shortestSeconds(int job, long work, int group) {
    int cell = cell(job, group);
    return RunRates.seconds(
        work, Math.max(consolidated[cell], spreadOut[cell]) * fastestUpTo[widest(job)]);
  }

  /** The height of the largest unit over which the job may be spread. */
  private int widest(int job) {
    return jobs.tasks(job) == 1
        ? TopologyLevel.NODE.height()
        : jobs.request(job).terms().widestLevel().height();
  }

  @Override
  public long referenceSeconds(int job, long work) {
    return jobs.request(job).terms().unit() == WorkUnit.SECONDS
        ? work
        : RunRates.seconds(work, reference[kinds.of(job)]);
  }

  @Override
  public long workIn(int job, long referenceSeconds) {
    return jobs.request(job).terms().unit() == WorkUnit.SECONDS
        ? referenceSeconds
        : Math.max(1, (long) (referenceSeconds * reference[kinds.of(job)]));
  }

  @Override
  public boolean isAsTimed(int job, int group) {
    return peaks.isAsTimed(jobs.request(job), types.type(types.ofGroup(group)));
  }

  @Override
  public boolean looksAtSpread() {
    return looksAtSpread;
  }
}
