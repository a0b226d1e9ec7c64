package org.suanwang.scheduling.cycle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.NodeScore;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Decides for one job at a time: filter, score, place the gang whole or not at all, else wait with
 * a reason. Nothing changes here; the decision is data.
 *
 * <p>A job's own region is tried first and taken if it fits. Otherwise the first hub that fits, or,
 * if the policy scores nodes, the hub whose nodes fit best.
 */
public final class SchedulingCycle {
  private final ClusterState state;
  private final JobTable jobs;
  private final NodeScore score;
  private final GangPlacer placer;
  private final Admission admission;

  public SchedulingCycle(
      ClusterState state, JobTable jobs, SchedulingPolicy policy, Admission admission) {
    this.state = state;
    this.jobs = jobs;
    this.score = policy.score().maker().make(state.layout(), jobs);
    this.admission = admission;
    this.placer = new GangPlacer(state, policy, score, jobs.distinctRequests().size());
  }

  public Decision decide(int job) {
    Decision.Start home = inOwnRegion(job);
    if (home != null) {
      return home;
    }
    Decision.Start elsewhere = jobs.regionRequired(job) ? null : inBestGroup(job);
    return elsewhere == null ? explain(job) : elsewhere;
  }

  private Decision.@Nullable Start inOwnRegion(int job) {
    String region = jobs.region(job);
    if (region == null) {
      return null;
    }
    for (int group : admission.eligibleGroups(job)) {
      if (isIn(group, region) && isPlaced(group, job)) {
        return placer.toDecision(group);
      }
    }
    return null;
  }

  private Decision.@Nullable Start inBestGroup(int job) {
    boolean firstWins = score.scan() == NodeScore.Scan.FIRST_NODE;
    Decision.Start best = null;
    long leastBadness = Long.MAX_VALUE;
    for (int group : admission.eligibleGroups(job)) {
      if (isPlaced(group, job) && placer.badness() < leastBadness) {
        best = placer.toDecision(group);
        leastBadness = placer.badness();
        if (firstWins) {
          break;
        }
      }
    }
    return best;
  }

  private boolean isPlaced(int group, int job) {
    return placer.place(group, jobs.request(job), jobs.requestIndex(job), jobs.tasks(job));
  }

  /** Gives a gang what was decided for it. */
  public Allocation carryOut(int job, Decision.Start start) {
    return state.allocate(
        start.group(), jobs.request(job), start.nodes(), start.tasksOnNode(), score::chooseDevice);
  }

  private boolean isIn(int group, @Nullable String region) {
    FleetLayout layout = state.layout();
    return layout.hub(layout.groups().get(group)).id().equals(region);
  }

  private Decision.Wait explain(int job) {
    int[] groups = admission.eligibleGroups(job);
    if (jobs.regionRequired(job)) {
      String region = jobs.region(job);
      groups = Arrays.stream(groups).filter(g -> isIn(g, region)).toArray();
    }
    return new WaitExplanation(state, jobs.request(job), jobs.tasks(job), groups).explain();
  }
}
