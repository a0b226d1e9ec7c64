package org.suanwang.scheduling.testing;

import java.util.List;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Small jobs for tests; all on device type "a" unless said otherwise. */
public final class Jobs {
  private Jobs() {}

  /** A gang of tasks of one device each. */
  public static Job gang(String id, int devices, long submit, long work) {
    return job(id, devices, TaskRequest.wholeDevices(1, "a"), submit, work);
  }

  /** One task on one node. */
  public static Job whole(String id, int devices, long submit, long work) {
    return job(id, 1, TaskRequest.wholeDevices(devices, "a"), submit, work);
  }

  /** One task with a share of one device. */
  public static Job share(String id, int milli, long submit, long work) {
    return job(id, 1, new TaskRequest(0, milli, 0, 0, List.of("a"), null), submit, work);
  }

  public static Job job(String id, int tasks, TaskRequest request, long submit, long work) {
    return new Job(id, "test", null, false, tasks, request, submit, work);
  }

  /** The same job with another request, and submitted and lasting otherwise. */
  public static Job like(Job job, TaskRequest request, long submit, long work) {
    return new Job(
        job.id(),
        job.jobClass(),
        job.region(),
        job.regionRequired(),
        job.tasks(),
        request,
        submit,
        work,
        job.terms());
  }

  public static JobTable table(Job... jobs) {
    return JobTable.of(List.of(jobs));
  }
}
