package org.suanwang.scheduling.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Suggestion;
import org.suanwang.scheduling.check.UnavailableException;
import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.DeviceTypeSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.Background;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.Workload;

/**
 * Device types that throughput may tell of. One table may serve several fleets, so a type need not
 * be of this fleet; but one that nobody ever heard of is misspelt. The catalogue is asked only when
 * nobody else knows one.
 */
final class KnownTypes {
  private static final int VIOLATIONS_MAX = 20;

  private final ThroughputRule rule;
  private final Set<String> known = new TreeSet<>();

  /** Those whose peaks the rule itself tells. */
  KnownTypes(ThroughputRule rule) {
    this.rule = rule;
    addAll(rule.referenceDevices());
  }

  private void addAll(List<DeviceType> types) {
    types.forEach(t -> known.add(t.id()));
  }

  void add(Fleet fleet) {
    addAll(fleet.deviceTypes());
  }

  /** Those that jobs name. */
  void add(Workload workload) {
    for (TaskRequest request : workload.jobs().distinctRequests()) {
      known.addAll(request.deviceTypes());
      String reference = request.referenceDevice();
      if (reference != null) {
        known.add(reference);
      }
    }
    Background background = workload.background();
    if (background != null) {
      known.addAll(background.devices());
    }
  }

  /** Tells of those that nobody knows, each once. */
  void check(DeviceTypeSource catalogue, List<Violation> violations) {
    Map<String, String> unknown = named();
    unknown.keySet().removeAll(known);
    if (unknown.isEmpty()) {
      return;
    }
    String silence = addCatalogue(catalogue);
    unknown.keySet().removeAll(known);
    List<Violation> found = new ArrayList<>();
    unknown.forEach((type, field) -> found.add(violation(field, type, silence)));
    violations.addAll(found.stream().limit(VIOLATIONS_MAX).toList());
    if (found.size() > VIOLATIONS_MAX) {
      violations.add(
          new Violation(
              "throughput",
              found.size() + " device types",
              "are known to nobody",
              "only the first are named"));
    }
  }

  /** Returns what is to be said of a catalogue that does not answer. */
  private String addCatalogue(DeviceTypeSource catalogue) {
    try {
      addAll(catalogue.load().types());
      return "";
    } catch (UnavailableException e) {
      return " (which does not answer)";
    }
  }

  private Violation violation(String field, String type, String silence) {
    return new Violation(
        field,
        type,
        "must be a device type of the fleet, of a job, of the catalogue"
            + silence
            + " or of throughput.referenceDevices",
        Suggestion.remedy(type, known)
            + "; a type of other fleets can be added to throughput.referenceDevices");
  }

  /** By type where it is named first. */
  private Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < rule.rows().size(); i++) {
      add(named, "rows", i, rule.rows().get(i).deviceType());
    }
    for (int i = 0; i < rule.efficiencies().size(); i++) {
      add(named, "efficiencies", i, rule.efficiencies().get(i).deviceType());
    }
    for (int i = 0; i < rule.sharing().size(); i++) {
      add(named, "sharing", i, rule.sharing().get(i).deviceType());
    }
    return named;
  }

  private static void add(
      Map<String, String> named, String list, int index, @Nullable String type) {
    if (type != null) {
      named.putIfAbsent(type, "throughput.%s[%d].deviceType".formatted(list, index));
    }
  }
}
