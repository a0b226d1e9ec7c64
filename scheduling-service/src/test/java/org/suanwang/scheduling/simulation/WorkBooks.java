package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Work done by each job, two on the devices of one among them, from the events alone. */
final class WorkBooks {
  private final JobTable jobs;
  private final Map<String, Double> shares = new HashMap<>();
  private final long resume;
  private final Map<Integer, Allocation> held = new HashMap<>();
  private final double[] done;
  private final int[] changes;
  private final boolean[] hasRun;
  private final long[] restoring;
  private long last;

  WorkBooks(JobTable jobs, ThroughputRule rule, CheckpointRule cost) {
    this.jobs = jobs;
    rule.sharing().forEach(r -> shares.put(r.jobClass() + r.beside(), r.share()));
    resume = cost.resumeSeconds();
    done = new double[jobs.size()];
    changes = new int[jobs.size()];
    hasRun = new boolean[jobs.size()];
    restoring = new long[jobs.size()];
  }

  void accept(Event event) {
    pass(event.timeSeconds());
    int job = event.job();
    switch (event.kind()) {
      case STARTED -> {
        held.put(job, event.allocation());
        restoring[job] = hasRun[job] ? event.timeSeconds() + resume : 0;
        hasRun[job] = true;
      }
      case PARTNER_CHANGED -> {
        held.put(job, event.allocation());
        changes[job]++;
      }
      case PREEMPTED, FINISHED -> {
        held.remove(job);
        changes[job]++;
      }
      case SUBMITTED, BLOCKED -> {}
      default -> throw new AssertionError(event.kind());
    }
  }

  private void pass(long now) {
    for (int job : held.keySet()) {
      double speed = 1;
      if (held(job).milliOnDevice() < TaskRequest.MILLI) {
        int other = partner(job);
        Double share = shares.get(jobs.jobClass(job) + jobs.jobClass(other));
        assertThat(now == last || share != null).as("told of both").isTrue();
        speed = share == null ? 1 : share;
      }
      done[job] += speed * Math.max(0, now - Math.max(last, restoring[job]));
    }
    last = now;
  }

  private Allocation held(int job) {
    return Objects.requireNonNull(held.get(job));
  }

  private int partner(int job) {
    int device = held(job).devices()[0];
    return held.keySet().stream()
        .filter(other -> other != job && held(other).devices()[0] == device)
        .findFirst()
        .orElse(job);
  }

  void check() {
    for (int job = 0; job < done.length; job++) {
      assertThat(done[job])
          .as(jobs.id(job))
          .isBetween(jobs.workSeconds(job) - 1e-6, jobs.workSeconds(job) + 1.0 + changes[job]);
    }
  }
}
