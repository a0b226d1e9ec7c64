package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.Job;

/**
 * Preemption beside strict and EASY backfilling, written down a second time, as plainly as
 * possible, on one pool of processors that are all alike: counts of processors, one number for
 * every second. Interruptions cost nothing. Shares no code with the simulator. For conservative
 * backfilling there is {@link SlowConservativePreemption}.
 */
class SlowPreemption {
  private static final int SECONDS = 20_000;
  static final int NONE = -1;

  private final int processors;
  private final List<Job> jobs;
  private final String discipline;
  private final long minRunSeconds;
  final long[] since;
  private final long[] done;
  private final long[] ends;
  final int[] until;
  private final int[] taken = new int[SECONDS];
  private final Comparator<Integer> turns;
  long now;
  private int interruptions;
  boolean isBetter;
  boolean mayMakeRoom;
  final Set<Integer> newcomers = new HashSet<>();

  /** Jobs must be in order of submission, and ask for one device a task. */
  SlowPreemption(int processors, List<Job> jobs, String discipline, long minRunSeconds) {
    this.processors = processors;
    this.jobs = jobs;
    this.discipline = discipline;
    this.minRunSeconds = minRunSeconds;
    since = filled(new long[jobs.size()]);
    ends = filled(new long[jobs.size()]);
    done = new long[jobs.size()];
    until = new int[jobs.size()];
    turns = Comparator.<Integer>comparingInt(j -> -priority(j)).thenComparingInt(j -> j);
  }

  private static long[] filled(long[] all) {
    Arrays.fill(all, NONE);
    return all;
  }

  /** When each job ends. */
  long[] ends() {
    for (now = 0; now < SECONDS; now++) {
      boolean released = endJobs();
      IntStream.range(0, jobs.size())
          .filter(j -> jobs.get(j).submitSeconds() == now)
          .forEach(newcomers::add);
      boolean happened = released || !newcomers.isEmpty();
      boolean mayGiveWay =
          minRunSeconds > 0 && running().anyMatch(j -> now == since[j] + minRunSeconds);
      if (happened || mayGiveWay) {
        mayMakeRoom = released || mayGiveWay;
        serve(happened);
        newcomers.clear();
      }
    }
    return ends;
  }

  int interruptions() {
    return interruptions;
  }

  private boolean endJobs() {
    boolean happened = false;
    for (int j : running().toArray()) {
      if (since[j] + jobs.get(j).work() - done[j] == now) {
        ends[j] = now;
        since[j] = NONE;
        happened = true;
        if (until[j] > now) {
          take(j, (int) now, until[j], -1);
          isBetter = true;
        }
      }
    }
    return happened;
  }

  /** What is done at an instant: something ended or arrived, or else may give way now. */
  void serve(boolean happened) {
    boolean hasMadeRoom = false;
    for (Integer head = head(); head != null; head = head()) {
      if (size(head) > free()) {
        List<Integer> victims = victims(head, false);
        if (victims.isEmpty()) {
          break;
        }
        hasMadeRoom = true;
        victims.forEach(this::stop);
      }
      start(head);
    }
    Integer head = head();
    if (discipline.equals("easy") && head != null && (happened || hasMadeRoom)) {
      lookBehind(head);
    }
  }

  private void lookBehind(int head) {
    long shadow = now;
    while (freeAt(shadow) < size(head)) {
      shadow++;
    }
    for (int j : queue()) {
      boolean isOver = now + expected(j) <= shadow;
      if (j != head && size(j) <= free() && (isOver || size(j) <= freeAt(shadow) - size(head))) {
        start(j);
      }
    }
  }

  private int freeAt(long second) {
    return processors
        - running().filter(j -> Math.max(until[j], now + 1) > second).map(this::size).sum();
  }

  /** Who must give way, by counts or by what is taken at each second; nobody if that is no help. */
  List<Integer> victims(int j, boolean bySeconds) {
    List<Integer> candidates = new ArrayList<>();
    running()
        .filter(v -> priority(v) < priority(j) && jobs.get(v).terms().preemptible())
        .filter(v -> now - since[v] >= minRunSeconds)
        .forEach(candidates::add);
    candidates.sort(
        Comparator.<Integer>comparingInt(this::priority)
            .thenComparing(Comparator.<Integer>comparingLong(v -> since[v]).reversed())
            .thenComparing(Comparator.reverseOrder()));
    List<Integer> gone = new ArrayList<>();
    for (int v : candidates) {
      if (!fitsWithout(gone, j, bySeconds)) {
        gone.add(v);
      }
    }
    if (!fitsWithout(gone, j, bySeconds)) {
      return List.of();
    }
    for (int v : gone.reversed().toArray(Integer[]::new)) {
      List<Integer> fewer = new ArrayList<>(gone);
      fewer.remove(Integer.valueOf(v));
      if (fitsWithout(fewer, j, bySeconds)) {
        gone = fewer;
      }
    }
    return gone;
  }

  private boolean fitsWithout(List<Integer> gone, int j, boolean bySeconds) {
    if (!bySeconds) {
      return free() + gone.stream().mapToInt(this::size).sum() >= size(j);
    }
    gone.forEach(v -> take(v, (int) now, until[v], -1));
    boolean isFree = isFree(j, (int) now);
    gone.forEach(v -> take(v, (int) now, until[v], 1));
    return isFree;
  }

  void start(int j) {
    since[j] = now;
    until[j] = (int) (now + expected(j));
    take(j, (int) now, until[j], 1);
  }

  void stop(int v) {
    take(v, (int) now, until[v], -1);
    done[v] += now - since[v];
    since[v] = NONE;
    newcomers.add(v);
    interruptions++;
  }

  boolean isFree(int j, int from) {
    return IntStream.range(from, from + expected(j))
        .noneMatch(s -> taken[s] + size(j) > processors);
  }

  void take(int j, int from, int to, int sign) {
    for (int second = from; second < to; second++) {
      taken[second] += sign * size(j);
    }
  }

  @Nullable Integer head() {
    List<Integer> queue = queue();
    return queue.isEmpty() ? null : queue.getFirst();
  }

  @Nullable Integer after(int j) {
    return queue().stream().filter(one -> turns.compare(j, one) < 0).findFirst().orElse(null);
  }

  List<Integer> queue() {
    List<Integer> queue = new ArrayList<>();
    for (int j = 0; j < jobs.size(); j++) {
      if (jobs.get(j).submitSeconds() <= now && since[j] == NONE && ends[j] == NONE) {
        queue.add(j);
      }
    }
    queue.sort(turns);
    return queue;
  }

  IntStream running() {
    return IntStream.range(0, jobs.size()).filter(j -> since[j] != NONE);
  }

  private int free() {
    return processors - running().map(this::size).sum();
  }

  int size(int j) {
    return jobs.get(j).tasks();
  }

  int priority(int j) {
    return jobs.get(j).terms().priority();
  }

  /** How long it is expected to run from a start on. */
  int expected(int j) {
    Long told = jobs.get(j).terms().estimateSeconds();
    long all = told == null ? jobs.get(j).work() : told;
    return (int) Math.max(1, all - done[j]);
  }
}
