package org.suanwang.scheduling.packing;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.policy.NodeScore;
import org.suanwang.scheduling.workload.Draws;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * The scores of all nodes for all requests, each reckoned again only after its node has changed: of
 * a thousand nodes one changes with each task. Memory: 8 bytes for each pair.
 */
final class ScoreTable {
  private static final int REFUSED = -1;

  private final ClusterState state;
  private final NodeScore score;
  private final TieBreak tie;
  private final SplittableRandom random;
  private final List<TaskRequest> requests;
  private final int[] nodes;
  private final @Nullable Row[] rows;

  /**
   * Of one request: a key for each node, the node's version it was made of, and where it may run.
   */
  @SuppressWarnings("ArrayRecordComponent") // a row of the table, never compared
  private record Row(int[] key, int[] stamp, boolean[] pools) {}

  ScoreTable(ClusterState state, List<TaskRequest> requests, NodeScore score, TieBreak tie) {
    this.state = state;
    this.score = score;
    this.tie = tie;
    this.requests = requests;
    this.random = new SplittableRandom(tie.seed());
    this.nodes = TieBreak.shuffled(state.layout().nodes(), random);
    this.rows = new Row[requests.size()];
  }

  /** The best node for a request; −1 when none takes it. */
  int best(int request) {
    Row row = rows[request];
    if (row == null) {
      row = newRow(requests.get(request));
      rows[request] = row;
    }
    refresh(requests.get(request), row);
    return tie instanceof TieBreak.Random ? any(row.key()) : first(row.key());
  }

  private Row newRow(TaskRequest request) {
    int[] stamp = new int[nodes.length];
    Arrays.fill(stamp, -1);
    return new Row(new int[nodes.length], stamp, eligiblePools(request));
  }

  private boolean[] eligiblePools(TaskRequest request) {
    boolean[] pools = new boolean[state.layout().pools().size()];
    for (int group : state.layout().eligibleGroups(request)) {
      state.layout().groups().get(group).pools().forEach(p -> pools[p.index()] = true);
    }
    return pools;
  }

  private void refresh(TaskRequest asked, Row row) {
    for (int place = 0; place < nodes.length; place++) {
      int version = state.version(nodes[place]);
      if (row.stamp()[place] != version) {
        row.stamp()[place] = version;
        row.key()[place] = key(nodes[place], asked, row.pools());
      }
    }
  }

  private int key(int node, TaskRequest asked, boolean[] pools) {
    if (!pools[state.pool(node).index()] || state.tasksThatFit(node, asked) == 0) {
      return REFUSED;
    }
    return score.score(state, node, asked);
  }

  private int first(int[] key) {
    int best = REFUSED;
    int at = -1;
    for (int place = 0; place < key.length; place++) {
      if (key[place] > best) {
        best = key[place];
        at = place;
      }
    }
    return at < 0 ? -1 : nodes[at];
  }

  /** Each of the best with the same chance, in one pass. */
  private int any(int[] key) {
    int best = REFUSED;
    int at = -1;
    int alike = 0;
    for (int place = 0; place < key.length; place++) {
      if (key[place] > best) {
        best = key[place];
        at = place;
        alike = 1;
      } else if (best != REFUSED && key[place] == best && Draws.index(random, ++alike) == 0) {
        at = place;
      }
    }
    return at < 0 ? -1 : nodes[at];
  }
}
