package org.suanwang.scheduling.simulation;

import java.util.HashMap;
import java.util.Map;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.JobTable;

/** What an interruption costs each job: by its class, where its class has costs of its own. */
final class InterruptionCosts {
  private final JobTable jobs;
  private final CheckpointRule usual;
  private final Map<Integer, CheckpointRule> ofClass = new HashMap<>();

  InterruptionCosts(SimulationInput input) {
    jobs = input.jobs();
    usual = input.checkpointRule();
    if (!usual.byClass().isEmpty()) {
      for (int job = 0; job < jobs.size(); job++) {
        String name = jobs.jobClass(job);
        ofClass.computeIfAbsent(jobs.classIndex(job), index -> usual.of(name));
      }
    }
  }

  CheckpointRule of(int job) {
    return ofClass.isEmpty() ? usual : ofClass.getOrDefault(jobs.classIndex(job), usual);
  }
}
