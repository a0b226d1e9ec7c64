package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.Topology;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TopologyLevel;

/**
 * Which tasks running elastic jobs give up first for one job that waits, so that it finds its place
 * and they keep as many as can be. Tasks go node by node: first where that alone makes room for one
 * more task of the job, and of such nodes first where fewest will do; then where it makes room
 * together with what the other elastic jobs hold, then with what all hold that may give way; last
 * where it makes none. Of equal ones the last that the job holds go first. For a gang that must lie
 * in one unit of the network this is unit by unit: first where so few tasks make room for all of
 * it.
 */
final class TaskOrders {
  private static final int NOW = 0;
  private static final int BESIDE_ELASTIC = 1;
  private static final int BESIDE_ALL = 2;
  private static final int NEVER = 3;
  private static final Comparator<Step> ORDER =
      Comparator.comparingInt(Step::unitRank)
          .thenComparingInt(Step::when)
          .thenComparingInt(Step::tasks)
          .thenComparing(Comparator.comparingInt(Step::index).reversed());

  private final Simulation run;
  private final ClusterState state;
  private final JobTable jobs;
  private final Topology topology;
  private final int job;
  private final BitSet groups = new BitSet();
  private final TopologyLevel level;
  private final Map<Integer, int[]> helps = new HashMap<>();
  private final Map<Integer, Integer> unitHelps = new HashMap<>();

  /** What a running job holds that may give up some of it, or all. */
  record Holding(int job, Allocation held) {}

  /**
   * Tasks of one node that go together.
   *
   * @param when they make room
   * @param tasks how many, at least as many as in the step before on the node; 0 where they make
   *     none
   * @param gain for how many tasks more
   * @param numbers of the tasks
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares
  private record Step(int unitRank, int index, int when, int tasks, int gain, int[] numbers) {
    Step ranked(int rank) {
      return new Step(rank, index, when, tasks, gain, numbers);
    }
  }

  /** What is known of a unit of the network: when it may hold the job, and for how many tasks. */
  private record UnitCost(int unit, int when, int tasks, int lastIndex) {}

  /**
   * For a job that waits.
   *
   * @param places groups, or unions of groups, in which room is made for it
   */
  TaskOrders(Simulation run, int job, int... places) {
    this.run = run;
    this.state = run.state();
    this.jobs = run.input().jobs();
    this.topology = run.input().layout().topology();
    this.job = job;
    for (int place : places) {
      run.input().layout().unions().groupsOf(place, jobs.request(job)).forEach(groups::set);
    }
    TopologyLevel widest = jobs.request(job).terms().widestLevel();
    level = jobs.tasks(job) == 1 ? TopologyLevel.HUB : widest;
  }

  /**
   * Looks where room comes free if several give up what they hold.
   *
   * @param fits whether the job finds its place as things are
   * @return false if it does not find it though all of them gave way; it is not asked where it does
   *     not matter which tasks are given up
   */
  boolean lookAhead(List<Holding> all, BooleanSupplier fits) {
    List<Holding> spread = all.stream().filter(this::isSpread).toList();
    if (spread.isEmpty()) {
      return true;
    }
    for (Holding one : all) {
      if (mayShrink(one)) {
        state.release(one.held(), jobs.request(one.job()));
      }
    }
    spread.forEach(one -> look(one, BESIDE_ELASTIC));
    for (Holding one : all) {
      if (!mayShrink(one)) {
        state.release(one.held(), jobs.request(one.job()));
      }
    }
    spread.forEach(one -> look(one, BESIDE_ALL));
    boolean doesFit = fits.getAsBoolean();
    all.reversed().forEach(one -> state.retake(one.held(), jobs.request(one.job())));
    return doesFit;
  }

  private boolean mayShrink(Holding one) {
    return jobs.tasksMin(one.job()) < one.held().tasks();
  }

  private boolean isSpread(Holding one) {
    return mayShrink(one) && one.held().nodes().length > 1;
  }

  /** All of it is given back now. */
  private void look(Holding one, int when) {
    int[] nodes = one.held().nodes();
    int[] free = Arrays.stream(nodes).map(this::room).toArray();
    state.retake(one.held(), jobs.request(one.job()));
    int[] first = helps.computeIfAbsent(one.job(), j -> filled(nodes.length));
    for (int i = 0; i < nodes.length; i++) {
      if (first[i] == NEVER && room(nodes[i]) < free[i]) {
        first[i] = when;
      }
    }
    state.release(one.held(), jobs.request(one.job()));
    if (level != TopologyLevel.HUB) {
      for (int node : nodes) {
        if (roomInUnit(node) >= jobs.tasksMin(job)) {
          unitHelps.putIfAbsent(unit(node), when);
        }
      }
    }
  }

  private static int[] filled(int size) {
    int[] never = new int[size];
    Arrays.fill(never, NEVER);
    return never;
  }

  /** For how many tasks of the job a node has room now. */
  private int room(int node) {
    int group = state.pool(node).group();
    return groups.get(group) ? run.cycle().room(node, group, job) : 0;
  }

  private int unit(int node) {
    return switch (level) {
      case NODE -> node;
      case RACK -> topology.rack(node);
      case SPINE -> topology.spine(node);
      case HUB -> 0;
    };
  }

  /** Nodes of one unit come after each other. */
  private long roomInUnit(int node) {
    int unit = unit(node);
    long tasks = room(node);
    for (int n = node - 1; n >= 0 && unit(n) == unit; n--) {
      tasks += room(n);
    }
    for (int n = node + 1; n < state.layout().nodes() && unit(n) == unit; n++) {
      tasks += room(n);
    }
    return tasks;
  }

  /** In which order a job gives up at most so many of its tasks, as things are. */
  TaskOrder of(int other, Allocation held, int most) {
    int[] help = helps.get(other);
    if (help == null || most == 0) {
      return TaskOrder.lastFirst(held);
    }
    List<Step> steps = new ArrayList<>();
    int number = 0;
    for (int i = 0; i < held.nodes().length; i++) {
      addSteps(other, held, i, number, most, help[i], steps);
      number += held.tasksOnNode()[i];
    }
    List<Step> ranked = level == TopologyLevel.HUB ? steps : ranked(held, steps, most);
    return new TaskOrder(
        held,
        ranked.stream().sorted(ORDER).flatMapToInt(s -> Arrays.stream(s.numbers())).toArray());
  }

  /** Its tasks on one node, of which the first has this number. */
  private void addSteps(
      int other, Allocation held, int index, int number, int most, int help, List<Step> steps) {
    int node = held.nodes()[index];
    int room = room(node);
    int all = held.tasksOnNode()[index];
    int taken = 0;
    int before = 0;
    List<Allocation> released = new ArrayList<>();
    for (int gone = 1; help != NEVER && gone <= Math.min(all, most); gone++) {
      Allocation task = held.task(number + all - gone, node);
      state.release(task, jobs.request(other));
      released.add(task);
      int then = room(node);
      if (then > room) {
        before = Math.max(before, gone - taken);
        steps.add(new Step(0, index, NOW, before, then - room, numbers(number + all, taken, gone)));
        taken = gone;
        room = then;
      }
    }
    released.reversed().forEach(task -> state.retake(task, jobs.request(other)));
    if (taken < all) {
      boolean isOfUse = help != NEVER && all <= most;
      int when = isOfUse ? help : NEVER;
      steps.add(
          new Step(
              0, index, when, isOfUse ? all - taken : 0, 0, numbers(number + all, taken, all)));
    }
  }

  /** The last of those before this number first. */
  private static int[] numbers(int end, int from, int to) {
    int[] numbers = new int[to - from];
    Arrays.setAll(numbers, i -> end - 1 - from - i);
    return numbers;
  }

  private List<Step> ranked(Allocation held, List<Step> steps, int most) {
    Map<Integer, List<Step>> byUnit = new HashMap<>();
    for (Step one : steps) {
      byUnit.computeIfAbsent(unit(held.nodes()[one.index()]), u -> new ArrayList<>()).add(one);
    }
    List<UnitCost> units = new ArrayList<>();
    byUnit.forEach((unit, own) -> units.add(cost(held, unit, own, most)));
    units.sort(
        Comparator.comparingInt(UnitCost::when)
            .thenComparingInt(UnitCost::tasks)
            .thenComparing(Comparator.comparingInt(UnitCost::lastIndex).reversed()));
    List<Step> ranked = new ArrayList<>();
    for (int rank = 0; rank < units.size(); rank++) {
      for (Step one : byUnit.getOrDefault(units.get(rank).unit(), List.of())) {
        ranked.add(one.ranked(rank));
      }
    }
    return ranked;
  }

  private UnitCost cost(Allocation held, int unit, List<Step> steps, int most) {
    int last = steps.stream().mapToInt(Step::index).max().orElse(0);
    long missing = jobs.tasksMin(job) - roomInUnit(held.nodes()[last]);
    int tasks = 0;
    for (Step one : steps.stream().filter(s -> s.when() == NOW).sorted(ORDER).toList()) {
      if (missing > 0) {
        tasks += one.numbers().length;
        missing -= one.gain();
      }
    }
    if (missing <= 0 && tasks <= most) {
      return new UnitCost(unit, NOW, tasks, last);
    }
    int all = steps.stream().mapToInt(s -> s.numbers().length).sum();
    return new UnitCost(unit, unitHelps.getOrDefault(unit, NEVER), all, last);
  }
}
