package org.suanwang.scheduling.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.metrics.JobOutcomes;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.rounds.JobType;
import org.suanwang.scheduling.rounds.RoundJob;
import org.suanwang.scheduling.rounds.ThroughputMatrix;
import org.suanwang.scheduling.simulation.RunObserver;
import org.suanwang.scheduling.simulation.Simulation;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.throughput.SharingRow;
import org.suanwang.scheduling.throughput.ThroughputRow;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.WorkUnit;

/**
 * The jobs of the round study in the simulator, on nodes of one device, at 5.6 jobs an hour: the
 * mean completion in hours of those that the study counts, and how long the run took.
 */
final class SimulatedRounds {
  private static final PrintStream OUT = System.out;
  private static final double JOBS_PER_HOUR = 5.6;
  private static final int FROM = 4000;
  private static final int TO = 5000;
  private static final int JOBS = 10_000;
  private static final String SOURCE = "Narayanan et al., OSDI 2020";

  private static final List<String> ORDERS =
      List.of(
          "gavel-las-agnostic",
          "gavel-las",
          "gavel-las-sharing",
          "gavel-fifo-sharing",
          "gavel-ftf-sharing",
          "gandiva",
          "matching",
          "matching-sharing");

  private SimulatedRounds() {}

  static void run(ThroughputMatrix matrix, int[] devices) {
    FleetLayout layout = new FleetLayout(fleet(matrix, devices));
    JobTable jobs = jobs(matrix);
    ThroughputRule rule = rule(matrix);
    for (String order : ORDERS.stream().filter(o -> o.contains(RoundStudy.ONLY)).toList()) {
      long start = System.nanoTime();
      SimulationInput input =
          new SimulationInput(
                  layout,
                  jobs,
                  Policies.find(order + "-rounds-first-fit").orElseThrow(),
                  SimulationLimits.WIDEST,
                  EstimateRule.RUN_ON)
              .withThroughput(rule);
      JobOutcomes outcomes = new JobOutcomes(layout, input.jobs());
      new Simulation(input, outcomes).run(RunObserver.NONE);
      double hours =
          IntStream.range(FROM, TO)
                  .mapToLong(job -> outcomes.endSeconds(job) - jobs.submitSeconds(job))
                  .average()
                  .orElseThrow()
              / 3600;
      OUT.printf(
          Locale.ROOT,
          "in the simulator, %.1f jobs/h  %-20s %8.2f h  in %5.1f s%n",
          JOBS_PER_HOUR,
          order,
          hours,
          (System.nanoTime() - start) / 1e9);
    }
  }

  private static Fleet fleet(ThroughputMatrix matrix, int[] devices) {
    List<Pool> pools = new ArrayList<>();
    List<DeviceType> types = new ArrayList<>();
    for (int type = 0; type < devices.length; type++) {
      String id = matrix.deviceTypes().get(type);
      pools.add(new Pool(id, devices[type], 1, 0, 0, null));
      types.add(new DeviceType(id, 100.0, 300.0, DeviceType.Source.REQUEST));
    }
    return new Fleet("study", List.of(new Hub("h", "h", null, pools)), types, null);
  }

  private static JobTable jobs(ThroughputMatrix matrix) {
    List<Job> jobs = new ArrayList<>();
    TaskRequest one = new TaskRequest(1, 0, 0, 0, List.of(), null);
    TaskRequest steps = one.withTerms(one.terms().withWork(WorkUnit.STEPS, null));
    for (RoundJob job : StudyJobs.draw(matrix, JOBS, JOBS_PER_HOUR, 0)) {
      String jobClass = name(matrix.jobTypes().get(job.type()));
      long at = (long) Math.ceil(job.arrivalSeconds());
      jobs.add(new Job("j" + jobs.size(), jobClass, null, false, 1, steps, at, (long) job.steps()));
    }
    return JobTable.of(jobs);
  }

  private static String name(JobType type) {
    return type.name() + ", " + type.devices();
  }

  /** Of jobs of one device only; the study draws no others here. */
  private static ThroughputRule rule(ThroughputMatrix matrix) {
    List<ThroughputRow> rows = new ArrayList<>();
    List<SharingRow> sharing = new ArrayList<>();
    for (int one = 0; one < matrix.jobTypes().size(); one++) {
      if (matrix.jobTypes().get(one).devices() == 1) {
        addRows(matrix, one, rows, sharing);
      }
    }
    return ThroughputRule.NONE.withRows(rows).withSharing(sharing);
  }

  private static void addRows(
      ThroughputMatrix matrix, int one, List<ThroughputRow> rows, List<SharingRow> sharing) {
    String jobClass = name(matrix.jobTypes().get(one));
    for (int type = 0; type < matrix.deviceTypes().size(); type++) {
      String deviceType = matrix.deviceTypes().get(type);
      double alone = matrix.stepsPerSecond()[one][type];
      rows.add(new ThroughputRow(jobClass, deviceType, 1, null, alone, SOURCE));
      for (int other = 0; other < matrix.jobTypes().size(); other++) {
        double shared = matrix.sharedStepsPerSecond()[one][other][type];
        if (matrix.jobTypes().get(other).devices() == 1 && shared > 0) {
          String beside = name(matrix.jobTypes().get(other));
          sharing.add(
              new SharingRow(jobClass, beside, deviceType, Math.min(1, shared / alone), SOURCE));
        }
      }
    }
  }
}
