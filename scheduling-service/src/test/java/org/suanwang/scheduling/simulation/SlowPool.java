package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.suanwang.scheduling.workload.Job;

/**
 * What runs on the pool of processors of {@link SlowSchedules}, and how it grows and gives back.
 */
abstract class SlowPool {
  final int processors;
  final List<Job> jobs;
  final long[] starts;
  final boolean[] ended;
  private final int[] held;
  private final int[] own;
  private final long[] since;
  private final long[] done;
  boolean mayGrow;
  boolean lends;
  Comparator<Job> turns = Comparator.comparingLong(Job::submitSeconds);
  long now;

  SlowPool(int processors, List<Job> jobs) {
    this.processors = processors;
    this.jobs = jobs;
    starts = new long[jobs.size()];
    Arrays.fill(starts, -1);
    ended = new boolean[jobs.size()];
    held = new int[jobs.size()];
    own = new int[jobs.size()];
    since = new long[jobs.size()];
    done = new long[jobs.size()];
  }

  /** How many processors a job holds. */
  int held(int j) {
    return held[j];
  }

  /** Beside what running jobs started with. */
  boolean fits(int j) {
    return least(j) <= free() + running().map(r -> held[r] - own[r]).sum();
  }

  /** Where that does not do, others give up what they have grown by, the latest turn first. */
  void start(int j) {
    List<Integer> grown = new ArrayList<>(running().boxed().toList());
    grown.sort(
        Comparator.<Integer, Job>comparing(jobs::get, turns)
            .thenComparing(Comparator.naturalOrder())
            .reversed());
    for (int r : grown) {
      int back = Math.min(least(j) - free(), held[r] - own[r]);
      if (back > 0) {
        change(r, held[r] - back);
      }
    }
    start(j, Math.min(size(j), free()));
  }

  void change(int j, int processors) {
    done[j] += (now - since[j]) * held[j] / size(j);
    since[j] = now;
    held[j] = processors;
  }

  void start(int j, int processors) {
    starts[j] = now;
    since[j] = now;
    held[j] = processors;
    own[j] = processors;
  }

  /** When something was given back since it was last tried; where none is lent nobody may wait. */
  void grow(Comparator<Job> order) {
    if (!lends && IntStream.range(0, jobs.size()).anyMatch(this::waits)) {
      return;
    }
    List<Integer> small = new ArrayList<>();
    running().filter(j -> mayGrow && held[j] < size(j)).forEach(small::add);
    small.sort(Comparator.comparing(jobs::get, order));
    for (int j : small) {
      int more = Math.min(size(j) - held[j], free());
      long doneNow = done[j] + (now - since[j]) * held[j] / size(j);
      long then = now + seconds(jobs.get(j).work() - doneNow, j, held[j] + more);
      if (more > 0 && then < end(j)) {
        change(j, held[j] + more);
        own[j] = lends ? own[j] : held[j];
      }
    }
    mayGrow = false;
  }

  /** Parts of a second are rounded against the job. */
  long seconds(long whole, int j, int processors) {
    return (whole * size(j) + processors - 1) / processors;
  }

  long end(int j) {
    return since[j] + seconds(jobs.get(j).work() - done[j], j, held[j]);
  }

  /** When each job of a run that is over ended. */
  long[] ends() {
    return IntStream.range(0, jobs.size()).mapToLong(this::end).toArray();
  }

  long expectedEnd(int j) {
    return since[j] + seconds(Math.max(1, estimate(j) - done[j]), j, held[j]);
  }

  IntStream running() {
    return IntStream.range(0, jobs.size()).filter(this::isRunning);
  }

  boolean waits(int j) {
    return jobs.get(j).submitSeconds() <= now && starts[j] < 0;
  }

  boolean isRunning(int j) {
    return starts[j] >= 0 && !ended[j];
  }

  int free() {
    return processors - running().map(j -> held[j]).sum();
  }

  int size(int j) {
    return jobs.get(j).tasks();
  }

  int least(int j) {
    return Objects.requireNonNullElse(jobs.get(j).terms().tasksMin(), size(j));
  }

  long estimate(int j) {
    Long told = jobs.get(j).terms().estimateSeconds();
    return told == null ? jobs.get(j).work() : told;
  }
}
