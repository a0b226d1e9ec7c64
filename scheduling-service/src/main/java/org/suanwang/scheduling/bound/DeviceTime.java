package org.suanwang.scheduling.bound;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.FleetLayout.PoolSpan;
import org.suanwang.scheduling.cycle.Admission;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Device time that counts as held for work: of each job at most what its work takes where it lasts
 * longest, with all its tasks, alone on its devices, never interrupted. Whatever a policy lets a
 * job hold beyond that was for nothing.
 */
final class DeviceTime {
  private static final double ROUNDING = 1 - 1e-12;

  /** Requests × pools that are looked at; with more, only devices bound. */
  private static final long PAIRS_MAX = 10_000_000;

  private final FleetLayout layout;
  private final JobTable jobs;
  private final Admission admission;
  private final Checkpoint checkpoint;
  private final long[] mostSeconds;

  /**
   * Of all jobs.
   *
   * @param longestRun run time of each, s, at the longest; 0 for one that can never start
   * @param checkpoint passed in each step of what may take long
   */
  DeviceTime(SimulationInput input, Admission admission, long[] longestRun, Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
    this.layout = input.layout();
    this.jobs = input.jobs();
    this.admission = admission;
    this.mostSeconds = longestRun.clone();
    if (input.checkpointRule().savesAtIntervals()) {
      addSaving(input.checkpointRule());
    }
  }

  private void addSaving(CheckpointRule rule) {
    Map<String, CheckpointRule> costs = new HashMap<>();
    for (int job = 0; job < mostSeconds.length; job++) {
      CheckpointRule own = costs.computeIfAbsent(jobs.jobClass(job), rule::of);
      mostSeconds[job] = own.heldSeconds(mostSeconds[job]);
    }
  }

  /**
   * The greatest share of a window [0, horizon], in which jobs may be cut off.
   *
   * @param horizonSeconds the same under every policy
   */
  double shareUpTo(long horizonSeconds) {
    return share(horizonSeconds, horizonSeconds);
  }

  /**
   * The greatest share of a window that ends when a policy is done. All jobs may hold all they can;
   * with devices and time in proportion that share is greatest in the shortest window.
   *
   * @param leastSeconds no policy is done before
   */
  double shareFrom(long leastSeconds) {
    boolean isOfAnyLength = leastSeconds == 0 && layout.devices() > 0;
    return isOfAnyLength && Arrays.stream(mostSeconds).anyMatch(s -> s > 0)
        ? 1
        : share(leastSeconds, Long.MAX_VALUE);
  }

  private double share(long windowSeconds, long cutSeconds) {
    double second = (double) TaskRequest.MILLI * windowSeconds;
    double[] most = new double[jobs.distinctRequests().size()];
    for (int job = 0; job < jobs.size(); job++) {
      long inWindow = Math.max(0, cutSeconds - jobs.submitSeconds(job));
      most[jobs.requestIndex(job)] +=
          (double) jobs.milliDevices(job) * Math.min(mostSeconds[job], inWindow);
    }
    DeviceFlow flow =
        new DeviceFlow(layout.groups().stream().mapToDouble(g -> g.devices() * second).toArray());
    for (int request = 0; request < most.length; request++) {
      flow.add(admission.groupsOf(request), most[request]);
    }
    double capacity = layout.devices() * second;
    return capacity == 0
        ? 0
        : Math.min(1, besideHost(flow.most() / capacity, most, capacity) / ROUNDING);
  }

  /** The same share, or less where CPU or memory does not suffice for that. */
  private double besideHost(double share, double[] most, double capacity) {
    List<TaskRequest> requests = jobs.distinctRequests();
    if ((long) requests.size() * layout.pools().size() > PAIRS_MAX
        || requests.stream().noneMatch(TaskRequest::needsHost)) {
      return share;
    }
    Map<Kind, Double> kinds = new LinkedHashMap<>();
    for (int i = 0; i < most.length; i++) {
      TaskRequest request = requests.get(i);
      if (request.needsDevices() && most[i] > 0) {
        double devices = Resource.DEVICES.of(request);
        double cpu = Resource.CPU.of(request) / devices;
        double memory = Resource.MEMORY.of(request) / devices;
        kinds.merge(new Kind(holding(i), cpu, memory), most[i] / capacity, Double::sum);
      }
    }
    return AllocationProgramme.most(layout, kinds, share, checkpoint);
  }

  private BitSet holding(int index) {
    BitSet holding = new BitSet();
    for (int group : admission.groupsOf(index)) {
      for (PoolSpan pool : layout.group(group).pools()) {
        boolean holdsOne = pool.tasksOnEmptyNode(jobs.distinctRequests().get(index)) > 0;
        holding.set(pool.index(), holdsOne);
      }
    }
    return holding;
  }

  /**
   * What counts of all that was held.
   *
   * @param held by each job, thousandths of a device × seconds
   * @param lost of all that, known to have come to nothing
   */
  double forWork(IntToLongFunction held, double lost) {
    double all = 0;
    double atMost = 0;
    for (int job = 0; job < mostSeconds.length; job++) {
      double own = (double) held.applyAsLong(job);
      all += own;
      atMost += Math.min(own, (double) jobs.milliDevices(job) * mostSeconds[job]);
    }
    return Math.max(0, Math.min(all - lost, atMost));
  }
}
