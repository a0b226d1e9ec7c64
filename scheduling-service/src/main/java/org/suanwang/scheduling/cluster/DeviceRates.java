package org.suanwang.scheduling.cluster;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * What run times on other device types are derived from. On the type it was timed on, work lasts
 * exactly as long; on another, work × dense FP16 of the one ÷ dense FP16 of the other, rounded up
 * to whole seconds: an assumption, because real programs are bound by other things too. Where a
 * peak is unknown the types count as alike.
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

  /** The dense FP16 peak of a type, GFLOP/s; 0 when it is unknown. */
  public long gigaflops(@Nullable String deviceType) {
    return gigaflops.getOrDefault(deviceType, 0L);
  }

  /** The type on which the work of a request was timed; null where it is the one it runs on. */
  public @Nullable String findReference(TaskRequest request) {
    if (!request.needsDevices()) {
      return null;
    }
    String reference = request.referenceDevice();
    boolean isOpen = reference == null && request.deviceTypes().isEmpty();
    return isOpen ? firstType : reference;
  }

  /** Whether the run time on this type is the recorded one and not derived from throughputs. */
  public boolean isAsTimed(TaskRequest request, @Nullable String deviceType) {
    String reference = findReference(request);
    return reference == null || deviceType == null || reference.equals(deviceType);
  }
}
