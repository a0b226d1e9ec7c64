package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.suanwang.scheduling.policy.QueueFairness;
import org.suanwang.scheduling.queue.QueueTree;
import org.suanwang.scheduling.queue.RankedLine;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Whose turn it is among the queues of a run, kept beside it from its events: just before an event
 * is taken in, what the fairness of the policy saw when it decided.
 */
public final class QueueStandings implements EventSink {
  private final QueueTree tree;
  private final JobTable jobs;
  private final QueueFairness fairness;
  private final QueueUses uses;
  private final int[] leafOfTenant;
  private final int[] tasks;

  /**
   * How a queue stood to the others.
   *
   * @param path of the queue
   * @param value by which the fairness puts queues in order, the smallest first: under {@code drf}
   *     the dominant share ÷ what is due, else device-seconds, decayed, ÷ what is due or the weight
   * @param waiting how many jobs waited in it, or below it
   */
  public record Standing(String path, double value, int waiting) {}

  private record Ranked(int queue, Standing standing) {}

  /** Of a run in which nothing has happened yet. */
  public QueueStandings(SimulationInput input) {
    tree = input.tree();
    jobs = input.jobs();
    fairness = input.policy().fairness();
    uses = new QueueUses(tree, input);
    leafOfTenant = jobs.distinctTenants().stream().mapToInt(tree::require).toArray();
    tasks = new int[jobs.size()];
  }

  @Override
  public void accept(Event event) {
    switch (event.kind()) {
      case STARTED, RESIZED -> hold(event, event.allocation().tasks());
      case FINISHED, KILLED, GAVE_UP, CRASHED, STOPPED, CANCELLED -> hold(event, 0);
      case PREEMPTED, FAILED -> hold(event, 0);
      case SUBMITTED, REJECTED, BLOCKED, PARTNER_CHANGED, WITHDRAWN, TIMED_OUT -> {}
    }
  }

  private void hold(Event event, int newTasks) {
    int job = event.job();
    uses.add(leafOf(job), job, (long) newTasks - tasks[job], event.timeSeconds());
    tasks[job] = newTasks;
  }

  private int leafOf(int job) {
    return leafOfTenant[jobs.tenantIndex(job)];
  }

  /**
   * How the queue of a job and those in which others wait stand to each other, whose turn is first
   * before the others; where the turn is found level by level, those of the highest level first.
   *
   * @param top as many of a level are told, and the one of the job
   */
  public List<Standing> of(int job, RankedLine line, int top, long now) {
    int[] waiting = waiting(line);
    List<Integer> path = pathTo(leafOf(job));
    List<Standing> told = new ArrayList<>();
    if (fairness.descends()) {
      for (int queue : path) {
        addLevel(told, tree.children(tree.parent(queue)), queue, waiting, top, now);
      }
    } else {
      List<Integer> leaves = new ArrayList<>();
      for (int leaf : leafOfTenant) {
        leaves.add(leaf);
      }
      addLevel(told, leaves, path.getLast(), waiting, top, now);
    }
    return List.copyOf(told);
  }

  /** How many wait in each queue, and below it. */
  private int[] waiting(RankedLine line) {
    int[] waiting = new int[tree.size()];
    for (int job = line.head(); job != RankedLine.NONE; job = line.after(job)) {
      for (int at = leafOf(job); at != QueueTree.NONE; at = tree.parent(at)) {
        waiting[at]++;
      }
    }
    return waiting;
  }

  /** From the highest queue above it to itself. */
  private List<Integer> pathTo(int leaf) {
    List<Integer> path = new ArrayList<>();
    for (int at = leaf; at != QueueTree.ROOT; at = tree.parent(at)) {
      path.addFirst(at);
    }
    return path;
  }

  private void addLevel(
      List<Standing> told, List<Integer> queues, int own, int[] waiting, int top, long now) {
    List<Ranked> ranked = new ArrayList<>();
    for (int queue : queues) {
      if (waiting[queue] > 0 || queue == own) {
        ranked.add(
            new Ranked(queue, new Standing(tree.path(queue), value(queue, now), waiting[queue])));
      }
    }
    ranked.sort(
        Comparator.comparingDouble((Ranked r) -> r.standing().value())
            .thenComparingInt(Ranked::queue));
    for (int i = 0; i < ranked.size(); i++) {
      if (i < top || ranked.get(i).queue() == own) {
        told.add(ranked.get(i).standing());
      }
    }
  }

  private double value(int queue, long now) {
    double standing = fairness.standing(uses.of(queue, now));
    return fairness.usesHalfLife() ? standing / TaskRequest.MILLI : standing;
  }
}
