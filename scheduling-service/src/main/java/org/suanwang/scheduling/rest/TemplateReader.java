package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.cluster.DeviceTemplate;
import org.suanwang.scheduling.cluster.FleetLimits;
import org.suanwang.scheduling.workload.TaskRequest;

/** Reads the templates of a device type. */
final class TemplateReader {
  private static final int SOURCE_LENGTH_MAX = 500;

  private TemplateReader() {}

  static List<DeviceTemplate> read(
      Findings findings,
      String field,
      @Nullable List<FleetRequest.@Nullable TemplateRequest> given) {
    List<FleetRequest.@Nullable TemplateRequest> all = Objects.requireNonNullElse(given, List.of());
    boolean holds =
        findings.require(
            all.size() <= DeviceTemplate.TEMPLATES_MAX,
            field,
            all.size(),
            "at most " + DeviceTemplate.TEMPLATES_MAX,
            "give fewer");
    List<DeviceTemplate> read = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < all.size() && holds; i++) {
      FleetRequest.TemplateRequest one = all.get(i);
      String at = field + "[" + i + "]";
      if (one == null) {
        findings.add(at, null, "must be a template", "remove the null");
      } else {
        DeviceTemplate template = template(findings, at, one);
        findings.require(
            names.add(template.name()), at + ".name", one.name(), "must be unique", "rename it");
        read.add(template);
      }
    }
    return read;
  }

  private static DeviceTemplate template(
      Findings findings, String at, FleetRequest.TemplateRequest one) {
    String name = findings.name(at + ".name", one.name(), FleetLimits.NAME_LENGTH_MAX);
    findings.require(
        one.computeMilli() != null && one.memoryMib() != null,
        at,
        one.name(),
        "computeMilli and memoryMib are needed",
        "give both");
    return new DeviceTemplate(
        name,
        findings.whole(at + ".computeMilli", one.computeMilli(), 1, TaskRequest.MILLI - 1, 1),
        findings.whole(at + ".memoryMib", one.memoryMib(), 1, FleetLimits.DEVICE_MEMORY_MIB_MAX, 1),
        findings.name(at + ".source", one.source(), SOURCE_LENGTH_MAX));
  }
}
