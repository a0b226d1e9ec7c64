package org.suanwang.scheduling.throughput;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.suanwang.scheduling.workload.JobTable;

/** Jobs that are equally fast everywhere: alike in class, request and tasks. */
final class JobKinds {
  private final int[] kindOfJob;
  private final List<Integer> firstJobs = new ArrayList<>();

  private record Key(int jobClass, int request, int tasks) {}

  JobKinds(JobTable jobs) {
    kindOfJob = new int[jobs.size()];
    Map<Key, Integer> numbers = new HashMap<>();
    for (int job = 0; job < kindOfJob.length; job++) {
      Key key = new Key(jobs.classIndex(job), jobs.requestIndex(job), jobs.tasks(job));
      Integer known = numbers.putIfAbsent(key, firstJobs.size());
      if (known == null) {
        known = firstJobs.size();
        firstJobs.add(job);
      }
      kindOfJob[job] = known;
    }
  }

  int size() {
    return firstJobs.size();
  }

  int of(int job) {
    return kindOfJob[job];
  }

  /** The first job of a kind. */
  int example(int kind) {
    return firstJobs.get(kind);
  }
}
