package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.rounds.JobType;
import org.suanwang.scheduling.rounds.ThroughputMatrix;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * The jobs of a run as rows of a throughput matrix, those of one {@link RoundJobs.Kind} together.
 * The columns are the groups of the fleet, a hub and a device type each.
 */
final class RoundKinds {
  private final JobTable jobs;
  private final int[] kindOf;
  private final ThroughputMatrix matrix;
  private final int[] devices;

  RoundKinds(Simulation run) {
    jobs = run.input().jobs();
    kindOf = new int[jobs.size()];
    List<FleetLayout.Group> groups = run.input().layout().groups();
    devices = groups.stream().mapToInt(g -> (int) g.devices()).toArray();
    Map<RoundJobs.Kind, Integer> kinds = new LinkedHashMap<>();
    List<JobType> types = new ArrayList<>();
    List<double[]> speeds = new ArrayList<>();
    for (int job = 0; job < kindOf.length; job++) {
      kindOf[job] = kinds.computeIfAbsent(RoundJobs.Kind.of(jobs, job), k -> kinds.size());
      if (kindOf[job] == types.size()) {
        types.add(new JobType(jobs.jobClass(job), Math.max(1, devices(job))));
        speeds.add(speeds(run, job));
      }
    }
    double[][] none = new double[types.size()][devices.length];
    double[][][] shared = new double[types.size()][][];
    Arrays.fill(shared, none);
    List<String> columns = groups.stream().map(g -> g.hub() + "/" + g.deviceType()).toList();
    matrix = new ThroughputMatrix(types, columns, speeds.toArray(double[][]::new), shared);
  }

  private int devices(int job) {
    return Math.toIntExact(jobs.milliDevices(job) / TaskRequest.MILLI);
  }

  /** Where no group takes the gang the job is never asked about; a row of nothing is no row. */
  private double[] speeds(Simulation run, int job) {
    double[] speeds = new double[devices.length];
    boolean runsSomewhere = false;
    for (int group : run.cycle().possibleGroups(job)) {
      speeds[group] = run.holdings().workPerSecond(job, group);
      runsSomewhere = true;
    }
    if (!runsSomewhere) {
      Arrays.fill(speeds, 1);
    }
    return speeds;
  }

  ThroughputMatrix matrix() {
    return matrix;
  }

  /** How many devices each group has. */
  int[] devices() {
    return devices.clone();
  }

  /** The row of a job. */
  int kind(int job) {
    return kindOf[job];
  }

  /** How many devices a job takes. */
  int width(int job) {
    return matrix.jobTypes().get(kindOf[job]).devices();
  }
}
