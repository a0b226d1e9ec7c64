package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.cluster.FleetLimits;
import org.suanwang.scheduling.workload.JobEnding;
import org.suanwang.scheduling.workload.JobTerms;
import org.suanwang.scheduling.workload.Tenant;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Reads what a request says of a job beside its work. */
final class TermsReader {
  private final Findings findings;
  private final String field;

  TermsReader(Findings findings, String field) {
    this.findings = findings;
    this.field = field;
  }

  JobTerms read(WorkloadRequest.JobRequest job, int tasks) {
    return new JobTerms(
        seconds("estimateSeconds", job.estimateSeconds()),
        Objects.requireNonNullElse(job.priority(), 0),
        !Boolean.FALSE.equals(job.preemptible()),
        tenant(job.tenant()),
        seconds("deadlineSeconds", job.deadlineSeconds()),
        seconds("startTimeoutSeconds", job.startTimeoutSeconds()),
        seconds("cancelAfterSeconds", job.cancelAfterSeconds()),
        ending(job.ending()),
        tasksMin(job.tasksMin(), tasks),
        deferrable(job.deferrable()),
        startNodes(job, tasks));
  }

  private List<String> startNodes(WorkloadRequest.JobRequest job, int tasks) {
    List<@Nullable String> given = Objects.requireNonNullElse(job.startNodes(), List.of());
    if (given.isEmpty()) {
      return List.of();
    }
    String at = field + ".startNodes";
    boolean holds =
        findings.require(
            given.size() == 1 || given.size() == tasks,
            at,
            given.size() + " nodes",
            "must be one for each of the %d tasks, or one for all".formatted(tasks),
            "name a node twice for two tasks");
    holds &=
        findings.require(
            job.data() == null,
            at,
            given.getFirst(),
            "cannot be given together with data, which may not be there",
            "use one of them");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < given.size() && !findings.isFull(); i++) {
      names.add(findings.name(at + "[" + i + "]", given.get(i), FleetLimits.NODE_NAME_LENGTH_MAX));
    }
    return holds && !findings.isFull() ? names : List.of();
  }

  private @Nullable Long deferrable(WorkloadRequest.@Nullable DeferrableRequest given) {
    if (given == null) {
      return null;
    }
    String at = "deferrable.untilSeconds";
    Long until = given.untilSeconds();
    findings.require(
        until != null, field + "." + at, null, "is required", "give a number of seconds from 1");
    return seconds(at, until);
  }

  private @Nullable Long seconds(String name, @Nullable Long given) {
    return given == null
        ? null
        : findings.whole(field + "." + name, given, 1, WorkloadLimits.SECONDS_MAX, 1);
  }

  private @Nullable Integer tasksMin(@Nullable Integer given, int tasks) {
    if (given == null) {
      return null;
    }
    boolean holds =
        findings.require(
            given >= 1 && given <= tasks,
            field + ".tasksMin",
            given,
            "must be 1 to the %d tasks of the job".formatted(tasks),
            "leave it out for a job that wants all");
    return holds ? given : null;
  }

  private JobEnding ending(@Nullable String given) {
    JobEnding ending = given == null ? JobEnding.COMPLETES : JobEnding.find(given).orElse(null);
    findings.require(
        ending != null,
        field + ".ending",
        given,
        "must be one of " + Arrays.stream(JobEnding.values()).map(JobEnding::word).toList(),
        "leave it out for completes");
    return Objects.requireNonNullElse(ending, JobEnding.COMPLETES);
  }

  private String tenant(@Nullable String given) {
    String tenant = Objects.requireNonNullElse(given, Tenant.DEFAULT);
    boolean holds =
        findings.require(
            Tenant.isPath(tenant),
            field + ".tenant",
            given,
            Tenant.RULE,
            "write research/vision, or leave it out for " + Tenant.DEFAULT);
    return holds ? tenant : Tenant.DEFAULT;
  }
}
