package org.suanwang.scheduling.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.suanwang.scheduling.inference.InferenceService;
import org.suanwang.scheduling.policy.TimeShares;
import org.suanwang.scheduling.queue.QueueSetting;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** What policies that share out time in rounds do not look at, though jobs say it. */
final class RoundAssumptions {
  private RoundAssumptions() {}

  static List<String> of(SimulationInput input, List<InferenceService> services) {
    List<String> told = new ArrayList<>();
    if (input.policy().order() instanceof TimeShares) {
      JobTable jobs = input.jobs();
      add(jobs, job -> jobs.priority(job) != 0, "%d jobs have a priority", told);
      add(jobs, job -> !jobs.preemptible(job), "%d jobs are not to give way", told);
      add(jobs, job -> isElastic(jobs.job(job)), "%d jobs are elastic", told);
      boolean areWeighed =
          input.queues().queues().stream()
              .anyMatch(queue -> queue.weight() != QueueSetting.WEIGHT_DEFAULT);
      if (areWeighed) {
        told.add("queues have weights, of which policies in rounds know nothing");
      }
      if (!services.isEmpty()) {
        told.add(
            "replicas of services share time in rounds like jobs, so they give way as well; another"
                + " discipline keeps them");
      }
    }
    return told;
  }

  /** By what it says itself: in rounds the table takes all jobs for rigid. */
  private static boolean isElastic(Job job) {
    Integer tasksMin = job.terms().tasksMin();
    return tasksMin != null && tasksMin < job.tasks();
  }

  private static void add(JobTable jobs, IntPredicate isSo, String what, List<String> told) {
    long count = IntStream.range(0, jobs.size()).filter(isSo).count();
    if (count > 0) {
      told.add(what.formatted(count) + ", of which policies in rounds know nothing");
    }
  }
}
