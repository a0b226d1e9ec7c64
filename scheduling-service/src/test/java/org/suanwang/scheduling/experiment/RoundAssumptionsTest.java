package org.suanwang.scheduling.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

class RoundAssumptionsTest {
  private static List<String> told(String policy, Job... jobs) {
    JobTable table = Jobs.table(jobs);
    var input =
        new SimulationInput(
            new FleetLayout(Fleets.single(1, 8)),
            table,
            Policies.find(policy).orElseThrow(),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON);
    return RoundAssumptions.of(input, List.of());
  }

  private static Job elastic(String id) {
    Job job = Jobs.gang(id, 4, 0, 10);
    return job.withTerms(job.terms().withTasksMin(2));
  }

  @Test
  void whatRoundsDoNotKnow_isToldWithHowManyJobsSayIt() {
    Job kept = whole("b", 1, 0, 1);
    Job urgent = kept.withTerms(kept.terms().withPriority(3));
    assertThat(told("gavel-las-rounds-first-fit", elastic("a"), urgent, whole("c", 1, 0, 1)))
        .containsExactlyInAnyOrder(
            "1 jobs have a priority, of which policies in rounds know nothing",
            "1 jobs are elastic, of which policies in rounds know nothing");
  }

  @Test
  void otherPolicies_andJobsThatSayNothing_haveNoneOfThese() {
    assertThat(told("fifo-first-fit", elastic("a"))).isEmpty();
    assertThat(told("gandiva-rounds-best-fit", whole("c", 1, 0, 1))).isEmpty();
  }
}
