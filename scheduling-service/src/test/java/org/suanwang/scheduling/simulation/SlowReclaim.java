package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Who gives up devices for a job, written down a second time: tasks of elastic jobs first, then
 * whole jobs; of each kind first those of borrowing queues, the last started first, then those of
 * the same queue that came later, the last first.
 */
final class SlowReclaim {
  private final SlowRun run;
  private final int job;
  private final List<Step> steps = new ArrayList<>();
  private final boolean isRigid;

  /** That a running job goes on with fewer tasks, or with none. */
  private record Step(int job, int from, int to) {}

  SlowReclaim(SlowRun run, int job) {
    this.run = run;
    this.job = job;
    isRigid = run.least(job) == run.size(job);
  }

  /** Whether a second later it may find somebody who has only just started. */
  boolean asksAgain() {
    return running().stream().anyMatch(r -> run.start(r) == run.now && mayTakeFrom(r));
  }

  /** Makes others give up what the job needs; with how many tasks it may start, or 0. */
  int makeRoom() {
    List<Integer> all = running();
    for (int r : all) {
      if (tasks() == 0 && mayHave(r)) {
        shrink(r);
      }
    }
    for (int r : all) {
      if (tasks() == 0 && mayHave(r)) {
        give(r, 0);
      }
    }
    if (tasks() > 0) {
      spare();
    }
    int tasks = isRigid && !borrowsNoMore() ? 0 : tasks();
    List<Integer> changed = steps.stream().map(Step::job).distinct().toList();
    List<Integer> then = changed.stream().map(run::tasks).toList();
    steps.reversed().forEach(s -> run.setTasks(s.job(), s.from()));
    for (int i = 0; i < changed.size() && tasks > 0; i++) {
      run.change(changed.get(i), then.get(i));
    }
    return tasks;
  }

  private boolean mayHave(int r) {
    return isOwn(r) || (run.start(r) < run.now && mayTakeFrom(r));
  }

  private void shrink(int r) {
    int held = run.tasks(r);
    int to = held;
    while (to > run.least(r) && mayHave(r)) {
      run.setTasks(r, --to);
    }
    run.setTasks(r, held);
    if (to < held) {
      give(r, to);
    }
  }

  private void give(int r, int to) {
    steps.add(new Step(r, run.tasks(r), to));
    run.setTasks(r, to);
  }

  /** Takes back what need not have been given up, the last first, and as many tasks as may be. */
  private void spare() {
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (run.tasks(step.job()) == step.to()) {
        steps.remove(i);
        run.setTasks(step.job(), step.from());
        for (int to = step.from() - 1; tasks() == 0 && to >= step.to(); to--) {
          int kept = step.to() == 0 ? 0 : to;
          steps.subList(i, steps.size()).removeIf(s -> s.job() == step.job() && s.to() == kept + 1);
          steps.add(i, new Step(step.job(), step.from(), kept));
          run.setTasks(step.job(), kept);
        }
      }
    }
  }

  /** With how many tasks the job may start as things are. */
  private int tasks() {
    for (int n = run.size(job); n >= run.least(job); n--) {
      if (n <= run.free() && run.isAllowed(job, n) && (isRigid || mayClaim(n))) {
        return n;
      }
    }
    return 0;
  }

  private boolean mayClaim(int n) {
    return steps.stream().allMatch(s -> isOfQueue(s.job()) || isSideWithin(s.job(), n))
        && (steps.stream().noneMatch(s -> isOfQueue(s.job()))
            || n <= freedOwn()
            || balance(run.tenant(job), n) <= 0);
  }

  private boolean borrowsNoMore() {
    int n = run.size(job);
    return freedOwn() == 0 || n <= freedOwn() || balance(run.tenant(job), n) <= 0;
  }

  private int freedOwn() {
    return steps.stream().filter(s -> isOfQueue(s.job())).mapToInt(s -> s.from() - s.to()).sum();
  }

  /** What a queue takes from above if the job had so many tasks. */
  private long balance(String queue, int n) {
    Map<String, Long> then = run.uses();
    then.merge(run.tenant(job), 1000L * n, Long::sum);
    return run.balance(queue, then);
  }

  private boolean isOfQueue(int r) {
    return run.tenant(r).equals(run.tenant(job));
  }

  private boolean isOwn(int r) {
    return isOfQueue(r) && run.jobs.get(r).submitSeconds() > run.jobs.get(job).submitSeconds();
  }

  private List<Integer> running() {
    List<Integer> running = new ArrayList<>();
    for (int r = 0; r < run.jobs.size(); r++) {
      if (run.isRunning(r)) {
        running.add(r);
      }
    }
    running.sort(
        Comparator.<Integer, Boolean>comparing(this::isOwn)
            .thenComparingLong(r -> isOwn(r) ? -run.jobs.get(r).submitSeconds() : 0)
            .thenComparing(
                Comparator.<Integer>comparingLong(run::start).thenComparingInt(r -> r).reversed()));
    return running;
  }

  private int common(int r) {
    String one = run.tenant(job);
    String other = run.tenant(r);
    int common = 0;
    while (common < Math.min(SlowRun.levels(one), SlowRun.levels(other))
        && SlowRun.upTo(one, common + 1).equals(SlowRun.upTo(other, common + 1))) {
      common++;
    }
    return common;
  }

  /** Whether below the queue above both nobody on the job's side would borrow. */
  boolean isSideWithin(int r, int n) {
    return balance(SlowRun.upTo(run.tenant(job), common(r) + 1), n) <= 0;
  }

  /** On the own side nobody borrows, on the other side everybody does, below the common queue. */
  private boolean mayTakeFrom(int r) {
    if (isOfQueue(r) || !isSideWithin(r, run.least(job))) {
      return false;
    }
    String other = run.tenant(r);
    for (int level = common(r) + 1; level <= SlowRun.levels(other); level++) {
      if (run.balance(SlowRun.upTo(other, level), run.uses()) <= 0) {
        return false;
      }
    }
    return true;
  }
}
