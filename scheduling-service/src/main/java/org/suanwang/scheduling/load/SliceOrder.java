package org.suanwang.scheduling.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.suanwang.scheduling.cluster.DeviceTemplate;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * In which order jobs with slices start on the nodes they run on. Nobody tells which slices are of
 * one device; if those that would lie on one start one after another, then devices that are filled
 * one after another have room for all of them.
 */
final class SliceOrder {
  /** More on one node than any has are in the order of the list. */
  private static final int PACKED_MAX = 1024;

  private final Map<String, List<Part>> partsByNode = new LinkedHashMap<>();
  private final Map<Object, Integer> devices = new HashMap<>();

  private record Part(Object job, DeviceTemplate slice) {}

  /** Takes so many tasks of a job on a node. */
  void add(Object job, int tasks, TaskRequest request, String node) {
    int memory = request.terms().deviceMemoryMib();
    Part part = new Part(job, new DeviceTemplate("", request.deviceMilli(), memory, ""));
    List<Part> parts = partsByNode.computeIfAbsent(node, n -> new ArrayList<>());
    if (parts.size() <= PACKED_MAX) {
      parts.addAll(Collections.nCopies(Math.min(tasks, PACKED_MAX + 1), part));
    }
  }

  /** Finds out which lie together. */
  void pack(ToIntFunction<String> deviceMemoryMib) {
    partsByNode.forEach(
        (node, parts) -> {
          int memoryMib = deviceMemoryMib.applyAsInt(node);
          if (memoryMib > 0 && parts.size() <= PACKED_MAX) {
            put(parts, SlicePacking.pack(parts.stream().map(Part::slice).toList(), memoryMib));
          }
        });
  }

  private void put(List<Part> parts, int[] deviceOf) {
    for (int i = 0; i < deviceOf.length; i++) {
      devices.merge(parts.get(i).job(), deviceOf[i] + 1, Math::min);
    }
  }

  /** The first device of a job, counted from 1; 0 for one without slices. */
  int device(Object job) {
    return devices.getOrDefault(job, 0);
  }
}
