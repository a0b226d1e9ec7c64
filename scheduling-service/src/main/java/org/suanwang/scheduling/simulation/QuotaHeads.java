package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.JobQuotas;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Under backfilling the first job of each queue that quotas keep from starting, and when they let
 * it if all estimates are true: the shadow time of EASY (Mu'alem and Feitelson 2001), of quotas in
 * place of devices. Who comes later may start if it is over by then, or leaves each of them its
 * quota at that time; so nobody is held up who does not touch a limit that keeps one of them.
 *
 * <p>Where queues take back what others borrow, a queue that stays within its own is not held up
 * for one that would have to give it back. All are found anew whenever those that wait are looked
 * at; of more queues than {@link #MOST} those whose turn comes first have one. Finding one takes
 * time that grows with the number of running jobs.
 */
final class QuotaHeads {
  /** Each has books of its own, which are as large as the tree of queues. */
  static final int MOST = 64;

  private static final long NEVER = Long.MAX_VALUE;

  private final Simulation run;
  private final JobTable jobs;
  private final TenantQueues queues;
  private final JobQuotas now;
  private final ExpectedEnds ends;
  private final boolean takesBack;
  private final List<QuotaHead> heads = new ArrayList<>();

  /** The first end first. */
  private final List<Promise> promises = new ArrayList<>();

  private int count;
  private @Nullable QuotaHead inTheWay;

  /** Quota that is promised to one who comes before all heads that are found later. */
  private record Promise(int job, Slot slot) {}

  /**
   * At the beginning of a run.
   *
   * @param now the books of quotas as they are, what is promised among it
   * @param ends of the jobs that run
   */
  QuotaHeads(Simulation run, TenantQueues queues, JobQuotas now, ExpectedEnds ends) {
    this.run = run;
    jobs = run.input().jobs();
    this.queues = queues;
    this.now = now;
    this.ends = ends;
    takesBack = run.input().policy().preempts();
  }

  /** Those that wait are going to be looked at anew. */
  void clear() {
    for (int i = 0; i < count; i++) {
      run.log().tellQuotaReserved(run.now(), heads.get(i).job(), EventSink.NONE);
    }
    count = 0;
    promises.clear();
  }

  /** Whether somebody who waits for quota has been foretold it for a time that may be past. */
  boolean haveMoved() {
    return count > 0 && ends.firstEndSeconds() <= run.now();
  }

  /** A job that quotas keep from starting has its turn; the first of its queue is a head. */
  void add(int job) {
    if (count == MOST || hasHead(queues.leafOf(job))) {
      return;
    }
    if (heads.size() == count) {
      JobQuotas books = Objects.requireNonNull(run.input().quotas());
      heads.add(new QuotaHead(books, run.cycle().obstacles(books)));
    }
    QuotaHead head = heads.get(count);
    head.setJob(job);
    if (find(head)) {
      count++;
    }
  }

  private boolean hasHead(int leaf) {
    for (int i = 0; i < count; i++) {
      if (queues.leafOf(heads.get(i).job()) == leaf) {
        return true;
      }
    }
    return false;
  }

  /** The first time at which quotas let it; false when they never do, as far as is known. */
  private boolean find(QuotaHead head) {
    head.begin(now);
    head.setTime(run.now());
    Iterator<ExpectedEnds.Running> running = ends.inOrder().iterator();
    Iterator<Promise> promised = promises.iterator();
    ExpectedEnds.@Nullable Running nextEnd = next(running);
    @Nullable Promise nextPromise = next(promised);
    while (!head.isOpen()) {
      long time = Math.min(endOf(nextEnd), endOf(nextPromise));
      if (time == NEVER) {
        return false;
      }
      while (nextEnd != null && endOf(nextEnd) == time) {
        head.books().giveBack(nextEnd.job(), nextEnd.held());
        nextEnd = next(running);
      }
      while (nextPromise != null && endOf(nextPromise) == time) {
        add(head.books(), nextPromise.job(), nextPromise.slot(), -1);
        nextPromise = next(promised);
      }
      head.setTime(time);
    }
    tell(head);
    return true;
  }

  private static <T> @Nullable T next(Iterator<T> those) {
    return those.hasNext() ? those.next() : null;
  }

  /** A job past its estimate is expected to end at once. */
  private long endOf(ExpectedEnds.@Nullable Running running) {
    return running == null ? NEVER : Math.max(running.endSeconds(), run.now() + 1);
  }

  private static long endOf(@Nullable Promise promise) {
    return promise == null ? NEVER : promise.slot().end();
  }

  private void add(JobQuotas books, int job, Slot slot, int sign) {
    for (int group : slot.room().groups()) {
      books.add(job, group, sign * slot.tasksIn(group));
    }
  }

  private void tell(QuotaHead head) {
    run.log().tellQuotaReserved(run.now(), head.job(), head.time());
  }

  /** A job has started on what it holds, until it is expected to end. */
  void started(int job, Allocation held, long end) {
    for (int i = 0; i < count; i++) {
      QuotaHead head = heads.get(i);
      if (end > head.time()) {
        head.books().take(job, held);
        findAgainIfShort(head);
      }
    }
  }

  /** A job has a reservation, and the quota that it needs is promised to it. */
  void promised(int job, Slot slot) {
    int at = promises.size();
    while (at > 0 && promises.get(at - 1).slot().end() > slot.end()) {
      at--;
    }
    promises.add(at, new Promise(job, slot));
    for (int i = 0; i < count; i++) {
      QuotaHead head = heads.get(i);
      if (holds(slot, head)) {
        add(head.books(), job, slot, 1);
        findAgainIfShort(head);
      }
    }
  }

  /** Who took back what is its own may have done so at the cost of a head. */
  private void findAgainIfShort(QuotaHead head) {
    if (!head.isOpen() && !find(head)) {
      head.setTime(NEVER);
    }
  }

  /** Whether a reservation is under way when the head is to have its quota. */
  private static boolean holds(Slot slot, QuotaHead head) {
    return slot.at() < head.time() && slot.end() > head.time();
  }

  /** Whether a job can start so at the cost of no head. */
  boolean areLeft(int job, Decision.Start start) {
    if (count == 0) {
      return true;
    }
    Allocation held = run.cycle().foresee(job, start);
    long end = run.now() + run.holdings().expectedSeconds(job, held);
    return areLeft(
        head -> end <= head.time() || mayTakeBack(job, start.group(), start.tasks(), head),
        books -> books.take(job, held),
        books -> books.giveBack(job, held));
  }

  /** The same of a reservation. */
  boolean areLeft(int job, Slot slot) {
    return areLeft(
        head -> !holds(slot, head),
        books -> add(books, job, slot, 1),
        books -> add(books, job, slot, -1));
  }

  private boolean areLeft(int job, int group, int tasks, long end) {
    return areLeft(
        head -> end <= head.time() || mayTakeBack(job, group, tasks, head),
        books -> books.add(job, group, tasks),
        books -> books.add(job, group, -tasks));
  }

  private boolean areLeft(
      Predicate<QuotaHead> isSpared, Consumer<JobQuotas> take, Consumer<JobQuotas> giveBack) {
    for (int i = 0; i < count; i++) {
      QuotaHead head = heads.get(i);
      if (!isSpared.test(head)) {
        take.accept(head.books());
        boolean isOpen = head.isOpen();
        giveBack.accept(head.books());
        if (!isOpen) {
          inTheWay = head;
          return false;
        }
      }
    }
    return true;
  }

  /** Whether there is no place where a job could start at the cost of no head. */
  boolean areHolding(int job) {
    if (count == 0) {
      return false;
    }
    for (int place : run.cycle().groups().possiblePlaces(job)) {
      int all = jobs.tasks(job);
      if (isLeftInTime(job, place, all) || tasks(job, place, all) >= jobs.tasksMin(job)) {
        return false;
      }
    }
    return true;
  }

  private boolean isLeftInTime(int job, int place, int tasks) {
    return run.input().layout().isUnion(place)
        || areLeft(job, place, tasks, run.now() + run.expectedSeconds(job, place));
  }

  /**
   * With how many tasks a job can start where, as far as it is allowed to, at the cost of no head:
   * an elastic one with as many as leave all of them their quota, any other whole where it does or
   * is over in time. Of what is spread over several types it is known only when it is found.
   */
  Allowance leaving(int job, Allowance allowance) {
    return place -> tasks(job, place, allowance.tasks(place));
  }

  private int tasks(int job, int place, int most) {
    if (most == 0 || run.input().layout().isUnion(place)) {
      return most;
    }
    if (!jobs.isFlexible(job)) {
      return isLeftInTime(job, place, most) ? most : 0;
    }
    int few = 0;
    int tooMany = most + 1;
    while (tooMany - few > 1) {
      int between = (few + tooMany) / 2;
      if (areLeft(job, place, between, NEVER)) {
        few = between;
      } else {
        tooMany = between;
      }
    }
    return few;
  }

  /** Whether the head's queue would have to give way to the job, which stays within its own. */
  private boolean mayTakeBack(int job, int place, int tasks, QuotaHead head) {
    return takesBack
        && queues.leafOf(job) != queues.leafOf(head.job())
        && now.withinBeside(job, place, head.job()) >= tasks;
  }

  /** Tells once more for whom a job has last been refused. */
  void tellAgain() {
    if (inTheWay != null) {
      tell(inTheWay);
    }
  }
}
