package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.Unions;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Chooses who gives way to a job: of the running ones whose turn comes later, those of the latest
 * turn first, of these the ones that lose least device time, that since their state was last saved,
 * then the ones that started last; and of these none that need not. Elastic jobs give up tasks
 * before any job gives way. Jobs that must not be preempted, or have not yet run as long as the
 * policy leaves every job, are spared.
 */
final class Victims {
  private static final int NOWHERE = -1;
  private static final Comparator<Candidate> WORST_FIRST =
      Comparator.comparingLong(Candidate::rank)
          .reversed()
          .thenComparingLong(Candidate::unsavedMilliSeconds)
          .thenComparing(Comparator.comparingLong(Candidate::startedAt).reversed())
          .thenComparing(Comparator.comparingInt(Candidate::job).reversed());

  private final Simulation run;
  private final JobTable jobs;
  private final RunningJobs running;
  private final @Nullable RunningByTurn byTurn;
  private final ClusterState state;
  private final long minRunSeconds;
  private final @Nullable SupposedTimes times;
  private int askedFor;
  private long askedRank;

  /** A job that could give way, and what would be lost. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares
  private record Candidate(
      int job, int[] places, long rank, long unsavedMilliSeconds, long startedAt) {}

  /**
   * At the beginning of a run.
   *
   * @param byTurn the same jobs by their turns; null where turns move at all times
   * @param times what is reserved, which must not be delayed; null where nothing is
   */
  Victims(
      Simulation run,
      RunningJobs running,
      @Nullable RunningByTurn byTurn,
      @Nullable SupposedTimes times) {
    this.run = run;
    this.byTurn = byTurn;
    this.times = times;
    this.jobs = run.input().jobs();
    this.running = running;
    this.state = run.state();
    this.minRunSeconds = run.input().policy().minRunSeconds();
  }

  /** What must be given up so that this job can start now; nothing when it could not even then. */
  List<Concession> find(int job, long rank) {
    askedFor = job;
    askedRank = rank;
    return (byTurn != null && byTurn.knowsAllFor(job))
        ? findByTurn(job, byTurn.inOrder(job, rank, run.cycle().groupsFor(job)))
        : findAmongAll(job, rank);
  }

  private List<Concession> findByTurn(int job, Iterator<Integer> inOrder) {
    Concessions concessions = new Concessions(run, null, times);
    int place = NOWHERE;
    while (place == NOWHERE && inOrder.hasNext()) {
      place = giveWay(inOrder.next(), job, concessions);
    }
    return spare(job, place, concessions);
  }

  private List<Concession> findAmongAll(int job, long rank) {
    List<Candidate> all = candidates(job, rank);
    int[] everywhere = run.cycle().groupsFor(job);
    TaskOrders orders = new TaskOrders(run, job, everywhere);
    if (!orders.lookAhead(holdings(all), () -> fitsSomewhere(everywhere, job))) {
      return List.of();
    }
    Concessions concessions = new Concessions(run, null, times);
    int place = NOWHERE;
    for (int i = 0; i < all.size() && place == NOWHERE; i++) {
      Concession next = shrinking(all.get(i), orders);
      if (next != null) {
        concessions.make(next);
        place = placeAmong(places(next.before(), job), job);
      }
    }
    for (int i = 0; i < all.size() && place == NOWHERE; i++) {
      place = giveWay(all.get(i).job(), job, concessions);
    }
    return spare(job, place, concessions);
  }

  /** One more gives way to a job; returns where it then finds its place. */
  private int giveWay(int other, int job, Concessions concessions) {
    Concession next = Concession.givingWay(other, concessions.kept(other));
    concessions.make(next);
    return placeAmong(places(next.before(), job), job);
  }

  private List<Concession> spare(int job, int place, Concessions concessions) {
    if (place != NOWHERE) {
      concessions.spare(one -> isNeeded(one, job, place));
    }
    concessions.undoAll();
    return place == NOWHERE ? List.of() : concessions.withoutSteps();
  }

  /** Whether anybody runs who might have to give way to the job. */
  boolean mayHelp(int job, long rank) {
    return (byTurn != null && byTurn.knowsAllFor(job))
        ? byTurn.inOrder(job, rank, run.cycle().groupsFor(job)).hasNext()
        : !candidates(job, rank).isEmpty();
  }

  /** Whom the last search could have chosen, in order, beside what it found. */
  List<PossibleVictim> considered(List<Concession> found) {
    return candidates(askedFor, askedRank).stream().map(c -> possible(c, found)).toList();
  }

  private PossibleVictim possible(Candidate one, List<Concession> found) {
    boolean isTaken = found.stream().anyMatch(c -> c.job() == one.job());
    return run.holdings().possibleVictim(one.job(), one.rank(), isTaken, run.now());
  }

  private int placeAmong(int[] places, int job) {
    for (int place : places) {
      if (fitsIn(place, job)) {
        return place;
      }
    }
    return NOWHERE;
  }

  /**
   * In which groups, and unions of groups for a mixed gang, a job that may use them finds more room
   * without this.
   */
  private int[] places(Allocation held, int job) {
    boolean isOrdinary =
        !jobs.request(job).terms().mixed() && !state.layout().isUnion(held.group());
    return isOrdinary ? new int[] {held.group()} : overlapping(held, job);
  }

  private int[] overlapping(Allocation held, int job) {
    return Arrays.stream(run.cycle().groupsFor(job))
        .filter(place -> state.layout().unions().overlaps(held, place, jobs.request(job)))
        .toArray();
  }

  /** All tasks that an elastic job can give up; null when none. */
  private @Nullable Concession shrinking(Candidate one, TaskOrders orders) {
    Allocation held = run.holdings().of(one.job());
    int fewest = jobs.tasksMin(one.job());
    int all = held.tasks();
    return fewest == all
        ? null
        : Concession.keeping(fewest, one.job(), orders.of(one.job(), held, all - fewest));
  }

  private List<TaskOrders.Holding> holdings(List<Candidate> all) {
    return all.stream()
        .map(c -> new TaskOrders.Holding(c.job(), run.holdings().of(c.job())))
        .toList();
  }

  /** By what is free now, whatever is reserved. */
  private boolean fitsSomewhere(int[] places, int job) {
    return Arrays.stream(places).anyMatch(place -> run.cycle().findIn(place, job) != null);
  }

  private List<Candidate> candidates(int job, long rank) {
    Unions unions = state.layout().unions();
    TaskRequest request = jobs.request(job);
    long[] could = new long[state.layout().groups().size() + unions.all().size()];
    List<Candidate> all = new ArrayList<>();
    boolean[] isEligible = new boolean[could.length];
    for (int group : run.cycle().groupsFor(job)) {
      isEligible[group] = true;
      could[group] = unions.freeMilli(state, group, request);
    }
    for (int i = 0; i < running.size(); i++) {
      int other = running.get(i);
      Allocation held = run.holdings().of(other);
      int[] places = places(held, job);
      if (places.length > 0 && isEligible[places[0]] && mayGiveWay(other, rank)) {
        all.add(candidate(other, places));
        for (int place : places) {
          could[place] += unions.milliIn(held, place, request);
        }
      }
    }
    long needed = jobs.tasksMin(job) * request.milliDevices();
    all.removeIf(c -> Arrays.stream(c.places()).allMatch(place -> could[place] < needed));
    all.sort(WORST_FIRST);
    return all;
  }

  private boolean mayGiveWay(int other, long rank) {
    return jobs.preemptible(other)
        && run.now() - run.holdings().progress().startedAt(other) >= minRunSeconds
        && run.rankNow(other) > rank;
  }

  private Candidate candidate(int job, int[] places) {
    Holdings holdings = run.holdings();
    return new Candidate(
        job,
        places,
        run.rankNow(job),
        holdings.unsavedMilliSeconds(job, run.now()),
        holdings.progress().startedAt(job));
  }

  private boolean isNeeded(Concession one, int job, int place) {
    return Arrays.stream(places(one.before(), job)).anyMatch(p -> p == place)
        && !fitsIn(place, job);
  }

  private boolean fitsIn(int place, int job) {
    return times == null
        ? run.cycle().findIn(place, job) != null
        : times.findNow(place, job) != null;
  }
}
