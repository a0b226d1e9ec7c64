package org.suanwang.scheduling.simulation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;

/**
 * How long jobs that were interrupted hold their devices before they work again: by how they were
 * interrupted and, where that is asked, whether they go on with a node that they did not leave.
 */
final class Resumption {
  private final InterruptionCosts costs;
  private final BitSet failed = new BitSet();
  private final BitSet restored = new BitSet();
  private final @Nullable LastNodes lastNodes;

  Resumption(SimulationInput input, InterruptionCosts costs) {
    this.costs = costs;
    lastNodes = input.checkpointRule().looksAtNodes() ? new LastNodes(input.jobs().size()) : null;
  }

  /** On which nodes interrupted jobs were, and whether they have gone on there. */
  private static final class LastNodes {
    private final BitSet waiting = new BitSet();
    private final BitSet moved = new BitSet();
    private final Map<Integer, int[]> nodesOf = new HashMap<>();

    LastNodes(int jobs) {
      waiting.set(0, jobs);
    }

    void started(int job, Allocation allocation) {
      int[] before = nodesOf.remove(job);
      moved.set(job, before != null && !areAmong(allocation.nodes(), before));
      waiting.clear(job);
    }

    private static boolean areAmong(int[] nodes, int[] sorted) {
      return Arrays.stream(nodes).allMatch(node -> Arrays.binarySearch(sorted, node) >= 0);
    }

    void left(int job, Allocation allocation) {
      int[] nodes = allocation.nodes().clone();
      Arrays.sort(nodes);
      nodesOf.put(job, nodes);
      waiting.set(job);
    }
  }

  /**
   * How long the job holds its devices before it works: nothing when it starts for the first time,
   * or after a failure with nothing kept.
   */
  long seconds(int job, boolean hasDone, boolean hasHeld) {
    if (restored.get(job)) {
      return 0;
    }
    if (failed.get(job)) {
      return hasDone ? orMigration(costs.of(job).restoreSeconds(), job) : 0;
    }
    return hasHeld ? orMigration(costs.of(job).resumeSeconds(), job) : 0;
  }

  /** Of a job that waits it is not known where it will go on: the longer of the two. */
  private long orMigration(long inPlace, int job) {
    Long migration = costs.of(job).migrationSeconds();
    if (migration == null || lastNodes == null) {
      return inPlace;
    }
    if (lastNodes.waiting.get(job)) {
      return Math.max(inPlace, migration);
    }
    return lastNodes.moved.get(job) ? migration : inPlace;
  }

  /** A job starts with this, for the first time or again. */
  void starts(int job, Allocation allocation) {
    if (lastNodes != null) {
      lastNodes.started(job, allocation);
    }
  }

  /** A running job has lost this, and waits. */
  void leaves(int job, Allocation allocation) {
    if (lastNodes != null) {
      lastNodes.left(job, allocation);
    }
  }

  /** A running job goes on where it is, after a change of what it holds. */
  void stays(int job) {
    if (lastNodes != null) {
      lastNodes.moved.clear(job);
    }
  }

  /** A running job has been restored. */
  void isRestored(int job) {
    restored.set(job);
  }

  /** A running job is interrupted, and may save what it has done. */
  void isInterrupted(int job) {
    restored.clear(job);
    failed.clear(job);
  }

  /** A running job is interrupted by what fails. */
  void hasFailed(int job) {
    restored.clear(job);
    failed.set(job);
  }
}
