package org.suanwang.scheduling.metrics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.queue.QueueTree;
import org.suanwang.scheduling.workload.JobTable;

/** What came out for each queue of a run, and how evenly. */
public final class QueueResults {
  private static final int MILLI = 1000;

  private final JobOutcomes outcomes;
  private final QueueTree tree;
  private final long windowSeconds;
  private final int[] queueOfTenant;
  private final Counts[] counts;

  private static final class Counts {
    private long held;
    private long waited;
    private int started;
    private int jobs;
    private int completed;
    private int waiting;
    private int rejected;
    private int preemptions;
    private int keptByQuotas;
  }

  /**
   * Counts all jobs.
   *
   * @param tree in which the tenants of all jobs are
   */
  public QueueResults(JobOutcomes outcomes, QueueTree tree, long windowSeconds) {
    this.outcomes = outcomes;
    this.tree = tree;
    this.windowSeconds = windowSeconds;
    queueOfTenant = outcomes.jobs().distinctTenants().stream().mapToInt(tree::require).toArray();
    counts = new Counts[tree.size()];
    for (int queue = 0; queue < counts.length; queue++) {
      counts[queue] = new Counts();
    }
    for (int job = 0; job < outcomes.size(); job++) {
      count(job, counts[queueOfTenant[outcomes.jobs().tenantIndex(job)]]);
    }
    for (int queue = counts.length - 1; queue > QueueTree.ROOT; queue--) {
      addUp(counts[queue], counts[tree.parent(queue)]);
    }
  }

  private void count(int job, Counts into) {
    JobTable jobs = outcomes.jobs();
    JobState state = outcomes.state(job);
    into.jobs++;
    into.completed += state == JobState.COMPLETED ? 1 : 0;
    into.waiting += state == JobState.WAITING ? 1 : 0;
    into.rejected += state == JobState.REJECTED ? 1 : 0;
    into.preemptions += outcomes.preemptions(job);
    WaitReason reason = outcomes.firstReason(job);
    boolean isQuota = reason == WaitReason.QUOTA_EXHAUSTED || reason == WaitReason.EXCEEDS_QUOTA;
    into.keptByQuotas += isQuota ? 1 : 0;
    if (outcomes.startSeconds(job) != JobOutcomes.NEVER) {
      into.started++;
      into.waited += outcomes.startSeconds(job) - jobs.submitSeconds(job);
      into.held += outcomes.heldMilliDeviceSeconds(job, windowSeconds);
    }
  }

  private static void addUp(Counts from, Counts into) {
    into.held += from.held;
    into.waited += from.waited;
    into.started += from.started;
    into.jobs += from.jobs;
    into.completed += from.completed;
    into.waiting += from.waiting;
    into.rejected += from.rejected;
    into.preemptions += from.preemptions;
    into.keptByQuotas += from.keptByQuotas;
  }

  /** One for each queue but the root, in the order of the tree. */
  public List<QueueResult> all() {
    double[] fairShares = tree.fairShares();
    QuotaTally tally = new QuotaTally(outcomes, tree, windowSeconds);
    List<QueueResult> results = new ArrayList<>();
    for (int queue = 1; queue < counts.length; queue++) {
      results.add(result(queue, fairShares[queue], tally.of(queue)));
    }
    return results;
  }

  private QueueResult result(int queue, double fairShare, List<QueueResult.QuotaUse> quotas) {
    Counts c = counts[queue];
    double all = counts[QueueTree.ROOT].held;
    double capacity = (double) outcomes.layout().devices() * MILLI * windowSeconds;
    return new QueueResult(
        queue,
        fairShare,
        c.held,
        all == 0 ? 0 : c.held / all,
        capacity == 0 ? 0 : c.held / capacity,
        c.jobs,
        c.completed,
        c.waiting,
        c.rejected,
        c.preemptions,
        c.started == 0 ? 0 : (double) c.waited / c.started,
        c.keptByQuotas,
        quotas);
  }

  /**
   * Jain's index of fairness (Jain, Chiu and Hawe, DEC-TR-301, 1984) over the queues that take jobs
   * and had some that could run, of the device time held ÷ the fair share: (Σx)² ÷ (n·Σx²), from
   * 1/n, when one has all, to 1. Null when nobody held any.
   */
  public @Nullable Double jainIndex() {
    double[] fairShares = tree.fairShares();
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (int queue = 1; queue < counts.length; queue++) {
      if (tree.isLeaf(queue) && counts[queue].jobs > counts[queue].rejected) {
        double x = counts[queue].held / fairShares[queue];
        sum += x;
        squares += x * x;
        n++;
      }
    }
    return squares == 0 ? null : (Double) (sum * sum / (n * squares));
  }
}
