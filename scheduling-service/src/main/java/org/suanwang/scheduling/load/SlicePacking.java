package org.suanwang.scheduling.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.DeviceTemplate;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Packs slices into as few devices as hold them by compute and memory, the largest first, in two
 * ways: each slice into the first device with room; or into one that it fills, else into the
 * emptiest. For the profiles of A30, A100 and H100 the better of the two needs no device more than
 * any way does, as far as all ways were tried: up to five slices of each profile.
 */
final class SlicePacking {
  private static final Comparator<DeviceTemplate> LARGEST_FIRST =
      Comparator.<DeviceTemplate>comparingInt(slice -> -slice.computeMilli())
          .thenComparingInt(slice -> -slice.memoryMib());

  /** The least compute that a device is cut to; a device with less left is full. */
  private static final int SEVENTH_MILLI = TaskRequest.MILLI / 7;

  private final List<DeviceTemplate> slices;
  private final int[] order;
  private final int memoryMib;

  /** Slices of devices with so much memory, none of them larger than one. */
  private SlicePacking(List<DeviceTemplate> slices, int memoryMib) {
    this.slices = slices;
    this.memoryMib = memoryMib;
    order =
        IntStream.range(0, slices.size())
            .boxed()
            .sorted(Comparator.comparing(slices::get, LARGEST_FIRST))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** How many devices hold these slices. */
  static int devices(List<DeviceTemplate> slices, int memoryMib) {
    int[] devices = pack(slices, memoryMib);
    return IntStream.of(devices).max().orElse(-1) + 1;
  }

  /** In which device each of these slices is, counted from 0. */
  static int[] pack(List<DeviceTemplate> slices, int memoryMib) {
    if (slices.isEmpty()) {
      return new int[0];
    }
    SlicePacking packing = new SlicePacking(List.copyOf(slices), memoryMib);
    int devices = packing.atLeast();
    int[] found = null;
    while (found == null) {
      found = packing.pack(devices, false);
      found = found == null ? packing.pack(devices, true) : found;
      devices++;
    }
    return found;
  }

  private int atLeast() {
    long milli = slices.stream().mapToLong(DeviceTemplate::computeMilli).sum();
    long memory = slices.stream().mapToLong(DeviceTemplate::memoryMib).sum();
    return (int) Math.max(Math.ceilDiv(milli, TaskRequest.MILLI), Math.ceilDiv(memory, memoryMib));
  }

  private int @Nullable [] pack(int devices, boolean evenly) {
    int[] milliFree = new int[devices];
    int[] memoryFree = new int[devices];
    Arrays.fill(milliFree, TaskRequest.MILLI);
    Arrays.fill(memoryFree, memoryMib);
    int[] deviceOf = new int[slices.size()];
    for (int i : order) {
      DeviceTemplate slice = slices.get(i);
      List<Integer> fitting = new ArrayList<>();
      for (int device = 0; device < devices; device++) {
        if (milliFree[device] >= slice.computeMilli() && memoryFree[device] >= slice.memoryMib()) {
          fitting.add(device);
        }
      }
      if (fitting.isEmpty()) {
        return null;
      }
      int device = evenly ? choose(fitting, milliFree, slice) : fitting.getFirst();
      milliFree[device] -= slice.computeMilli();
      memoryFree[device] -= slice.memoryMib();
      deviceOf[i] = device;
    }
    return deviceOf;
  }

  private static int choose(List<Integer> fitting, int[] milliFree, DeviceTemplate slice) {
    int emptiest = fitting.getFirst();
    for (int device : fitting) {
      if (milliFree[device] - slice.computeMilli() < SEVENTH_MILLI) {
        return device;
      }
      if (milliFree[device] > milliFree[emptiest]) {
        emptiest = device;
      }
    }
    return emptiest;
  }
}
