package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
final class SlowSchedules extends SlowPool {
  private static final int SECONDS = 20_000;

  private final int[] taken = new int[SECONDS];
  private final int[] reserved;
  private final boolean[] closed = new boolean[SECONDS + 1];

  /** Jobs must be in order of submission, and ask for one device a task. */
  SlowSchedules(int processors, List<Job> jobs) {
    super(processors, jobs);
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
        - running().filter(j -> Math.max(expectedEnd(j), now + 1) > second).map(j -> held(j)).sum();
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
}
