package org.suanwang.scheduling.throughput;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Steps per second by the rows that were measured. A row of as many devices counts as it is; else
 * the one of the nearest smaller number, and without one of the nearest larger number, in
 * proportion to the devices: that is assumed. A row of the other placement is used where there is
 * none of the asked one, and that is assumed too.
 */
final class MeasuredRates {
  private final Map<String, List<ThroughputRow>> rows = new HashMap<>();
  private final Map<String, Set<String>> typesOfClass = new HashMap<>();

  MeasuredRates(List<ThroughputRow> all) {
    for (ThroughputRow row : all) {
      String key = key(row.jobClass(), row.deviceType());
      rows.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
      typesOfClass
          .computeIfAbsent(row.jobClass(), k -> new LinkedHashSet<>())
          .add(row.deviceType());
    }
  }

  /** The types on which something was measured for this class, in the order of the rows. */
  Set<String> types(String jobClass) {
    return typesOfClass.getOrDefault(jobClass, Set.of());
  }

  private static String key(String jobClass, String deviceType) {
    return jobClass + "\0" + deviceType;
  }

  /**
   * The most that a device does of a gang of any number that was measured; 0 when none was.
   *
   * @param deviceType id
   */
  double mostPerDevice(String jobClass, String deviceType) {
    return rows.getOrDefault(key(jobClass, deviceType), List.of()).stream()
        .mapToDouble(row -> row.stepsPerSecond() / row.devices())
        .max()
        .orElse(0);
  }

  /** Null when nothing was measured for this class on this type. */
  @Nullable Rate find(String jobClass, String deviceType, long milli, boolean consolidated) {
    return rows.getOrDefault(key(jobClass, deviceType), List.of()).stream()
        .min(nearest(milli, consolidated))
        .map(row -> rate(row, milli, consolidated))
        .orElse(null);
  }

  private static Comparator<ThroughputRow> nearest(long milli, boolean consolidated) {
    return Comparator.comparing((ThroughputRow row) -> isOpposite(row, consolidated))
        .thenComparing(row -> milli(row) != milli)
        .thenComparing(row -> milli(row) > milli)
        .thenComparingLong(row -> Math.abs(milli(row) - milli))
        .thenComparing(row -> row.consolidated() == null);
  }

  private static long milli(ThroughputRow row) {
    return (long) row.devices() * TaskRequest.MILLI;
  }

  private static boolean isOpposite(ThroughputRow row, boolean consolidated) {
    return row.consolidated() != null && row.consolidated() != consolidated;
  }

  private static Rate rate(ThroughputRow row, long milli, boolean consolidated) {
    String where =
        row.consolidated() == null ? "" : row.consolidated() ? ", consolidated" : ", spread";
    String measured =
        "%s steps/s on %d × %s%s"
            .formatted(row.stepsPerSecond(), row.devices(), row.deviceType(), where);
    boolean isOpposite = isOpposite(row, consolidated);
    if (milli(row) == milli) {
      return new Rate(
          row.stepsPerSecond(),
          isOpposite ? Rate.Basis.ASSUMED : Rate.Basis.MEASURED,
          isOpposite ? measured + ", taken for the other placement too" : measured,
          row.source());
    }
    double devices = milli / (double) TaskRequest.MILLI;
    return new Rate(
        row.stepsPerSecond() * milli / milli(row),
        Rate.Basis.ASSUMED,
        "%s, in proportion to %s devices".formatted(measured, devices),
        row.source());
  }
}
