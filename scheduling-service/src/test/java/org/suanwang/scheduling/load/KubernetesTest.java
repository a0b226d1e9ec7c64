package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.scheduling.load.TraceCases.firstFinding;
import static org.suanwang.scheduling.load.TraceCases.fleet;
import static org.suanwang.scheduling.load.TraceCases.load;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** What kubectl tells of a cluster, whole and broken. The cluster is made up. */
class KubernetesTest {
  private static String list(String... items) {
    return """
        {"apiVersion":"v1","kind":"List","items":[
        %s
        ],"metadata":{"x":[1]}}"""
        .formatted(String.join(",\n", items));
  }

  private static String node(String name, String labels, String allocatable) {
    return """
        {"kind":"Node","metadata":{"name":"%s","labels":{%s}},"spec":{},
         "status":{"allocatable":{%s},"capacity":{"cpu":"999"}}}"""
        .formatted(name, labels, allocatable);
  }

  private static String pod(String name, String labels, String requests, String status) {
    return """
        {"kind":"Pod","metadata":{"name":"%s","namespace":"team","labels":{%s},
          "creationTimestamp":"2026-01-05T08:00:00Z"},
         "spec":{"containers":[{"name":"c","resources":{"requests":{%s}}}]},
         "status":{%s}}"""
        .formatted(name, labels, requests, status);
  }

  private static final String GPU = "\"cpu\":\"4\",\"memory\":\"8Gi\",\"nvidia.com/gpu\":\"2\"";
  private static final String RUNNING =
      "\"phase\":\"Running\",\"startTime\":\"2026-01-05T08:01:00Z\"";
  private static final String ENDED =
      "\"phase\":\"Succeeded\",\"startTime\":\"2026-01-05T08:01:00Z\",\"containerStatuses\":[{\"state\":"
          + "{\"terminated\":{\"finishedAt\":\"2026-01-05T09:01:00Z\"}}}]";
  private static final Map<String, String> HOUR = Map.of("runSeconds", "3600");

  private static Pool pool(
      @Nullable String type, int devices, int cpuMilli, int memoryMib, String... names) {
    return new Pool(type, names.length, devices, cpuMilli, memoryMib, null, null, List.of(names));
  }

  @Test
  void nodes_areWhatIsAllocatable() {
    String gpus = "\"cpu\":\"95500m\",\"memory\":\"792623988Ki\",\"nvidia.com/gpu\":\"8\"";
    String product = "\"nvidia.com/gpu.product\":\"NVIDIA-A100-SXM4-80GB\"";
    String text =
        list(
            node("a", product, gpus),
            node("b", product, gpus),
            node("c", "", "\"cpu\":\"192\",\"memory\":\"1Ti\",\"huawei.com/Ascend910\":\"8\""),
            node("d", "", "\"cpu\":\"8\",\"memory\":\"32Gi\",\"nvidia.com/gpu\":\"0\""),
            node("e", "", gpus).replace("\"spec\":{}", "\"spec\":{\"unschedulable\":true}"),
            pod("p", "", GPU, RUNNING));
    assertThat(fleet("kubernetes", text).hubs().getFirst().pools())
        .containsExactly(
            pool("NVIDIA-A100-SXM4-80GB", 8, 95_500, 774_046, "a", "b"),
            pool("huawei.com/Ascend910", 8, 192_000, 1 << 20, "c"),
            pool(null, 0, 8_000, 32_768, "d"));
  }

  @Test
  void resourcesAndLabels_mayBeOnesOwn() {
    String text =
        list(
            node(
                "a", "\"pool\":\"ring\"", "\"cpu\":\"1\",\"memory\":\"1Gi\",\"our.io/npu\":\"4\""));
    assertThat(fleet("kubernetes", text).devices()).isZero();
    TraceOptions own =
        TraceOptions.read(
            Map.of("deviceResources", "our.io/npu", "deviceTypeLabel", "pool"),
            TraceCases.format("kubernetes").fleetOptions(),
            "kubernetes",
            new Findings());
    assertThat(
            TraceCases.format("kubernetes")
                .loadFleet("f", TraceCases.bytes(text), own)
                .fleet()
                .devices("ring"))
        .isEqualTo(4);
  }

  @Test
  void podsOfOneGang_areOneJob() {
    String gang = "\"training.kubeflow.org/job-name\":\"llm\"";
    String text =
        list(
                pod("w0", gang, GPU, RUNNING),
                pod("solo", "", GPU, ENDED),
                node("n", "", "\"cpu\":\"1\""))
            + "\n"
            + list(
                pod("w1", gang, GPU, RUNNING).replace("08:00:00", "07:59:00"),
                pod("launcher", gang, "\"cpu\":\"100m\"", RUNNING),
                pod("none", "", "", RUNNING));
    RecordedWorkload read = load("kubernetes", text, HOUR);
    JobTable jobs = read.jobs();
    assertThat(jobs.toList().stream().map(j -> j.id() + " " + j.tasks()))
        .containsExactly("team/llm 2", "team/llm#2 1");
    assertThat(jobs.request(0).devices()).isEqualTo(2);
    assertThat(jobs.request(0).cpuMilli()).isEqualTo(4_000);
    assertThat(jobs.request(0).memoryMib()).isEqualTo(8_192);
    assertThat(jobs.jobClass(0)).isEqualTo("team");
    assertThat(jobs.tenant(0)).isEqualTo("team");
    assertThat(read.leftOut())
        .containsExactly(
            Map.entry("asked for nothing", 1), Map.entry("had ended before the snapshot", 1));
    assertThat(load("kubernetes", "\uFEFF" + text, HOUR).jobs().toList()).isEqualTo(jobs.toList());
    assertThat(read.changed()).containsValue(1);
    RecordedWorkload ended = load("kubernetes", text);
    assertThat(ended.jobs().size()).as("only what ended has a run time").isEqualTo(1);
    assertThat(ended.jobs().workSeconds(0)).isEqualTo(3600);
    assertThat(ended.jobsLeftOut()).isEqualTo(4);
  }

  @Test
  void podsThatBelongToNodes_areLeftOut() {
    String daemon =
        pod("d", "", GPU, RUNNING)
            .replace(
                "\"namespace\"", "\"ownerReferences\":[{\"kind\":\"DaemonSet\"}],\"namespace\"");
    RecordedWorkload read = load("kubernetes", list(daemon, pod("p", "", GPU, RUNNING)), HOUR);
    assertThat(read.jobs().size()).isEqualTo(1);
    assertThat(read.jobsLeftOut()).isEqualTo(1);
  }

  @Test
  void containers_addUpAsTheSchedulerDoes() {
    String spec =
        """
        "overhead":{"cpu":"250m"},"priority":-7,"nodeSelector":{"nvidia.com/gpu.product":"L40S"},
        "initContainers":[
          {"restartPolicy":"Always","resources":{"requests":{"cpu":"1"}}},
          {"resources":{"requests":{"cpu":"3","memory":"1"}}}],
        "containers":[{"resources":{"requests":{"cpu":"1.0001"},"limits":{"nvidia.com/gpu":1}}},
                      {"resources":{"limits":{"cpu":"500m"}}}]""";
    String text =
        list(
            pod("p", "", "", RUNNING)
                .replace(
                    "\"containers\":[{\"name\":\"c\",\"resources\":{\"requests\":{}}}]", spec));
    JobTable jobs = load("kubernetes", text, HOUR).jobs();
    assertThat(jobs.request(0))
        .as("the init container with the sidecar before it, 4, and the overhead")
        .isEqualTo(new TaskRequest(1, 0, 4_250, 1, List.of("L40S"), null));
    assertThat(jobs.priority(0)).isEqualTo(-7);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "500m, 0.5",
    "1.5Gi, 1610612736",
    "12E6, 12000000",
    "12e-3, 0.012",
    "2E, 2000000000000000000",
    "1Ei, 1152921504606846976",
    "128974848, 128974848",
    "129M, 129000000",
    "123Mi, 128974848",
    "100n, 0.0000001",
    "7u, 0.000007",
    "3k, 3000",
    "9007199254740993, 9007199254740993",
    ".5, 0.5",
    "5., 5",
    "-1, -1",
    "2Ki, 2048"
  })
  void quantities_areExact(String text, BigDecimal amount) {
    assertThat(Quantity.find(text)).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Gi", "1 Gi", "1K", "1gi", "NaN", "0x10", "1e9999", "1e", "--1", "1mi"})
  void whatIsNoQuantity_isNone(String text) {
    assertThat(Quantity.find(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"8Gi\"|\"8 GB\"|line 2, memory",
        "\"4\"|\"-4\"|line 2, cpu",
        "\"4\"|[4]|line 2, cpu",
        "\"2\"|\"1500m\"|line 2, spec.containers",
        "\"2\"|\"1E\"|line 2, spec.containers",
        "2026-01-05T08:00:00Z|yesterday|line 2, metadata.creationTimestamp",
        "\"team\"|null|line 2, metadata.namespace",
        "\"p\"|\"\"|line 2, metadata.name",
        "\"items\"|\"things\"|must be a list",
        "]},|]},,|must be JSON",
      })
  void brokenPod_isToldWithItsPlace(String part, String broken, String told) {
    String text = list(pod("p", "", GPU, RUNNING)).replace(part, broken);
    assertThatThrownBy(() -> load("kubernetes", text, HOUR)).hasMessageContaining(told);
  }

  @Test
  void whatCannotBe_isRefused() {
    String pod = pod("p", "", GPU, ENDED);
    assertThat(firstFinding("kubernetes", list(pod, pod))).contains("unique in its namespace");
    assertThat(firstFinding("kubernetes", list(pod).substring(0, 150)))
        .contains("before it was whole");
    assertThat(firstFinding("kubernetes", list(pod.replace("09:01", "07:01"))))
        .contains("status.startTime");
    assertThat(firstFinding("kubernetes", list())).contains("at least one job");
    assertThat(firstFinding("kubernetes", pod)).contains("must be a list");
    String two = "\"cpu\":\"1\",\"nvidia.com/gpu\":\"1\",\"amd.com/gpu\":\"1\"";
    assertThatThrownBy(() -> fleet("kubernetes", list(node("n", "", two))))
        .hasMessageContaining("devices of one resource");
    assertThatThrownBy(() -> fleet("kubernetes", list(node("n", "", "\"nvidia.com/gpu\":\"1e9\""))))
        .hasMessageContaining("line 2, nvidia.com/gpu");
    assertThatThrownBy(() -> fleet("kubernetes", list(pod)))
        .hasMessageContaining("at least one node");
  }
}
