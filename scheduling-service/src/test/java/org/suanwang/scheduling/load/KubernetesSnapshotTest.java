package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;

/**
 * A cluster as it stands at a moment, and what becomes of it, worked out by hand. The lists are
 * made up in the shape of {@code kubectl get nodes,pods -A -o json}.
 */
class KubernetesSnapshotTest {
  private static final String A100 = "NVIDIA-A100-SXM4-80GB";
  private static final String GPU = "nvidia.com/gpu";
  private static final String NOW = "2026-11-30T12:00:00Z";

  private static String list(String... items) {
    return """
        {"apiVersion": "v1", "kind": "List", "metadata": {"resourceVersion": ""}, "items": [
        %s
        ]}"""
        .formatted(String.join(",\n", items));
  }

  private static String node(String name, String product, String resource, int amount) {
    return """
        {"apiVersion": "v1", "kind": "Node",
         "metadata": {"name": "%s", "creationTimestamp": "2026-01-05T08:00:00Z",
           "labels": {"kubernetes.io/hostname": "n", "nvidia.com/gpu.product": "%s"}},
         "spec": {"podCIDR": "10.0.0.0/24"},
         "status": {"allocatable": {"cpu": "96", "ephemeral-storage": "94Gi", "hugepages-2Mi": "0",
             "memory": "1000Gi", "pods": "110", "%s": "%d"},
           "conditions": [
             {"type": "MemoryPressure", "status": "False", "lastHeartbeatTime": "2026-11-30T11:58:00Z"},
             {"type": "Ready", "status": "True", "lastHeartbeatTime": "2026-11-30T12:00:00Z",
              "lastTransitionTime": "2026-01-05T08:10:00Z"}]}}"""
        .formatted(name, product, resource, amount);
  }

  private static String pod(String name, String spec, String status, String asks) {
    return """
        {"apiVersion": "v1", "kind": "Pod",
         "metadata": {"name": "%s", "namespace": "team", "labels": {},
           "creationTimestamp": "2026-10-01T12:00:00Z"},
         "spec": {%s "restartPolicy": "Never",
           "initContainers": [{"name": "fetch", "resources": {"requests": {"cpu": "1"}}}],
           "containers": [{"name": "main", "image": "train", "resources":
             {"limits": {%s}, "requests": {"cpu": "8", "memory": "64Gi", %s}}}]},
         "status": {%s, "conditions": [{"type": "PodScheduled", "status": "True",
             "lastProbeTime": null, "lastTransitionTime": "2026-10-01T12:00:00Z"}]}}"""
        .formatted(name, spec, asks, asks, status);
  }

  private static String asks(String resource, int amount) {
    return "\"%s\": \"%d\"".formatted(resource, amount);
  }

  private static String running(String name, String node, int devices, String since) {
    String status =
        """
        "phase": "Running", "startTime": "%s", "containerStatuses": [
          {"name": "main", "ready": true, "state": {"running": {"startedAt": "%s"}}}]"""
            .formatted(since, since);
    return pod(name, "\"nodeName\": \"" + node + "\",", status, asks(GPU, devices));
  }

  private static String pending(String name, int devices, String created) {
    return pod(name, "", "\"phase\": \"Pending\"", asks(GPU, devices))
        .replace(
            "\"creationTimestamp\": \"2026-10-01T12:00:00Z\"",
            "\"creationTimestamp\": \"" + created + "\"");
  }

  private static String completed(String name) {
    String status =
        """
        "phase": "Succeeded", "startTime": "2026-11-29T08:00:00Z", "containerStatuses": [{"name": "main",
          "state": {"terminated": {"exitCode": 0, "finishedAt": "2026-11-29T09:00:00Z"}}}]""";
    return pod(name, "\"nodeName\": \"n0\",", status, asks(GPU, 8));
  }

  private static RecordedWorkload read(String text, String... options) {
    Map<String, String> given = new TreeMap<>();
    for (int i = 0; i < options.length; i += 2) {
      given.put(options[i], options[i + 1]);
    }
    return TraceCases.load("kubernetes", text, given);
  }

  private static RecordedFleet fleet(String text) {
    return TraceCases.format("kubernetes")
        .loadFleet("f", TraceCases.bytes(text), TraceOptions.DEFAULT);
  }

  private static Job job(RecordedWorkload read, String id) {
    return read.jobs().toList().stream().filter(j -> j.id().equals(id)).findFirst().orElseThrow();
  }

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
          running("exporter", "n0", 1, "2026-10-01T12:00:00Z")
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

  @Test
  void deviceThatNobodyKnows_isNoCpu() {
    String network = asks(GPU, 1) + ", " + asks("rdma/hca", 1);
    String text =
        list(
            node("n0", "", "huawei.com/Ascend910B4", 8),
            pod("slice", "", "\"phase\": \"Pending\"", asks("nvidia.com/mig-1g.5gb", 2)),
            pod("npu", "", "\"phase\": \"Pending\"", asks("huawei.com/Ascend910B4", 1)),
            pod("none", "", "\"phase\": \"Pending\"", asks("huawei.com/Ascend910B4", 0)),
            pod("disk", "", "\"phase\": \"Pending\"", asks("ephemeral-storage", 1)),
            pod("own", "", "\"phase\": \"Pending\"", asks("scheduling.kubernetes.io/foo", 1)),
            pod("net", "", "\"phase\": \"Pending\"", network));
    RecordedWorkload read = read(text, "runSeconds", "60");
    assertThat(read.jobs().toList().stream().map(Job::id))
        .containsExactly("team/none", "team/disk", "team/own", "team/net");
    assertThat(read.leftOut())
        .containsExactly(
            Map.entry(
                "asks for huawei.com/Ascend910B4, which is no device: name it in deviceResources",
                1),
            Map.entry(
                "asks for nvidia.com/mig-1g.5gb, which is no device: name it in deviceResources",
                1));
    assertThat(read.changed())
        .containsExactly(
            Map.entry("rdma/hca not counted: name it in deviceResources if it is a device", 1));
    assertThat(fleet(text).changed())
        .containsExactly(
            Map.entry(
                "huawei.com/Ascend910B4 not counted: name it in deviceResources if it is a device",
                1));
    RecordedWorkload named =
        read(text, "runSeconds", "60", "deviceResources", "huawei.com/Ascend910B4");
    assertThat(job(named, "team/npu").request().devices()).isEqualTo(1);
  }

  @Test
  void answer_staysShortWhateverIsAskedFor() {
    String[] pods = new String[50];
    for (int i = 0; i < pods.length; i++) {
      pods[i] = pod("p" + i, "", "\"phase\": \"Pending\"", asks("x.io/r" + i, 1));
    }
    pods[0] = pending("p", 1, NOW);
    pods[1] = pod("q", "", "\"phase\": \"Pending\"", asks("x.io/" + "r".repeat(500), 1));
    RecordedWorkload read = read(list(pods), "runSeconds", "60");
    assertThat(read.leftOut()).hasSize(21);
    assertThat(read.jobsLeftOut()).isEqualTo(49);
    assertThat(read.leftOut().keySet()).allMatch(reason -> reason.length() < 120);
  }

  /** A slice is a type of its own, and a pod of one maker's devices does not run on another's. */
  @Test
  void podsRunOnTheDevicesOfTheirResource() {
    String text =
        list(
            node("n0", A100, GPU, 8),
            node("n1", A100, "nvidia.com/mig-1g.5gb", 56),
            node("n2", "", "huawei.com/Ascend910", 8),
            running("a", "n0", 8, NOW),
            pending("b", 8, NOW),
            pod("slice", "", "\"phase\": \"Pending\"", asks("nvidia.com/mig-1g.5gb", 7)),
            pod("npu", "", "\"phase\": \"Pending\"", asks("huawei.com/Ascend910", 8)));
    String all = "nvidia.com/gpu,nvidia.com/mig-1g.5gb,huawei.com/Ascend910";
    RecordedWorkload read = read(text, "runSeconds", "60", "deviceResources", all);
    assertThat(job(read, "team/a").request().deviceTypes()).containsExactly(A100);
    assertThat(job(read, "team/b").request().deviceTypes()).containsExactly(A100);
    assertThat(job(read, "team/slice").request().deviceTypes())
        .containsExactly(A100 + "-MIG-1g.5gb");
    assertThat(job(read, "team/npu").request().deviceTypes())
        .containsExactly("huawei.com/Ascend910");
    RecordedWorkload absent =
        read(
            list(node("n2", "", "huawei.com/Ascend910", 8), pending("b", 8, NOW)),
            "runSeconds",
            "9");
    assertThat(job(absent, "team/b").request().deviceTypes())
        .as("no node has it")
        .containsExactly(GPU);
  }
}
