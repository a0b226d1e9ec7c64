package org.suanwang.scheduling.cycle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Unions;
import org.suanwang.scheduling.queue.QueueTree;
import org.suanwang.scheduling.queue.QuotaBook;
import org.suanwang.scheduling.workload.JobTable;

/**
 * What the quotas of queues mean for jobs: a job counts, with all devices that it holds, for its
 * tenant's queue and for all queues above it; each device against the quota of its type and that of
 * all types. A job without devices is in nobody's way.
 */
public final class JobQuotas {
  private final JobTable jobs;
  private final FleetLayout layout;
  private final QueueTree tree;
  private final QuotaBook book;
  private final int[] queueOfTenant;

  private JobQuotas(QueueTree tree, FleetLayout layout, JobTable jobs) {
    this.jobs = jobs;
    this.layout = layout;
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

  /** Of a union of groups there is none: only what counts for all types counts for all of it. */
  private static List<@Nullable String> typesOf(FleetLayout layout) {
    List<@Nullable String> types = new ArrayList<>();
    layout.groups().forEach(g -> types.add(g.deviceType()));
    layout.unions().all().forEach(u -> types.add(null));
    return types;
  }

  private int queueOf(int job) {
    return queueOfTenant[jobs.tenantIndex(job)];
  }

  private long milli(int job, int tasks) {
    return tasks * jobs.request(job).milliDevices();
  }

  /** Whether the job may start in a group, or union of groups, now. */
  public boolean allows(int job, int place) {
    return tasks(job, place) >= jobs.tasksMin(job);
  }

  /** How many tasks of the job may start where now, or be added to those that run. */
  public Allowance openTo(int job) {
    return place -> tasks(job, place);
  }

  private int tasks(int job, int place) {
    int all = jobs.tasks(job);
    boolean isUnion = layout.isUnion(place);
    if (!isUnion && book.allows(queueOf(job), place, milli(job, all))) {
      return all;
    }
    return jobs.isFlexible(job) ? tasksIn(job, available(job, place)) : 0;
  }

  private long available(int job, int place) {
    return over(job, place, group -> book.available(queueOf(job), group));
  }

  private int tasksIn(int job, long milli) {
    long perTask = jobs.request(job).milliDevices();
    return perTask == 0
        ? jobs.tasks(job)
        : Math.clamp(Math.max(0, milli) / perTask, 0, jobs.tasks(job));
  }

  /** Thousandths of devices in a place. */
  @FunctionalInterface
  private interface Milli {
    long of(int place);
  }

  /** In all of a union at most as much as in its groups that the job may use. */
  private long over(int job, int place, Milli milli) {
    if (!layout.isUnion(place)) {
      return milli.of(place);
    }
    long sum = 0;
    for (int group : parts(job, place)) {
      long most = milli.of(group);
      sum += Math.clamp(most, 0, Long.MAX_VALUE - sum);
    }
    return Math.min(milli.of(place), sum);
  }

  /** The groups that the job may use of a union; a group is its own only one. */
  private int[] parts(int job, int place) {
    return layout.isUnion(place)
        ? Unions.groupsOf(layout.group(place).poolsFor(jobs.request(job))).toArray()
        : new int[] {place};
  }

  /** A job has started, and holds this. */
  public void take(int job, Allocation held) {
    add(job, held, 1);
  }

  /** A job that held this has ended, or waits again. */
  public void giveBack(int job, Allocation held) {
    add(job, held, -1);
  }

  private void add(int job, Allocation held, int sign) {
    if (layout.isUnion(held.group())) {
      for (Map.Entry<Integer, Long> part : layout.unions().milliByGroup(held).entrySet()) {
        book.add(queueOf(job), part.getKey(), sign * part.getValue());
      }
    } else {
      add(job, held.group(), sign * held.tasks());
    }
  }

  /** A job holds so many more tasks in a group, or fewer when they are less than none. */
  public void add(int job, int group, int tasks) {
    book.add(queueOf(job), group, milli(job, tasks));
  }

  /** Comes to what others of the same run say. */
  public void copy(JobQuotas other) {
    book.copy(other.book);
  }

  /** How many tasks of the job its queue may add in a group or union without borrowing. */
  public int within(int job, int place) {
    return tasksIn(job, over(job, place, group -> book.within(queueOf(job), group)));
  }

  /**
   * How many tasks of the job may take the place of another, because that one's queue borrows: as
   * many as leave the job's side of the tree within its own.
   */
  public int withinBeside(int job, int place, int other) {
    return tasksIn(
        job, over(job, place, group -> book.withinBeside(queueOf(job), group, queueOf(other))));
  }

  /**
   * Whether another job that runs, and holds this, is of a queue that borrows what this one, in a
   * group or union, might have.
   */
  public boolean isBorrowingBeside(int job, int place, int other, Allocation held) {
    int[] groups = layout.unions().groupsOf(held);
    return Arrays.stream(parts(job, place))
        .anyMatch(
            group ->
                Arrays.stream(groups)
                    .anyMatch(
                        own -> book.isBorrowingBeside(queueOf(job), group, queueOf(other), own)));
  }

  /** Whether the job's queue, or one above it, borrows of the devices that it holds. */
  public boolean isBorrowing(int job, Allocation held) {
    return Arrays.stream(layout.unions().groupsOf(held))
        .anyMatch(group -> book.isBorrowing(queueOf(job), group));
  }

  /**
   * Whether a job may have the place of another that runs, and holds this, because that one's queue
   * borrows; with as many tasks as it is content with.
   */
  public boolean mayReclaim(int job, int place, int other, Allocation held) {
    return isBorrowingBeside(job, place, other, held)
        && withinBeside(job, place, other) >= jobs.tasksMin(job);
  }

  /** How many tasks of the job its queue could ever have where, if nobody used anything. */
  Allowance ever(int job) {
    return place -> tasksIn(job, most(job, place));
  }

  /** Why a job that finds room in these places, at least one, may not use any of them now. */
  Decision.Wait explain(int job, int[] places) {
    int closest = closest(places, place -> available(job, place));
    int tooSmall = shortOf(job, closest);
    return wait(WaitReason.QUOTA_EXHAUSTED, job, closest, available(job, closest), tooSmall);
  }

  /** The place in which there is most, of equal ones the first. */
  private static int closest(int[] places, Milli milli) {
    int closest = places[0];
    long most = Long.MIN_VALUE;
    for (int place : places) {
      long there = milli.of(place);
      if (there > most) {
        most = there;
        closest = place;
      }
    }
    return closest;
  }

  /** Of the types of a union, if all of them together would do, the first that has too little. */
  private int shortOf(int job, int place) {
    int tooSmall = book.shortOf(queueOf(job), place, milli(job, jobs.tasksMin(job)));
    for (int group : parts(job, place)) {
      if (tooSmall == QueueTree.NONE) {
        long more = milli(job, tasks(job, group) + 1);
        tooSmall = book.shortOf(queueOf(job), group, more);
      }
    }
    return tooSmall == QueueTree.NONE ? queueOf(job) : tooSmall;
  }

  /** Why a job could not run in any of these places, at least one, even if nobody else did. */
  Optional<Decision.Wait> findObstacle(int job, int[] places, Admission admission) {
    Allowance ever = ever(job);
    if (Arrays.stream(places)
        .anyMatch(place -> admission.mostTasks(place, job, ever) >= jobs.tasksMin(job))) {
      return Optional.empty();
    }
    int closest = closest(places, place -> most(job, place));
    long most = most(job, closest);
    return Optional.of(wait(WaitReason.EXCEEDS_QUOTA, job, closest, most, queueOf(job)));
  }

  /** What its queue could ever have in a place. */
  private long most(int job, int place) {
    return over(job, place, group -> book.most(queueOf(job), group));
  }

  /** The root has no name: of it the queue directly below is told. */
  private Decision.Wait wait(WaitReason reason, int job, int place, long fit, int tooSmall) {
    long perTask = jobs.request(job).milliDevices();
    long tasksThatFit = Math.max(0, fit) / perTask;
    int told =
        tooSmall == QueueTree.ROOT ? tree.childToward(QueueTree.ROOT, queueOf(job)) : tooSmall;
    return new Decision.Wait(reason, place, Math.max(1, jobs.tasksMin(job) - tasksThatFit), told);
  }
}
