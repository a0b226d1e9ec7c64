package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cycle.JobQuotas;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Chooses who gives way to a job where jobs run for queues. Two may have to: jobs of queues that
 * borrow what the job's own side of the tree has of its own ({@link JobQuotas#mayReclaim}), and
 * those of its own queue whose turn comes later. The former go first, of them those that lose least
 * work, then those that started last; of the latter those of the latest turn first. A queue gives
 * way no further than to what is its own, and who takes places of its own queue must not make it
 * borrow more: it would have to give way in turn. Nobody goes who need not; where several groups
 * would do, the one in which least device time is lost. Jobs that must not be preempted, or have
 * not yet run as long as the policy leaves every job, are spared. So are jobs of borrowing queues
 * at the instant at which they started, so that no two queues take from each other for ever.
 */
final class QueueVictims {
  private static final long NO_TURN = 0;

  private static final Comparator<Candidate> FIRST_TO_GO =
      Comparator.comparing(Candidate::isOwn)
          .thenComparing(Comparator.comparingLong(Candidate::rank).reversed())
          .thenComparingLong(Candidate::lostSeconds)
          .thenComparing(Comparator.comparingLong(Candidate::startedAt).reversed())
          .thenComparing(Comparator.comparingInt(Candidate::job).reversed());

  private final Simulation run;
  private final JobTable jobs;
  private final RunningJobs running;
  private final ClusterState state;
  private final @Nullable JobQuotas quotas;
  private final long minRunSeconds;
  private boolean sparedNewcomers;

  /**
   * A job that could give way.
   *
   * @param isOwn whether it is of the same queue, and its turn is later
   */
  private record Candidate(
      int job, int group, boolean isOwn, long rank, long lostSeconds, long startedAt) {}

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

  /** Who must give way so that this job can start now; nobody when it could not even then. */
  List<Integer> find(int job, long rank) {
    sparedNewcomers = false;
    List<Candidate> best = List.of();
    long leastLost = Long.MAX_VALUE;
    for (int group : run.cycle().groupsFor(job)) {
      List<Candidate> gone = findIn(group, job, rank);
      long lost = 0;
      for (Candidate one : gone) {
        lost += one.lostSeconds() * jobs.milliDevices(one.job());
      }
      if (!gone.isEmpty() && lost < leastLost) {
        best = gone;
        leastLost = lost;
      }
    }
    sparedNewcomers &= best.isEmpty();
    return best.stream().map(Candidate::job).toList();
  }

  private List<Candidate> findIn(int group, int job, long rank) {
    List<Candidate> candidates = candidates(group, job, rank);
    List<Candidate> gone = new ArrayList<>();
    boolean fits = false;
    for (int i = 0; i < candidates.size() && !fits; i++) {
      Candidate next = candidates.get(i);
      if (next.isOwn() || mayReclaim(job, group, next.job())) {
        leave(next);
        gone.add(next);
        fits = fits(group, job);
      }
    }
    if (fits) {
      spare(group, job, gone);
      fits = borrowsNoMore(group, job, gone);
    }
    gone.forEach(this::comeBack);
    return fits ? gone : List.of();
  }

  /** Whoever takes places of its own queue must stay within its own, or take no more than these. */
  private boolean borrowsNoMore(int group, int job, List<Candidate> gone) {
    long own = 0;
    for (Candidate one : gone) {
      own += one.isOwn() ? jobs.milliDevices(one.job()) : 0;
    }
    return own == 0
        || own >= jobs.milliDevices(job)
        || quotas == null
        || quotas.staysWithin(job, group);
  }

  private boolean fits(int group, int job) {
    return (quotas == null || quotas.allows(job, group))
        && state.groupFreeMilli(group) >= jobs.milliDevices(job)
        && run.cycle().findIn(group, job) != null;
  }

  /** In other groups only those whose devices count against the same quotas can be of help. */
  private List<Candidate> candidates(int group, int job, long rank) {
    long could = state.groupFreeMilli(group);
    boolean needsQuota = quotas != null && !quotas.allows(job, group);
    List<Candidate> all = new ArrayList<>();
    for (int i = 0; i < running.size(); i++) {
      int other = running.get(i);
      int otherGroup = run.holdings().of(other).group();
      if ((otherGroup == group || needsQuota) && isNotSpared(other)) {
        Candidate candidate = candidate(group, job, rank, other, otherGroup);
        if (candidate != null) {
          all.add(candidate);
          could += otherGroup == group ? jobs.milliDevices(other) : 0;
        }
      }
    }
    if (could < jobs.milliDevices(job)) {
      return List.of();
    }
    all.sort(FIRST_TO_GO);
    return all;
  }

  private boolean isNotSpared(int other) {
    return jobs.preemptible(other)
        && run.now() - run.holdings().progress().startedAt(other) >= minRunSeconds;
  }

  private @Nullable Candidate candidate(int group, int job, long rank, int other, int otherGroup) {
    boolean isNew = run.holdings().progress().startedAt(other) == run.now();
    sparedNewcomers |= isNew && mayReclaim(job, group, other);
    boolean isReclaimed =
        !isNew && quotas != null && quotas.isBorrowingBeside(job, group, other, otherGroup);
    boolean isSameQueue = jobs.tenantIndex(other) == jobs.tenantIndex(job);
    long turn = isSameQueue ? run.rankNow(other) : NO_TURN;
    boolean isOwn = isSameQueue && turn > rank;
    if (!isReclaimed && !isOwn) {
      return null;
    }
    Progress progress = run.holdings().progress();
    return new Candidate(
        other,
        otherGroup,
        isOwn,
        isOwn ? turn : NO_TURN,
        progress.lostSeconds(other, run.now()),
        progress.startedAt(other));
  }

  private boolean mayReclaim(int job, int group, int other) {
    return quotas != null && quotas.mayReclaim(job, group, other, run.holdings().of(other).group());
  }

  /** Lets those stay that need not have gone, the ones that were to go last first. */
  private void spare(int group, int job, List<Candidate> gone) {
    for (int i = gone.size() - 1; i >= 0; i--) {
      Candidate one = gone.get(i);
      comeBack(one);
      if (fits(group, job)) {
        gone.remove(i);
      } else {
        leave(one);
      }
    }
  }

  private void leave(Candidate one) {
    state.release(run.holdings().of(one.job()), jobs.request(one.job()));
    if (quotas != null) {
      quotas.giveBack(one.job(), one.group());
    }
  }

  private void comeBack(Candidate one) {
    state.retake(run.holdings().of(one.job()), jobs.request(one.job()));
    if (quotas != null) {
      quotas.take(one.job(), one.group());
    }
  }
}
