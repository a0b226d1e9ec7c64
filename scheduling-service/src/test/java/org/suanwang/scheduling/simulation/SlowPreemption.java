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
 * Preemption beside strict, EASY and conservative backfilling, written down a second time, as
 * plainly as possible, on one pool of processors that are all alike: counts of processors, one
 * number for every second. Interruptions cost nothing. Shares no code with the simulator.
 */
final class SlowPreemption {
  private static final int SECONDS = 20_000;
  private static final int NONE = -1;

  private final int processors;
  private final List<Job> jobs;
  private final String discipline;
  private final long minRunSeconds;
  private final long[] since;
  private final long[] done;
  private final long[] ends;
  private final int[] until;
  private final int[] reserved;
  private final int[] taken = new int[SECONDS];
  private final Comparator<Integer> turns;
  private long now;
  private int interruptions;
  private boolean isBetter;
  private boolean mayMakeRoom;
  private final Set<Integer> newcomers = new HashSet<>();

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
    reserved = new int[jobs.size()];
    Arrays.fill(reserved, NONE);
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

  private void serve(boolean happened) {
    if (discipline.equals("conservative")) {
      serveConservative(happened);
      return;
    }
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

  private void serveConservative(boolean happened) {
    for (int j : running().toArray()) {
      if (until[j] <= now) {
        until[j] = (int) now + 1;
        take(j, (int) now, (int) now + 1, 1);
      }
    }
    boolean hasMadeRoom = false;
    if (!happened) {
      for (int j : queue()) {
        hasMadeRoom = hasMadeRoom || makesRoom(j);
      }
    }
    isBetter |= running().findAny().isEmpty();
    hasMadeRoom |= happened;
    mayMakeRoom |= !happened;
    if (hasMadeRoom) {
      walkThrough();
      if (running().findAny().isEmpty()) {
        isBetter = true;
        walkThrough();
      }
    }
    isBetter = false;
  }

  private void walkThrough() {
    for (boolean isOver = false; !isOver; ) {
      isOver = !walk();
      mayMakeRoom |= !isOver;
    }
  }

  private boolean walk() {
    boolean hasMadeRoom = false;
    for (Integer j = head(); j != null; j = after(j)) {
      if (isBetter || reserved[j] <= now) {
        reserve(j);
      }
      hasMadeRoom |= since[j] == NONE && makesRoom(j);
    }
    return hasMadeRoom;
  }

  private void reserve(int j) {
    giveBack(j);
    int at = (int) now;
    while (!isFree(j, at)) {
      at++;
    }
    if (at == now) {
      start(j);
    } else {
      reserved[j] = at;
      takeReserved(j, 1);
    }
  }

  private void giveBack(int j) {
    takeReserved(j, -1);
    reserved[j] = NONE;
  }

  private void takeReserved(int j, int sign) {
    if (reserved[j] != NONE) {
      take(j, Math.max(reserved[j], (int) now), reserved[j] + expected(j), sign);
    }
  }

  private boolean makesRoom(int j) {
    if (!mayMakeRoom && !newcomers.contains(j)) {
      return false;
    }
    List<Integer> later = queue();
    later.removeIf(one -> reserved[one] == NONE || (one != j && priority(one) >= priority(j)));
    later.forEach(one -> takeReserved(one, -1));
    boolean othersHave = later.stream().anyMatch(one -> one != j);
    boolean fits = othersHave && isFree(j, (int) now);
    List<Integer> victims = fits ? List.of() : victims(j, true);
    later.forEach(one -> takeReserved(one, 1));
    if (!fits && victims.isEmpty()) {
      return false;
    }
    later.forEach(this::giveBack);
    victims.forEach(this::stop);
    start(j);
    isBetter = true;
    return true;
  }

  /** Who must give way, by counts or by what is taken at each second; nobody if that is no help. */
  private List<Integer> victims(int j, boolean bySeconds) {
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

  private void start(int j) {
    if (reserved[j] != NONE) {
      giveBack(j);
    }
    since[j] = now;
    until[j] = (int) (now + expected(j));
    take(j, (int) now, until[j], 1);
  }

  private void stop(int v) {
    take(v, (int) now, until[v], -1);
    done[v] += now - since[v];
    since[v] = NONE;
    newcomers.add(v);
    interruptions++;
  }

  private boolean isFree(int j, int from) {
    return IntStream.range(from, from + expected(j))
        .noneMatch(s -> taken[s] + size(j) > processors);
  }

  private void take(int j, int from, int to, int sign) {
    for (int second = from; second < to; second++) {
      taken[second] += sign * size(j);
    }
  }

  private @Nullable Integer head() {
    List<Integer> queue = queue();
    return queue.isEmpty() ? null : queue.getFirst();
  }

  private @Nullable Integer after(int j) {
    return queue().stream().filter(one -> turns.compare(j, one) < 0).findFirst().orElse(null);
  }

  private List<Integer> queue() {
    List<Integer> queue = new ArrayList<>();
    for (int j = 0; j < jobs.size(); j++) {
      if (jobs.get(j).submitSeconds() <= now && since[j] == NONE && ends[j] == NONE) {
        queue.add(j);
      }
    }
    queue.sort(turns);
    return queue;
  }

  private IntStream running() {
    return IntStream.range(0, jobs.size()).filter(j -> since[j] != NONE);
  }

  private int free() {
    return processors - running().map(this::size).sum();
  }

  private int size(int j) {
    return jobs.get(j).tasks();
  }

  private int priority(int j) {
    return jobs.get(j).terms().priority();
  }

  /** How long it is expected to run from a start on. */
  private int expected(int j) {
    Long told = jobs.get(j).terms().estimateSeconds();
    long all = told == null ? jobs.get(j).work() : told;
    return (int) Math.max(1, all - done[j]);
  }
}
