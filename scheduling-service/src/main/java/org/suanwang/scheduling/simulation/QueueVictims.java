package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.Unions;
import org.suanwang.scheduling.cycle.JobQuotas;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Chooses who gives way to a job where jobs run for queues. Two may have to: jobs of queues that
 * borrow what the job's own side of the tree has of its own ({@link JobQuotas#mayReclaim}), and
 * those of its own queue whose turn comes later. The former go first, of them those that lose least
 * device time, that since their state was last saved, then those that started last; of the latter
 * those of the latest turn first. Elastic jobs give up tasks before any job gives way. A queue
 * gives way no further than to what is its own, and who takes places of its own queue must not make
 * it borrow more: it would have to give way in turn. Nobody goes who need not; where several groups
 * would do, the one in which least device time is lost. Jobs that must not be preempted, or have
 * not yet run as long as the policy leaves every job, are spared. So are jobs of borrowing queues
 * at the instant at which they started, so that no two queues take from each other for ever.
 */
final class QueueVictims {
  private static final long NO_TURN = 0;

  private static final Comparator<Candidate> FIRST_TO_GO =
      Comparator.comparing(Candidate::isOwn)
          .thenComparing(Comparator.comparingLong(Candidate::rank).reversed())
          .thenComparingLong(Candidate::unsavedMilliSeconds)
          .thenComparing(Comparator.comparingLong(Candidate::startedAt).reversed())
          .thenComparing(Comparator.comparingInt(Candidate::job).reversed());

  private final Simulation run;
  private final JobTable jobs;
  private final RunningJobs running;
  private final ClusterState state;
  private final @Nullable JobQuotas quotas;
  private final long minRunSeconds;
  private List<Candidate> lookedAt = List.of();
  private List<Candidate> considered = List.of();
  private boolean sparedNewcomers;

  /**
   * A job that could give way.
   *
   * @param isOwn whether it is of the same queue, and its turn is later
   */
  private record Candidate(
      int job,
      Allocation held,
      boolean isOwn,
      long rank,
      long unsavedMilliSeconds,
      long startedAt) {}

  QueueVictims(Simulation run, RunningJobs running, @Nullable JobQuotas quotas) {
    this.run = run;
    this.jobs = run.input().jobs();
    this.running = running;
    this.state = run.state();
    this.quotas = quotas;
    this.minRunSeconds = run.input().policy().minRunSeconds();
  }

  /**
   * Whether the last search found nobody, but left out jobs of borrowing queues for having started
   * at this instant: a second later they may have to go.
   */
  boolean sparedNewcomers() {
    return sparedNewcomers;
  }

  /** Who must give way so that this job can start now; null when it could not even then. */
  @Nullable MadeRoom find(int job, long rank) {
    sparedNewcomers = false;
    MadeRoom best = null;
    long leastLost = Long.MAX_VALUE;
    for (int place : run.cycle().groupsFor(job)) {
      MadeRoom room = findIn(place, job, rank);
      long lost = room == null ? Long.MAX_VALUE : lost(room);
      if (lost < leastLost) {
        best = room;
        leastLost = lost;
        considered = lookedAt;
      }
    }
    sparedNewcomers &= best == null;
    return best;
  }

  /** Whom the last search looked at where room was found, in order, beside what it found. */
  List<PossibleVictim> considered(MadeRoom found) {
    return considered.stream().map(c -> possible(c, found)).toList();
  }

  private PossibleVictim possible(Candidate one, MadeRoom found) {
    boolean isTaken = found.concessions().stream().anyMatch(c -> c.job() == one.job());
    Long turn = one.isOwn() ? (Long) one.rank() : null;
    return run.holdings().possibleVictim(one.job(), turn, isTaken, run.now());
  }

  /** All devices of a job lose the time, also when it gives up only some of them. */
  private long lost(MadeRoom room) {
    return room.concessions().stream()
        .mapToLong(one -> run.holdings().unsavedMilliSeconds(one.job(), run.now()))
        .sum();
  }

  private @Nullable MadeRoom findIn(int place, int job, long rank) {
    List<Candidate> candidates = candidates(place, job, rank);
    lookedAt = candidates;
    TaskOrders orders = new TaskOrders(run, job, place);
    if (!orders.lookAhead(holdings(candidates), () -> run.cycle().findIn(place, job) != null)) {
      return null;
    }
    Concessions made = new Concessions(run, quotas);
    Claim claim = new Claim(job, jobs, quotas, made, run.input().layout());
    boolean fits = false;
    for (int i = 0; i < candidates.size() && !fits; i++) {
      Concession shrinking = shrinking(candidates.get(i), job, place, orders);
      if (shrinking != null) {
        made.make(shrinking);
        fits = fits(place, job, claim);
      }
    }
    for (int i = 0; i < candidates.size() && !fits; i++) {
      Candidate next = candidates.get(i);
      if (next.isOwn() || mayReclaim(job, place, next.job(), next.held())) {
        made.make(Concession.givingWay(next.job(), made.kept(next.job())));
        fits = fits(place, job, claim);
      }
    }
    if (fits) {
      made.spare(one -> !fits(place, job, claim));
      fits = claim.borrowsNoMore(place);
    }
    made.undoAll();
    return fits ? new MadeRoom(made.withoutSteps(), place, claim.allowance()) : null;
  }

  private static List<TaskOrders.Holding> holdings(List<Candidate> all) {
    return all.stream().map(c -> new TaskOrders.Holding(c.job(), c.held())).toList();
  }

  /**
   * All tasks that an elastic job can give up, but no more than its queue borrows; null when none.
   */
  private @Nullable Concession shrinking(Candidate one, int job, int place, TaskOrders orders) {
    int all = one.held().tasks();
    if (jobs.tasksMin(one.job()) == all) {
      return null;
    }
    int fewest = fewest(one, TaskOrder.lastFirst(one.held()), job, place);
    TaskOrder order = orders.of(one.job(), one.held(), all - fewest);
    int kept = state.layout().isUnion(one.held().group()) ? fewest(one, order, job, place) : fewest;
    return kept == all ? null : Concession.keeping(kept, one.job(), order);
  }

  /** With how many tasks it must be left; of a mixed gang that depends on which they are. */
  private int fewest(Candidate one, TaskOrder order, int job, int place) {
    int fewest = jobs.tasksMin(one.job());
    if (one.isOwn()) {
      return fewest;
    }
    int kept = one.held().tasks();
    int tooFew = fewest - 1;
    while (kept - tooFew > 1) {
      int between = (kept + tooFew) / 2;
      if (mayGiveUpAfter(between, one, order, job, place)) {
        kept = between;
      } else {
        tooFew = between;
      }
    }
    return kept;
  }

  /** Whether its queue would still borrow if the job kept one task more than so many. */
  private boolean mayGiveUpAfter(int tasks, Candidate one, TaskOrder order, int job, int place) {
    if (quotas == null) {
      return false;
    }
    Allocation oneMore = order.keeping(tasks + 1);
    quotas.giveBack(one.job(), one.held());
    quotas.take(one.job(), oneMore);
    boolean isBorrowing = quotas.mayReclaim(job, place, one.job(), oneMore);
    quotas.giveBack(one.job(), oneMore);
    quotas.take(one.job(), one.held());
    return isBorrowing;
  }

  private boolean fits(int place, int job, Claim claim) {
    return freeMilli(place, job) >= leastMilli(job)
        && run.cycle().findIn(place, job, claim.allowance()) != null;
  }

  private long freeMilli(int place, int job) {
    return state.layout().unions().freeMilli(state, place, jobs.request(job));
  }

  private long leastMilli(int job) {
    return jobs.tasksMin(job) * jobs.request(job).milliDevices();
  }

  /** Elsewhere only those whose devices count against the same quotas can be of help. */
  private List<Candidate> candidates(int place, int job, long rank) {
    long could = freeMilli(place, job);
    boolean needsQuota =
        quotas != null && (state.layout().isUnion(place) || !quotas.allows(job, place));
    List<Candidate> all = new ArrayList<>();
    for (int i = 0; i < running.size(); i++) {
      int other = running.get(i);
      Allocation held = run.holdings().of(other);
      long helps = milliIn(held, place, other, job);
      if ((helps > 0 || needsQuota || isIn(held, place)) && isNotSpared(other)) {
        Candidate candidate = candidate(place, job, rank, other, held);
        if (candidate != null) {
          all.add(candidate);
          could += helps;
        }
      }
    }
    if (could < leastMilli(job)) {
      return List.of();
    }
    all.sort(FIRST_TO_GO);
    return all;
  }

  private static boolean isIn(Allocation held, int place) {
    return held.group() == place;
  }

  /** How much of what another holds lies where the job may use it. */
  private long milliIn(Allocation held, int place, int other, int job) {
    Unions unions = state.layout().unions();
    if (state.layout().isUnion(place) || state.layout().isUnion(held.group())) {
      return unions.milliIn(held, place, jobs.request(job));
    }
    TaskRequest request = jobs.request(other);
    return isIn(held, place) ? held.tasks() * request.milliDevices() : 0;
  }

  private boolean isNotSpared(int other) {
    return jobs.preemptible(other)
        && run.now() - run.holdings().progress().startedAt(other) >= minRunSeconds;
  }

  private @Nullable Candidate candidate(int place, int job, long rank, int other, Allocation held) {
    boolean isNew = run.holdings().progress().startedAt(other) == run.now();
    sparedNewcomers |= isNew && mayReclaim(job, place, other, held);
    boolean isReclaimed =
        !isNew && quotas != null && quotas.isBorrowingBeside(job, place, other, held);
    boolean isSameQueue = jobs.tenantIndex(other) == jobs.tenantIndex(job);
    long turn = isSameQueue ? run.rankNow(other) : NO_TURN;
    boolean isOwn = isSameQueue && turn > rank;
    if (!isReclaimed && !isOwn) {
      return null;
    }
    Holdings holdings = run.holdings();
    return new Candidate(
        other,
        held,
        isOwn,
        isOwn ? turn : NO_TURN,
        holdings.unsavedMilliSeconds(other, run.now()),
        holdings.progress().startedAt(other));
  }

  private boolean mayReclaim(int job, int place, int other, Allocation held) {
    return quotas != null && quotas.mayReclaim(job, place, other, held);
  }
}
