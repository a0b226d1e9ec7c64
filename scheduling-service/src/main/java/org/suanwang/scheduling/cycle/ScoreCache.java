package org.suanwang.scheduling.cycle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.policy.NodeScore;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * What a policy says of each node for each request, asked again only after the node has changed: of
 * a thousand nodes one changes with each job. Where there are too many pairs to keep, it asks each
 * time. Memory: 8 bytes a pair.
 */
final class ScoreCache {
  private static final long PAIRS_MAX = 1L << 24;
  private static final int NEVER = -1;

  private final ClusterState state;
  private final NodeScore score;
  private final boolean isKept;
  private final int[] @Nullable [] scores;
  private final int[] @Nullable [] versions;

  ScoreCache(ClusterState state, NodeScore score, int requests) {
    this.state = state;
    this.score = score;
    this.isKept = (long) requests * state.layout().nodes() <= PAIRS_MAX;
    this.scores = new int[requests][];
    this.versions = new int[requests][];
  }

  int score(int node, TaskRequest request, int requestIndex) {
    if (!isKept) {
      return score.score(state, node, request);
    }
    int[] kept = scores[requestIndex];
    int[] version = versions[requestIndex];
    if (kept == null || version == null) {
      kept = new int[state.layout().nodes()];
      version = new int[kept.length];
      Arrays.fill(version, NEVER);
      scores[requestIndex] = kept;
      versions[requestIndex] = version;
    }
    if (version[node] != state.version(node)) {
      version[node] = state.version(node);
      kept[node] = score.score(state, node, request);
    }
    return kept[node];
  }
}
