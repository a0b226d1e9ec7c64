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
          sum += size(j) * halfLife / Math.log(2) * (toEnd - toStart);
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
    return new QuotaFlow(rule, null, uses()).allows(tenant(j), 1000L * size(j));
  }

  Map<String, Long> uses() {
    Map<String, Long> uses = new HashMap<>();
    for (int j = 0; j < jobs.size(); j++) {
      if (isRunning(j)) {
        uses.merge(tenant(j), 1000L * size(j), Long::sum);
      }
    }
    return uses;
  }

  int held(String path) {
    int held = 0;
    for (int j = 0; j < jobs.size(); j++) {
      held += isRunning(j) && isIn(j, path) ? size(j) : 0;
    }
    return held;
  }

  int free() {
    int free = devices;
    for (int j = 0; j < jobs.size(); j++) {
      free -= isRunning(j) ? size(j) : 0;
    }
    return free;
  }

  boolean isIn(int j, String path) {
    return (tenant(j) + "/").startsWith(path + "/");
  }

  boolean isRunning(int j) {
    return !stretches.get(j).isEmpty() && stretches.get(j).getLast()[1] == Long.MAX_VALUE;
  }

  long start(int j) {
    return stretches.get(j).getLast()[0];
  }

  void begin(int j) {
    stretches.get(j).add(new long[] {now, Long.MAX_VALUE});
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

  int size(int j) {
    return jobs.get(j).tasks();
  }
}
