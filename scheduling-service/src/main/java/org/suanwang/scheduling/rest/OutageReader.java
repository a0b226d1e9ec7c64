package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.cluster.FleetLimits;
import org.suanwang.scheduling.outage.Level;
import org.suanwang.scheduling.outage.Maintenance;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.outage.Reliability;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Reads an {@link OutageRequest}; what has to do with the fleet is checked when it is known. */
final class OutageReader {
  private static final int NAME_LENGTH_MAX = 100;

  private final Findings findings;

  private OutageReader(Findings findings) {
    this.findings = findings;
  }

  static OutageRule read(Findings findings, @Nullable OutageRequest request) {
    return request == null ? OutageRule.NONE : new OutageReader(findings).readAll(request);
  }

  private OutageRule readAll(OutageRequest request) {
    List<Reliability> reliability = new ArrayList<>();
    List<OutageRequest.@Nullable ReliabilityRequest> rates =
        atMost("outages.reliability", request.reliability(), OutageRule.RELIABILITY_MAX);
    for (int i = 0; i < rates.size(); i++) {
      OutageRequest.ReliabilityRequest one = rates.get(i);
      String field = "outages.reliability[" + i + "]";
      if (findings.require(one != null, field, null, "must not be null", "leave it out")
          && one != null) {
        reliability.add(reliability(field, one));
      }
    }
    List<Maintenance> maintenance = new ArrayList<>();
    List<OutageRequest.@Nullable MaintenanceRequest> plans =
        atMost("outages.maintenance", request.maintenance(), OutageRule.MAINTENANCE_MAX);
    for (int i = 0; i < plans.size(); i++) {
      OutageRequest.MaintenanceRequest one = plans.get(i);
      String field = "outages.maintenance[" + i + "]";
      if (findings.require(one != null, field, null, "must not be null", "leave it out")
          && one != null) {
        maintenance.add(maintenance(field, one));
      }
    }
    Integer retries = request.retriesMax();
    Integer retriesMax =
        retries == null
            ? null
            : findings.whole("outages.retriesMax", retries, 0, OutageRule.RETRIES_MAX, 0);
    return new OutageRule(reliability, maintenance, retriesMax);
  }

  private <T> List<@Nullable T> atMost(
      String field, @Nullable List<@Nullable T> given, int sizeMax) {
    List<@Nullable T> list = Objects.requireNonNullElse(given, List.of());
    boolean holds =
        findings.require(
            list.size() <= sizeMax,
            field,
            list.size() + " entries",
            "at most " + sizeMax,
            "give fewer");
    return holds ? list : List.of();
  }

  private Reliability reliability(String field, OutageRequest.ReliabilityRequest one) {
    Level level =
        Arrays.stream(Level.values())
            .filter(l -> l.name().equals(one.level()))
            .findFirst()
            .orElse(null);
    findings.require(
        level != null,
        field + ".level",
        one.level(),
        "must be one of " + Arrays.toString(Level.values()),
        "use one of them");
    boolean holdsNodes = level != null && level.holdsNodes();
    findings.require(
        !holdsNodes || one.deviceType() == null,
        field + ".deviceType",
        one.deviceType(),
        "a rack, a spine or a hub has no device type",
        "leave it out");
    return new Reliability(
        Objects.requireNonNullElse(level, Level.DEVICE),
        holdsNodes ? null : type(field, one.deviceType()),
        hours(
            field + ".mtbfHours",
            one.mtbfHours(),
            Reliability.MTBF_HOURS_MIN,
            Reliability.MTBF_HOURS_MAX),
        hours(
            field + ".mttrHours",
            one.mttrHours(),
            Reliability.MTTR_HOURS_MIN,
            Reliability.MTTR_HOURS_MAX));
  }

  private double hours(String field, @Nullable Double given, double min, double max) {
    findings.require(given != null, field, null, "is needed", "give it in hours");
    return findings.number(field, given, min, max, min);
  }

  private @Nullable String type(String field, @Nullable String given) {
    return given == null ? null : findings.name(field + ".deviceType", given, NAME_LENGTH_MAX);
  }

  private Maintenance maintenance(String field, OutageRequest.MaintenanceRequest one) {
    TimeSpan span =
        TimeSpan.read(findings, field, one.from(), one.to(), one.fromSeconds(), one.toSeconds());
    Integer nodes = one.nodes();
    return new Maintenance(
        findings.name(field + ".hub", one.hub(), NAME_LENGTH_MAX),
        type(field, one.deviceType()),
        nodes == null ? null : findings.whole(field + ".nodes", nodes, 1, FleetLimits.NODES_MAX, 1),
        span.fromSeconds(),
        span.toSeconds(),
        findings.whole(
            field + ".drainSeconds", one.drainSeconds(), 0, WorkloadLimits.SECONDS_MAX, 0),
        span.ofCalendar());
  }
}
