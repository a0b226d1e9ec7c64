package org.suanwang.scheduling.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Suggestion;
import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.queue.QueueQuota;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.queue.QueueSetting;
import org.suanwang.scheduling.queue.QueueTree;
import org.suanwang.scheduling.queue.QuotaBook;
import org.suanwang.scheduling.workload.Tenant;
import org.suanwang.scheduling.workload.Workload;

/** Checks queues and their quotas against each other, the policy, the fleet and the jobs. */
final class QueueCheck {
  private static final int VIOLATIONS_MAX = 20;
  private static final double MILLI = 1000;

  private final QueueRule rule;
  private final List<Violation> violations;

  private QueueCheck(QueueRule rule, List<Violation> violations) {
    this.rule = rule;
    this.violations = violations;
  }

  /** Whether a policy can do with quotas; what is wrong is told of this field. */
  static void checkPolicy(
      String field, SchedulingPolicy policy, QueueRule rule, List<Violation> violations) {
    if (rule.hasQuotas() && policy.order().sharesTime()) {
      violations.add(
          new Violation(
              field,
              policy.name(),
              "rounds share out device time among jobs and know of no quotas",
              "choose the discipline strict, skip, easy, conservative or preempt, or leave quotas out"));
    } else if (rule.hasQuotas() && !policy.knowsQueues()) {
      violations.add(
          new Violation(
              field,
              policy.name(),
              "preemption beside conservative knows of no quotas: every job has a reservation there,"
                  + " also those of queues that would have to give way",
              "choose the discipline easy, preempt or strict, under which queues take back what is"
                  + " theirs, or leave quotas or preemption out"));
    }
  }

  /** Whether the quotas of queues go together. */
  static void checkQuotas(QueueRule rule, List<Violation> violations) {
    new QueueCheck(rule, violations).checkAgainstEachOther();
  }

  /** Whether a fleet has the device types of the quotas. */
  static void checkFleet(QueueRule rule, Fleet fleet, List<Violation> violations) {
    new QueueCheck(rule, violations).checkTypes(fleet);
  }

  /**
   * Whether every job has a queue, where queues matter.
   *
   * @param isFair whether some policy looks at queues without their being named
   */
  static void checkTenants(
      QueueRule rule, boolean isFair, Workload workload, List<Violation> violations) {
    if (isFair || !rule.queues().isEmpty()) {
      new QueueCheck(rule, violations).check(tenantsOf(workload));
    }
  }

  /** Those of all jobs, generated ones as well. */
  static List<String> tenantsOf(Workload workload) {
    List<String> tenants = new ArrayList<>(workload.jobs().distinctTenants());
    boolean hasGenerated = workload.background() != null && workload.background().jobs() > 0;
    if (hasGenerated && !tenants.contains(Tenant.DEFAULT)) {
      tenants.add(Tenant.DEFAULT);
    }
    return tenants;
  }

  private void checkTypes(Fleet fleet) {
    List<String> known = fleet.deviceTypes().stream().map(DeviceType::id).toList();
    for (int i = 0; i < rule.queues().size(); i++) {
      List<QueueQuota> quotas = rule.queues().get(i).quotas();
      for (int j = 0; j < quotas.size(); j++) {
        String type = quotas.get(j).deviceType();
        if (type != null && fleet.devices(type) == 0) {
          add(
              field(i, j, "deviceType"),
              type,
              "must be a device type of the fleet",
              Suggestion.remedy(type, known));
        }
      }
    }
  }

  private void checkAgainstEachOther() {
    QueueTree tree = new QueueTree(rule, List.of());
    QuotaBook book = new QuotaBook(tree, List.of());
    for (int i = 0; i < rule.queues().size(); i++) {
      List<QueueQuota> quotas = rule.queues().get(i).quotas();
      int queue = tree.require(rule.queues().get(i).path());
      for (int j = 0; j < quotas.size(); j++) {
        checkSum(field(i, j, "nominal"), quotas.get(j), queue, tree, book);
        checkBorrowing(field(i, j, "borrowingLimit"), quotas.get(j), queue, book);
      }
    }
  }

  private void checkSum(String field, QueueQuota quota, int queue, QueueTree tree, QuotaBook book) {
    long below =
        tree.children(queue).stream()
            .mapToLong(child -> book.nominal(child, quota.deviceType()))
            .sum();
    if (below > quota.nominalMilli()) {
      add(
          field,
          quota.nominalMilli() / MILLI,
          "the queues below have %s devices of their own together, which are among them"
              .formatted(below / MILLI),
          "give it at least so many, or leave its quota out: it then has what they have");
    }
  }

  private void checkBorrowing(String field, QueueQuota quota, int queue, QuotaBook book) {
    Long limit = quota.borrowingMilli();
    long most = book.mostBorrowed(queue, quota.deviceType());
    if (limit != null && limit > Math.max(0, most)) {
      add(
          field,
          limit / MILLI,
          "is more than the other queues beside it and above ever lend, which is %s devices"
              .formatted(Math.max(0, most) / MILLI),
          "lower it, or leave it out to borrow whatever there is");
    }
  }

  private void check(List<String> tenants) {
    QueueTree named = new QueueTree(rule, List.of());
    QueueTree tree = new QueueTree(rule, tenants);
    if (tree.size() - 1 > QueueRule.QUEUES_MAX) {
      add(
          "jobs.tenant",
          tree.size() - 1 + " queues",
          "at most " + QueueRule.QUEUES_MAX + " queues, those of the jobs among them",
          "choose a policy of fairness none without queues, or fewer tenants");
      return;
    }
    int found = 0;
    for (String tenant : tenants) {
      boolean isKnown = rule.queues().isEmpty() || isInOrBelow(tenant, named);
      boolean isLeaf = tree.isLeaf(tree.require(tenant));
      if ((!isKnown || !isLeaf) && found++ < VIOLATIONS_MAX) {
        addTenant(tenant, isKnown);
      }
    }
    if (found > VIOLATIONS_MAX) {
      add("jobs.tenant", found + " tenants", "have no queue", "only the first are named");
    }
  }

  private void addTenant(String tenant, boolean isKnown) {
    if (isKnown) {
      add(
          "jobs.tenant",
          tenant,
          "a queue with others below it takes no jobs of its own",
          "give its jobs a queue below it, as " + tenant + Tenant.SEPARATOR + "other");
    } else {
      add(
          "jobs.tenant",
          tenant,
          "must be one of the queues that are named, or lie below one",
          "name it among queues, or: "
              + Suggestion.remedy(tenant, rule.queues().stream().map(QueueSetting::path).toList()));
    }
  }

  private static boolean isInOrBelow(String tenant, QueueTree named) {
    @Nullable String at = tenant;
    while (at != null) {
      if (named.find(at).filter(named::isNamed).isPresent()) {
        return true;
      }
      at = Tenant.above(at);
    }
    return false;
  }

  private static String field(int queue, int quota, String name) {
    return "queues[%d].quotas[%d].%s".formatted(queue, quota, name);
  }

  private void add(String field, @Nullable Object value, String told, String remedy) {
    violations.add(new Violation(field, Objects.toString(value), told, remedy));
  }
}
