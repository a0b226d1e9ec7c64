package org.suanwang.scheduling.cycle;

import java.util.List;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.workload.TaskRequest;

/** Which nodes the gang that is looked at may lie on: by the policy, plans, and its allowance. */
final class OpenNodes {
  private final ClusterState state;
  private final SchedulingPolicy policy;
  private final SpreadLimits limits;
  private NodeGate gate = NodeGate.OPEN;
  private int group;
  private int job;
  private int tasksAtLeast;

  OpenNodes(ClusterState state, SchedulingPolicy policy) {
    this.state = state;
    this.policy = policy;
    this.limits = new SpreadLimits(state);
  }

  /** Which nodes the next jobs may start on. */
  void through(NodeGate newGate) {
    gate = newGate;
  }

  /** Of a union of groups the next job may have so many tasks in each of them. */
  void within(Allowance allowance) {
    limits.set(allowance);
  }

  /** A gang of a job, of at least so many tasks, is looked at in a group or union of groups. */
  void begin(int inGroup, int ofJob, int atLeast) {
    group = inGroup;
    job = ofJob;
    tasksAtLeast = atLeast;
    limits.begin(group);
  }

  /** It has no tasks anywhere yet; only these pools are looked at. */
  void clear(List<FleetLayout.PoolSpan> pools) {
    limits.clear(pools);
  }

  /** Whether nothing is planned for any node. */
  boolean areUnplanned() {
    return gate.isOpen();
  }

  boolean accept(int node, TaskRequest request) {
    return policy.accepts(state, node, request) && pass(node);
  }

  /** Whether plans and what the job is allowed to let it onto a node. */
  boolean pass(int node) {
    return limits.allow(node)
        && (gate.isOpen() || gate.refusal(job, tasksAtLeast, group, node) == null);
  }

  /** Whether what the job is allowed to lets it have more tasks in a group, no union. */
  boolean passGroup(int inGroup) {
    return limits.allowIn(inGroup);
  }

  /**
   * Takes so many tasks on a node, beside those of the gang that are there, or as many as may go
   * there; returns how many.
   */
  int take(int node, int tasks, int already) {
    int most = gate.isOpen() ? tasks : gate.tasksMax(job, tasksAtLeast, group, node) - already;
    return limits.take(node, Math.clamp(most, 0, tasks));
  }
}
