package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobEnding;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.JobTerms;
import org.suanwang.scheduling.workload.TaskRequest;

/** Draws small fleets and workloads with all that the model knows, from a seed. */
public final class RandomInput {
  private static final List<String> TYPES = List.of("a", "b", "c");
  private final SplittableRandom random;

  public RandomInput(long seed) {
    random = new SplittableRandom(seed);
  }

  public Fleet drawFleet() {
    List<Hub> hubs = new ArrayList<>();
    for (int h = 0; h < 1 + random.nextInt(3); h++) {
      List<Pool> pools = new ArrayList<>();
      for (int p = 0; p < 1 + random.nextInt(3); p++) {
        pools.add(drawPool());
      }
      hubs.add(Fleets.hub("hub-" + h, pools.toArray(Pool[]::new)));
    }
    return Fleets.of(hubs.toArray(Hub[]::new));
  }

  private Pool drawPool() {
    int nodes = 1 + random.nextInt(5);
    int cpu = random.nextBoolean() ? 0 : 8000;
    int memory = random.nextBoolean() ? 0 : 4000;
    if (random.nextInt(6) == 0) {
      return new Pool(null, nodes, 0, 8000, memory, null);
    }
    return new Pool(drawType(), nodes, 1 + random.nextInt(8), cpu, memory, Fleets.PRICE);
  }

  private String drawType() {
    return TYPES.get(random.nextInt(TYPES.size()));
  }

  public JobTable drawJobs(int count) {
    JobTable.Builder jobs = new JobTable.Builder();
    long at = 0;
    for (int i = 0; i < count; i++) {
      at += random.nextInt(20);
      boolean hasRegion = random.nextBoolean();
      jobs.add(
          new Job(
              "job-" + i,
              "class-" + random.nextInt(3),
              hasRegion ? "hub-" + random.nextInt(3) : null,
              hasRegion && random.nextInt(4) == 0,
              random.nextInt(3) == 0 ? 1 + random.nextInt(12) : 1,
              drawRequest(),
              at,
              1 + random.nextInt(200)));
    }
    return jobs.build();
  }

  /** The same jobs, of which some were told wrong run times, and some have priorities. */
  public JobTable drawPlans(JobTable jobs) {
    JobTable.Builder planned = new JobTable.Builder();
    for (Job job : jobs.toList()) {
      Job one = random.nextInt(3) == 0 ? job.withPriority(random.nextInt(4)) : job;
      one = random.nextInt(8) == 0 ? one.withPreemptible(false) : one;
      long wrong = 1L + random.nextInt(400);
      long generous = job.work() * (1L + random.nextInt(5));
      planned.add(
          switch (random.nextInt(3)) {
            case 0 -> one;
            case 1 -> one.withEstimate(wrong);
            default -> one.withEstimate(generous);
          });
    }
    return planned.build();
  }

  /** The same jobs, of which some leave before their end, fail, or have deadlines. */
  public JobTable drawLeaving(JobTable jobs) {
    JobTable.Builder leaving = new JobTable.Builder();
    for (Job job : jobs.toList()) {
      JobTerms terms =
          job.terms()
              .withTimes(drawTime(job, 3), drawTime(job, 3), drawTime(job, 5))
              .withEnding(JobEnding.of(Math.max(0, random.nextInt(6) - 3)));
      leaving.add(job.withTerms(terms));
    }
    return leaving.build();
  }

  /** The same jobs, each of whole devices. */
  public JobTable drawWhole(JobTable jobs, int devicesMax) {
    JobTable.Builder whole = new JobTable.Builder();
    for (Job job : jobs.toList()) {
      TaskRequest request = TaskRequest.wholeDevices(1 + random.nextInt(devicesMax), drawType());
      int tasks = devicesMax == 1 ? 1 : job.tasks();
      Job changed =
          new Job(
              job.id(),
              job.jobClass(),
              job.region(),
              job.regionRequired(),
              tasks,
              request,
              job.submitSeconds(),
              job.work() * 20);
      whole.add(changed.withTerms(job.terms()));
    }
    return whole.build();
  }

  /** The same jobs, of which every second gang is content with fewer tasks. */
  public JobTable drawElastic(JobTable jobs) {
    JobTable.Builder elastic = new JobTable.Builder();
    for (Job job : jobs.toList()) {
      Integer atLeast = random.nextBoolean() ? (Integer) (1 + random.nextInt(job.tasks())) : null;
      elastic.add(job.withTerms(job.terms().withTasksMin(atLeast)));
    }
    return elastic.build();
  }

  private @Nullable Long drawTime(Job job, int oneIn) {
    return random.nextInt(oneIn) > 0 ? null : (Long) (1 + random.nextLong(3 * job.work()));
  }

  private TaskRequest drawRequest() {
    int kind = random.nextInt(8);
    int cpu = random.nextInt(3) == 0 ? 1 + random.nextInt(3000) : 0;
    int memory = random.nextInt(3) == 0 ? 1 + random.nextInt(1500) : 0;
    List<String> types =
        switch (random.nextInt(4)) {
          case 0 -> List.of();
          case 1 -> List.of("a", "b");
          default -> List.of(drawType());
        };
    if (kind == 0) {
      return new TaskRequest(0, 0, 1 + cpu, memory, List.of(), null);
    }
    return kind < 4
        ? new TaskRequest(0, 1 + random.nextInt(999), cpu, memory, types, null)
        : new TaskRequest(1 + random.nextInt(4), 0, cpu, memory, types, null);
  }
}
