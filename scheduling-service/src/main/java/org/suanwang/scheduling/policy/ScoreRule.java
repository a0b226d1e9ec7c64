package org.suanwang.scheduling.policy;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.JobTable;

/**
 * A score before it is known on which fleet and for which jobs.
 *
 * @param name as listed in the API
 * @param maker makes the score of a run, before equal nodes are told apart
 * @param tie which of equal nodes is taken; null where the score itself says
 */
public record ScoreRule(String name, Maker maker, @Nullable TieRule tie) {
  /** Pure: the same fleet, jobs and seed of a run give the same score. */
  public interface Maker {
    NodeScore make(FleetLayout layout, JobTable jobs, long seed);
  }

  /** The score of a run. */
  public NodeScore make(FleetLayout layout, JobTable jobs, long seed) {
    NodeScore score = maker.make(layout, jobs, seed);
    return tie == null ? score : tie.applied(score, layout, seed);
  }

  /** The same score, with equal nodes told apart by another rule. */
  ScoreRule with(TieRule newTie) {
    return new ScoreRule(name, maker, newTie);
  }

  /** The rule of a score that is the same for every run. */
  static ScoreRule always(NodeScore score) {
    return new ScoreRule(score.name(), (layout, jobs, seed) -> score, null);
  }

  /** The rule of a score that compares with the widest node of the fleet. */
  static ScoreRule byWidestNode(Function<WidestNode, NodeScore> score) {
    String name = score.apply(new WidestNode(0, 0)).name();
    return new ScoreRule(
        name, (layout, jobs, seed) -> score.apply(WidestNode.of(layout)), TieRule.FIXED_ORDER);
  }
}
