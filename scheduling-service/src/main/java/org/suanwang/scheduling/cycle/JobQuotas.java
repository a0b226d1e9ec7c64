package org.suanwang.scheduling.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.queue.QueueTree;
import org.suanwang.scheduling.queue.QuotaBook;
import org.suanwang.scheduling.workload.JobTable;

/**
 * What the quotas of queues mean for jobs: a job counts, with all devices of its gang, for its
 * tenant's queue and for all queues above it. A job without devices is in nobody's way.
 */
public final class JobQuotas {
  private final JobTable jobs;
  private final QueueTree tree;
  private final QuotaBook book;
  private final int[] queueOfTenant;

  private JobQuotas(QueueTree tree, FleetLayout layout, JobTable jobs) {
    this.jobs = jobs;
    this.tree = tree;
    book = new QuotaBook(tree, typesOf(layout));
    queueOfTenant = jobs.distinctTenants().stream().mapToInt(tree::require).toArray();
  }

  /** The quotas of a tree, of which nothing is used; null when no queue has any. */
  public static @Nullable JobQuotas of(QueueTree tree, FleetLayout layout, JobTable jobs) {
    for (int queue = 0; queue < tree.size(); queue++) {
      if (!tree.quotas(queue).isEmpty()) {
        return new JobQuotas(tree, layout, jobs);
      }
    }
    return null;
  }

  private static List<@Nullable String> typesOf(FleetLayout layout) {
    List<@Nullable String> types = new ArrayList<>();
    layout.groups().forEach(g -> types.add(g.deviceType()));
    return types;
  }

  private int queueOf(int job) {
    return queueOfTenant[jobs.tenantIndex(job)];
  }

  /** Whether the job may start in a group now. */
  public boolean allows(int job, int group) {
    return book.allows(queueOf(job), group, jobs.milliDevices(job));
  }

  /** The groups in which the job may start now. */
  public IntPredicate openTo(int job) {
    return group -> allows(job, group);
  }

  /** A job has started in a group. */
  public void take(int job, int group) {
    book.add(queueOf(job), group, jobs.milliDevices(job));
  }

  /** A job that ran in a group has ended, or waits again. */
  public void giveBack(int job, int group) {
    book.add(queueOf(job), group, -jobs.milliDevices(job));
  }

  /** Whether the job's queue would not borrow if it started in a group now. */
  public boolean staysWithin(int job, int group) {
    return book.staysWithin(queueOf(job), group, jobs.milliDevices(job));
  }

  /**
   * Whether another job that runs is of a queue that borrows what this one, in a group, might have.
   */
  public boolean isBorrowingBeside(int job, int group, int other, int otherGroup) {
    return book.isBorrowingBeside(queueOf(job), group, queueOf(other), otherGroup);
  }

  /** Whether the job's queue, or one above it, borrows devices of a group. */
  public boolean isBorrowing(int job, int group) {
    return book.isBorrowing(queueOf(job), group);
  }

  /** Whether a job may have the place of another that runs, because that one's queue borrows. */
  public boolean mayReclaim(int job, int group, int other, int otherGroup) {
    return book.mayReclaim(queueOf(job), group, jobs.milliDevices(job), queueOf(other), otherGroup);
  }

  /** Why a job that finds room in these groups, at least one, may not use any of them now. */
  Decision.Wait explain(int job, int[] groups) {
    int closest = groups[0];
    long most = Long.MIN_VALUE;
    for (int group : groups) {
      long available = book.available(queueOf(job), group);
      if (available > most) {
        most = available;
        closest = group;
      }
    }
    int tooSmall = book.shortOf(queueOf(job), closest, jobs.milliDevices(job));
    return wait(WaitReason.QUOTA_EXHAUSTED, job, closest, most, tooSmall);
  }

  /** Why a job could not run in any of these groups, at least one, even if nobody else did. */
  Optional<Decision.Wait> findObstacle(int job, int[] groups) {
    int closest = groups[0];
    long most = Long.MIN_VALUE;
    for (int group : groups) {
      long possible = book.most(queueOf(job), group);
      if (possible > most) {
        most = possible;
        closest = group;
      }
    }
    return most >= jobs.milliDevices(job)
        ? Optional.empty()
        : Optional.of(wait(WaitReason.EXCEEDS_QUOTA, job, closest, most, queueOf(job)));
  }

  /** The root has no name: of it the queue directly below is told. */
  private Decision.Wait wait(WaitReason reason, int job, int group, long fit, int tooSmall) {
    long perTask = jobs.request(job).milliDevices();
    long tasksThatFit = Math.max(0, fit) / perTask;
    int told =
        tooSmall == QueueTree.ROOT ? tree.childToward(QueueTree.ROOT, queueOf(job)) : tooSmall;
    return new Decision.Wait(reason, group, jobs.tasks(job) - tasksThatFit, told);
  }
}
