package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.queue.QueueQuota;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.queue.QueueSetting;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** Draws trees of queues with weights and quotas that go together, and tenants for jobs. */
final class RandomQueues {
  private static final int MILLI = 1000;

  private final SplittableRandom random;
  private final List<QueueSetting> queues = new ArrayList<>();
  private final List<String> leaves = new ArrayList<>();

  RandomQueues(long seed) {
    random = new SplittableRandom(seed ^ 0x5151_5151L);
  }

  /**
   * A tree of up to three levels.
   *
   * @param types of which there are quotas; null among them for all together
   * @param devices that quotas are about
   */
  QueueRule draw(List<@Nullable String> types, int devices) {
    int tops = 1 + random.nextInt(3);
    for (int i = 0; i < tops; i++) {
      draw("q" + i, types, devices, 1);
    }
    return new QueueRule(queues);
  }

  /** The own devices of a queue and of all below it; what it keeps to itself comes on top. */
  private long[] draw(String path, List<@Nullable String> types, int devices, int level) {
    int place = queues.size();
    queues.add(new QueueSetting(path, 1, List.of()));
    long[] nominal = new long[types.size()];
    int children = level < 3 ? random.nextInt(3) : 0;
    for (int i = 0; i < children; i++) {
      long[] below = draw(path + "/" + i, types, devices, level + 1);
      for (int t = 0; t < nominal.length; t++) {
        nominal[t] += below[t];
      }
    }
    if (children == 0) {
      leaves.add(path);
    }
    List<QueueQuota> quotas = new ArrayList<>();
    for (int t = 0; t < nominal.length; t++) {
      if (random.nextInt(4) > 0) {
        nominal[t] += random.nextInt(devices + 1) * (long) MILLI;
        quotas.add(quota(types.get(t), nominal[t], devices));
      }
    }
    queues.set(place, new QueueSetting(path, 1 + random.nextDouble(), quotas));
    return nominal;
  }

  private QueueQuota quota(@Nullable String type, long nominal, int devices) {
    Long borrowing =
        random.nextBoolean() ? null : (Long) (random.nextInt(devices + 1) * (long) MILLI);
    Long lending =
        random.nextInt(3) > 0 ? null : (Long) (nominal / MILLI * random.nextInt(3) / 2 * MILLI);
    return new QueueQuota(
        type, nominal, borrowing, lending == null ? null : Math.min(lending, nominal));
  }

  /** The same jobs, each for one of the queues without others below. */
  JobTable tenants(JobTable jobs) {
    JobTable.Builder all = new JobTable.Builder();
    for (Job job : jobs.toList()) {
      all.add(job.withTenant(leaves.get(random.nextInt(leaves.size()))));
    }
    return all.build();
  }
}
