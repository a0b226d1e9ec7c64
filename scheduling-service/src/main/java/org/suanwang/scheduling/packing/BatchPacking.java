package org.suanwang.scheduling.packing;

import java.util.Arrays;
import java.util.Comparator;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.FragmentMeasure;
import org.suanwang.scheduling.policy.FragmentationGradientDescent;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Places a whole queue at once: tasks with more devices first (first fit decreasing, Johnson 1973),
 * each where the fragment grows least (Weng et al., USENIX ATC 2023). What is large finds room
 * while there is some; what is small fills the gaps.
 */
public final class BatchPacking {
  private final OnlinePacking packing;
  private final JobTable jobs;

  public BatchPacking(FleetLayout layout, JobTable jobs, FragmentMeasure measure, long seed) {
    this.jobs = jobs;
    this.packing =
        new OnlinePacking(
            layout, jobs, new FragmentationGradientDescent(measure), new TieBreak.FixedOrder(seed));
  }

  /** Places these rows of the job table; of equally large ones the earlier goes first. */
  public PackingResult run(int[] queue) {
    int[] order =
        Arrays.stream(queue)
            .boxed()
            .sorted(Comparator.comparingLong(jobs::milliDevices).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    return packing.run(order);
  }
}
