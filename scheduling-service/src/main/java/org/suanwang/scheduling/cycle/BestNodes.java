package org.suanwang.scheduling.cycle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.GroupStates;
import org.suanwang.scheduling.cluster.NodeStates;
import org.suanwang.scheduling.policy.NodeScore;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.queue.LongHeap;
import org.suanwang.scheduling.workload.Draws;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Tells the nodes of a group that take a request, the best first, as if each of them had been
 * scored: of the nodes in one state only one is. What it costs grows with the number of states that
 * changed since this request was last asked for, and with the logarithm of all states and nodes;
 * for a request that is new, with the number of states.
 */
final class BestNodes {
  /** No more nodes. */
  static final int NONE = -1;

  /** Of all rankings together; 24 bytes each. */
  private static final long STATES_MAX = 1L << 23;

  private final ClusterState state;
  private final NodeStates states;
  private final SchedulingPolicy policy;
  private final NodeScore score;
  private final int requests;
  private final Map<Long, StateRanking> rankings = new HashMap<>();
  private final List<Long> kinds = new ArrayList<>();
  private long evictions;
  private long kept;
  private @Nullable StateRanking ranking;
  private final LongHeap waiting = new LongHeap();
  private long key;
  private boolean isBegun;

  /**
   * Of a cluster as it is now and becomes.
   *
   * @param requests how many different ones there are
   */
  BestNodes(ClusterState state, SchedulingPolicy policy, NodeScore score, int requests) {
    this.state = state;
    this.states = state.states(score.nodeOrder());
    this.policy = policy;
    this.score = score;
    this.requests = requests;
  }

  /**
   * The nodes of a group, no union, are asked for one after the other; nothing may change
   * meanwhile.
   */
  void begin(int group, TaskRequest request, int requestIndex) {
    GroupStates now = states.of(group);
    long pair = (long) group * requests + requestIndex;
    StateRanking found = rankings.get(pair);
    if (found == null) {
      found = new StateRanking(now, place -> worse(states.order().node(place), request));
      rankings.put(pair, found);
      kinds.add(pair);
    }
    long before = found.capacity();
    key = found.update();
    kept += found.capacity() - before;
    ranking = found;
    isBegun = false;
    while (kept > STATES_MAX && kinds.size() > 1) {
      evictAnother(pair);
    }
  }

  /**
   * Any other, drawn evenly: requests come round and round, so the one that was used least lately
   * would be the next to be asked for.
   */
  private void evictAnother(long pair) {
    int drawn = (int) Long.remainderUnsigned(Draws.bits(0, evictions++, 0), kinds.size());
    int at = kinds.get(drawn) == pair ? (drawn + 1) % kinds.size() : drawn;
    kept -= Objects.requireNonNull(rankings.remove(kinds.get(at))).capacity();
    kinds.set(at, kinds.getLast());
    kinds.removeLast();
  }

  /** How many nodes there are. */
  long fitting() {
    return Objects.requireNonNull(ranking).fitting();
  }

  private int worse(int node, TaskRequest request) {
    return policy.accepts(state, node, request)
        ? NodeScore.SCORE_MAX - score.score(state, node, request)
        : -1;
  }

  /** The next best node; of equal ones the first in the order of the score. */
  int next() {
    StateRanking current = Objects.requireNonNull(ranking);
    if (!isBegun) {
      isBegun = true;
      waiting.clear();
    } else if (key != StateRanking.NONE) {
      int last = node();
      current.successors(key, states.state(last), states.index(last), waiting);
      key = waiting.minKey();
      if (!waiting.isEmpty()) {
        waiting.poll();
      }
    }
    return key == StateRanking.NONE ? NONE : node();
  }

  private int node() {
    return states.order().node(StateRanking.place(key));
  }

  /** How much worse than perfect that node is. */
  int worse() {
    return StateRanking.worse(key);
  }
}
