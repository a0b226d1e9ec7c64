package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.Job;

/**
 * Conservative backfilling of elastic jobs and mixed gangs written down a second time, as plainly
 * as possible, in one hub with devices of a few types: counts of devices, one number for every type
 * and second, every time and every number of tasks tried in turn. Shares no code with the
 * simulator. Types are named a, b, c, in this order; b has half of the speed of a, c a tenth.
 */
final class SlowConservative {
  private static final int SECONDS = 60_000;
  private static final List<String> TYPES = List.of("a", "b", "c");
  private static final int[] SLOWNESS = {1, 2, 10};

  private final int[] devices;
  private final List<Job> jobs;
  private final int[][] taken;
  private final @Nullable Held[] reserved;
  private final @Nullable Held[] runs;
  final long[] starts;
  final long[] ends;
  private final long[] done;
  private boolean mayGrow;
  private boolean isBetter;
  private long now;

  /** So many tasks of a job on each type, from one second until another. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares
  private record Held(long from, long until, int[] on) {
    int tasks() {
      return Arrays.stream(on).sum();
    }
  }

  /** Jobs must be in order of submission, and ask for one device a task. */
  SlowConservative(int[] devices, List<Job> jobs) {
    this.devices = devices;
    this.jobs = jobs;
    taken = new int[devices.length][SECONDS];
    reserved = new Held[jobs.size()];
    runs = new Held[jobs.size()];
    starts = new long[jobs.size()];
    Arrays.fill(starts, -1);
    ends = new long[jobs.size()];
    Arrays.fill(ends, -1);
    done = new long[jobs.size()];
  }

  /** Goes through all seconds, with reservations that are kept, or all made anew each time. */
  SlowConservative run(Comparator<Job> order, boolean isAnew) {
    for (now = 0; now < SECONDS / 2; now++) {
      boolean happened = endJobs();
      happened |= jobs.stream().anyMatch(job -> job.submitSeconds() == now);
      if (happened) {
        takeOverdue();
        if (isAnew) {
          all().filter(this::waits).forEach(this::giveBack);
        }
        serve(order, isAnew);
        grow(order);
      }
    }
    return this;
  }

  private boolean endJobs() {
    boolean happened = false;
    for (int j = 0; j < jobs.size(); j++) {
      Held held = runs[j];
      if (held != null && end(j, held) == now) {
        take(held, now, held.until(), -1);
        isBetter |= held.until() > now;
        runs[j] = null;
        ends[j] = now;
        mayGrow = true;
        happened = true;
      }
    }
    return happened;
  }

  /** A job past its estimate is expected to end in the next second. */
  private void takeOverdue() {
    for (int j = 0; j < jobs.size(); j++) {
      Held held = runs[j];
      if (held != null && held.until() <= now) {
        runs[j] = new Held(held.from(), now + 1, held.on());
        take(held, now, now + 1, 1);
      }
    }
  }

  private void serve(Comparator<Job> order, boolean isAnew) {
    isBetter |= isIdle();
    walk(order, isAnew);
    if (!isAnew && isIdle() && all().anyMatch(this::waits)) {
      isBetter = true;
      walk(order, false);
    }
    isBetter = false;
  }

  private boolean isIdle() {
    return Arrays.stream(runs).allMatch(Objects::isNull);
  }

  private void walk(Comparator<Job> order, boolean isAnew) {
    List<Integer> queue = new ArrayList<>(all().filter(this::waits).boxed().toList());
    queue.sort(Comparator.comparing(jobs::get, order));
    for (int j : queue) {
      Held before = reserved[j];
      boolean isDue = before == null || before.from() <= now;
      if (isDue || isBetter || isAnew) {
        giveBack(j);
        Held best = best(j);
        boolean isKept = !isDue && before != null && !isBefore(best, before);
        look(j, isKept ? before : best, before);
      }
    }
  }

  private void look(int j, Held next, @Nullable Held before) {
    take(next, next.from(), next.until(), 1);
    if (next.from() > now) {
      reserved[j] = next;
      return;
    }
    starts[j] = now;
    mayGrow = true;
    runs[j] = next;
    boolean isFlexible = least(j) < size(j) || jobs.get(j).request().terms().mixed();
    boolean isOther =
        before != null && (before.from() != now || !Arrays.equals(before.on(), next.on()));
    isBetter |= isFlexible && isOther;
  }

  private void giveBack(int j) {
    Held held = reserved[j];
    if (held != null) {
      take(held, Math.max(now, held.from()), held.until(), -1);
      reserved[j] = null;
    }
  }

  private static boolean isBefore(Held one, @Nullable Held other) {
    return other == null
        || one.from() < other.from()
        || (one.from() == other.from() && one.tasks() > other.tasks());
  }

  /** The earliest, then the one with most tasks, then on one type, then on the fastest ones. */
  private Held best(int j) {
    for (long at = now; at < SECONDS / 2; at++) {
      Held best = null;
      for (List<Integer> types : rooms(j)) {
        for (int tasks = size(j); tasks >= least(j); tasks--) {
          Held held = find(j, types, at, tasks);
          if (held != null && isBefore(held, best)) {
            best = held;
          }
        }
      }
      if (best != null) {
        return best;
      }
    }
    throw new AssertionError("no time for " + jobs.get(j));
  }

  private List<List<Integer>> rooms(int j) {
    List<String> wanted = jobs.get(j).request().deviceTypes();
    List<Integer> types =
        IntStream.range(0, devices.length)
            .filter(t -> devices[t] > 0 && (wanted.isEmpty() || wanted.contains(TYPES.get(t))))
            .boxed()
            .toList();
    List<List<Integer>> rooms = new ArrayList<>(types.stream().map(List::of).toList());
    for (int n = 2; n <= types.size() && jobs.get(j).request().terms().mixed(); n++) {
      rooms.add(types.subList(0, n));
    }
    return rooms;
  }

  private @Nullable Held find(int j, List<Integer> types, long at, int tasks) {
    long until = at + seconds(Math.max(1, estimate(j) - done[j]), j, types.getLast(), tasks);
    int[] on = new int[devices.length];
    int left = tasks;
    for (int type : types) {
      int most =
          IntStream.range((int) at, (int) until)
              .map(second -> devices[type] - taken[type][second])
              .min()
              .orElseThrow();
      on[type] = Math.min(left, Math.max(0, most));
      left -= on[type];
    }
    return left == 0 ? new Held(at, at + expected(j, on), on) : null;
  }

  /** How long it is told to run on what it holds. */
  private long expected(int j, int[] on) {
    return seconds(Math.max(1, estimate(j) - done[j]), j, slowest(on), Arrays.stream(on).sum());
  }

  private static int slowest(int[] on) {
    return IntStream.range(0, on.length).filter(t -> on[t] > 0).max().orElseThrow();
  }

  private long seconds(long work, int j, int type, int tasks) {
    return (work * SLOWNESS[type] * size(j) + tasks - 1) / tasks;
  }

  private long end(int j, Held held) {
    long left = jobs.get(j).work() - done[j];
    return held.from() + seconds(left, j, slowest(held.on()), held.tasks());
  }

  private void take(Held held, long from, long to, int sign) {
    for (int type = 0; type < devices.length; type++) {
      for (long second = from; second < to; second++) {
        taken[type][(int) second] += sign * held.on()[type];
      }
    }
  }

  /** On types that nobody who waits may use, when something was given back, or somebody started. */
  private void grow(Comparator<Job> order) {
    List<Integer> running = new ArrayList<>(all().filter(j -> runs[j] != null).boxed().toList());
    running.sort(Comparator.comparing(jobs::get, order));
    running.stream().filter(j -> mayGrow).forEach(this::grow);
    mayGrow = false;
  }

  private boolean isAlone(int[] on) {
    return all()
        .filter(this::waits)
        .noneMatch(j -> rooms(j).stream().anyMatch(r -> r.stream().anyMatch(t -> on[t] > 0)));
  }

  private void grow(int j) {
    Held held = Objects.requireNonNull(runs[j]);
    int[] on = held.on().clone();
    int left = size(j) - held.tasks();
    for (int type = 0; type < devices.length; type++) {
      int more = Math.min(on[type] > 0 ? devices[type] - used(type) : 0, left);
      on[type] += more;
      left -= more;
    }
    long worked = (now - held.from()) * held.tasks() / size(j) / SLOWNESS[slowest(held.on())];
    long before = done[j];
    long endBefore = end(j, held);
    done[j] += worked;
    Held grown = new Held(now, now + expected(j, on), on);
    if (isAlone(on) && !Arrays.equals(on, held.on()) && end(j, grown) < endBefore) {
      take(held, now, held.until(), -1);
      take(grown, now, grown.until(), 1);
      runs[j] = grown;
    } else {
      done[j] = before;
    }
  }

  private int used(int type) {
    return Arrays.stream(runs).filter(Objects::nonNull).mapToInt(held -> held.on()[type]).sum();
  }

  private IntStream all() {
    return IntStream.range(0, jobs.size());
  }

  private boolean waits(int j) {
    boolean isPossible =
        rooms(j).stream()
            .anyMatch(types -> types.stream().mapToInt(t -> devices[t]).sum() >= least(j));
    return jobs.get(j).submitSeconds() <= now && starts[j] < 0 && isPossible;
  }

  private int size(int j) {
    return jobs.get(j).tasks();
  }

  private int least(int j) {
    return Objects.requireNonNullElse(jobs.get(j).terms().tasksMin(), size(j));
  }

  private long estimate(int j) {
    return Objects.requireNonNullElse(jobs.get(j).terms().estimateSeconds(), jobs.get(j).work());
  }
}
