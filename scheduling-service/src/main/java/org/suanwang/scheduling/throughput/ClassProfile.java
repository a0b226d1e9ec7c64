package org.suanwang.scheduling.throughput;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.Precision;

/**
 * What is known of the jobs of a class where nothing was measured.
 *
 * @param jobClass of these jobs
 * @param flopPerStep floating-point operations of one step of the whole gang; null when unknown
 * @param flopPerByte arithmetic intensity: operations for each byte between device and memory; null
 *     when unknown, and then memory is taken to bound nothing
 * @param precision in which it computes; null for FP16
 * @param softwareStack for which it is written; null when it needs no porting
 * @param source who says so
 */
public record ClassProfile(
    String jobClass,
    @Nullable Double flopPerStep,
    @Nullable Double flopPerByte,
    @Nullable Precision precision,
    @Nullable String softwareStack,
    String source) {
  /** Nothing is known of the class. */
  static ClassProfile unknown(String jobClass) {
    return new ClassProfile(jobClass, null, null, null, null, "");
  }
}
