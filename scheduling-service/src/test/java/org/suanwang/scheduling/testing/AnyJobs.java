package org.suanwang.scheduling.testing;

import java.util.List;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;

/**
 * The listed policies that go with all that jobs and queues may ask for; those in rounds do not.
 */
public final class AnyJobs {
  private AnyJobs() {}

  public static List<SchedulingPolicy> policies() {
    return Policies.all().stream().filter(p -> !p.order().sharesTime()).toList();
  }
}
