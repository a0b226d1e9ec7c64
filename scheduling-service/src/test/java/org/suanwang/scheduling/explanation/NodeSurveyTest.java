package org.suanwang.scheduling.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.explanation.Explained.decisions;
import static org.suanwang.scheduling.explanation.Explained.startOf;
import static org.suanwang.scheduling.explanation.Explained.waitOf;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.policy.ScorePart;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Why nodes refuse a job, and what their scores are made of. */
class NodeSurveyTest {
  @Test
  void everyGroundOfRefusal_isToldWithItsNodes() {
    TaskRequest wanted = new TaskRequest(2, 0, 4000, 3000, List.of("a"), null);
    Fleet fleet =
        Fleets.of(
            Fleets.hub(
                "here",
                new Pool("a", 2, 1, 0, 0, null),
                new Pool("a", 3, 2, 1000, 0, null),
                new Pool("a", 4, 2, 0, 1000, null),
                new Pool("a", 1, 2, 0, 0, null),
                Fleets.pool("b", 5, 8)),
            Fleets.hub("there", Fleets.pool("a", 6, 8)));
    Job job = new Job("j", "test", "here", true, 1, wanted, 1, 10);
    JobTable jobs =
        Jobs.table(
            new Job(
                "full",
                "test",
                "here",
                true,
                1,
                new TaskRequest(2, 0, 5000, 3000, List.of("a"), null),
                0,
                1000),
            job);
    ExplainedDecision blocked = decisions(fleet, jobs, "fifo-first-fit", 1).getFirst();
    assertThat(blocked.refusals())
        .isEqualTo(
            Map.of(
                NodeRefusal.OTHER_DEVICE_TYPE, 5,
                NodeRefusal.OTHER_REGION, 6,
                NodeRefusal.INSUFFICIENT_DEVICES, 3,
                NodeRefusal.INSUFFICIENT_CPU, 3,
                NodeRefusal.INSUFFICIENT_MEMORY, 4));
    JobTable spread =
        Jobs.table(
            Jobs.share("s", 300, 0, 1000),
            Jobs.share("t", 800, 0, 1000),
            Jobs.whole("w", 1, 1, 10));
    assertThat(decisions(Fleets.single(1, 2), spread, "fifo-worst-fit", 2).getFirst().refusals())
        .isEqualTo(Map.of(NodeRefusal.INSUFFICIENT_DEVICES, 1));
    JobTable halves =
        Jobs.table(
            Jobs.share("s", 400, 0, 1000),
            Jobs.share("t", 601, 0, 1000),
            Jobs.whole("w", 1, 1, 10));
    assertThat(decisions(Fleets.single(1, 2), halves, "fifo-first-fit", 2).getFirst().refusals())
        .isEqualTo(Map.of(NodeRefusal.INSUFFICIENT_DEVICES, 1));
    JobTable broken =
        Jobs.table(
            Jobs.share("s", 400, 0, 1000),
            Jobs.share("t", 700, 0, 1000),
            Jobs.whole("w", 1, 1, 10));
    assertThat(decisions(Fleets.single(1, 3), broken, "fifo-first-fit", 2).getFirst().refusals())
        .isEmpty();
  }

  @Test
  void capacityInPieces_isFragmented() {
    JobTable jobs =
        Jobs.table(
            Jobs.share("s", 600, 0, 1000),
            Jobs.share("t", 700, 0, 1000),
            Jobs.share("u", 600, 0, 1000),
            Jobs.whole("w", 1, 1, 10));
    ExplainedDecision blocked =
        decisions(Fleets.single(1, 3), jobs, "fifo-first-fit", 3).getFirst();
    assertThat(blocked.refusals()).isEqualTo(Map.of(NodeRefusal.FRAGMENTED_DEVICES, 1));
    assertThat(waitOf(blocked).reason()).isEqualTo(WaitReason.FRAGMENTED_DEVICES);
  }

  @Test
  void everyScore_saysWhatItIsMadeOf() {
    JobTable jobs = Jobs.table(Jobs.whole("a", 1, 0, 100), Jobs.share("b", 500, 1, 100));
    Map<String, List<String>> parts =
        Map.of(
            "fifo-first-fit", List.of("place-in-fleet"),
            "fifo-best-fit", List.of("free-device-capacity", "free-cpu"),
            "fifo-balanced-best-fit", List.of("cpu-left", "devices-left", "place-in-order"),
            "fifo-worst-fit", List.of("cpu-left", "devices-left", "place-in-order"),
            "fifo-dot-product", List.of("cpu-product", "devices-product", "place-in-order"),
            "fifo-device-packing", List.of("place-in-order"),
            "fifo-device-clustering", List.of("company", "used", "place-in-order"),
            "fifo-fragmentation-gradient-descent",
                List.of("fragment-before", "fragment-after", "place-in-order"));
    parts.forEach(
        (policy, names) -> {
          ExplainedDecision decision = decisions(Fleets.single(3, 4), jobs, policy, 1).getLast();
          Ranking ranking = startOf(decision).ranking();
          assertThat(ranking.chosen().getFirst().parts().stream().map(ScorePart::name).toList())
              .as(policy)
              .isEqualTo(names);
          assertThat(ranking.runnersUp()).hasSize(2);
          assertThat(ranking.chosen().getFirst().score())
              .isGreaterThanOrEqualTo(ranking.runnersUp().getFirst().score());
        });
  }
}
