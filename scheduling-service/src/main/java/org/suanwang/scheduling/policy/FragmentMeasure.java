package org.suanwang.scheduling.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * How much free device capacity of a node the usual tasks cannot use, in thousandths of a device
 * (Weng et al., USENIX ATC 2023, section 3.2): of a request that cannot run there, or needs no
 * device, all that is free; of another what lies on devices too full for it. Summed over the usual
 * requests, each with its share. Host memory is not looked at.
 */
public final class FragmentMeasure {
  private final int[] cpu;
  private final int[] perDevice;
  private final int[] devices;
  private final double[] shares;
  private final List<List<String>> types;
  private final TaskMix mix;

  public FragmentMeasure(TaskMix mix) {
    int n = mix.requests().size();
    this.mix = mix;
    cpu = new int[n];
    perDevice = new int[n];
    devices = new int[n];
    shares = new double[n];
    types = mix.requests().stream().map(TaskRequest::deviceTypes).toList();
    for (int i = 0; i < n; i++) {
      TaskRequest request = mix.requests().get(i);
      cpu[i] = request.cpuMilli();
      perDevice[i] = request.isFractional() ? request.deviceMilli() : TaskRequest.MILLI;
      devices[i] = request.deviceSlots();
      shares[i] = mix.shares().get(i);
    }
  }

  /** The usual requests. */
  public TaskMix mix() {
    return mix;
  }

  /** Which of the usual requests may run on a device type at all. */
  public boolean[] runnableOn(@Nullable String deviceType) {
    boolean[] runnable = new boolean[devices.length];
    for (int i = 0; i < runnable.length; i++) {
      List<String> wanted = types.get(i);
      runnable[i] =
          devices[i] > 0 && deviceType != null && (wanted.isEmpty() || wanted.contains(deviceType));
    }
    return runnable;
  }

  /** The fragment of a node as it is now. */
  public double of(ClusterView cluster, int node) {
    return of(
        free(cluster, node),
        cluster.freeCpuMilli(node),
        runnableOn(cluster.pool(node).pool().deviceType()));
  }

  /** Thousandths free on each device of a node. */
  public static int[] free(ClusterView cluster, int node) {
    int first = cluster.firstDevice(node);
    int[] free = new int[cluster.endDevice(node) - first];
    for (int i = 0; i < free.length; i++) {
      free[i] = cluster.deviceFreeMilli(first + i);
    }
    return free;
  }

  /**
   * The fragment of a node.
   *
   * @param free thousandths free on each of its devices
   * @param freeCpu thousandths of a core
   * @param runnable which requests its device type takes
   */
  public double of(int[] free, int freeCpu, boolean[] runnable) {
    int total = 0;
    for (int milli : free) {
      total += milli;
    }
    if (total == 0) {
      return 0;
    }
    double fragment = 0;
    for (int i = 0; i < shares.length; i++) {
      fragment += shares[i] * (runnable[i] && cpu[i] <= freeCpu ? lost(free, i, total) : total);
    }
    return fragment;
  }

  private int lost(int[] free, int request, int total) {
    int need = perDevice[request];
    int lost = 0;
    int fitting = 0;
    for (int milli : free) {
      if (milli < need) {
        lost += milli;
      } else {
        fitting++;
      }
    }
    return fitting >= devices[request] ? lost : total;
  }
}
