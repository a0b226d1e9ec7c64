package org.suanwang.scheduling.workload;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a table of jobs; one row a job. */
final class JobColumns {
  /** Stands for a time that was not said; those that were are above it. */
  static final int NOT_SAID = 0;

  @Nullable String[] ids;
  int[] numbers;
  long[] submitSeconds;
  long[] work;
  int[] estimates;
  int[] priorities;
  int[] deadlines;
  int[] startTimeouts;
  int[] cancelAfters;
  int[] tasks;
  int[] requests;
  int[] classes;
  int[] regions;
  int[] tenants;
  boolean[] regionRequired;
  boolean[] preemptible;
  byte[] endings;
  int[] tasksMin;
  int[] deferrables;

  /** By row; few jobs name nodes. */
  final Map<Integer, List<String>> startNodes = new HashMap<>();

  JobColumns(int rows) {
    ids = new String[rows];
    numbers = new int[rows];
    submitSeconds = new long[rows];
    work = new long[rows];
    estimates = new int[rows];
    priorities = new int[rows];
    deadlines = new int[rows];
    startTimeouts = new int[rows];
    cancelAfters = new int[rows];
    tasks = new int[rows];
    requests = new int[rows];
    classes = new int[rows];
    regions = new int[rows];
    tenants = new int[rows];
    regionRequired = new boolean[rows];
    preemptible = new boolean[rows];
    endings = new byte[rows];
    tasksMin = new int[rows];
    deferrables = new int[rows];
  }

  int rows() {
    return tasks.length;
  }

  void extendTo(int rows) {
    ids = Arrays.copyOf(ids, rows);
    numbers = Arrays.copyOf(numbers, rows);
    submitSeconds = Arrays.copyOf(submitSeconds, rows);
    work = Arrays.copyOf(work, rows);
    estimates = Arrays.copyOf(estimates, rows);
    priorities = Arrays.copyOf(priorities, rows);
    deadlines = Arrays.copyOf(deadlines, rows);
    startTimeouts = Arrays.copyOf(startTimeouts, rows);
    cancelAfters = Arrays.copyOf(cancelAfters, rows);
    tasks = Arrays.copyOf(tasks, rows);
    requests = Arrays.copyOf(requests, rows);
    classes = Arrays.copyOf(classes, rows);
    regions = Arrays.copyOf(regions, rows);
    tenants = Arrays.copyOf(tenants, rows);
    regionRequired = Arrays.copyOf(regionRequired, rows);
    preemptible = Arrays.copyOf(preemptible, rows);
    endings = Arrays.copyOf(endings, rows);
    tasksMin = Arrays.copyOf(tasksMin, rows);
    deferrables = Arrays.copyOf(deferrables, rows);
  }

  /** Sets what is said of a job, all but its tenant. */
  void setTerms(int row, JobTerms terms) {
    estimates[row] = column(terms.estimateSeconds());
    priorities[row] = terms.priority();
    preemptible[row] = terms.preemptible();
    deadlines[row] = column(terms.deadlineSeconds());
    startTimeouts[row] = column(terms.startTimeoutSeconds());
    cancelAfters[row] = column(terms.cancelAfterSeconds());
    endings[row] = terms.ending().code();
    Integer atLeast = terms.tasksMin();
    tasksMin[row] = atLeast == null ? NOT_SAID : atLeast;
    deferrables[row] = column(terms.deferrableSeconds());
    keepNodes(row, terms.startNodes());
  }

  private void keepNodes(int row, List<String> names) {
    if (!names.isEmpty()) {
      startNodes.put(row, names);
    }
  }

  List<String> startNodes(int row) {
    return startNodes.isEmpty() ? List.of() : startNodes.getOrDefault(row, List.of());
  }

  private static int column(@Nullable Long seconds) {
    return seconds == null ? NOT_SAID : seconds.intValue();
  }

  JobTerms terms(int row, String tenant) {
    return new JobTerms(
        said(estimates[row]),
        priorities[row],
        preemptible[row],
        tenant,
        said(deadlines[row]),
        said(startTimeouts[row]),
        said(cancelAfters[row]),
        ending(row),
        tasksMin[row] == NOT_SAID ? null : (Integer) tasksMin[row],
        said(deferrables[row]),
        startNodes(row));
  }

  /** The time so long after submission. */
  long after(int row, int seconds) {
    return seconds == NOT_SAID ? JobTable.NEVER : submitSeconds[row] + seconds;
  }

  JobEnding ending(int row) {
    return JobEnding.of(endings[row]);
  }

  private static @Nullable Long said(int seconds) {
    return seconds == NOT_SAID ? null : (long) seconds;
  }

  /** Moves all submissions so much earlier that the first is at second 0; returns how much. */
  long startAtFirst(int size) {
    long first = Arrays.stream(submitSeconds, 0, size).min().orElse(0);
    Arrays.setAll(submitSeconds, i -> submitSeconds[i] - first);
    return first;
  }

  /**
   * So many rows, ordered by submission and then by entry: both fit in 31 bits, so one sort of
   * longs does it.
   */
  JobColumns inOrder(int size) {
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = submitSeconds[i] << 32 | i;
    }
    Arrays.sort(keys);
    return rows(Arrays.stream(keys).mapToInt(key -> (int) key).toArray());
  }

  /** The rows with these numbers, in this order. */
  private JobColumns rows(int[] order) {
    JobColumns chosen = new JobColumns(order.length);
    for (int row = 0; row < order.length; row++) {
      chosen.copyRow(this, order[row], row);
    }
    return chosen;
  }

  private void copyRow(JobColumns from, int source, int row) {
    ids[row] = from.ids[source];
    numbers[row] = from.numbers[source];
    submitSeconds[row] = from.submitSeconds[source];
    work[row] = from.work[source];
    estimates[row] = from.estimates[source];
    priorities[row] = from.priorities[source];
    deadlines[row] = from.deadlines[source];
    startTimeouts[row] = from.startTimeouts[source];
    cancelAfters[row] = from.cancelAfters[source];
    tasks[row] = from.tasks[source];
    requests[row] = from.requests[source];
    classes[row] = from.classes[source];
    regions[row] = from.regions[source];
    tenants[row] = from.tenants[source];
    regionRequired[row] = from.regionRequired[source];
    preemptible[row] = from.preemptible[source];
    endings[row] = from.endings[source];
    tasksMin[row] = from.tasksMin[source];
    deferrables[row] = from.deferrables[source];
    keepNodes(row, from.startNodes(source));
  }
}
