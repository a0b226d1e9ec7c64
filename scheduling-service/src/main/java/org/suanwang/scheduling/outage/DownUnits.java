package org.suanwang.scheduling.outage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.suanwang.scheduling.cluster.ClusterView;

/**
 * What is down at the moment. A node is down as long as any outage of it, of what holds it or of a
 * plan lasts; a device as long as its own or its node's. What begins or ends inside another outage
 * changes nothing until the last of them ends, but what is down may come back later by it.
 */
public final class DownUnits {
  private final ClusterView cluster;
  private final BitSet devices;
  private final int[] outagesOfNode;
  private final long[] backOfNode;
  private final Map<Integer, Long> backOfDevice = new HashMap<>();
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

  /** Is told of what is down already and will be so for longer than was known. */
  @FunctionalInterface
  public interface Delay {
    /**
     * Some of a node comes back later.
     *
     * @param delayed its devices that do
     * @param wholeNode whether the node does, with its CPU and memory
     * @param untilSeconds when it was to come back
     * @param backSeconds when it does, as far as is known
     */
    void apply(int node, int[] delayed, boolean wholeNode, long untilSeconds, long backSeconds);
  }

  public DownUnits(ClusterView cluster) {
    this.cluster = cluster;
    devices = new BitSet(cluster.layout().devices());
    outagesOfNode = new int[cluster.layout().nodes()];
    backOfNode = new long[outagesOfNode.length];
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

  /**
   * Takes note of an outage that happens, and tells what was up and is now down, and what was down
   * and will be so for longer.
   */
  public void begin(Outage outage, Change change, Delay delay) {
    mark(outage, true);
    for (NodeSpan span : outage.nodes()) {
      for (int node = span.first(); node < span.end(); node++) {
        boolean wasUp = outagesOfNode[node]++ == 0;
        if (wasUp) {
          backOfNode[node] = 0;
          change.apply(node, soundDevices(node), true);
        }
        goOnUntil(outage.toSeconds(), node, wasUp, delay);
      }
    }
    if (outage.cause() == Outage.Cause.DEVICE) {
      backOfDevice.put(outage.unit(), outage.toSeconds());
      change.apply(nodeOfDevice(outage.unit()), new int[] {outage.unit()}, false);
    }
  }

  /** A device that failed itself comes back when both it and its node do. */
  private void goOnUntil(long seconds, int node, boolean wasUp, Delay delay) {
    long before = backOfNode[node];
    long back = Math.max(before, seconds);
    backOfNode[node] = back;
    if (!wasUp && back > before) {
      delay.apply(node, soundDevices(node), true, before, back);
    }
    int device = devices.nextSetBit(cluster.firstDevice(node));
    while (device >= 0 && device < cluster.endDevice(node)) {
      long until = Math.max(before, backOfDevice.getOrDefault(device, 0L));
      if (back > until) {
        delay.apply(node, new int[] {device}, false, until, back);
      }
      device = devices.nextSetBit(device + 1);
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
      backOfDevice.remove(outage.unit());
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
