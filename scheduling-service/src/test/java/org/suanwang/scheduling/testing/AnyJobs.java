package org.suanwang.scheduling.testing;

import java.util.List;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;

/** The listed policies that take jobs of any kind: those that share out time want whole devices. */
public final class AnyJobs {
  private AnyJobs() {}

  public static List<SchedulingPolicy> policies() {
    return Policies.all().stream().filter(p -> !p.order().sharesTime()).toList();
  }
}
