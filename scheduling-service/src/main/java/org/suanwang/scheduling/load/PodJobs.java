package org.suanwang.scheduling.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Makes jobs of pods: those of one gang with equal requests and in the same state are one. Either
 * of pods that have ended, as they came and ran; or of those of a moment. Then second 0 is that
 * moment, and those that hold something are submitted at 0 and start on their own nodes; of which
 * the node is not known, the widest first, since so they find room beside one another wherever they
 * are put; those with slices in the order in which the devices of their nodes have room for all
 * ({@link SliceOrder}). Those that wait come a second after them, so that no order of the queue
 * lets one of them in before, in the order in which they were created.
 */
final class PodJobs {
  private static final Comparator<Map.Entry<Gang, Members>> WIDEST_FIRST =
      Comparator.<Map.Entry<Gang, Members>>comparingInt(e -> -e.getKey().request().devices())
          .thenComparingInt(e -> -e.getKey().request().cpuMilli())
          .thenComparingInt(e -> -e.getKey().request().memoryMib());
  private static final Comparator<Map.Entry<Gang, Members>> OLDEST_FIRST =
      Comparator.comparingLong(e -> e.getValue().created());

  private final JobCollector jobs;
  private final PodNodes nodes;
  private final SlicedPods sliced;
  private final Map<Gang, Members> gangs = new LinkedHashMap<>();
  private final Map<String, Integer> parts = new HashMap<>();
  private final FewReasons places =
      new FewReasons("other labels and affinities not counted: may start on other nodes too");

  /** Pods that are one job. */
  private record Gang(
      String job,
      boolean isAlone,
      String namespace,
      TaskRequest request,
      int tasksPerPod,
      int priority,
      PodState state,
      String kindOfPlace) {}

  /** What is told of them. */
  private record Members(
      JsonEntry place,
      Set<String> others,
      String places,
      int pods,
      long created,
      long run,
      boolean isOverdue,
      List<String> nodes) {
    Members and(Members other) {
      nodes.addAll(other.nodes);
      return new Members(
          place,
          others.isEmpty() ? other.others : others,
          places.isEmpty() ? other.places : places,
          pods + other.pods,
          Math.min(created, other.created),
          Math.max(run, other.run),
          isOverdue || other.isOverdue,
          nodes);
    }

    /** Where each of them runs; nowhere in particular where it is not known of all. */
    List<String> startNodes() {
      return nodes.size() == pods ? nodes : List.of();
    }
  }

  PodJobs(JobCollector jobs, PodNodes nodes, SlicedPods sliced) {
    this.jobs = jobs;
    this.nodes = nodes;
    this.sliced = sliced;
  }

  /** Jobs of pods that have ended, submitted when they were created. */
  RecordedWorkload past(List<SeenPod> pods) {
    for (SeenPod pod : pods) {
      Long ran = pod.times().ran();
      if (ran == null) {
        jobs.leaveOut("run time unknown: has not ended, and no runSeconds");
      } else {
        put(pod, ran, false);
      }
    }
    take(List.copyOf(gangs.entrySet()), Members::created);
    return jobs.fromFirst();
  }

  /**
   * Jobs of the pods of a moment.
   *
   * @param runSeconds for how long each runs, what it has run already with it
   * @param now the moment, seconds since 1970
   */
  RecordedWorkload present(List<SeenPod> pods, long runSeconds, long now) {
    for (SeenPod pod : pods) {
      String whyLeftOut = whyLeftOut(pod);
      if (pod.state() == PodState.ENDED) {
        jobs.leaveOut("had ended before the snapshot");
      } else if (whyLeftOut != null) {
        jobs.leaveOut(whyLeftOut);
      } else {
        boolean isOverdue = pod.times().hasRunFor(runSeconds, now);
        put(pod, pod.times().rest(runSeconds, now), isOverdue);
      }
    }
    SliceOrder slices = sliceOrder();
    List<Map.Entry<Gang, Members>> held =
        ordered(
            PodState.HOLDS,
            Comparator.<Map.Entry<Gang, Members>>comparingInt(e -> slices.device(e.getKey()))
                .thenComparing(WIDEST_FIRST));
    take(held, gang -> 0);
    long afterwards = held.isEmpty() ? 0 : 1;
    take(ordered(PodState.WAITS, OLDEST_FIRST), gang -> afterwards);
    return jobs.from(now);
  }

  private @Nullable String whyLeftOut(SeenPod pod) {
    return pod.state() == PodState.HOLDS ? nodes.whyLeftOut(pod.node()) : null;
  }

  /** On which devices of their nodes shares that are held find room beside one another. */
  private SliceOrder sliceOrder() {
    SliceOrder order = new SliceOrder();
    gangs.forEach(
        (gang, members) -> {
          if (gang.state() == PodState.HOLDS && gang.request().isFractional()) {
            members
                .startNodes()
                .forEach(n -> order.add(gang, gang.tasksPerPod(), gang.request(), n));
          }
        });
    order.pack(nodes::deviceMemoryMib);
    return order;
  }

  private List<Map.Entry<Gang, Members>> ordered(
      PodState state, Comparator<Map.Entry<Gang, Members>> order) {
    return gangs.entrySet().stream()
        .filter(gang -> gang.getKey().state() == state)
        .sorted(order)
        .toList();
  }

  private void put(SeenPod pod, long run, boolean isOverdue) {
    PodSlices slices = pod.slices();
    TaskRequest request = slices == null ? whole(pod) : sliced.find(pod, slices);
    if (request == null) {
      return;
    }
    if (slices != null && slices.leavesGang()) {
      jobs.noteChange("asks for several slices: a job of its own, beside its gang");
    }
    Gang gang =
        new Gang(
            pod.job(),
            pod.isAlone(),
            pod.namespace(),
            request,
            slices == null || !request.isFractional() ? 1 : slices.count(),
            pod.priority(),
            pod.state(),
            nodes.kindOfPlace(pod));
    Members alone =
        new Members(
            pod.place(),
            pod.others(),
            pod.places(),
            1,
            pod.times().created(),
            run,
            isOverdue,
            runsOn(pod));
    gangs.merge(gang, alone, Members::and);
  }

  private TaskRequest whole(SeenPod pod) {
    TaskRequest asked = pod.request();
    return jobs.request(asked.devices(), 0, asked.cpuMilli(), asked.memoryMib(), nodes.types(pod));
  }

  /** The node that it goes on running on, if it is known. */
  private List<String> runsOn(SeenPod pod) {
    List<String> on = new ArrayList<>(1);
    if (pod.state() == PodState.HOLDS && nodes.isMissing(pod.node())) {
      jobs.noteChange("runs on a node that is not in the list: starts where the policy says");
    } else if (pod.state() == PodState.HOLDS && !pod.node().isEmpty()) {
      on.add(pod.node());
    }
    return on;
  }

  /** Pods of one gang that differ are several jobs, the second and later ones numbered. */
  private void take(List<Map.Entry<Gang, Members>> of, ToLongFunction<Members> submitSeconds) {
    for (Map.Entry<Gang, Members> entry : of) {
      Gang gang = entry.getKey();
      Members members = entry.getValue();
      int part = parts.merge(gang.job(), 1, Integer::sum);
      tellChanges(members, part);
      Job job =
          new Job(
              part == 1 ? gang.job() : gang.job() + "#" + part,
              gang.namespace(),
              null,
              false,
              members.pods() * gang.tasksPerPod(),
              gang.request(),
              submitSeconds.applyAsLong(members),
              members.run());
      Job told = job.withPriority(gang.priority()).withTenant(gang.namespace());
      jobs.add(
          members.place(),
          "metadata.name",
          told.withTerms(told.terms().withStartNodes(members.startNodes())));
    }
  }

  private void tellChanges(Members members, int part) {
    if (part > 1) {
      jobs.noteChange(
          "a further job for pods of one gang with another request, priority, state or kind of node");
    }
    if (members.isOverdue()) {
      jobs.noteChange("had run for runSeconds already: runs for as long again");
    }
    if (!members.places().isEmpty()) {
      jobs.noteChange(places.of(members.places() + " not counted: may start on other nodes too"));
    }
    if (!members.others().isEmpty()) {
      jobs.noteChange(
          ExtendedResources.told(members.others())
              + " not counted: name it in deviceResources if it is a device");
    }
  }
}
