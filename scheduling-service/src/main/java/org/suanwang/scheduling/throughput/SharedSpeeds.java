package org.suanwang.scheduling.throughput;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of its speed a job keeps beside one of another class on the same devices. Two classes
 * share devices of a type only if something is told of each beside the other.
 */
public final class SharedSpeeds {
  /** For any type that has no row of its own. */
  private static final String ANY = "";

  private final Map<Pair, Map<String, Double>> shares = new HashMap<>();
  private final double mostTogether;

  private record Pair(String jobClass, String beside) {
    Pair(SharingRow row) {
      this(row.jobClass(), row.beside());
    }

    Pair turned() {
      return new Pair(/* jobClass= */ beside, /* beside= */ jobClass);
    }
  }

  /** What was told. */
  public SharedSpeeds(List<SharingRow> rows) {
    for (SharingRow row : rows) {
      String type = row.deviceType() == null ? ANY : row.deviceType();
      shares.computeIfAbsent(new Pair(row), p -> new HashMap<>()).put(type, row.share());
    }
    double most = 1;
    for (Pair pair : shares.keySet()) {
      most = Math.max(most, largest(pair) + largest(pair.turned()));
    }
    mostTogether = most;
  }

  private double largest(Pair pair) {
    return told(pair).values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  private Map<String, Double> told(Pair pair) {
    return shares.getOrDefault(pair, Map.of());
  }

  private double find(Pair pair, @Nullable String deviceType) {
    Map<String, Double> told = told(pair);
    Double own = deviceType == null ? null : told.get(deviceType);
    return own == null ? told.getOrDefault(ANY, 0.0) : own;
  }

  /**
   * The part of its speed alone that a job of a class keeps beside one of the other; 0 when the two
   * share no devices of this type.
   *
   * @param deviceType null for nodes without devices
   */
  public double share(String jobClass, String beside, @Nullable String deviceType) {
    Pair pair = new Pair(jobClass, beside);
    return find(pair.turned(), deviceType) > 0 ? find(pair, deviceType) : 0;
  }

  /** Whether the other direction of a row is told too, on some type that the row tells of. */
  public boolean areBothTold(SharingRow row) {
    Pair turned = new Pair(row).turned();
    return row.deviceType() == null ? !told(turned).isEmpty() : find(turned, row.deviceType()) > 0;
  }

  /** How much two may do together at most, in units of one alone: from 1 to 2. */
  public double mostTogether() {
    return mostTogether;
  }
}
