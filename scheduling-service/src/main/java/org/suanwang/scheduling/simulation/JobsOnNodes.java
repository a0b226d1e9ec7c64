package org.suanwang.scheduling.simulation;

import java.util.Arrays;

/** Which jobs run on each node; what is asked for costs nothing until a node has had a job. */
final class JobsOnNodes {
  private static final int FIRST_CAPACITY = 2;
  private static final int[] NOBODY = {};

  private final int[][] jobs;
  private final int[] sizes;

  JobsOnNodes(int nodes) {
    jobs = new int[nodes][];
    Arrays.fill(jobs, NOBODY);
    sizes = new int[nodes];
  }

  void add(int job, int[] nodes) {
    for (int node : nodes) {
      if (sizes[node] == jobs[node].length) {
        jobs[node] = Arrays.copyOf(jobs[node], Math.max(FIRST_CAPACITY, sizes[node] * 2));
      }
      jobs[node][sizes[node]++] = job;
    }
  }

  /** Takes a job off nodes that it runs on. */
  void remove(int job, int[] nodes) {
    for (int node : nodes) {
      int[] own = jobs[node];
      int at = 0;
      while (own[at] != job) {
        at++;
      }
      own[at] = own[--sizes[node]];
    }
  }

  /** Those on a node, the first in the table first. */
  int[] on(int node) {
    int[] found = Arrays.copyOf(jobs[node], sizes[node]);
    Arrays.sort(found);
    return found;
  }
}
