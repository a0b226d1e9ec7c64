package org.suanwang.scheduling.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Jobs of one type that a policy treats alike, together: linear programmes have as many rows as
 * there are classes and not as there are jobs.
 *
 * @param types of the jobs of each class
 * @param members of each class, in order of arrival
 */
@SuppressWarnings("ArrayRecordComponent") // made for one call, never compared
record JobClasses(int[] types, List<int[]> members) {
  /** A class for each job type. */
  static JobClasses byType(ActiveJobs jobs) {
    return byType(jobs, job -> false);
  }

  /** A class for each job type, and of it for each key of at least 0. */
  static JobClasses byTypeAnd(ActiveJobs jobs, IntUnaryOperator key) {
    Map<Long, List<Integer>> byKey = new TreeMap<>();
    for (int job = 0; job < jobs.size(); job++) {
      long both = ((long) jobs.types()[job] << Integer.SIZE) | key.applyAsInt(job);
      byKey.computeIfAbsent(both, k -> new ArrayList<>()).add(job);
    }
    List<int[]> members = new ArrayList<>();
    byKey.values().forEach(m -> members.add(m.stream().mapToInt(Integer::intValue).toArray()));
    return of(jobs, members);
  }

  /** A class for each job type, and one for each of some jobs. */
  static JobClasses byType(ActiveJobs jobs, IntPredicate isByItself) {
    Map<Integer, List<Integer>> byType = new TreeMap<>();
    List<int[]> members = new ArrayList<>();
    for (int job = 0; job < jobs.size(); job++) {
      if (isByItself.test(job)) {
        members.add(new int[] {job});
      } else {
        byType.computeIfAbsent(jobs.types()[job], t -> new ArrayList<>()).add(job);
      }
    }
    for (List<Integer> together : byType.values()) {
      members.add(together.stream().mapToInt(Integer::intValue).toArray());
    }
    return of(jobs, members);
  }

  private static JobClasses of(ActiveJobs jobs, List<int[]> members) {
    int[] types = members.stream().mapToInt(m -> jobs.types()[m[0]]).toArray();
    return new JobClasses(types, List.copyOf(members));
  }

  int size() {
    return types.length;
  }

  /** How many jobs are in a class. */
  int count(int jobClass) {
    return members.get(jobClass).length;
  }

  double[] counts() {
    return members.stream().mapToDouble(m -> m.length).toArray();
  }

  int[] widths(ActiveJobs jobs) {
    int[] widths = new int[types.length];
    for (int i = 0; i < types.length; i++) {
      widths[i] = jobs.matrix().devices(types[i]);
    }
    return widths;
  }

  /** Equal parts of what its class has, for each job. */
  double[] equalParts(int jobs) {
    double[] parts = new double[jobs];
    for (int[] together : members) {
      for (int job : together) {
        parts[job] = 1.0 / together.length;
      }
    }
    return parts;
  }
}
