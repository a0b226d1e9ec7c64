package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Chooses who gives way to a job: of the running ones whose turn comes later, those of the latest
 * turn first, of these the ones that lose least work, then the ones that started last; and of these
 * none that need not. Elastic jobs give up tasks before any job gives way. Jobs that must not be
 * preempted, or have not yet run as long as the policy leaves every job, are spared.
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

  /** What must be given up so that this job can start now; nothing when it could not even then. */
  List<Concession> find(int job, long rank) {
    List<Concession> possible = concessions(candidates(job, rank));
    List<Concession> made = new ArrayList<>();
    boolean fits = false;
    for (int i = 0; i < possible.size() && !fits; i++) {
      Concession next = possible.get(i);
      make(next);
      made.add(next);
      fits = run.cycle().findIn(next.group(), job) != null;
    }
    if (fits) {
      spare(job, made);
    }
    made.reversed().forEach(this::takeBack);
    return fits ? withoutSteps(made) : List.of();
  }

  /** First all that elastic jobs can give up, then all jobs, as candidates are in order. */
  private List<Concession> concessions(List<Candidate> candidates) {
    List<Concession> shrinking = new ArrayList<>();
    List<Concession> givingWay = new ArrayList<>();
    for (Candidate one : candidates) {
      Allocation held = run.holdings().of(one.job());
      Allocation kept = held;
      if (jobs.tasksMin(one.job()) < held.tasks()) {
        kept = held.first(jobs.tasksMin(one.job()));
        shrinking.add(new Concession(one.job(), held, kept));
      }
      givingWay.add(new Concession(one.job(), kept, null));
    }
    shrinking.addAll(givingWay);
    return shrinking;
  }

  /** A job that gives way need not give up tasks before. */
  private static List<Concession> withoutSteps(List<Concession> made) {
    Set<Integer> givingWay = new HashSet<>();
    made.stream().filter(c -> c.after() == null).forEach(c -> givingWay.add(c.job()));
    return made.stream().filter(c -> c.after() == null || !givingWay.contains(c.job())).toList();
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
      int group = run.holdings().of(other).group();
      if (isEligible[group] && mayGiveWay(other, rank)) {
        all.add(candidate(other, group));
        could[group] += run.holdings().of(other).milliDevices();
      }
    }
    all.removeIf(c -> could[c.group()] < jobs.tasksMin(job) * jobs.request(job).milliDevices());
    all.sort(WORST_FIRST);
    return all;
  }

  private boolean mayGiveWay(int other, long rank) {
    return jobs.preemptible(other)
        && run.now() - run.holdings().progress().startedAt(other) >= minRunSeconds
        && run.rankNow(other) > rank;
  }

  private Candidate candidate(int job, int group) {
    Progress progress = run.holdings().progress();
    return new Candidate(
        job,
        group,
        run.rankNow(job),
        progress.lostSeconds(job, run.now()),
        progress.startedAt(job));
  }

  /** Takes back what need not have been given up, of jobs of the earliest turn first. */
  private void spare(int job, List<Concession> made) {
    int group = made.getLast().group();
    for (int i = made.size() - 1; i >= 0; i--) {
      Concession one = made.get(i);
      if (isStepOfAnother(one, made, i)) {
        continue;
      }
      takeBack(one);
      boolean isNeeded = one.group() == group && run.cycle().findIn(group, job) == null;
      if (isNeeded) {
        made.set(i, makeGently(one, job));
      } else {
        made.remove(i);
      }
    }
  }

  /** Gives up as few tasks as will do. */
  private Concession makeGently(Concession one, int job) {
    if (one.after() == null) {
      make(one);
      return one;
    }
    int few = one.after().tasks();
    int tooMany = one.before().tasks();
    while (tooMany - few > 1) {
      int between = (few + tooMany) / 2;
      Concession tried = keeping(between, one);
      make(tried);
      if (run.cycle().findIn(one.group(), job) == null) {
        tooMany = between;
      } else {
        few = between;
      }
      takeBack(tried);
    }
    Concession gentlest = keeping(few, one);
    make(gentlest);
    return gentlest;
  }

  private static Concession keeping(int tasks, Concession one) {
    return new Concession(one.job(), one.before(), one.before().first(tasks));
  }

  /** Whether the job goes on to give way, later in the list. */
  private static boolean isStepOfAnother(Concession one, List<Concession> made, int index) {
    return one.after() != null
        && made.subList(index + 1, made.size()).stream().anyMatch(c -> c.job() == one.job());
  }

  private void make(Concession one) {
    state.release(one.before(), jobs.request(one.job()));
    if (one.after() != null) {
      state.retake(one.after(), jobs.request(one.job()));
    }
  }

  private void takeBack(Concession one) {
    if (one.after() != null) {
      state.release(one.after(), jobs.request(one.job()));
    }
    state.retake(one.before(), jobs.request(one.job()));
  }
}
