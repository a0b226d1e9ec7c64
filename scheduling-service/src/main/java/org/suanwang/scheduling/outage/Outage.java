package org.suanwang.scheduling.outage;

import java.util.List;

/**
 * One time for which something is down, at least. A failure happens only if its unit is up then.
 *
 * @param fromSeconds when it begins
 * @param toSeconds when it ends; later than {@code fromSeconds}
 * @param cause what brings it about
 * @param unit number of the device, node, rack, spine or hub that fails; {@link #NONE} for
 *     maintenance
 * @param nodes the nodes that are down as a whole; none when a device fails
 */
public record Outage(
    long fromSeconds, long toSeconds, Cause cause, int unit, List<NodeSpan> nodes) {
  /** Stands for no unit. */
  public static final int NONE = -1;

  /** What brings an outage about. */
  public enum Cause {
    MAINTENANCE,
    DEVICE,
    NODE,
    RACK,
    SPINE,
    HUB
  }

  public Outage {
    nodes = List.copyOf(nodes);
  }

  public boolean isPlanned() {
    return cause == Cause.MAINTENANCE;
  }
}
