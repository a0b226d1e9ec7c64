package org.suanwang.scheduling.workload;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The columns of a table of jobs; one row a job. */
final class JobColumns {
  @Nullable String[] ids;
  int[] numbers;
  long[] submitSeconds;
  long[] workSeconds;
  int[] estimates;
  int[] priorities;
  int[] tasks;
  int[] requests;
  int[] classes;
  int[] regions;
  int[] tenants;
  boolean[] regionRequired;
  boolean[] preemptible;

  JobColumns(int rows) {
    ids = new String[rows];
    numbers = new int[rows];
    submitSeconds = new long[rows];
    workSeconds = new long[rows];
    estimates = new int[rows];
    priorities = new int[rows];
    tasks = new int[rows];
    requests = new int[rows];
    classes = new int[rows];
    regions = new int[rows];
    tenants = new int[rows];
    regionRequired = new boolean[rows];
    preemptible = new boolean[rows];
  }

  int rows() {
    return tasks.length;
  }

  void extendTo(int rows) {
    ids = Arrays.copyOf(ids, rows);
    numbers = Arrays.copyOf(numbers, rows);
    submitSeconds = Arrays.copyOf(submitSeconds, rows);
    workSeconds = Arrays.copyOf(workSeconds, rows);
    estimates = Arrays.copyOf(estimates, rows);
    priorities = Arrays.copyOf(priorities, rows);
    tasks = Arrays.copyOf(tasks, rows);
    requests = Arrays.copyOf(requests, rows);
    classes = Arrays.copyOf(classes, rows);
    regions = Arrays.copyOf(regions, rows);
    tenants = Arrays.copyOf(tenants, rows);
    regionRequired = Arrays.copyOf(regionRequired, rows);
    preemptible = Arrays.copyOf(preemptible, rows);
  }

  /** The rows with these numbers, in this order. */
  JobColumns rows(int[] order) {
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
    workSeconds[row] = from.workSeconds[source];
    estimates[row] = from.estimates[source];
    priorities[row] = from.priorities[source];
    tasks[row] = from.tasks[source];
    requests[row] = from.requests[source];
    classes[row] = from.classes[source];
    regions[row] = from.regions[source];
    tenants[row] = from.tenants[source];
    regionRequired[row] = from.regionRequired[source];
    preemptible[row] = from.preemptible[source];
  }
}
