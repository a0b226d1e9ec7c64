package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.Unions;
import org.suanwang.scheduling.cycle.Decision;

/**
 * What elastic jobs have grown by beyond what they started with, where the discipline takes that
 * back ({@link QueueService#takesBack}): it is theirs only as long as nobody who could start there
 * wants it. Then they give up as few tasks as will do, those of the latest turn first, on the nodes
 * that are needed ({@link TaskOrders}), at the cost of a change; never what they started with.
 */
final class Lent {
  private final Simulation run;
  private final TreeSet<Waiting> holders = new TreeSet<>();
  private final Map<Integer, Allocation> own = new HashMap<>();

  /** At the beginning of a run, of which nothing is known yet. */
  Lent(Simulation run) {
    this.run = run;
  }

  /** A job has grown, and held this before. */
  void grown(int job, Allocation before) {
    if (own.putIfAbsent(job, before) == null) {
      holders.add(turn(job));
    }
  }

  /** A job has to wait again, or has given all of it back. One that has ended is left out later. */
  void gone(int job) {
    if (own.remove(job) != null) {
      holders.remove(turn(job));
    }
  }

  private Waiting turn(int job) {
    return new Waiting(run.rank(job), job);
  }

  /** Where a job can start that finds no place, in the place of what is lent; null when nowhere. */
  Decision.@Nullable Start takeBack(int job) {
    holders.removeIf(one -> !run.holdings().runs(one.job()));
    if (holders.isEmpty()) {
      return null;
    }
    List<Concession> found = find(job);
    if (!found.isEmpty()) {
      run.log().tellMakesRoom(run.now(), job, () -> considered(found));
    }
    for (Concession one : found) {
      Allocation kept = one.after();
      if (kept != null) {
        run.changes().shrink(one.job(), kept);
        if (kept.tasks() == ownOf(one.job()).tasks()) {
          gone(one.job());
        }
      }
    }
    return found.isEmpty() ? null : Displacement.require(run.cycle().find(job), job, run);
  }

  /** All that might have given something back, in order, beside who does. */
  private List<PossibleVictim> considered(List<Concession> found) {
    return holders.descendingSet().stream().map(one -> possible(one, found)).toList();
  }

  private PossibleVictim possible(Waiting one, List<Concession> found) {
    boolean isTaken = found.stream().anyMatch(c -> c.job() == one.job());
    return run.holdings().possibleVictim(one.job(), one.rank(), isTaken, run.now());
  }

  private Allocation ownOf(int job) {
    Allocation held = own.get(job);
    return held == null ? run.holdings().of(job) : held;
  }

  private List<Concession> find(int job) {
    List<TaskOrders.Holding> helpful = new ArrayList<>();
    for (Waiting one : holders.descendingSet()) {
      Allocation held = run.holdings().of(one.job());
      if (mayHelp(held, job)) {
        helpful.add(new TaskOrders.Holding(one.job(), held));
      }
    }
    TaskOrders orders = new TaskOrders(run, job, run.cycle().groupsFor(job));
    if (helpful.isEmpty() || !orders.lookAhead(helpful, () -> fits(job))) {
      return List.of();
    }
    Concessions made = new Concessions(run, null);
    boolean doesFit = false;
    for (int i = 0; i < helpful.size() && !doesFit; i++) {
      made.make(lent(helpful.get(i), orders));
      doesFit = fits(job);
    }
    if (doesFit) {
      made.spare(one -> !fits(job));
    }
    made.undoAll();
    return doesFit ? made.withoutSteps() : List.of();
  }

  private boolean mayHelp(Allocation held, int job) {
    Unions unions = run.input().layout().unions();
    return Arrays.stream(run.cycle().groupsFor(job))
        .anyMatch(place -> unions.overlaps(held, place, run.input().jobs().request(job)));
  }

  private boolean fits(int job) {
    return run.cycle().find(job) != null;
  }

  /** All that is lent to a job; of the tasks on one node those come last that it grew by. */
  private Concession lent(TaskOrders.Holding one, TaskOrders orders) {
    Allocation held = one.held();
    Allocation firm = ownOf(one.job());
    BitSet stay = stay(held, firm);
    int lent = held.tasks() - firm.tasks();
    int[] tasks = orders.of(one.job(), held, lent).tasks();
    int[] lentFirst =
        IntStream.concat(
                Arrays.stream(tasks).filter(task -> !stay.get(task)),
                Arrays.stream(tasks).filter(stay::get))
            .toArray();
    return Concession.keeping(firm.tasks(), one.job(), new TaskOrder(held, lentFirst));
  }

  /** The numbers of the tasks with which it started. */
  private static BitSet stay(Allocation held, Allocation firm) {
    Map<Integer, Integer> onNode = new HashMap<>();
    for (int i = 0; i < firm.nodes().length; i++) {
      onNode.put(firm.nodes()[i], firm.tasksOnNode()[i]);
    }
    BitSet stay = new BitSet();
    int number = 0;
    for (int i = 0; i < held.nodes().length; i++) {
      stay.set(number, number + onNode.getOrDefault(held.nodes()[i], 0));
      number += held.tasksOnNode()[i];
    }
    return stay;
  }
}
