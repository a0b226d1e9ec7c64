package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.queue.QueueQuota;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.queue.QueueSetting;
import org.suanwang.scheduling.workload.Tenant;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Reads what a request says of queues; what has to do with fleet and jobs is checked later. */
final class QueueReader {
  private static final int QUOTAS_MAX = WorkloadLimits.DEVICE_TYPES_MAX + 1;
  private static final double MILLI = 1000;
  private static final double TOLERANCE = 1e-6;

  private final Findings findings;
  private final Set<String> paths = new HashSet<>();

  private QueueReader(Findings findings) {
    this.findings = findings;
  }

  static QueueRule read(Findings findings, @Nullable List<@Nullable QueueRequest> given) {
    return given == null ? QueueRule.NONE : new QueueReader(findings).readAll(given);
  }

  private QueueRule readAll(List<@Nullable QueueRequest> given) {
    boolean holds =
        findings.require(
            given.size() <= QueueRule.QUEUES_MAX,
            "queues",
            given.size() + " queues",
            "at most " + QueueRule.QUEUES_MAX,
            "name fewer");
    List<QueueSetting> queues = new ArrayList<>();
    for (int i = 0; i < given.size() && holds && !findings.isFull(); i++) {
      QueueRequest one = given.get(i);
      String field = "queues[" + i + "]";
      if (one == null) {
        findings.add(field, null, "must be a queue", "remove the null");
      } else {
        queues.add(queue(field, one));
      }
    }
    return new QueueRule(queues);
  }

  private QueueSetting queue(String field, QueueRequest one) {
    String path = Objects.requireNonNullElse(one.path(), "");
    boolean isPath =
        findings.require(
            Tenant.isPath(path),
            field + ".path",
            one.path(),
            Tenant.RULE,
            "write research, or research/vision for a queue below it");
    if (isPath && !paths.add(path)) {
      findings.add(field + ".path", path, "is named already", "say all of a queue in one place");
    }
    double weight =
        findings.number(
            field + ".weight",
            one.weight(),
            QueueSetting.WEIGHT_MIN,
            QueueSetting.WEIGHT_MAX,
            QueueSetting.WEIGHT_DEFAULT);
    return new QueueSetting(path, weight, quotas(field + ".quotas", one.quotas()));
  }

  private List<QueueQuota> quotas(
      String field, @Nullable List<QueueRequest.@Nullable QuotaRequest> given) {
    List<QueueRequest.@Nullable QuotaRequest> all = Objects.requireNonNullElse(given, List.of());
    boolean holds =
        findings.require(
            all.size() <= QUOTAS_MAX,
            field,
            all.size() + " quotas",
            "at most " + QUOTAS_MAX,
            "give fewer");
    List<QueueQuota> quotas = new ArrayList<>();
    Set<String> types = new HashSet<>();
    for (int i = 0; i < all.size() && holds; i++) {
      QueueRequest.QuotaRequest one = all.get(i);
      String at = field + "[" + i + "]";
      if (one == null) {
        findings.add(at, null, "must be a quota", "remove the null");
      } else if (types.add(Objects.requireNonNullElse(one.deviceType(), ""))) {
        quotas.add(quota(at, one));
      } else {
        findings.add(
            at + ".deviceType",
            one.deviceType(),
            "has a quota in this queue already",
            "give one quota for each type, and one without a type for all together");
      }
    }
    return quotas;
  }

  private QueueQuota quota(String field, QueueRequest.QuotaRequest one) {
    String type =
        one.deviceType() == null
            ? null
            : findings.name(
                field + ".deviceType", one.deviceType(), WorkloadLimits.NAME_LENGTH_MAX);
    findings.require(
        one.nominal() != null, field + ".nominal", null, "is needed", "0 for none of its own");
    long nominal = milli(field + ".nominal", Objects.requireNonNullElse(one.nominal(), 0.0));
    Long lending = optional(field + ".lendingLimit", one.lendingLimit());
    boolean holds =
        findings.require(
            lending == null || lending <= nominal,
            field + ".lendingLimit",
            one.lendingLimit(),
            "must be at most nominal: a queue lends of its own only",
            "leave it out to lend all of it");
    Long borrowing = optional(field + ".borrowingLimit", one.borrowingLimit());
    return new QueueQuota(type, nominal, borrowing, holds ? lending : null);
  }

  private @Nullable Long optional(String field, @Nullable Double devices) {
    return devices == null ? null : (Long) milli(field, devices);
  }

  private long milli(String field, double devices) {
    double checked = findings.number(field, devices, 0, WorkloadLimits.TASKS_MAX, 0);
    double milli = checked * MILLI;
    findings.require(
        Math.abs(milli - Math.rint(milli)) < TOLERANCE,
        field,
        devices,
        "must be in steps of 0.001 devices",
        "round it");
    return (long) Math.rint(milli);
  }
}
