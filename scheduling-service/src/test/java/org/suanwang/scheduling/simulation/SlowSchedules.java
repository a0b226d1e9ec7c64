package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.suanwang.scheduling.workload.Job;

/**
 * Backfilling written down a second time, from its definition and as plainly as possible, on one
 * pool of processors that are all alike: counts of processors, one number for every second. Shares
 * no code with the simulator. A job past its estimate is expected to end in the next second.
 * Elastic jobs start with fewer processors, and grow: under the strict discipline and the one that
 * skips until somebody else can start there, else when nobody waits; those of conservative
 * backfilling are in {@link SlowConservative}.
 */
final class SlowSchedules {
  private static final int SECONDS = 20_000;

  private final int processors;
  private final List<Job> jobs;
  private final long[] starts;
  private final boolean[] ended;
  private final int[] held;
  private final int[] own;
  private final long[] since;
  private final long[] done;
  private boolean mayGrow;
  private boolean lends;
  private Comparator<Job> turns = Comparator.comparingLong(Job::submitSeconds);
  private final int[] taken = new int[SECONDS];
  private final int[] reserved;
  private final boolean[] closed = new boolean[SECONDS + 1];
  private long now;

  /** Jobs must be in order of submission, and ask for one device a task. */
  SlowSchedules(int processors, List<Job> jobs) {
    this.processors = processors;
    this.jobs = jobs;
    starts = new long[jobs.size()];
    Arrays.fill(starts, -1);
    ended = new boolean[jobs.size()];
    held = new int[jobs.size()];
    own = new int[jobs.size()];
    since = new long[jobs.size()];
    done = new long[jobs.size()];
    reserved = new int[jobs.size()];
    Arrays.fill(reserved, -1);
  }

  /** For such a time no job may run at all, and all know it. */
  SlowSchedules closing(int from, int to) {
    for (int second = from; second < to; second++) {
      closed[second] = true;
      taken[second] = processors;
    }
    return this;
  }

  /** Whether a job could run for as long as it is told without running into such a time. */
  private boolean isOpen(int j, long from) {
    return LongStream.range(from, from + estimate(j)).noneMatch(second -> closed[(int) second]);
  }

  /** What is done at every instant. */
  interface Rule {
    void serve(List<Integer> queue);
  }

  private long[] run(Rule rule, Comparator<Job> order) {
    for (now = 0; now < SECONDS; now++) {
      boolean happened = endJobs();
      happened |= now > 0 && closed[(int) now - 1] && !closed[(int) now];
      List<Integer> queue = new ArrayList<>();
      for (int j = 0; j < jobs.size(); j++) {
        happened |= jobs.get(j).submitSeconds() == now;
        if (waits(j)) {
          queue.add(j);
        }
      }
      if (happened) {
        queue.sort(Comparator.comparing(jobs::get, order));
        rule.serve(queue);
        grow(order);
      }
    }
    return starts;
  }

  private boolean endJobs() {
    boolean happened = false;
    for (int j = 0; j < jobs.size(); j++) {
      if (isRunning(j) && end(j) == now) {
        ended[j] = true;
        mayGrow = true;
        happened = true;
      }
    }
    return happened;
  }

  long[] strict(Comparator<Job> order) {
    lends = true;
    turns = order;
    return run(this::startHeads, order);
  }

  long[] skip(Comparator<Job> order) {
    lends = true;
    turns = order;
    return run(queue -> queue.stream().filter(this::fits).forEach(this::start), order);
  }

  long[] easy(Comparator<Job> order) {
    return run(this::serveEasy, order);
  }

  long[] conservative(Comparator<Job> order) {
    return run(this::serveConservative, order);
  }

  /** With all reservations forgotten at the end of every instant. */
  long[] conservativeAnew(Comparator<Job> order) {
    return run(this::serveConservativeAnew, order);
  }

  private void startHeads(List<Integer> queue) {
    while (!queue.isEmpty() && fits(queue.getFirst()) && isOpen(queue.getFirst(), now)) {
      start(queue.removeFirst());
    }
  }

  /** Beside what running jobs started with. */
  private boolean fits(int j) {
    return least(j) <= free() + running().map(r -> held[r] - own[r]).sum();
  }

  /** Where that does not do, others give up what they have grown by, the latest turn first. */
  private void start(int j) {
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

  private void change(int j, int processors) {
    done[j] += (now - since[j]) * held[j] / size(j);
    since[j] = now;
    held[j] = processors;
  }

  private void start(int j, int processors) {
    starts[j] = now;
    since[j] = now;
    held[j] = processors;
    own[j] = processors;
  }

  /** When something was given back since it was last tried; where none is lent nobody may wait. */
  private void grow(Comparator<Job> order) {
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
  private long seconds(long whole, int j, int processors) {
    return (whole * size(j) + processors - 1) / processors;
  }

  private long end(int j) {
    return since[j] + seconds(jobs.get(j).work() - done[j], j, held[j]);
  }

  /** When each job of a run that is over ended. */
  long[] ends() {
    return IntStream.range(0, jobs.size()).mapToLong(this::end).toArray();
  }

  private long expectedEnd(int j) {
    return since[j] + seconds(Math.max(1, estimate(j) - done[j]), j, held[j]);
  }

  private void serveEasy(List<Integer> queue) {
    startHeads(queue);
    if (queue.isEmpty()) {
      return;
    }
    int head = queue.removeFirst();
    long shadow = now;
    while (freeAt(shadow) < least(head) || !isOpen(head, shadow)) {
      shadow++;
    }
    for (int j : queue) {
      int most = Math.min(size(j), free());
      int extra = Math.min(most, freeAt(shadow) - least(head));
      boolean endsBefore = most > 0 && now + seconds(estimate(j), j, most) <= shadow;
      if (least(j) <= most && isOpen(j, now) && (endsBefore || least(j) <= extra)) {
        start(j, endsBefore ? most : extra);
      }
    }
  }

  /** By estimates, of the jobs that run now. */
  private int freeAt(long second) {
    return processors
        - running().filter(j -> Math.max(expectedEnd(j), now + 1) > second).map(j -> held[j]).sum();
  }

  private void serveConservative(List<Integer> queue) {
    boolean isBetter = false;
    for (int j = 0; j < jobs.size(); j++) {
      int until = (int) (starts[j] + estimate(j));
      if (ended[j] && starts[j] + jobs.get(j).work() == now && until > now) {
        take(j, (int) now, until, -1);
        isBetter = true;
      }
      if (isRunning(j) && until <= now) {
        take(j, (int) now, (int) now + 1, 1);
      }
    }
    walk(queue, isBetter || running().findAny().isEmpty());
    if (running().findAny().isEmpty()) {
      walk(queue, true);
    }
  }

  private void serveConservativeAnew(List<Integer> queue) {
    for (int second = (int) now; second < SECONDS; second++) {
      taken[second] = closed[second] ? processors : 0;
    }
    for (int j = 0; j < jobs.size(); j++) {
      if (isRunning(j)) {
        take(j, (int) now, (int) Math.max(starts[j] + estimate(j), now + 1), 1);
      }
    }
    for (int j : queue) {
      reserved[j] = -1;
      reserve(j);
    }
  }

  private IntStream running() {
    return IntStream.range(0, jobs.size()).filter(this::isRunning);
  }

  private void walk(List<Integer> queue, boolean all) {
    for (int j : queue) {
      if (starts[j] < 0 && (all || reserved[j] <= now)) {
        reserve(j);
      }
    }
  }

  private void reserve(int j) {
    int length = (int) estimate(j);
    if (reserved[j] >= 0) {
      take(j, reserved[j], reserved[j] + length, -1);
    }
    int at = (int) now;
    while (!isFree(j, at, at + length)) {
      at++;
    }
    if (at == now && size(j) <= free()) {
      start(j, size(j));
    } else if (at == now) {
      throw new AssertionError("the profile says more than is free");
    }
    reserved[j] = at;
    take(j, at, at + length, 1);
  }

  private boolean isFree(int j, int from, int to) {
    return IntStream.range(from, to).noneMatch(second -> taken[second] + size(j) > processors);
  }

  private void take(int j, int from, int to, int sign) {
    for (int second = from; second < to; second++) {
      taken[second] += sign * size(j);
    }
  }

  private boolean waits(int j) {
    return jobs.get(j).submitSeconds() <= now && starts[j] < 0;
  }

  private boolean isRunning(int j) {
    return starts[j] >= 0 && !ended[j];
  }

  private int free() {
    return processors - running().map(j -> held[j]).sum();
  }

  private int size(int j) {
    return jobs.get(j).tasks();
  }

  private int least(int j) {
    return Objects.requireNonNullElse(jobs.get(j).terms().tasksMin(), size(j));
  }

  private long estimate(int j) {
    Long told = jobs.get(j).terms().estimateSeconds();
    return told == null ? jobs.get(j).work() : told;
  }
}
