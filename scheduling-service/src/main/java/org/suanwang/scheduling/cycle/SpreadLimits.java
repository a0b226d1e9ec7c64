package org.suanwang.scheduling.cycle;

import java.util.List;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Unions;

/** How many more tasks of a gang that is spread over groups may go into each of them. */
final class SpreadLimits {
  private final ClusterState state;
  private final int[] leftIn;
  private Allowance allowance = Allowance.ALL;
  private boolean areAny;

  SpreadLimits(ClusterState state) {
    this.state = state;
    leftIn = new int[state.layout().groups().size()];
  }

  void set(Allowance newAllowance) {
    allowance = newAllowance;
  }

  /** A gang is looked at in this group, or union of groups. */
  void begin(int place) {
    areAny = state.layout().isUnion(place);
  }

  /** It has no tasks anywhere yet; only these pools are looked at. */
  void clear(List<FleetLayout.PoolSpan> pools) {
    if (areAny) {
      Unions.groupsOf(pools).forEach(group -> leftIn[group] = allowance.tasks(group));
    }
  }

  /** Whether another task may go to a node. */
  boolean allow(int node) {
    return !areAny || allowIn(groupOf(node));
  }

  /** Whether another task may go into a group, no union. */
  boolean allowIn(int group) {
    return !areAny || leftIn[group] > 0;
  }

  /** Takes so many tasks on a node, or as many as may go there; returns how many. */
  int take(int node, int tasks) {
    if (!areAny) {
      return tasks;
    }
    int group = groupOf(node);
    int taken = Math.min(tasks, leftIn[group]);
    leftIn[group] -= taken;
    return taken;
  }

  private int groupOf(int node) {
    return state.pool(node).group();
  }
}
