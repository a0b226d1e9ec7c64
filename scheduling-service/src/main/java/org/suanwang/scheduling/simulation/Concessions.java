package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cycle.JobQuotas;
import org.suanwang.scheduling.workload.JobTable;

/**
 * What jobs give up for another, made one after the other on the state of the cluster, and in the
 * books of the quotas or of what is reserved, to see whether that does; and taken back. A job may
 * give up tasks first and give way later.
 */
final class Concessions {
  private final Simulation run;
  private final ClusterState state;
  private final JobTable jobs;
  private final @Nullable JobQuotas quotas;
  private final @Nullable SupposedTimes times;
  private final List<Concession> made = new ArrayList<>();
  private final Map<Integer, Allocation> kept = new HashMap<>();

  Concessions(Simulation run, @Nullable JobQuotas quotas) {
    this(run, quotas, null);
  }

  /** With what is reserved, beside which they are to be seen; null where nothing is. */
  Concessions(Simulation run, @Nullable JobQuotas quotas, @Nullable SupposedTimes times) {
    this.run = run;
    this.state = run.state();
    this.jobs = run.input().jobs();
    this.quotas = quotas;
    this.times = times;
  }

  void make(Concession one) {
    doIt(one);
    made.add(one);
    if (one.after() != null) {
      kept.put(one.job(), one.after());
    }
  }

  /** Those that are made. */
  List<Concession> made() {
    return made;
  }

  /** What a job holds after it has given up tasks, if it has. */
  Allocation kept(int job) {
    Allocation after = kept.get(job);
    return after == null ? run.holdings().of(job) : after;
  }

  /**
   * Takes back what need not have been given up, the last made first, and lets jobs give up as few
   * tasks as will do.
   *
   * @param isNeeded whether the job does not fit now that this one is not made
   */
  void spare(Predicate<Concession> isNeeded) {
    for (int i = made.size() - 1; i >= 0; i--) {
      Concession one = made.get(i);
      if (!isStepOfAnother(one, i)) {
        made.remove(i);
        undo(one);
        if (isNeeded.test(one)) {
          Concession gentlest = gentlest(one, i, isNeeded);
          doIt(gentlest);
          made.add(i, gentlest);
        }
      }
    }
  }

  /** Whether the job goes on to give way, later in the list. */
  private boolean isStepOfAnother(Concession one, int index) {
    return one.after() != null
        && made.subList(index + 1, made.size()).stream().anyMatch(c -> c.job() == one.job());
  }

  /** With the fewest tasks given up in their order, and of these none on a node that need not. */
  private Concession gentlest(Concession one, int index, Predicate<Concession> isNeeded) {
    Allocation after = one.after();
    TaskOrder order = one.order();
    if (after == null || order == null) {
      return one;
    }
    int few = after.tasks();
    int tooMany = order.held().tasks();
    while (tooMany - few > 1) {
      int between = (few + tooMany) / 2;
      if (does(Concession.keeping(between, one.job(), order), index, isNeeded)) {
        few = between;
      } else {
        tooMany = between;
      }
    }
    return sparingNodes(
        Concession.keeping(few, one.job(), order), order.givenUp(few), index, isNeeded);
  }

  /** Takes tasks back on each node on which none need be given up. */
  private Concession sparingNodes(
      Concession found, BitSet gone, int index, Predicate<Concession> isNeeded) {
    Concession gentlest = found;
    int[] tasksOnNode = found.before().tasksOnNode();
    int from = found.before().tasks();
    for (int i = tasksOnNode.length - 1; i >= 0; i--) {
      int end = from;
      from -= tasksOnNode[i];
      BitSet fewer = (BitSet) gone.clone();
      fewer.clear(from, end);
      if (!fewer.isEmpty() && fewer.cardinality() < gone.cardinality()) {
        Allocation kept = found.before().without(fewer);
        Concession tried = new Concession(found.job(), found.before(), kept, found.order());
        if (does(tried, index, isNeeded)) {
          gentlest = tried;
          gone.clear(from, end);
        }
      }
    }
    return gentlest;
  }

  /** Whether this is enough in the place of the one that has been taken out of the list. */
  private boolean does(Concession tried, int index, Predicate<Concession> isNeeded) {
    doIt(tried);
    made.add(index, tried);
    boolean isEnough = !isNeeded.test(tried);
    made.remove(index);
    undo(tried);
    return isEnough;
  }

  /** Takes back all that are made; they stay in the list. */
  void undoAll() {
    made.reversed().forEach(this::undo);
  }

  /** Those made, without tasks that a job gives up before it gives way. */
  List<Concession> withoutSteps() {
    Set<Integer> givingWay = new HashSet<>();
    made.stream().filter(c -> c.after() == null).forEach(c -> givingWay.add(c.job()));
    return made.stream().filter(c -> c.after() == null || !givingWay.contains(c.job())).toList();
  }

  private void doIt(Concession one) {
    drop(one.job(), one.before());
    if (one.after() != null) {
      hold(one.job(), one.after());
    }
  }

  private void undo(Concession one) {
    if (one.after() != null) {
      drop(one.job(), one.after());
    }
    hold(one.job(), one.before());
  }

  private void drop(int job, Allocation held) {
    state.release(held, jobs.request(job));
    if (quotas != null) {
      quotas.giveBack(job, held);
    }
    if (times != null) {
      times.givenBack(job, held);
    }
  }

  private void hold(int job, Allocation held) {
    state.retake(held, jobs.request(job));
    if (quotas != null) {
      quotas.take(job, held);
    }
    if (times != null) {
      times.taken(job, held);
    }
  }
}
