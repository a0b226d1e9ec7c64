package org.suanwang.scheduling.load;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.DeviceTemplate;
import org.suanwang.scheduling.workload.RequestTerms;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;
import org.suanwang.scheduling.workload.TopologyRule;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * What pods that ask for slices ask for as tasks: one slice is a template of the device types that
 * nodes of the list have cut so; several of one pod are as many tasks on one node, for a task never
 * has shares of two devices. A simulation is refused for a template that no device of its fleet
 * has, so a pod with one that no node of the list has is left out.
 */
final class SlicedPods {
  private static final TopologyRule ON_ONE_NODE = new TopologyRule(TopologyLevel.NODE, true);

  private final JobCollector jobs;
  private final PodNodes nodes;
  private final FewReasons reasons;

  SlicedPods(JobCollector jobs, PodNodes nodes, FewReasons reasons) {
    this.jobs = jobs;
    this.nodes = nodes;
    this.reasons = reasons;
  }

  /** The request of one task, one for each slice, or for all that are whole devices; null: none. */
  @Nullable TaskRequest find(SeenPod pod, PodSlices asks) {
    List<SliceKind> all = nodes.kinds(pod, asks.resource());
    if (all.isEmpty()) {
      jobs.leaveOut(
          reasons.of(
              "asks for "
                  + asks.resource().name()
                  + ", for which no node that it may run on has a template"));
      return null;
    }
    SliceKind first = all.getFirst();
    List<SliceKind> alike = all.stream().filter(first::isAsLargeAs).toList();
    if (alike.size() < all.size()) {
      jobs.noteChange(
          asks.resource().name() + " only of device types with slices as large as the first has");
    }
    return jobs.request(task(pod.request(), asks.count(), first.template(), types(alike)));
  }

  private static List<String> types(List<SliceKind> kinds) {
    return kinds.stream().map(SliceKind::type).limit(WorkloadLimits.DEVICE_TYPES_MAX).toList();
  }

  private static TaskRequest task(
      TaskRequest asked, int count, @Nullable DeviceTemplate template, List<String> types) {
    if (template == null) {
      return new TaskRequest(count, 0, asked.cpuMilli(), asked.memoryMib(), types, null);
    }
    RequestTerms terms =
        RequestTerms.USUAL
            .withTemplate(template.name())
            .withDeviceMemory(template.memoryMib())
            .withTopology(count > 1 ? ON_ONE_NODE : null);
    return new TaskRequest(
        0,
        template.computeMilli(),
        Math.ceilDiv(asked.cpuMilli(), count),
        Math.ceilDiv(asked.memoryMib(), count),
        types,
        null,
        terms);
  }
}
