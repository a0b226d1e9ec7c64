package org.suanwang.scheduling.simulation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.policy.QueueFairness;
import org.suanwang.scheduling.queue.QueueTree;

/**
 * The jobs that wait, in a line for each queue, and a walk past them in the order of the queues'
 * turns. A walk keeps a heap of those queues below each inner one that have somebody to look at, so
 * a step takes time that grows with the logarithm of the number of queues, and with the depth of
 * the tree where the turn goes down it level by level.
 *
 * <p>While a walk lasts, only the standing of the queue of the head may change, and only for the
 * later; otherwise the walk must be put in order again.
 */
final class FairWalk {
  private final QueueTree tree;
  private final QueueFairness fairness;
  private final QueueUses uses;
  private final @Nullable TreeSet<Waiting>[] lines;
  private final BitSet waited = new BitSet();
  private final int[] above;
  private final int[][] heaps;
  private final int[] sizes;
  private final @Nullable Waiting[] next;
  private final @Nullable Waiting[] last;
  private final double[] standing;
  private int waiting;
  private long now;

  @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic types
  FairWalk(QueueTree tree, QueueFairness fairness, QueueUses uses) {
    this.tree = tree;
    this.fairness = fairness;
    this.uses = uses;
    lines = new TreeSet[tree.size()];
    above = new int[tree.size()];
    heaps = new int[tree.size()][];
    sizes = new int[tree.size()];
    next = new Waiting[tree.size()];
    last = new Waiting[tree.size()];
    standing = new double[tree.size()];
    int[] children = new int[tree.size()];
    for (int queue = 1; queue < above.length; queue++) {
      above[queue] = fairness.descends() ? tree.parent(queue) : QueueTree.ROOT;
      children[above[queue]]++;
    }
    Arrays.setAll(heaps, queue -> new int[children[queue]]);
  }

  /** Lets a job wait in a queue without others below it. */
  void add(int leaf, Waiting job) {
    TreeSet<Waiting> line = lines[leaf];
    if (line == null) {
      line = new TreeSet<>();
      lines[leaf] = line;
    }
    line.add(job);
    waited.set(leaf);
    waiting++;
    keepTurn(leaf, job);
  }

  /** Who comes back while a walk lasts is looked at in it, unless the walk is past. */
  private void keepTurn(int leaf, Waiting job) {
    Waiting head = next[leaf];
    Waiting passed = last[leaf];
    boolean isAhead = passed == null || passed.compareTo(job) < 0;
    if (head != null && isAhead && job.compareTo(head) < 0) {
      next[leaf] = job;
    }
  }

  void remove(int leaf, Waiting job) {
    TreeSet<Waiting> line = lines[leaf];
    if (line != null && line.remove(job)) {
      waiting--;
      waited.set(leaf, !line.isEmpty());
    }
  }

  /** How many wait. */
  int size() {
    return waiting;
  }

  /** Starts a walk at those whose turn it is. */
  void begin(long second) {
    now = second;
    Arrays.fill(sizes, 0);
    for (int leaf = waited.nextSetBit(0); leaf >= 0; leaf = waited.nextSetBit(leaf + 1)) {
      TreeSet<Waiting> line = lines[leaf];
      next[leaf] = line == null ? null : line.first();
      last[leaf] = null;
      push(leaf);
    }
    for (int queue = tree.size() - 1; queue > QueueTree.ROOT; queue--) {
      if (sizes[queue] > 0) {
        push(queue);
      }
    }
  }

  /** Goes on in the order that the turns of the queues have now. */
  void reorder() {
    for (int parent = tree.size() - 1; parent >= QueueTree.ROOT; parent--) {
      int size = sizes[parent];
      int[] queues = Arrays.copyOf(heaps[parent], size);
      sizes[parent] = 0;
      for (int queue : queues) {
        push(queue);
      }
    }
  }

  /** The queue in which the next job waits; {@link QueueTree#NONE} when all have been looked at. */
  int leaf() {
    return sizes[QueueTree.ROOT] == 0 ? QueueTree.NONE : leafOf(QueueTree.ROOT);
  }

  private int leafOf(int queue) {
    int at = queue;
    while (sizes[at] > 0) {
      at = heaps[at][0];
    }
    return at;
  }

  /** The next job of the walk; null when all have been looked at. */
  @Nullable Waiting head() {
    int leaf = leaf();
    return leaf == QueueTree.NONE ? null : next[leaf];
  }

  /** Goes on to the job behind the head in the same queue, which may not be the next. */
  void pass() {
    int leaf = leaf();
    TreeSet<Waiting> line = lines[leaf];
    Waiting head = next[leaf];
    last[leaf] = head;
    next[leaf] = line == null || head == null ? null : line.higher(head);
    settle(leaf, next[leaf] == null);
  }

  /** Leaves out all that wait behind the head in its queue. */
  void leaveQueue() {
    settle(leaf(), true);
  }

  /** Puts right the heaps above a queue that was at the top of each, or takes it out of them. */
  private void settle(int leaf, boolean isOver) {
    boolean isGone = isOver;
    for (int at = leaf; at != QueueTree.ROOT; at = above[at]) {
      int parent = above[at];
      if (isGone) {
        heaps[parent][0] = heaps[parent][--sizes[parent]];
      } else {
        standing[at] = fairness.standing(uses.of(at, now));
      }
      siftDown(parent);
      isGone = sizes[parent] == 0;
    }
  }

  private void push(int queue) {
    standing[queue] = fairness.standing(uses.of(queue, now));
    int parent = above[queue];
    int[] heap = heaps[parent];
    int at = sizes[parent]++;
    while (at > 0 && isBefore(queue, heap[(at - 1) / 2])) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = queue;
  }

  private void siftDown(int parent) {
    int[] heap = heaps[parent];
    int size = sizes[parent];
    if (size == 0) {
      return;
    }
    int moved = heap[0];
    int at = 0;
    int child = firstOfChildren(heap, size, at);
    while (child < size && isBefore(heap[child], moved)) {
      heap[at] = heap[child];
      at = child;
      child = firstOfChildren(heap, size, at);
    }
    heap[at] = moved;
  }

  private int firstOfChildren(int[] heap, int size, int parent) {
    int left = 2 * parent + 1;
    return left + 1 < size && isBefore(heap[left + 1], heap[left]) ? left + 1 : left;
  }

  private boolean isBefore(int one, int other) {
    int byStanding = Double.compare(standing[one], standing[other]);
    if (byStanding != 0) {
      return byStanding < 0;
    }
    Waiting ofOne = next[leafOf(one)];
    Waiting ofOther = next[leafOf(other)];
    return ofOne != null && ofOther != null && ofOne.compareTo(ofOther) < 0;
  }
}
