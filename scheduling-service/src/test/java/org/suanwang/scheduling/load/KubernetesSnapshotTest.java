package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.scheduling.load.KubernetesLists.A100;
import static org.suanwang.scheduling.load.KubernetesLists.GPU;
import static org.suanwang.scheduling.load.KubernetesLists.NOW;
import static org.suanwang.scheduling.load.KubernetesLists.asks;
import static org.suanwang.scheduling.load.KubernetesLists.completed;
import static org.suanwang.scheduling.load.KubernetesLists.fleet;
import static org.suanwang.scheduling.load.KubernetesLists.job;
import static org.suanwang.scheduling.load.KubernetesLists.list;
import static org.suanwang.scheduling.load.KubernetesLists.node;
import static org.suanwang.scheduling.load.KubernetesLists.pending;
import static org.suanwang.scheduling.load.KubernetesLists.pod;
import static org.suanwang.scheduling.load.KubernetesLists.read;
import static org.suanwang.scheduling.load.KubernetesLists.running;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.testing.Runner;

/** A cluster as it stands at a moment, and what becomes of it, worked out by hand. */
class KubernetesSnapshotTest {
  /**
   * Two full nodes: one pod has 10 of its 24 hours left, the other 20. The pods that wait come
   * after them whatever the order of the queue, though one is shorter wait and older than what
   * runs.
   */
  private static final String FULL =
      list(
          node("n0", A100, GPU, 8),
          node("n1", A100, GPU, 8),
          pending("late", 8, "2026-11-30T11:00:00Z"),
          running("long", "n0", 8, "2026-11-30T08:00:00Z"),
          running("short", "n1", 8, "2026-11-29T22:00:00Z"),
          pending("early", 8, "2026-11-30T10:00:00Z")
              .replace("\"restartPolicy\"", "\"priority\": 1000, \"restartPolicy\""),
          completed("done"),
          running("exporter", "n0", 0, "2026-10-01T12:00:00Z")
              .replace(
                  "\"labels\": {}",
                  "\"ownerReferences\": [{\"apiVersion\": \"apps/v1\", \"kind\": \"DaemonSet\"}]"));

  @ParameterizedTest
  @ValueSource(
      strings = {"fifo-first-fit", "sjf-best-fit", "priority-first-fit", "fifo-easy-first-fit"})
  void podThatWaits_startsWhenOneThatRunsHasEnded(String policy) {
    RecordedWorkload read = read(FULL, "runSeconds", "86400");
    assertThat(read.epoch()).as("the latest heartbeat").isEqualTo(Instant.parse(NOW));
    assertThat(read.leftOut())
        .containsExactly(
            Map.entry("had ended before the snapshot", 1),
            Map.entry("of its node (DaemonSet or static)", 1));
    assertThat(read.changed()).isEmpty();
    Fleet two = fleet(FULL).fleet();
    Runner run = Runner.run(two, read.jobs(), policy);
    assertThat(run.start("team/long")).isZero();
    assertThat(run.start("team/short")).isZero();
    assertThat(run.outcomes.endSeconds(run.row("team/short"))).isEqualTo(10 * 3600);
    assertThat(run.outcomes.endSeconds(run.row("team/long"))).isEqualTo(20 * 3600);
    assertThat(run.start("team/early")).isEqualTo(10 * 3600);
    assertThat(run.start("team/late")).isEqualTo(20 * 3600);
  }

  @Test
  void moment_mayBeTold() {
    RecordedWorkload read = read(FULL, "runSeconds", "86400", "at", "2026-11-30T20:00:00+08:00");
    assertThat(read.epoch()).isEqualTo(Instant.parse(NOW));
    assertThat(job(read, "team/short").work()).isEqualTo(10 * 3600);
    RecordedWorkload later = read(FULL, "runSeconds", "86400", "at", "2026-11-30T21:00:00Z");
    assertThat(job(later, "team/short").work()).isEqualTo(3600);
    assertThatThrownBy(() -> read(FULL, "at", NOW)).hasMessageContaining("needs runSeconds");
    assertThatThrownBy(() -> read(FULL, "at", "noon", "runSeconds", "1"))
        .hasMessageContaining("date and time");
    assertThatThrownBy(() -> read(FULL, "at", "2026-11-30T10:30:00Z", "runSeconds", "1"))
        .hasMessageContaining("creationTimestamp = 2026-11-30T11:00:00Z: must not be after");
  }

  /** Sixty days into its day it runs a day more, unless Kubernetes stops it before. */
  @Test
  void podThatRanLonger_runsAsLongAgainAndIsCounted() {
    String overdue = running("old", "n0", 8, "2026-10-01T12:00:00Z");
    String dying =
        running("dying", "n1", 8, "2026-11-28T12:00:00Z")
            .replace("\"restartPolicy\"", "\"activeDeadlineSeconds\": 180000, \"restartPolicy\"");
    String text = list(node("n0", A100, GPU, 8), node("n1", A100, GPU, 8), overdue, dying);
    RecordedWorkload read = read(text, "runSeconds", "86400");
    assertThat(job(read, "team/old").work()).isEqualTo(86_400);
    assertThat(job(read, "team/dying").work()).isEqualTo(180_000 - 2 * 86_400);
    assertThat(read.changed())
        .containsExactly(Map.entry("had run for runSeconds already: runs for as long again", 2));
  }

  /**
   * First fit would put all of them on the first node. The pod that asks for no device lies beside
   * devices; a gang of pods without devices on two kinds of nodes is two jobs.
   */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-first-fit", "sjf-best-fit", "priority-preempt-worst-fit"})
  void podsThatRun_goOnOnTheirOwnNodes(String policy) {
    String cpu = node("c0", "", "example.com/none", 0);
    String gang = "\"labels\": {\"job-name\": \"spread\"}";
    String text =
        list(
            node("n0", A100, GPU, 8),
            node("n1", A100, GPU, 8),
            cpu,
            running("one", "n1", 1, NOW),
            running("w0", "n1", 2, NOW).replace("\"labels\": {}", gang),
            running("w1", "n0", 2, NOW).replace("\"labels\": {}", gang),
            running("c", "c0", 0, NOW).replace("\"labels\": {}", gang),
            running("d", "n1", 0, NOW).replace("\"labels\": {}", gang),
            pending("p", 8, NOW));
    RecordedWorkload read = read(text, "runSeconds", "60");
    assertThat(job(read, "team/one").terms().startNodes()).containsExactly("n1");
    assertThat(job(read, "team/spread").terms().startNodes()).containsExactly("n1", "n0");
    assertThat(job(read, "team/spread#2").terms().startNodes()).containsExactly("c0");
    assertThat(job(read, "team/spread#3").terms().startNodes()).containsExactly("n1");
    assertThat(job(read, "team/p").terms().startNodes()).isEmpty();
    Fleet three = fleet(text).fleet();
    assertThat(three.hubs().getFirst().pools().stream().map(Pool::nodeNames))
        .containsExactly(List.of("n0", "n1"), List.of("c0"));
    Runner run = Runner.run(three, read.jobs(), policy);
    assertThat(run.log())
        .contains("0 STARTED team/one on kubernetes/NVIDIA-A100-SXM4-80GB nodes [1]")
        .contains("0 STARTED team/spread on kubernetes/NVIDIA-A100-SXM4-80GB nodes [0, 1]")
        .contains("0 STARTED team/spread#2 on kubernetes/null nodes [2]")
        .contains("0 STARTED team/spread#3 on kubernetes/NVIDIA-A100-SXM4-80GB nodes [1]");
    assertThat(run.start("team/p")).isEqualTo(60);
  }

  @Test
  void podOnANodeThatIsNotInTheList_isPlacedByThePolicyAndTold() {
    String text = list(node("n0", A100, GPU, 8), running("far", "virtual", 1, NOW));
    RecordedWorkload read = read(text, "runSeconds", "60");
    assertThat(job(read, "team/far").terms().startNodes()).isEmpty();
    assertThat(read.changed())
        .containsExactly(
            Map.entry("runs on a node that is not in the list: starts where the policy says", 1));
    RecordedWorkload podsOnly = read(list(running("far", "n0", 1, NOW)), "runSeconds", "60");
    assertThat(job(podsOnly, "team/far").terms().startNodes()).containsExactly("n0");
  }

  /** Worst fit in the order of the list: 2 and 4 on each node, and no room for the last 4. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-first-fit", "fifo-best-fit", "fifo-worst-fit"})
  void podsThatRun_findRoomBesideOneAnother(String policy) {
    String text =
        list(
            node("n0", A100, GPU, 8),
            node("n1", A100, GPU, 8),
            running("a", "n0", 2, NOW),
            running("e", "n0", 2, NOW),
            running("b", "n1", 4, NOW),
            running("c", "n0", 4, NOW),
            running("d", "n1", 4, NOW),
            pending("p", 1, NOW));
    Runner run = Runner.run(fleet(text).fleet(), read(text, "runSeconds", "60").jobs(), policy);
    for (String name : List.of("a", "b", "c", "d", "e")) {
      assertThat(run.start("team/" + name)).as(name).isZero();
    }
    assertThat(run.start("team/p")).isEqualTo(60);
  }

  @Test
  void podThatIsBound_holdsItsNodeAndItsGangIsSplit() {
    String gang = "\"labels\": {\"job-name\": \"llm\"}";
    String bound =
        pod("w0", "\"nodeName\": \"n0\",", "\"phase\": \"Pending\"", asks(GPU, 8))
            .replace("\"labels\": {}", gang);
    String waiting = pending("w1", 8, NOW).replace("\"labels\": {}", gang);
    String lone = pending("llm", 8, NOW);
    RecordedWorkload read =
        read(list(node("n0", A100, GPU, 8), waiting, bound, lone), "runSeconds", "60");
    assertThat(read.jobs().toList().stream().map(j -> j.id() + " " + j.submitSeconds()))
        .containsExactly("team/llm 0", "team/llm#2 1", "team/llm#3 1");
    RecordedWorkload onlyWaiting = read(list(waiting), "runSeconds", "60");
    assertThat(onlyWaiting.jobs().submitSeconds(0)).as("nobody to come after").isZero();
  }

  @Test
  void nodesThatTakeNothing_areNoCapacityAndTold() {
    String cordoned =
        node("n1", A100, GPU, 8).replace("\"podCIDR\"", "\"unschedulable\": true, \"podCIDR\"");
    String lost =
        node("n2", A100, GPU, 8)
            .replace("\"Ready\", \"status\": \"True\"", "\"Ready\", \"status\": \"Unknown\"");
    String failed = lost.replace("n2", "n3").replace("Unknown", "False");
    String text =
        list(
            node("n0", A100, GPU, 8),
            cordoned,
            lost,
            failed,
            running("on", "n0", 8, NOW),
            running("off", "n1", 8, NOW),
            running("gone", "n2", 8, NOW));
    RecordedFleet fleet = fleet(text);
    assertThat(fleet.fleet().nodes()).isEqualTo(1);
    assertThat(fleet.leftOut())
        .containsExactly(Map.entry("cordoned", 1), Map.entry("not ready", 2));
    RecordedWorkload read = read(text, "runSeconds", "60");
    assertThat(read.jobs().size()).isEqualTo(1);
    assertThat(read.leftOut())
        .containsExactly(Map.entry("runs on a node that is cordoned or not ready", 2));
    assertThatThrownBy(() -> fleet(list(lost))).hasMessageContaining("left out: {not ready=1}");
  }
}
