package org.suanwang.scheduling.policy;

import java.util.List;
import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.cluster.NodeOrder;
import org.suanwang.scheduling.cluster.NumberOrder;
import org.suanwang.scheduling.cluster.ShareChoice;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Extension point: how well a task sits on a node that may take it. The score hangs on nothing but
 * what the node is and has free, counting its devices in any order, what kinds of tasks run on it,
 * and the request: so it is the same of all nodes in one state, and is kept until a node changes.
 * Only the choice of a device may draw.
 */
public interface NodeScore {
  /** As listed in the API. */
  String name();

  int SCORE_MAX = 1 << 30;

  /** 0 to {@link #SCORE_MAX}, the higher the better; equal scores go by {@link #nodeOrder}. */
  int score(ClusterView cluster, int node, TaskRequest request);

  /** Equal nodes of a hub and device type go by this order. */
  default NodeOrder nodeOrder() {
    return NumberOrder.INSTANCE;
  }

  /**
   * Which device of the node a share goes to; one must take it. The tightest, unless the policy has
   * a view of its own.
   */
  default int chooseDevice(ClusterView cluster, int node, TaskRequest request) {
    return ShareChoice.TIGHTEST.choose(cluster, node, request);
  }

  /** What the score of a node is made of, for people; empty where it is one number. */
  default List<ScorePart> parts(ClusterView cluster, int node, TaskRequest request) {
    return List.of();
  }

  /** What the score is for one job: the same as for all others, unless it is drawn for each. */
  default NodeScore of(int job) {
    return this;
  }

  /** Whether a gang is put together in the smallest unit of the network that has room for it. */
  default boolean consolidates() {
    return false;
  }

  /**
   * Under {@link Scan#FULLEST_FIRST}, what the score is of where so much is free: of the node, or
   * for a share on the tightest device that takes it. The more is free, the lower is the score.
   */
  default int scoreOfFree(ClusterView cluster, int node, int freeMilli) {
    throw new UnsupportedOperationException(name() + " does not take the fullest first");
  }

  /** Which nodes have to be looked at to find the best. */
  Scan scan();

  /** How far a search must go. */
  enum Scan {
    /** The first node that may take the task is the best; so is the first hub. */
    FIRST_NODE,
    /**
     * For shares, a node with a shared device that takes it beats any other; then a node with fewer
     * whole free devices beats one with more. Scores only choose among equals in this.
     */
    FULLEST_FIRST,
    /** Every node has to be scored. */
    EVERY_NODE,
    /** All nodes score alike, and each job has an order of its own: {@link NodeScore#of}. */
    EVERY_NODE_FOR_EACH_JOB
  }
}
