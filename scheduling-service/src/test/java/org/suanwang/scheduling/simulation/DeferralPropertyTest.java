package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.energy.EnergyTerms;
import org.suanwang.scheduling.energy.Tariff;
import org.suanwang.scheduling.policy.Deferral;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** What must hold for every input in which jobs are put off. */
class DeferralPropertyTest {
  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, 15)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                        "fifo-best-fit",
                        "sjf-skip-first-fit",
                        "fifo-easy-best-fit",
                        "fifo-conservative-first-fit",
                        "priority-preempt-best-fit",
                        "fair-share-fifo-best-fit")
                    .map(policy -> Arguments.of(seed, policy)));
  }

  private static Fleet withTariffs(Fleet fleet, int seed) {
    List<Hub> hubs = new ArrayList<>();
    for (Hub hub : fleet.hubs()) {
      int from = (seed + hubs.size()) % 20;
      Tariff tariff = new Tariff(DeferralTest.day(1, 0.3, from, from + 3), "drawn");
      EnergyTerms terms = new EnergyTerms("Asia/Shanghai", List.of(), tariff, List.of(), List.of());
      hubs.add(new Hub(hub.id(), hub.name(), 1.3, hub.pools(), null, terms));
    }
    return new Fleet(fleet.name(), hubs, fleet.deviceTypes(), null);
  }

  /** Times a hundredfold, so that they last for days; every second job may be put off. */
  private static JobTable slower(JobTable jobs, boolean mayBePutOff) {
    JobTable.Builder slower = new JobTable.Builder();
    for (Job job : jobs.toList()) {
      boolean isOne = mayBePutOff && job.submitSeconds() % 2 == 0;
      slower.add(
          Jobs.like(job, job.request(), job.submitSeconds() * 100, job.work() * 100)
              .withTerms(
                  job.terms()
                      .withEstimate(null)
                      .withDeferrable(isOne ? 7 * DeferralTest.HOUR + job.submitSeconds() : null)));
    }
    return slower.build();
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void randomRun_keepsAllInvariantsAndStartsNobodyBeforeItsHour(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = withTariffs(draw.drawFleet(), seed);
    JobTable plain = draw.drawLeaving(draw.drawPlans(draw.drawJobs(80)));
    JobTable jobs = slower(plain, true);
    SimulationInput input = DeferralTest.input(fleet, jobs, policy, Deferral.CHEAPEST_TARIFF);
    Invariants invariants = new Invariants(input.layout(), jobs);
    Runner run = Runner.run(input, invariants);
    invariants.checkEmptyEnd();
    assertThat(Runner.run(input).hash).as("same input, same log").isEqualTo(run.hash);
    StartChoice choice = new StartChoice(input, input.admission());
    for (int job = 0; job < jobs.size(); job++) {
      long join = choice.joinSeconds(job);
      assertThat(join)
          .isBetween(
              jobs.submitSeconds(job), jobs.submitSeconds(job) + jobs.deferrableSeconds(job));
      if (run.outcomes.startSeconds(job) >= 0) {
        assertThat(run.outcomes.startSeconds(job)).as(jobs.id(job)).isGreaterThanOrEqualTo(join);
      }
    }
    assertThat(Runner.run(DeferralTest.input(fleet, jobs, policy, Deferral.NONE)).hash)
        .as("nobody is put off unless the policy does so")
        .isEqualTo(
            Runner.run(
                    DeferralTest.input(
                        fleet, slower(plain, false), policy, Deferral.CHEAPEST_TARIFF))
                .hash);
  }
}
