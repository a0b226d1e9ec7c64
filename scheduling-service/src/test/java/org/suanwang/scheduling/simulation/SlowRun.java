package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.queue.QueueSetting;
import org.suanwang.scheduling.workload.Job;

/** What is known at an instant of a run that {@link SlowQueues} goes through, counted anew. */
abstract class SlowRun {
  final int devices;
  final List<Job> jobs;
  final QueueRule rule;
  final double halfLife;
  final List<List<long[]>> stretches = new ArrayList<>();
  final long[] left;
  long now;
  final boolean[] present;

  SlowRun(int devices, List<Job> jobs, QueueRule rule, double halfLife) {
    this.devices = devices;
    this.jobs = jobs;
    this.rule = rule;
    this.halfLife = halfLife;
    jobs.forEach(j -> stretches.add(new ArrayList<>()));
    left = jobs.stream().mapToLong(Job::work).toArray();
    present = new boolean[jobs.size()];
  }

  static int levels(String path) {
    return path.split("/", -1).length;
  }

  static String upTo(String path, int levels) {
    return String.join("/", Arrays.asList(path.split("/", -1)).subList(0, levels));
  }

  double due(String path) {
    double due = 1;
    for (int level = 1; level <= levels(path); level++) {
      String at = upTo(path, level);
      String above = level == 1 ? "" : upTo(path, level - 1) + "/";
      double all =
          rule.queues().stream()
              .map(QueueSetting::path)
              .filter(p -> p.startsWith(above) && !p.substring(above.length()).contains("/"))
              .mapToDouble(this::weight)
              .sum();
      due *= weight(at) / all;
    }
    return due;
  }

  double weight(String path) {
    return rule.queues().stream()
        .filter(q -> q.path().equals(path))
        .mapToDouble(QueueSetting::weight)
        .findFirst()
        .orElseThrow();
  }

  /** The integral of what was held, each second worth half after a half-life. */
  double usage(String path) {
    double sum = 0;
    for (int j = 0; j < jobs.size(); j++) {
      if (isIn(j, path)) {
        for (long[] s : stretches.get(j)) {
          double toEnd = Math.pow(2, -(now - Math.min(now, s[1])) / halfLife);
          double toStart = Math.pow(2, -(now - s[0]) / halfLife);
          sum += s[2] * halfLife / Math.log(2) * (toEnd - toStart);
        }
      }
    }
    return sum;
  }

  /** What a queue takes from above, or gives when it is negative, before any limit. */
  long balance(String path, Map<String, Long> used) {
    return new QuotaFlow(rule, null, used).balance(path);
  }

  List<String> queues() {
    return jobs.stream().map(j -> j.terms().tenant()).distinct().toList();
  }

  @Nullable Integer waiting(String queue, int after) {
    for (int j = after + 1; j < jobs.size(); j++) {
      if (present[j] && !isRunning(j) && tenant(j).equals(queue)) {
        return j;
      }
    }
    return null;
  }

  boolean isAllowed(int j) {
    return isAllowed(j, least(j));
  }

  /** Whether so many tasks more break no quota. */
  boolean isAllowed(int j, int tasks) {
    return new QuotaFlow(rule, null, uses()).allows(tenant(j), 1000L * tasks);
  }

  /** With how many tasks a job can start, or be added to those that run; 0 when with too few. */
  int fit(int j, int most, int least) {
    int tasks = Math.min(most, free());
    while (tasks >= least && !isAllowed(j, tasks)) {
      tasks--;
    }
    return tasks < least ? 0 : tasks;
  }

  Map<String, Long> uses() {
    Map<String, Long> uses = new HashMap<>();
    for (int j = 0; j < jobs.size(); j++) {
      if (isRunning(j)) {
        uses.merge(tenant(j), 1000L * tasks(j), Long::sum);
      }
    }
    return uses;
  }

  int held(String path) {
    int held = 0;
    for (int j = 0; j < jobs.size(); j++) {
      held += isRunning(j) && isIn(j, path) ? tasks(j) : 0;
    }
    return held;
  }

  int free() {
    int free = devices;
    for (int j = 0; j < jobs.size(); j++) {
      free -= isRunning(j) ? tasks(j) : 0;
    }
    return free;
  }

  boolean isIn(int j, String path) {
    return (tenant(j) + "/").startsWith(path + "/");
  }

  boolean isRunning(int j) {
    return !stretches.get(j).isEmpty() && stretches.get(j).getLast()[1] == Long.MAX_VALUE;
  }

  /** Since when it has run without a break. */
  long start(int j) {
    return stretches.get(j).getLast()[3];
  }

  /** How many tasks of a running job run. */
  int tasks(int j) {
    return (int) stretches.get(j).getLast()[2];
  }

  void setTasks(int j, int tasks) {
    stretches.get(j).getLast()[2] = tasks;
  }

  void begin(int j, int tasks) {
    stretches.get(j).add(new long[] {now, Long.MAX_VALUE, tasks, now});
  }

  /** A running job goes on with so many tasks, or waits again. */
  void change(int j, int tasks) {
    long since = start(j);
    left[j] -= done(j);
    stop(j);
    if (tasks > 0) {
      stretches.get(j).add(new long[] {now, Long.MAX_VALUE, tasks, since});
    }
  }

  /** Since its last change; parts of a second are rounded against the job. */
  long done(int j) {
    return (now - stretches.get(j).getLast()[0]) * tasks(j) / size(j);
  }

  long seconds(long whole, int j, int tasks) {
    return (whole * size(j) + tasks - 1) / tasks;
  }

  long end(int j) {
    return stretches.get(j).getLast()[0] + seconds(left[j], j, tasks(j));
  }

  /** By its estimate. */
  long toldEnd(int j) {
    return stretches.get(j).getLast()[0] + seconds(toldLeft(j), j, tasks(j));
  }

  /** What is left of its estimate when it last began or waited. */
  long toldLeft(int j) {
    return Math.max(1, estimate(j) - (jobs.get(j).work() - left[j]));
  }

  /** A job past its estimate is expected to end at once. */
  long expectedEnd(int j) {
    return Math.max(toldEnd(j), now + 1);
  }

  void stop(int j) {
    stretches.get(j).getLast()[1] = now;
  }

  String tenant(int j) {
    return jobs.get(j).terms().tenant();
  }

  /** What the user told, or the work where nothing was told. */
  long estimate(int j) {
    Long told = jobs.get(j).terms().estimateSeconds();
    return told == null ? jobs.get(j).work() : told;
  }

  /** With how many tasks it is content. */
  int least(int j) {
    Integer atLeast = jobs.get(j).terms().tasksMin();
    return atLeast == null ? size(j) : atLeast;
  }

  int size(int j) {
    return jobs.get(j).tasks();
  }
}
