package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.testing.Mixed;
import org.suanwang.scheduling.workload.Job;

/**
 * First come, first served with first fit over gangs of single devices, mixed or not, worked out
 * from the text of the rules with nothing but numbers of free devices, and no code of the service.
 * Work is timed on type a.
 */
final class SlowMixedRun {
  /** A pool by its hub. */
  private record Place(int hub, String type) {}

  /** When a job started and ended, and how much it held in which pool. */
  record Outcome(long start, long end, Map<Integer, Integer> devicesOfPool) {}

  @SuppressWarnings("ArrayRecordComponent") // nobody compares
  private record Running(long end, int[] taken) {}

  private final List<String> hubs;
  private final List<Place> pools = new ArrayList<>();
  private final int[] free;
  private final List<Running> running = new ArrayList<>();
  private final Map<String, Outcome> outcomes = new TreeMap<>();

  private SlowMixedRun(Fleet fleet) {
    hubs = fleet.hubs().stream().map(Hub::id).toList();
    List<Integer> sizes = new ArrayList<>();
    for (int h = 0; h < hubs.size(); h++) {
      for (Pool pool : fleet.hubs().get(h).pools()) {
        pools.add(new Place(h, Objects.requireNonNull(pool.deviceType())));
        sizes.add((int) pool.devices());
      }
    }
    free = sizes.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The outcomes by the names of the jobs; those that could never start are not in it. */
  static Map<String, Outcome> run(Fleet fleet, List<Job> jobs) {
    SlowMixedRun run = new SlowMixedRun(fleet);
    long now = 0;
    for (Job job : jobs) {
      int[] whenEmpty = new SlowMixedRun(fleet).find(job);
      if (whenEmpty.length > 0) {
        now = run.start(job, Math.max(now, job.submitSeconds()));
      }
    }
    return run.outcomes;
  }

  /** Waits from end to end until there is room; returns when that was. */
  private long start(Job job, long from) {
    long now = from;
    giveBack(now);
    int[] taken = find(job);
    while (taken.length == 0) {
      now = running.stream().mapToLong(Running::end).min().orElseThrow();
      giveBack(now);
      taken = find(job);
    }
    Map<Integer, Integer> held = new TreeMap<>();
    double slowest = Double.MAX_VALUE;
    for (int p = 0; p < taken.length; p++) {
      free[p] -= taken[p];
      if (taken[p] > 0) {
        held.put(p, taken[p]);
        slowest = Math.min(slowest, speed(pools.get(p).type()));
      }
    }
    long end = now + (long) Math.ceil(job.work() * speed("a") / slowest);
    running.add(new Running(end, taken));
    outcomes.put(job.id(), new Outcome(now, end, held));
    return now;
  }

  private void giveBack(long now) {
    for (Running one : List.copyOf(running)) {
      if (one.end() <= now) {
        Arrays.setAll(free, p -> free[p] + one.taken()[p]);
        running.remove(one);
      }
    }
  }

  private static double speed(String type) {
    return Objects.requireNonNull(Mixed.TFLOPS.get(type));
  }

  /** How much of each pool the job would take now; empty when it has no room. */
  private int[] find(Job job) {
    int home = hubs.indexOf(String.valueOf(job.region()));
    List<Integer> order = new ArrayList<>(IntStream.range(0, hubs.size()).boxed().toList());
    if (home >= 0) {
      order.remove(Integer.valueOf(home));
      order.addFirst(home);
    }
    if (job.regionRequired()) {
      order = home < 0 ? List.of() : List.of(home);
    }
    List<Integer> kinds = job.request().terms().mixed() ? List.of(1, 2) : List.of(1);
    for (int kind : kinds) {
      for (int hub : order) {
        for (List<String> types : kind == 1 ? single(job, hub) : growing(job, hub)) {
          int[] taken = take(job, hub, types);
          if (taken.length > 0) {
            return taken;
          }
        }
      }
    }
    return new int[0];
  }

  private List<String> types(Job job, int hub) {
    List<String> wanted = job.request().deviceTypes();
    return pools.stream()
        .filter(p -> p.hub() == hub && (wanted.isEmpty() || wanted.contains(p.type())))
        .map(Place::type)
        .distinct()
        .toList();
  }

  private List<List<String>> single(Job job, int hub) {
    return types(job, hub).stream().map(List::of).toList();
  }

  private List<List<String>> growing(Job job, int hub) {
    List<String> fastest =
        types(job, hub).stream().sorted(Comparator.comparingDouble(type -> -speed(type))).toList();
    return IntStream.rangeClosed(2, fastest.size()).mapToObj(n -> fastest.subList(0, n)).toList();
  }

  private int[] take(Job job, int hub, List<String> types) {
    int left = job.tasks();
    int[] taken = new int[free.length];
    for (int p = 0; p < free.length; p++) {
      if (pools.get(p).hub() == hub && types.contains(pools.get(p).type())) {
        taken[p] = Math.min(left, free[p]);
        left -= taken[p];
      }
    }
    return left == 0 ? taken : new int[0];
  }
}
