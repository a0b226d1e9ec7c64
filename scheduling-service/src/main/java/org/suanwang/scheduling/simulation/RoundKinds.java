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
  private final List<Integer> examples = new ArrayList<>();
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
        examples.add(job);
        types.add(new JobType(jobs.jobClass(job), Math.max(1, devices(job))));
        speeds.add(speeds(run, job));
      }
    }
    List<String> columns = groups.stream().map(g -> g.hub() + "/" + g.deviceType()).toList();
    double[][] alone = speeds.toArray(double[][]::new);
    matrix = new ThroughputMatrix(types, columns, alone, shared(run.partners(), alone));
  }

  /** Kinds whose gangs have the same shape may share, where something is told of both. */
  private double[][][] shared(Partners partners, double[][] alone) {
    double[][] none = new double[alone.length][devices.length];
    double[][][] shared = new double[alone.length][][];
    Arrays.fill(shared, none);
    if (!partners.areAny()) {
      return shared;
    }
    for (int kind = 0; kind < alone.length; kind++) {
      shared[kind] = new double[alone.length][devices.length];
      for (int other = 0; other < alone.length; other++) {
        if (haveOneShape(examples.get(kind), examples.get(other))) {
          for (int group = 0; group < devices.length; group++) {
            double speed = partners.speed(examples.get(kind), examples.get(other), group);
            shared[kind][other][group] = alone[kind][group] * speed;
          }
        }
      }
    }
    return shared;
  }

  private boolean haveOneShape(int one, int other) {
    TaskRequest request = jobs.request(one);
    TaskRequest asked = jobs.request(other);
    return jobs.tasks(one) == jobs.tasks(other)
        && request.deviceSlots() == asked.deviceSlots()
        && request.terms().widestLevel() == asked.terms().widestLevel();
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
