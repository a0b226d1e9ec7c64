package org.suanwang.scheduling.diff;

import java.util.Optional;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** Whether two runs had the same jobs: generated ones hang on the seed and on the fleet. */
public final class SameJobs {
  private SameJobs() {}

  /** Says in words what differs first; empty when nothing does. */
  public static Optional<String> findDifference(JobTable base, JobTable other) {
    if (base.size() != other.size()) {
      return Optional.of(base.size() + " jobs against " + other.size());
    }
    for (int job = 0; base != other && job < base.size(); job++) {
      Job mine = base.job(job);
      Job its = other.job(job);
      if (!mine.equals(its)) {
        return Optional.of("the first that differs is " + difference(mine, its));
      }
    }
    return Optional.empty();
  }

  private static String difference(Job a, Job b) {
    if (!a.id().equals(b.id())) {
      return "job " + a.id() + ", in whose place stands job " + b.id();
    }
    String what = "job " + a.id() + ": ";
    if (a.submitSeconds() != b.submitSeconds()) {
      return what + "submitted at second " + a.submitSeconds() + " against " + b.submitSeconds();
    }
    if (!a.request().equals(b.request()) || a.tasks() != b.tasks()) {
      return what + "it asks for other devices";
    }
    if (a.work() != b.work()) {
      return "%s%d %s of work against %d"
          .formatted(what, a.work(), a.request().terms().unit().symbol(), b.work());
    }
    return what + "it has another region, class, priority or estimate";
  }
}
