package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Chooses who gives way to a job: of the running ones whose turn comes later, those of the latest
 * turn first, of these the ones that lose least work, then the ones that started last; and of these
 * none that need not. Jobs that must not be preempted, or have not yet run as long as the policy
 * leaves every job, are spared.
 */
final class Victims {
  private static final Comparator<Candidate> WORST_FIRST =
      Comparator.comparingLong(Candidate::rank)
          .reversed()
          .thenComparingLong(Candidate::lostSeconds)
          .thenComparing(Comparator.comparingLong(Candidate::startedAt).reversed())
          .thenComparing(Comparator.comparingInt(Candidate::job).reversed());

  private final Simulation run;
  private final JobTable jobs;
  private final RunningJobs running;
  private final ClusterState state;
  private final long minRunSeconds;

  /** A job that could give way, and what would be lost. */
  private record Candidate(int job, int group, long rank, long lostSeconds, long startedAt) {}

  Victims(Simulation run, RunningJobs running) {
    this.run = run;
    this.jobs = run.input().jobs();
    this.running = running;
    this.state = run.state();
    this.minRunSeconds = run.input().policy().minRunSeconds();
  }

  /** Who must give way so that this job can start now; nobody when it could not even then. */
  List<Integer> find(int job, long rank) {
    List<Candidate> candidates = candidates(job, rank);
    List<Candidate> gone = new ArrayList<>();
    boolean fits = false;
    for (int i = 0; i < candidates.size() && !fits; i++) {
      Candidate next = candidates.get(i);
      leave(next);
      gone.add(next);
      fits = run.cycle().findIn(next.group(), job) != null;
    }
    if (fits) {
      spare(job, gone);
    }
    gone.forEach(this::comeBack);
    return fits ? gone.stream().map(Candidate::job).toList() : List.of();
  }

  private List<Candidate> candidates(int job, long rank) {
    long[] could = new long[state.layout().groups().size()];
    List<Candidate> all = new ArrayList<>();
    boolean[] isEligible = new boolean[could.length];
    for (int group : run.cycle().groupsFor(job)) {
      isEligible[group] = true;
      could[group] = state.groupFreeMilli(group);
    }
    for (int i = 0; i < running.size(); i++) {
      int other = running.get(i);
      int group = run.holding(other).group();
      if (isEligible[group] && mayGiveWay(other, rank)) {
        all.add(candidate(other, group));
        could[group] += jobs.milliDevices(other);
      }
    }
    all.removeIf(c -> could[c.group()] < jobs.milliDevices(job));
    all.sort(WORST_FIRST);
    return all;
  }

  private boolean mayGiveWay(int other, long rank) {
    return jobs.preemptible(other)
        && run.now() - run.progress().startedAt(other) >= minRunSeconds
        && run.rankNow(other) > rank;
  }

  private Candidate candidate(int job, int group) {
    Progress progress = run.progress();
    return new Candidate(
        job,
        group,
        run.rankNow(job),
        progress.lostSeconds(job, run.now()),
        progress.startedAt(job));
  }

  /** Lets those stay that need not have gone, the ones of the earliest turn first. */
  private void spare(int job, List<Candidate> gone) {
    int group = gone.getLast().group();
    for (int i = gone.size() - 1; i >= 0; i--) {
      Candidate one = gone.get(i);
      comeBack(one);
      boolean isNeeded = one.group() == group && run.cycle().findIn(group, job) == null;
      if (isNeeded) {
        leave(one);
      } else {
        gone.remove(i);
      }
    }
  }

  private void leave(Candidate one) {
    state.release(run.holding(one.job()), jobs.request(one.job()));
  }

  private void comeBack(Candidate one) {
    state.retake(run.holding(one.job()), jobs.request(one.job()));
  }
}
