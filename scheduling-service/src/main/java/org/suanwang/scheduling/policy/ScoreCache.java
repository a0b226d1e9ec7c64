package org.suanwang.scheduling.policy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * What a policy says of each node for each request, asked again only after the node has changed: of
 * a thousand nodes one changes with each job. Where there are too many pairs to keep, it asks each
 * time. Memory: 8 bytes a pair.
 */
public final class ScoreCache {
  private static final long PAIRS_MAX = 1L << 24;
  private static final int NEVER = -1;

  private final ClusterState state;
  private final Scoring scoring;
  private final boolean isKept;
  private final int[] @Nullable [] scores;
  private final int[] @Nullable [] versions;

  /** What is kept: a number that only the node's own state and the request decide. */
  @FunctionalInterface
  public interface Scoring {
    /** The number of this node for this request now. */
    int of(ClusterView cluster, int node, TaskRequest request);
  }

  /**
   * An empty cache.
   *
   * @param requests how many different requests there are
   */
  public ScoreCache(ClusterState state, Scoring scoring, int requests) {
    this.state = state;
    this.scoring = scoring;
    this.isKept = (long) requests * state.layout().nodes() <= PAIRS_MAX;
    this.scores = new int[requests][];
    this.versions = new int[requests][];
  }

  /**
   * The number of a node for a request.
   *
   * @param requestIndex which of the different requests it is
   */
  public int score(int node, TaskRequest request, int requestIndex) {
    if (!isKept) {
      return scoring.of(state, node, request);
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
      kept[node] = scoring.of(state, node, request);
    }
    return kept[node];
  }
}
