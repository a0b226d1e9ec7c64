package org.suanwang.scheduling.throughput;

import java.util.List;
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
 */
public record ThroughputRule(
    List<ThroughputRow> rows,
    List<ClassProfile> classes,
    List<DeviceType> referenceDevices,
    List<EfficiencyFactor> efficiencies,
    List<PortingFactor> portings,
    List<LevelFactor> levels) {
  /** Rows, classes and the like of one request. */
  public static final int ROWS_MAX = 20_000;

  /** Nothing is said: run times go by the ratio of dense FP16 peaks. */
  public static final ThroughputRule NONE =
      new ThroughputRule(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public ThroughputRule {
    rows = List.copyOf(rows);
    classes = List.copyOf(classes);
    referenceDevices = List.copyOf(referenceDevices);
    efficiencies = List.copyOf(efficiencies);
    portings = List.copyOf(portings);
    levels = List.copyOf(levels);
  }

  /** The same with these rows. */
  public ThroughputRule withRows(List<ThroughputRow> newRows) {
    return new ThroughputRule(newRows, classes, referenceDevices, efficiencies, portings, levels);
  }

  /** Whether nothing is said. */
  boolean saysNothing() {
    return equals(NONE);
  }
}
