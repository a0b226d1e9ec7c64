package org.suanwang.scheduling.simulation;

import java.util.Arrays;

/** The jobs that run, in no order; coming and leaving take the same short time for any number. */
final class RunningJobs {
  private static final int FIRST_CAPACITY = 64;
  private static final int ABSENT = -1;

  private final int[] placeOf;
  private int[] jobs = new int[FIRST_CAPACITY];
  private int size;

  RunningJobs(int jobsInAll) {
    placeOf = new int[jobsInAll];
    Arrays.fill(placeOf, ABSENT);
  }

  int size() {
    return size;
  }

  int get(int index) {
    return jobs[index];
  }

  boolean contains(int job) {
    return placeOf[job] != ABSENT;
  }

  void add(int job) {
    if (size == jobs.length) {
      jobs = Arrays.copyOf(jobs, size * 2);
    }
    placeOf[job] = size;
    jobs[size++] = job;
  }

  void remove(int job) {
    int hole = placeOf[job];
    int last = jobs[--size];
    jobs[hole] = last;
    placeOf[last] = hole;
    placeOf[job] = ABSENT;
  }
}
