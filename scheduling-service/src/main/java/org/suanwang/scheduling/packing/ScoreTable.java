package org.suanwang.scheduling.packing;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.policy.NodeScore;
import org.suanwang.scheduling.policy.ScoreCache;
import org.suanwang.scheduling.workload.Draws;
import org.suanwang.scheduling.workload.TaskRequest;

/** Which of all nodes is the best for a request, in an order of the nodes that is drawn once. */
final class ScoreTable {
  private static final int REFUSED = -1;

  private final ClusterState state;
  private final ScoreCache scores;
  private final boolean drawsTies;
  private final SplittableRandom random;
  private final List<TaskRequest> requests;
  private final int[] order;
  private final int[] @Nullable [] eligible;

  ScoreTable(ClusterState state, List<TaskRequest> requests, NodeScore score, TieBreak tie) {
    this.state = state;
    this.scores =
        new ScoreCache(
            state,
            (cluster, node, asked) ->
                cluster.tasksThatFit(node, asked) == 0
                    ? REFUSED
                    : score.score(cluster, node, asked),
            requests.size());
    this.drawsTies = tie instanceof TieBreak.Random;
    this.requests = requests;
    this.random = new SplittableRandom(tie.seed());
    this.order = Draws.shuffled(state.layout().nodes(), random);
    this.eligible = new int[requests.size()][];
  }

  /** The best node for a request, of equals the first or any (in one pass); −1 if none takes it. */
  int best(int requestIndex) {
    TaskRequest request = requests.get(requestIndex);
    int best = REFUSED;
    int at = -1;
    int alike = 0;
    for (int node : eligible(requestIndex)) {
      int key = scores.score(node, request, requestIndex);
      if (key > best) {
        best = key;
        at = node;
        alike = 1;
      } else if (drawsTies && key == best && key != REFUSED && Draws.index(random, ++alike) == 0) {
        at = node;
      }
    }
    return at;
  }

  private int[] eligible(int requestIndex) {
    int[] nodes = eligible[requestIndex];
    if (nodes == null) {
      boolean[] pools = eligiblePools(requests.get(requestIndex));
      nodes = Arrays.stream(order).filter(n -> pools[state.pool(n).index()]).toArray();
      eligible[requestIndex] = nodes;
    }
    return nodes;
  }

  private boolean[] eligiblePools(TaskRequest request) {
    boolean[] pools = new boolean[state.layout().pools().size()];
    for (int group : state.layout().eligibleGroups(request)) {
      state.layout().groups().get(group).pools().forEach(p -> pools[p.index()] = true);
    }
    return pools;
  }
}
