package org.suanwang.scheduling.cycle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.NodeOrder;
import org.suanwang.scheduling.policy.NodeScore;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Tells the nodes of a group that take a request in the order of a score that has to look at every
 * node, without doing so: by the states that nodes are in ({@link BestNodes}).
 *
 * <p>Where each job has an order of its own, and all nodes are equal, it goes through that order
 * until it comes upon nodes that do; where these are too few for that, it sorts them. Of n nodes m
 * do: it looks at the lesser of n ÷ m and m, so at no more than the square root of n for a task.
 */
final class NodeWalk {
  /** No more nodes. */
  static final int NONE = BestNodes.NONE;

  private final ClusterState state;
  private final SchedulingPolicy policy;
  private final NodeScore scoreOfAll;
  private final int requests;
  private @Nullable BestNodes made;
  private NodeScore score;
  private TaskRequest request;
  private int group;
  private Course course = Course.BY_STATE;
  private long[] sorted = {};
  private int end;
  private int at;

  private enum Course {
    BY_STATE,
    BY_PLACE,
    SORTED
  }

  /**
   * Of a cluster as it is now and becomes.
   *
   * @param requests how many different ones there are
   */
  NodeWalk(ClusterState state, SchedulingPolicy policy, NodeScore score, int requests) {
    this.state = state;
    this.policy = policy;
    this.score = score;
    this.request = TaskRequest.wholeDevices(1, "any");
    this.scoreOfAll = score;
    this.requests = requests;
  }

  /** Most policies never ask, and a cluster that nobody watches is faster. */
  private BestNodes best() {
    BestNodes best = made == null ? new BestNodes(state, policy, scoreOfAll, requests) : made;
    made = best;
    return best;
  }

  /**
   * Nothing may change until the last node has been asked for.
   *
   * @param scoreOfJob the score of the job whose request it is
   * @param tasks how many there are, perhaps each for a node of its own
   */
  void begin(int inGroup, TaskRequest asked, int requestIndex, NodeScore scoreOfJob, int tasks) {
    group = inGroup;
    request = asked;
    score = scoreOfJob;
    at = 0;
    BestNodes best = best();
    best.begin(group, request, requestIndex);
    if (score.scan() == NodeScore.Scan.EVERY_NODE) {
      course = Course.BY_STATE;
      return;
    }
    int nodes = state.layout().nodes();
    long fitting = best.fitting();
    course = fitting * fitting > (long) nodes * tasks ? Course.BY_PLACE : Course.SORTED;
    end = nodes;
    if (course == Course.SORTED) {
      sort(best, (int) fitting);
    }
  }

  private void sort(BestNodes best, int fitting) {
    NodeOrder order = score.nodeOrder();
    sorted = sorted.length < fitting ? new long[fitting] : sorted;
    for (end = 0; end < fitting; end++) {
      int node = best.next();
      sorted[end] = (long) order.place(node) << Integer.SIZE | node;
    }
    Arrays.sort(sorted, 0, end);
  }

  /** The next best node, if it is wanted. */
  int nextIf(boolean isWanted) {
    return isWanted ? next() : NONE;
  }

  /** The next best node. */
  int next() {
    return switch (course) {
      case BY_STATE -> best().next();
      case BY_PLACE -> nextByPlace();
      case SORTED -> at < end ? (int) sorted[at++] : NONE;
    };
  }

  private int nextByPlace() {
    NodeOrder order = score.nodeOrder();
    while (at < end) {
      int node = order.node(at++);
      if (state.pool(node).group() == group && policy.accepts(state, node, request)) {
        return node;
      }
    }
    return NONE;
  }

  /** How much worse than perfect that node is. */
  int worse() {
    return course == Course.BY_STATE ? best().worse() : 0;
  }
}
