package org.suanwang.scheduling.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.experiment.SimulationSpec;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.outage.Level;
import org.suanwang.scheduling.outage.Maintenance;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.outage.Reliability;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;

/** What was kept before jobs had estimates is read as what it meant. */
class DocumentsTest {
  private final ObjectMapper mapper =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
  private final Documents documents = new Documents(mapper);

  private String without(Object value, List<String> fields) throws JsonProcessingException {
    ObjectNode tree = (ObjectNode) mapper.readTree(documents.render(value));
    assertThat(tree.fieldNames()).toIterable().containsAll(fields);
    return tree.without(fields).toString();
  }

  @Test
  void specificationKept_comesBack() throws JsonProcessingException {
    SimulationSpec spec =
        spec(
            7L,
            new CheckpointRule(1, 2, 3),
            new OutageRule(
                List.of(new Reliability(Level.NODE, "a", 100, 2)),
                List.of(new Maintenance("h", null, 1, 5, 9, true)),
                3));
    assertThat(documents.load(documents.render(spec), SimulationSpec.class)).isEqualTo(spec);
  }

  private static SimulationSpec spec(long minRunSeconds, CheckpointRule rule, OutageRule outages) {
    return new SimulationSpec(
        "f",
        "w",
        "fifo-first-fit",
        42,
        0,
        null,
        1,
        false,
        9,
        null,
        EstimateRule.RUN_ON,
        minRunSeconds,
        rule,
        outages,
        SchedulingPolicy.HALF_LIFE_SECONDS_DEFAULT,
        QueueRule.NONE,
        ThroughputRule.NONE,
        ReservationRule.NONE);
  }

  @Test
  void specificationKeptBefore_letsJobsRunOnAndInterruptsThemForNothing()
      throws JsonProcessingException {
    SimulationSpec spec = spec(0, CheckpointRule.FREE, OutageRule.NONE);
    String kept =
        without(
            spec,
            List.of("backfillDepth", "estimateRule", "minRunSeconds", "checkpointRule", "outages"));
    assertThat(documents.load(kept, SimulationSpec.class)).isEqualTo(spec);
  }

  @Test
  void metricsKeptBefore_killedNobody() throws JsonProcessingException {
    Runner run =
        Runner.run(Fleets.single(1, 1), Jobs.table(Jobs.whole("a", 1, 0, 5)), "fifo-first-fit");
    RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, 5, 1);
    String kept =
        without(
            metrics,
            List.of(
                "jobsKilled",
                "preemptions",
                "lostDeviceHours",
                "jobsFailed",
                "jobFailures",
                "downDeviceHours"));
    assertThat(documents.load(kept, RunMetrics.class)).isEqualTo(metrics);
  }
}
