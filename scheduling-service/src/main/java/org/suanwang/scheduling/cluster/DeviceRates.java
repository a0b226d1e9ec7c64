package org.suanwang.scheduling.cluster;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * How long work lasts on which device type. On the type it was timed on, exactly its work; on
 * another, work × dense FP16 of the one ÷ dense FP16 of the other, rounded up to whole seconds: an
 * assumption, because real programs are bound by other things too. Where a throughput is unknown
 * the types count as alike.
 */
public final class DeviceRates {
  private static final double GIGAFLOPS_PER_TFLOPS = 1e3;

  private final Map<String, Long> gigaflops = new HashMap<>();
  private final @Nullable String firstType;

  public DeviceRates(Fleet fleet) {
    for (DeviceType type : fleet.deviceTypes()) {
      Double tflops = type.fp16DenseTflops();
      if (tflops != null && tflops > 0) {
        gigaflops.put(type.id(), Math.max(1, Math.round(tflops * GIGAFLOPS_PER_TFLOPS)));
      }
    }
    firstType = fleet.deviceTypes().isEmpty() ? null : fleet.deviceTypes().getFirst().id();
  }

  /** Run time of this work on this device type, seconds. */
  public long runSeconds(long workSeconds, TaskRequest request, @Nullable String deviceType) {
    if (isAsTimed(request, deviceType)) {
      return workSeconds;
    }
    Long from = gigaflops.get(referenceOf(request));
    Long to = gigaflops.get(deviceType);
    if (from == null || to == null) {
      return workSeconds;
    }
    long seconds = Math.ceilDiv(Math.multiplyExact(workSeconds, from), to);
    return Math.clamp(seconds, 1, WorkloadLimits.SECONDS_MAX);
  }

  /** Work done, as timed on the reference device, in so long on this device type; rounded down. */
  public long workSeconds(long runSeconds, TaskRequest request, @Nullable String deviceType) {
    if (isAsTimed(request, deviceType)) {
      return runSeconds;
    }
    Long from = gigaflops.get(referenceOf(request));
    Long to = gigaflops.get(deviceType);
    return from == null || to == null
        ? runSeconds
        : Math.floorDiv(Math.multiplyExact(runSeconds, to), from);
  }

  /** Whether the run time on this type is the recorded one and not derived from throughputs. */
  public boolean isAsTimed(TaskRequest request, @Nullable String deviceType) {
    if (!request.needsDevices() || deviceType == null) {
      return true;
    }
    String reference = request.referenceDevice();
    if (reference != null) {
      return reference.equals(deviceType);
    }
    return !request.deviceTypes().isEmpty() || deviceType.equals(firstType);
  }

  private @Nullable String referenceOf(TaskRequest request) {
    String reference = request.referenceDevice();
    return reference == null ? firstType : reference;
  }
}
