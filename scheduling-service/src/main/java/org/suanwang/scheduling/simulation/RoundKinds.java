package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.rounds.JobType;
import org.suanwang.scheduling.rounds.ThroughputMatrix;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * The jobs of a run as rows of a throughput matrix, those of one {@link RoundJobs.Kind} together.
 * The columns are the groups of the fleet, a hub and a device type each, that the policy's filters
 * let somebody use. Where jobs take shares of devices, devices and widths are counted in as small
 * parts as those shares ask for.
 */
final class RoundKinds {
  private final JobTable jobs;
  private final int[] kindOf;
  private final List<Integer> examples = new ArrayList<>();
  private final ThroughputMatrix matrix;
  private final int[] groups;
  private final int[] columnOf;
  private final int[] devices;
  private final long milliOfUnit;

  RoundKinds(Simulation run) {
    jobs = run.input().jobs();
    kindOf = new int[jobs.size()];
    FleetLayout layout = run.input().layout();
    groups = columns(run);
    columnOf = new int[layout.groups().size()];
    IntStream.range(0, groups.length).forEach(column -> columnOf[groups[column]] = column);
    milliOfUnit = RoundJobs.milliOfUnit(jobs);
    devices =
        Arrays.stream(groups)
            .mapToLong(group -> layout.group(group).devices())
            .mapToInt(n -> Math.toIntExact(n * TaskRequest.MILLI / milliOfUnit))
            .toArray();
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
    List<String> columns =
        Arrays.stream(groups)
            .mapToObj(layout::group)
            .map(g -> g.hub() + "/" + g.deviceType())
            .toList();
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
          for (int column = 0; column < devices.length; column++) {
            double speed = partners.speed(examples.get(kind), examples.get(other), groups[column]);
            shared[kind][other][column] = alone[kind][column] * speed;
          }
        }
      }
    }
    return shared;
  }

  private boolean haveOneShape(int one, int other) {
    TaskRequest request = jobs.request(one);
    TaskRequest asked = jobs.request(other);
    return !request.isFractional()
        && !asked.isFractional()
        && jobs.tasks(one) == jobs.tasks(other)
        && request.deviceSlots() == asked.deviceSlots()
        && request.terms().widestLevel() == asked.terms().widestLevel();
  }

  private int devices(int job) {
    return Math.toIntExact(jobs.milliDevices(job) / milliOfUnit);
  }

  /** Where no group takes the gang the job is never asked about; a row of nothing is no row. */
  private double[] speeds(Simulation run, int job) {
    double[] speeds = new double[devices.length];
    boolean runsSomewhere = false;
    for (int group : run.cycle().possibleGroups(job)) {
      speeds[columnOf[group]] = run.holdings().workPerSecond(job, group);
      runsSomewhere = true;
    }
    if (!runsSomewhere) {
      Arrays.fill(speeds, 1);
    }
    return speeds;
  }

  /** Where nobody may use any, all: nobody is asked about them, and nothing is no matrix. */
  private static int[] columns(Simulation run) {
    List<FleetLayout.Group> all = run.input().layout().groups();
    int[] open =
        all.stream().filter(g -> isOpen(run, g)).mapToInt(FleetLayout.Group::index).toArray();
    return open.length > 0 ? open : IntStream.range(0, all.size()).toArray();
  }

  private static boolean isOpen(Simulation run, FleetLayout.Group group) {
    FleetLayout layout = run.input().layout();
    return group.devices() > 0
        && run.input().jobs().distinctRequests().stream()
            .anyMatch(request -> run.input().policy().admits(layout, group, request));
  }

  /** The group that a column stands for. */
  int group(int column) {
    return groups[column];
  }

  /** The column of a group that the filters let somebody use. */
  int column(int group) {
    return columnOf[group];
  }

  ThroughputMatrix matrix() {
    return matrix;
  }

  /** How many devices each column has, or parts of devices. */
  int[] devices() {
    return devices.clone();
  }

  /** The row of a job. */
  int kind(int job) {
    return kindOf[job];
  }

  /** How many devices a job takes, or parts of devices. */
  int width(int job) {
    return matrix.jobTypes().get(kindOf[job]).devices();
  }
}
