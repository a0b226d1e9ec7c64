package org.suanwang.scheduling.cluster;

import org.jspecify.annotations.Nullable;

/**
 * A model of accelerator as the scheduler knows it. What nobody stated is null, never zero.
 *
 * @param id the catalogue's id, or one of the request's own
 * @param fp16DenseTflops peak dense FP16 throughput of one device, TFLOP/s
 * @param powerWatts thermal design power of one device, W
 * @param source who said so
 */
public record DeviceType(
    String id, @Nullable Double fp16DenseTflops, @Nullable Double powerWatts, Source source) {
  /** Where the facts of a device type come from. */
  public enum Source {
    CATALOGUE,
    REQUEST
  }

  /** A type of which only the name is known, as in recorded traces. */
  public static DeviceType named(String id) {
    return new DeviceType(id, null, null, Source.REQUEST);
  }
}
