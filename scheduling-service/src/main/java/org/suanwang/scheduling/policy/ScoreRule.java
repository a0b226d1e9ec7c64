package org.suanwang.scheduling.policy;

import java.util.function.Function;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.JobTable;

/**
 * A score before it is known on which fleet and for which jobs.
 *
 * @param name as listed in the API
 * @param maker makes the score of a run
 */
public record ScoreRule(String name, Maker maker) {
  /** Pure: the same fleet, jobs and seed of a run give the same score. */
  public interface Maker {
    NodeScore make(FleetLayout layout, JobTable jobs, long seed);
  }

  /** The rule of a score that is the same for every run. */
  static ScoreRule always(NodeScore score) {
    return new ScoreRule(score.name(), (layout, jobs, seed) -> score);
  }

  /** The rule of a score that compares with the widest node of the fleet. */
  static ScoreRule byWidestNode(Function<WidestNode, NodeScore> score) {
    String name = score.apply(new WidestNode(0, 0)).name();
    return new ScoreRule(name, (layout, jobs, seed) -> score.apply(WidestNode.of(layout)));
  }
}
