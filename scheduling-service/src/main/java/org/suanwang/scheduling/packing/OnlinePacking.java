package org.suanwang.scheduling.packing;

import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.NodeScore;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Places jobs of one task one after another on an empty fleet. Nothing ends; a task that fits
 * nowhere is dropped and never tried again (the setting of Weng et al., USENIX ATC 2023, section
 * 6).
 */
public final class OnlinePacking {
  private final FleetLayout layout;
  private final JobTable jobs;
  private final NodeScore score;
  private final TieBreak tie;

  /**
   * A packing to be run.
   *
   * @throws IllegalArgumentException if a job has more than one task
   */
  public OnlinePacking(FleetLayout layout, JobTable jobs, NodeScore score, TieBreak tie) {
    this.layout = layout;
    this.jobs = jobs;
    this.score = score;
    this.tie = tie;
    for (int job = 0; job < jobs.size(); job++) {
      if (jobs.tasks(job) != 1) {
        throw new IllegalArgumentException("job " + jobs.id(job) + " has more than one task");
      }
    }
  }

  /**
   * Places the jobs in an order.
   *
   * @param order rows of the job table, any of them any number of times
   */
  public PackingResult run(int[] order) {
    var state = new ClusterState(layout);
    var table = new ScoreTable(state, jobs.distinctRequests(), score, tie);
    var result = new PackingResult(state, order.length);
    for (int job : order) {
      TaskRequest request = jobs.request(job);
      int node = table.best(jobs.requestIndex(job));
      if (node >= 0) {
        int group = state.pool(node).group();
        state.allocate(group, request, new int[] {node}, new int[] {1}, score::chooseDevice);
      }
      result.arrived(request, node >= 0);
    }
    return result;
  }
}
