package org.suanwang.scheduling.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.throughput.ClassProfile;
import org.suanwang.scheduling.throughput.SharingRow;
import org.suanwang.scheduling.throughput.ThroughputRow;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Tells of throughputs, of costs of interruption and of names of nodes that no job can use, and of
 * types that jobs name in vain. One table may serve several fleets and workloads, so they are no
 * error; but a name that is misspelt must not go unseen.
 */
final class UnusedRows {
  private UnusedRows() {}

  /** Sentences for device types that are not there, for classes that no job has, for nodes. */
  static List<String> told(SimulationSpec spec, Fleet fleet, JobTable jobs) {
    ThroughputRule rule = spec.throughput();
    Set<String> types = new HashSet<>();
    fleet.deviceTypes().stream().map(DeviceType::id).forEach(types::add);
    rule.referenceDevices().stream().map(DeviceType::id).forEach(types::add);
    Set<String> classes = new HashSet<>();
    for (int job = 0; job < jobs.size(); job++) {
      classes.add(jobs.jobClass(job));
    }
    String noType = "device types that neither the fleet nor referenceDevices have";
    String noClass = "classes that no job has";
    return Stream.of(
            JobTypes.told(rule, fleet, jobs).stream(),
            told("throughput", noType, types(rule), types),
            told("throughput", noClass, classes(rule), classes),
            told("checkpoint", noClass, classes(spec.checkpointRule()), classes),
            nodes(fleet, jobs))
        .flatMap(s -> s)
        .toList();
  }

  private static Stream<String> nodes(Fleet fleet, JobTable jobs) {
    boolean areNamed =
        fleet.hubs().stream()
            .flatMap(h -> h.pools().stream())
            .anyMatch(p -> !p.nodeNames().isEmpty());
    int named = jobs.jobsWithStartNodes();
    return areNamed || named == 0
        ? Stream.empty()
        : Stream.of(
            "%d jobs name nodes to start on, and the fleet has no names for its nodes: they started where the policy put them"
                .formatted(named));
  }

  private static List<String> classes(CheckpointRule rule) {
    return rule.byClass().stream().map(CheckpointRule.OfClass::jobClass).toList();
  }

  private static Stream<String> told(
      String field, String what, List<String> named, Set<String> known) {
    List<String> unknown = named.stream().filter(name -> !known.contains(name)).toList();
    return unknown.isEmpty()
        ? Stream.empty()
        : Stream.of(
            "%d entries of %s name %s, as %s: they were not used"
                .formatted(unknown.size(), field, what, unknown.getFirst()));
  }

  private static List<String> types(ThroughputRule rule) {
    return Stream.concat(
            rule.rows().stream().map(ThroughputRow::deviceType),
            rule.sharing().stream().map(SharingRow::deviceType).filter(Objects::nonNull))
        .toList();
  }

  private static List<String> classes(ThroughputRule rule) {
    return Stream.of(
            rule.rows().stream().map(ThroughputRow::jobClass),
            rule.classes().stream().map(ClassProfile::jobClass),
            rule.sharing().stream().map(SharingRow::jobClass),
            rule.sharing().stream().map(SharingRow::beside))
        .flatMap(s -> s)
        .toList();
  }
}
