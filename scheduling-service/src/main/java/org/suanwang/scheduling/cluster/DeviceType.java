package org.suanwang.scheduling.cluster;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.Precision;

/**
 * A model of accelerator as the scheduler knows it. What nobody stated is null, never zero.
 *
 * @param id the catalogue's id, or one of the request's own
 * @param fp16DenseTflops peak dense FP16 throughput of one device, TFLOP/s
 * @param powerWatts thermal design power of one device, W
 * @param source who said so
 * @param vendor the catalogue's id of its maker
 * @param softwareStack the catalogue's id of the stack its programs are written for, as {@code
 *     cuda}; null takes that of its vendor
 * @param memoryBandwidthGBps peak memory bandwidth of one device, 1e9 byte/s
 * @param memoryMib memory of one device, MiB
 * @param peaks peak dense throughput of one device in each precision that was stated, TFLOP/s
 * @param templates the sizes in which one can be divided; none when it can be in any
 * @param idlePowerWatts what one draws that is in use and does nothing, at most its design power, W
 * @param country of its maker, ISO 3166-1 alpha-2
 */
public record DeviceType(
    String id,
    @Nullable Double fp16DenseTflops,
    @Nullable Double powerWatts,
    Source source,
    @Nullable String vendor,
    @Nullable String softwareStack,
    @Nullable Double memoryBandwidthGBps,
    @Nullable Integer memoryMib,
    Map<Precision, Double> peaks,
    List<DeviceTemplate> templates,
    @Nullable Double idlePowerWatts,
    @Nullable String country) {
  private static final int MIB_PER_GIB = 1024;

  /** Where the facts of a device type come from. */
  public enum Source {
    CATALOGUE,
    REQUEST
  }

  /** What was kept before there were peaks and templates has none. */
  @SuppressWarnings("ConstantValue")
  public DeviceType {
    EnumMap<Precision, Double> sorted = new EnumMap<>(Precision.class);
    if (peaks != null) {
      sorted.putAll(peaks);
    }
    peaks = Collections.unmodifiableMap(sorted);
    templates = templates == null ? List.of() : List.copyOf(templates);
  }

  /** A type of which nobody said what it draws while it does nothing, nor where it is made. */
  public DeviceType(
      String id,
      @Nullable Double fp16DenseTflops,
      @Nullable Double powerWatts,
      Source source,
      @Nullable String vendor,
      @Nullable String softwareStack,
      @Nullable Double memoryBandwidthGBps,
      @Nullable Integer memoryMib,
      Map<Precision, Double> peaks,
      List<DeviceTemplate> templates) {
    this(
        id,
        fp16DenseTflops,
        powerWatts,
        source,
        vendor,
        softwareStack,
        memoryBandwidthGBps,
        memoryMib,
        peaks,
        templates,
        null,
        null);
  }

  /** A type of which only its FP16 peak and its power may be known. */
  public DeviceType(
      String id, @Nullable Double fp16DenseTflops, @Nullable Double powerWatts, Source source) {
    this(id, fp16DenseTflops, powerWatts, source, null, null, null, null, Map.of(), List.of());
  }

  /** A type of which only the name is known, as in recorded traces. */
  public static DeviceType named(String id) {
    return new DeviceType(id, null, null, Source.REQUEST);
  }

  /**
   * Memory in MiB of what makers call gigabytes of it: they count 2^30 byte in each, as the memory
   * chips do.
   */
  public static int memoryMib(double gigabytes) {
    return Math.max(1, (int) Math.round(gigabytes * MIB_PER_GIB));
  }

  /** The stack that programs for it are written for; null when neither it nor a maker is known. */
  public @Nullable String stack() {
    if (softwareStack != null) {
      return softwareStack;
    }
    return vendor == null ? null : SoftwareStacks.ofVendor(vendor);
  }

  /** Its dense peak in this precision, TFLOP/s; null when nobody stated it. */
  public @Nullable Double peak(Precision precision) {
    Double stated = peaks.get(precision);
    return stated == null && precision == Precision.FP16 ? fp16DenseTflops : stated;
  }
}
