package org.suanwang.scheduling.outage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import org.suanwang.scheduling.cluster.ClusterView;

/**
 * What is down at the moment. A node is down as long as any outage of it, of what holds it or of a
 * plan lasts; a device as long as its own or its node's. What begins or ends inside another outage
 * changes nothing until the last of them ends.
 */
public final class DownUnits {
  private final ClusterView cluster;
  private final BitSet devices;
  private final int[] outagesOfNode;
  private final Map<Outage.Cause, BitSet> failed = new EnumMap<>(Outage.Cause.class);

  /** Is told of what goes down and of what comes back. */
  @FunctionalInterface
  public interface Change {
    /**
     * A node changed.
     *
     * @param changed its devices that do
     * @param wholeNode whether the node does, with its CPU and memory
     */
    void apply(int node, int[] changed, boolean wholeNode);
  }

  public DownUnits(ClusterView cluster) {
    this.cluster = cluster;
    devices = new BitSet(cluster.layout().devices());
    outagesOfNode = new int[cluster.layout().nodes()];
  }

  /** Whether an outage happens: plans always, failures if the unit that is to fail is up. */
  public boolean happens(Outage outage) {
    int unit = outage.unit();
    return switch (outage.cause()) {
      case MAINTENANCE -> true;
      case DEVICE -> !devices.get(unit) && outagesOfNode[nodeOfDevice(unit)] == 0;
      case NODE -> outagesOfNode[unit] == 0;
      case RACK, SPINE, HUB -> !failed(outage.cause()).get(unit);
    };
  }

  /** Takes note of an outage that happens, and tells what was up and is now down. */
  public void begin(Outage outage, Change change) {
    mark(outage, true);
    for (NodeSpan span : outage.nodes()) {
      for (int node = span.first(); node < span.end(); node++) {
        if (outagesOfNode[node]++ == 0) {
          change.apply(node, soundDevices(node), true);
        }
      }
    }
    if (outage.cause() == Outage.Cause.DEVICE) {
      change.apply(nodeOfDevice(outage.unit()), new int[] {outage.unit()}, false);
    }
  }

  /** Takes note of the end of an outage that has begun, and tells what was down and is now up. */
  public void end(Outage outage, Change change) {
    mark(outage, false);
    for (NodeSpan span : outage.nodes()) {
      for (int node = span.first(); node < span.end(); node++) {
        if (--outagesOfNode[node] == 0) {
          change.apply(node, soundDevices(node), true);
        }
      }
    }
    if (outage.cause() == Outage.Cause.DEVICE) {
      int node = nodeOfDevice(outage.unit());
      if (outagesOfNode[node] == 0) {
        change.apply(node, new int[] {outage.unit()}, false);
      }
    }
  }

  private void mark(Outage outage, boolean isDown) {
    if (outage.cause() == Outage.Cause.DEVICE) {
      devices.set(outage.unit(), isDown);
    } else if (outage.unit() != Outage.NONE && outage.cause() != Outage.Cause.NODE) {
      failed(outage.cause()).set(outage.unit(), isDown);
    }
  }

  private BitSet failed(Outage.Cause cause) {
    return failed.computeIfAbsent(cause, c -> new BitSet());
  }

  /** Those that have not failed themselves. */
  private int[] soundDevices(int node) {
    int first = cluster.firstDevice(node);
    int[] sound = new int[cluster.endDevice(node) - first];
    int count = 0;
    for (int device = first; device < cluster.endDevice(node); device++) {
      if (!devices.get(device)) {
        sound[count++] = device;
      }
    }
    return count == sound.length ? sound : Arrays.copyOf(sound, count);
  }

  private int nodeOfDevice(int device) {
    return cluster.layout().nodeOfDevice(device);
  }
}
