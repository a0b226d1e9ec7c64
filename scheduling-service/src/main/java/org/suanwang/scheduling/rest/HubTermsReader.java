package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.network.LatencyBound;
import org.suanwang.scheduling.network.NetworkLimits;
import org.suanwang.scheduling.network.Thousandths;
import org.suanwang.scheduling.workload.HubTerms;
import org.suanwang.scheduling.workload.JobData;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Reads what a request says of the hubs in which a job may run. */
final class HubTermsReader {
  private final Findings findings;
  private final String field;

  HubTermsReader(Findings findings, String field) {
    this.findings = findings;
    this.field = field;
  }

  HubTerms read(WorkloadRequest.JobRequest job) {
    return new HubTerms(latency(job.latency()), data(job.data()));
  }

  /** From where something is used, and how far away it may run; null when nothing is said. */
  @Nullable LatencyBound latency(WorkloadRequest.@Nullable LatencyRequest given) {
    if (given == null) {
      return null;
    }
    String at = field + ".latency.roundTripMillisMax";
    findings.require(
        given.roundTripMillisMax() != null, at, null, "is required", "say how many milliseconds");
    return new LatencyBound(
        name(".latency.from", given.from()),
        findings.number(at, given.roundTripMillisMax(), 0, NetworkLimits.ROUND_TRIP_MILLIS_MAX, 0));
  }

  private @Nullable JobData data(WorkloadRequest.@Nullable DataRequest given) {
    if (given == null) {
      return null;
    }
    String at = field + ".data.gigabytes";
    Double gigabytes = given.gigabytes();
    double min = 1e-3;
    long megabytes =
        gigabytes == null ? -1 : Thousandths.of(gigabytes, min, NetworkLimits.GIGABYTES_MAX);
    findings.require(
        megabytes > 0,
        at,
        gigabytes,
        Thousandths.RULE.formatted(min, NetworkLimits.GIGABYTES_MAX),
        "say how many 10⁹ byte it is");
    return new JobData(
        name(".data.id", given.id()),
        name(".data.hub", given.hub()),
        Math.max(1, megabytes),
        residency(given.residency()));
  }

  private @Nullable List<String> residency(@Nullable List<@Nullable String> given) {
    if (given == null) {
      return null;
    }
    findings.require(
        given.size() <= NetworkLimits.RESIDENCY_MAX,
        field + ".data.residency",
        given.size() + " hubs",
        "at most " + NetworkLimits.RESIDENCY_MAX,
        "name fewer, or leave it out for any");
    List<String> hubs = new ArrayList<>();
    for (int i = 0; i < given.size() && !findings.isFull(); i++) {
      hubs.add(name(".data.residency[" + i + "]", given.get(i)));
    }
    return hubs;
  }

  private String name(String name, @Nullable String given) {
    return findings.name(field + name, given, WorkloadLimits.NAME_LENGTH_MAX);
  }
}
