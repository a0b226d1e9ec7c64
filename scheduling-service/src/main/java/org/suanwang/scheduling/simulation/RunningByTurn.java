package org.suanwang.scheduling.simulation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.workload.JobTable;

/**
 * The running jobs of each group that may be made to give way, the latest turn first, of equal
 * turns the one that started last: a search for who gives way to a job then looks at few more than
 * those that have to. It does not know of elastic jobs that run, or mixed gangs.
 */
final class RunningByTurn {
  private final Simulation run;
  private final JobTable jobs;
  private final long minRunSeconds;
  private final Map<Integer, NavigableSet<Standing>> ofGroup = new HashMap<>();
  private final @Nullable Standing[] standings;
  private int others;

  /** Where a running job stands: the latest turn first, of equal ones who started last. */
  private record Standing(int job, int group, long rank, long startedAt)
      implements Comparable<Standing> {
    @Override
    public int compareTo(Standing other) {
      int byRank = Long.compare(other.rank, rank);
      int byStart = byRank == 0 ? Long.compare(other.startedAt, startedAt) : byRank;
      return byStart == 0 ? Integer.compare(other.job, job) : byStart;
    }
  }

  /** A job that could give way, and what would be lost, in the order of {@link Victims}. */
  private record Candidate(Standing standing, long unsavedMilliSeconds)
      implements Comparable<Candidate> {
    @Override
    public int compareTo(Candidate other) {
      int byRank = Long.compare(other.standing.rank, standing.rank);
      int byLoss =
          byRank == 0 ? Long.compare(unsavedMilliSeconds, other.unsavedMilliSeconds) : byRank;
      return byLoss == 0 ? standing.compareTo(other.standing) : byLoss;
    }
  }

  RunningByTurn(Simulation run) {
    this.run = run;
    this.jobs = run.input().jobs();
    this.minRunSeconds = run.input().policy().minRunSeconds();
    this.standings = new Standing[jobs.size()];
  }

  /** A running job has come, or its turn has fallen back. */
  void put(int job) {
    remove(job);
    Allocation held = run.holdings().of(job);
    if (isOther(job, held)) {
      others++;
    }
    long startedAt = run.holdings().progress().startedAt(job);
    Standing standing = new Standing(job, held.group(), run.rankNow(job), startedAt);
    standings[job] = standing;
    if (jobs.preemptible(job)) {
      ofGroup.computeIfAbsent(held.group(), g -> new TreeSet<>()).add(standing);
    }
  }

  void remove(int job) {
    Standing standing = standings[job];
    if (standing == null) {
      return;
    }
    standings[job] = null;
    if (isOther(job, standing.group())) {
      others--;
    }
    NavigableSet<Standing> group = ofGroup.get(standing.group());
    if (group != null) {
      group.remove(standing);
    }
  }

  private boolean isOther(int job, Allocation held) {
    return isOther(job, held.group());
  }

  private boolean isOther(int job, int group) {
    return jobs.tasksMin(job) < jobs.tasks(job) || run.input().layout().isUnion(group);
  }

  /** Whether it knows all who might give way to this job. */
  boolean knowsAllFor(int job) {
    return others == 0 && !jobs.request(job).terms().mixed();
  }

  /**
   * Those of these groups whose turn comes after a rank, in the order in which they give way. Only
   * groups count in which there is enough for the job if all of them do.
   */
  Iterator<Integer> inOrder(int job, long rank, int[] groups) {
    PriorityQueue<WorstFirst> open = new PriorityQueue<>(Comparator.comparing(WorstFirst::peek));
    for (int group : groups) {
      if (isEnough(job, rank, group)) {
        WorstFirst worst = new WorstFirst(rank, group);
        if (worst.hasNext()) {
          open.add(worst);
        }
      }
    }
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !open.isEmpty();
      }

      @Override
      public Integer next() {
        WorstFirst worst = open.remove();
        Candidate next = worst.next();
        if (worst.hasNext()) {
          open.add(worst);
        }
        return next.standing().job();
      }
    };
  }

  /** A job asks for so much that few jobs must be added up, or there are few of them. */
  private boolean isEnough(int job, long rank, int group) {
    long needed = jobs.tasksMin(job) * jobs.request(job).milliDevices();
    long could = run.state().layout().unions().freeMilli(run.state(), group, jobs.request(job));
    for (Walk walk = new Walk(rank, group); could < needed && walk.next != null; ) {
      could += run.holdings().of(walk.take().job()).milliDevices();
    }
    return could >= needed;
  }

  /** Those of a group whose turn comes after a rank and who have run long enough. */
  private final class Walk {
    private final NavigableSet<Standing> group;
    private final long rank;
    private @Nullable Standing next;

    Walk(long rank, int ofGroup) {
      this.rank = rank;
      this.group = RunningByTurn.this.ofGroup.getOrDefault(ofGroup, new TreeSet<>());
      next = group.isEmpty() ? null : spared(group.first());
    }

    Standing take() {
      Standing taken = next;
      if (taken == null) {
        throw new NoSuchElementException();
      }
      next = spared(group.higher(taken));
      return taken;
    }

    /** Of one turn those that started last are spared together. */
    private @Nullable Standing spared(@Nullable Standing first) {
      long latest = run.now() - minRunSeconds;
      Standing one = first;
      while (one != null && one.rank() > rank && one.startedAt() > latest) {
        one = group.ceiling(new Standing(Integer.MAX_VALUE, one.group(), one.rank(), latest));
      }
      return one != null && one.rank() > rank ? one : null;
    }
  }

  /**
   * Of each turn first those that lose nothing, in the order in which they stand; only the others
   * have to be put in order.
   */
  private final class WorstFirst {
    private final Walk walk;
    private final PriorityQueue<Candidate> losing = new PriorityQueue<>();
    private @Nullable Candidate head;

    WorstFirst(long rank, int group) {
      walk = new Walk(rank, group);
      head = following();
    }

    boolean hasNext() {
      return head != null;
    }

    Candidate peek() {
      if (head == null) {
        throw new NoSuchElementException();
      }
      return head;
    }

    Candidate next() {
      Candidate next = peek();
      head = following();
      return next;
    }

    private @Nullable Candidate following() {
      while (walk.next != null && isOfTurn(walk.next)) {
        Standing taken = walk.take();
        long unsaved = run.holdings().unsavedMilliSeconds(taken.job(), run.now());
        Candidate candidate = new Candidate(taken, unsaved);
        if (unsaved == 0) {
          return candidate;
        }
        losing.add(candidate);
      }
      return losing.poll();
    }

    /** Whether it has the turn of those that are to be put in order, if there are any. */
    private boolean isOfTurn(Standing next) {
      return losing.isEmpty() || losing.element().standing().rank() == next.rank();
    }
  }
}
