package org.suanwang.scheduling.policy;

import java.util.List;
import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Fragmentation gradient descent (Weng et al., "Beware of Fragmentation: Scheduling GPU-Sharing
 * Workloads with Fragmentation Gradient Descent", USENIX ATC 2023): the node, and of it the device,
 * whose fragment grows least by the task.
 *
 * <p>The score is one of 101 steps of a sigmoid, as in the authors' simulator: how equal scores are
 * told apart matters as much as the measure.
 */
public final class FragmentationGradientDescent implements NodeScore {
  private static final int STEPS = 100;

  private final FragmentMeasure measure;

  public FragmentationGradientDescent(FragmentMeasure measure) {
    this.measure = measure;
  }

  @Override
  public String name() {
    return "fragmentation-gradient-descent";
  }

  @Override
  public int score(ClusterView cluster, int node, TaskRequest request) {
    return (int) (best(cluster, node, request) >>> 32);
  }

  @Override
  public int chooseDevice(ClusterView cluster, int node, TaskRequest request) {
    return cluster.firstDevice(node) + (int) best(cluster, node, request);
  }

  @Override
  public List<ScorePart> parts(ClusterView cluster, int node, TaskRequest request) {
    int[] free = FragmentMeasure.free(cluster, node);
    boolean[] runnable = measure.runnableOn(cluster.pool(node).pool().deviceType());
    int cpu = cluster.freeCpuMilli(node);
    double before = measure.of(free, cpu, runnable);
    if (request.isFractional()) {
      free[(int) best(cluster, node, request)] -= request.deviceMilli();
    } else {
      takeWhole(free, request.devices());
    }
    double after = measure.of(free, cpu - request.cpuMilli(), runnable);
    String meaning = " the task, in thousandths of a device that usual requests cannot use";
    return List.of(
        new ScorePart("fragment-before", before, "before" + meaning),
        new ScorePart(
            "fragment-after", after, "after" + meaning + "; the less it grows, the better"));
  }

  @Override
  public Scan scan() {
    return Scan.EVERY_NODE;
  }

  /** The score in the upper half, the device counted within the node in the lower one. */
  private long best(ClusterView cluster, int node, TaskRequest request) {
    int[] free = FragmentMeasure.free(cluster, node);
    boolean[] runnable = measure.runnableOn(cluster.pool(node).pool().deviceType());
    int cpu = cluster.freeCpuMilli(node);
    double before = measure.of(free, cpu, runnable);
    if (request.isFractional()) {
      return bestShare(cluster, node, request, free, cpu - request.cpuMilli(), runnable, before);
    }
    takeWhole(free, request.devices());
    return (long) step(before - measure.of(free, cpu - request.cpuMilli(), runnable)) << 32;
  }

  private long bestShare(
      ClusterView cluster,
      int node,
      TaskRequest request,
      int[] free,
      int cpuLeft,
      boolean[] runnable,
      double before) {
    int share = request.deviceMilli();
    int first = cluster.firstDevice(node);
    int best = -1;
    int device = 0;
    for (int i = 0; i < free.length; i++) {
      if (cluster.takesShare(first + i, request)
          && (request.sharesMemory() || isFirstOfItsKind(free, i))) {
        free[i] -= share;
        int score = step(before - measure.of(free, cpuLeft, runnable));
        free[i] += share;
        if (score > best) {
          best = score;
          device = i;
        }
      }
    }
    return (long) Math.max(best, 0) << 32 | device;
  }

  /** Devices with as much left are alike. */
  private static boolean isFirstOfItsKind(int[] free, int device) {
    for (int i = 0; i < device; i++) {
      if (free[i] == free[device]) {
        return false;
      }
    }
    return true;
  }

  private static void takeWhole(int[] free, int devices) {
    int left = devices;
    for (int i = 0; i < free.length && left > 0; i++) {
      if (free[i] == TaskRequest.MILLI) {
        free[i] = 0;
        left--;
      }
    }
  }

  /** StrictMath, because its bits are the same everywhere. */
  private static int step(double gain) {
    return (int) (STEPS / (1 + StrictMath.exp(-gain / TaskRequest.MILLI)));
  }
}
