package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Fleets.hub;
import static org.suanwang.scheduling.testing.Fleets.pool;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;
import static org.suanwang.scheduling.testing.Networks.link;
import static org.suanwang.scheduling.testing.Networks.near;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.testing.AnyJobs;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.JobTable;

/**
 * The tiers of 1, 5 and 20 ms of a compute network: a city, its surroundings, the country. Of the
 * island nobody told how far it is.
 */
class LatencyTest {
  private static final Fleet TIERS =
      Fleets.of(
              hub("island", pool("a", 1, 8)),
              hub("west", pool("a", 1, 8)),
              hub("near", pool("a", 1, 4)),
              hub("city", pool("a", 1, 2)))
          .withLinks(
              List.of(
                  link("city", "near", 5, 100),
                  link("west", "city", 20, 100),
                  link("near", "west", 16, 100)));

  private static String hubOf(double millisMax, int devices, String policy) {
    Runner run =
        Runner.run(TIERS, table(near(whole("j", devices, 0, 9), "city", millisMax)), policy);
    String log = run.log();
    return log.contains(" on ") ? log.substring(log.indexOf(" on ") + 4, log.indexOf("/a")) : log;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, city",
    "4.99, 2, city",
    "5, 2, near",
    "5, 4, near",
    "19.9, 4, near",
    "20, 4, west",
    "20, 8, west"
  })
  void job_runsInTheFirstHubThatIsNearEnough(double millisMax, int devices, String hub) {
    assertThat(hubOf(millisMax, devices, "fifo-first-fit")).isEqualTo(hub);
  }

  /** The nearest that has room; the west, at the bound, is better than to wait. */
  @Test
  void jobsUnderNearestHub_goOutwardsAsHubsFillUp() {
    Runner run =
        Runner.run(
            TIERS,
            table(
                near(whole("one", 2, 0, 10), "city", 20),
                near(whole("two", 4, 1, 10), "city", 20),
                near(whole("three", 4, 2, 10), "city", 20),
                near(whole("four", 2, 11, 10), "west", 30)),
            "fifo-nearest-hub");
    assertThat(run.log())
        .contains("0 STARTED one on city/a")
        .contains("1 STARTED two on near/a")
        .contains("2 STARTED three on west/a")
        .contains("11 STARTED four on west/a");
  }

  /** 16 of 20 ms away is 20 of 100, not 100; the west is left with 25 more of 100 by worst fit. */
  @Test
  void nearnessBesideAnotherScore_countsByItsWeight() {
    JobTable jobs = table(near(whole("one", 1, 0, 10), "near", 20));
    assertThat(Runner.run(TIERS, jobs, "fifo-worst-fit*4+nearest-hub").log())
        .contains("STARTED one on west/a");
    assertThat(Runner.run(TIERS, jobs, "fifo-worst-fit+nearest-hub").log())
        .contains("STARTED one on near/a");
  }

  /** 0.5 s after the other the city is full; the island is not waited for, and never taken. */
  @Test
  void jobsForTheCity_queueThereThoughOthersAreFree() {
    Runner run =
        Runner.run(
            TIERS,
            table(near(whole("one", 2, 0, 10), "city", 1), near(whole("two", 2, 0, 10), "city", 1)),
            "fifo-easy-first-fit");
    assertThat(run.start("one")).isZero();
    assertThat(run.start("two")).isEqualTo(10);
    assertThat(run.outcomes.reason(run.row("two"))).isEqualTo(WaitReason.INSUFFICIENT_DEVICES);
  }

  @Test
  void jobThatNoNearHubHolds_isRejectedForItsLatency_underEveryPolicy() {
    for (SchedulingPolicy policy : AnyJobs.policies()) {
      Runner run =
          Runner.run(
              TIERS,
              table(
                  near(gang("far", 8, 0, 9), "city", 19),
                  near(gang("unknown", 1, 0, 9), "nowhere", 10_000),
                  near(gang("large", 9, 0, 9), "city", 20),
                  near(gang("well", 8, 0, 9), "city", 20)),
              policy.name());
      assertThat(run.outcomes.reason(run.row("far"))).isEqualTo(WaitReason.LATENCY_TOO_HIGH);
      assertThat(run.outcomes.reason(run.row("unknown"))).isEqualTo(WaitReason.LATENCY_TOO_HIGH);
      assertThat(run.outcomes.reason(run.row("large"))).isEqualTo(WaitReason.NEVER_FITS);
      assertThat(run.outcomes.state(run.row("well"))).isEqualTo(JobState.COMPLETED);
    }
  }
}
