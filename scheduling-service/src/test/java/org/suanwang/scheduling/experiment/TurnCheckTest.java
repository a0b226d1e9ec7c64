package org.suanwang.scheduling.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.workload.JobTable;

/** Policies that list orders, on jobs whose turns they tell apart too finely to be counted. */
class TurnCheckTest {
  /** Two times of 63 years and three thousand sizes: 2 · 10^9 squared by 3,000 is above 2^63. */
  @Test
  void tooManyTurns_areTold() {
    JobTable.Builder jobs = new JobTable.Builder();
    for (int i = 0; i < 3_000; i++) {
      jobs.add(Jobs.gang("j" + i, 1 + i, i, 2_000_000_000L));
    }
    JobTable table = jobs.build();
    List<Violation> violations = new ArrayList<>();
    TurnCheck.check(
        List.of(
            policy("srtf-preempt-first-fit"),
            policy("srtf+srtf-oracle-preempt-first-fit"),
            policy("srtf+smallest-first+srtf-oracle-preempt-first-fit")),
        table,
        violations);
    assertThat(violations).hasSize(1);
    assertThat(violations.getFirst().value())
        .isEqualTo("srtf+smallest-first+srtf-oracle-preempt-first-fit");
    assertThat(violations.getFirst().rule()).contains("below 2^63");
  }

  private static SchedulingPolicy policy(String name) {
    return Policies.find(name).orElseThrow();
  }
}
