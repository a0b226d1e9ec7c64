package org.suanwang.scheduling.throughput;

import java.util.List;
import java.util.Objects;
import org.suanwang.scheduling.cluster.DeviceType;

/**
 * What a request says of how fast jobs are.
 *
 * @param rows what was measured
 * @param classes what is known of job classes
 * @param referenceDevices device types that are not in the fleet, on which something was measured
 *     or timed
 * @param efficiencies which share of a roofline is reached; none: {@link AssumedFactors}
 * @param portings what programs keep on other stacks; none: {@link AssumedFactors}
 * @param levels what gangs keep that are spread; none: all of it
 * @param sharing what jobs keep beside others on the same devices; none, as in what was kept before
 *     that was asked: nobody shares any
 */
public record ThroughputRule(
    List<ThroughputRow> rows,
    List<ClassProfile> classes,
    List<DeviceType> referenceDevices,
    List<EfficiencyFactor> efficiencies,
    List<PortingFactor> portings,
    List<LevelFactor> levels,
    List<SharingRow> sharing) {
  /** Rows, classes and the like of one request. */
  public static final int ROWS_MAX = 20_000;

  /** Nothing is said: run times go by the ratio of dense FP16 peaks. */
  public static final ThroughputRule NONE =
      new ThroughputRule(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public ThroughputRule {
    rows = List.copyOf(rows);
    classes = List.copyOf(classes);
    referenceDevices = List.copyOf(referenceDevices);
    efficiencies = List.copyOf(efficiencies);
    portings = List.copyOf(portings);
    levels = List.copyOf(levels);
    sharing = List.copyOf(Objects.requireNonNullElse(sharing, List.of()));
  }

  /** The same with these rows. */
  public ThroughputRule withRows(List<ThroughputRow> newRows) {
    return new ThroughputRule(
        newRows, classes, referenceDevices, efficiencies, portings, levels, sharing);
  }

  /** The same with this said of jobs that share devices. */
  public ThroughputRule withSharing(List<SharingRow> newSharing) {
    return new ThroughputRule(
        rows, classes, referenceDevices, efficiencies, portings, levels, newSharing);
  }

  /** Whether nothing is said of jobs that have their devices to themselves. */
  boolean saysNothing() {
    return withSharing(List.of()).equals(NONE);
  }
}
