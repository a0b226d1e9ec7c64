package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.scheduling.load.KubernetesLists.A100;
import static org.suanwang.scheduling.load.KubernetesLists.GPU;
import static org.suanwang.scheduling.load.KubernetesLists.NOW;
import static org.suanwang.scheduling.load.KubernetesLists.asks;
import static org.suanwang.scheduling.load.KubernetesLists.fleet;
import static org.suanwang.scheduling.load.KubernetesLists.job;
import static org.suanwang.scheduling.load.KubernetesLists.list;
import static org.suanwang.scheduling.load.KubernetesLists.node;
import static org.suanwang.scheduling.load.KubernetesLists.pending;
import static org.suanwang.scheduling.load.KubernetesLists.pod;
import static org.suanwang.scheduling.load.KubernetesLists.read;
import static org.suanwang.scheduling.load.KubernetesLists.running;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.workload.Job;

/** Pods that take devices by claims, and pods behind gates, are no jobs, and are told. */
class KubernetesLeftOutTest {
  private static final String CLAIMS =
      "takes devices by resourceClaims, of which the list does not tell how many: ask for them as"
          + " resources";
  private static final String GATED = "held back by schedulingGates: remove them to take it";
  private static final String PENDING = "\"phase\": \"Pending\"";

  /** As the API server writes it: the claim in the pod, and its name where containers use it. */
  private static String claiming(String name, String initClaims, String claims, String status) {
    return """
        {"apiVersion": "v1", "kind": "Pod",
         "metadata": {"name": "%s", "namespace": "team", "creationTimestamp": "2026-10-01T12:00:00Z"},
         "spec": {"restartPolicy": "Never", "nodeSelector": null,
           "resourceClaims": [{"name": "gpu", "resourceClaimTemplateName": "single-gpu"},
             {"name": "nic", "resourceClaimName": "shared-nic"}],
           "initContainers": [{"name": "warm", "image": "busybox",
             "resources": {%s "requests": {"cpu": "1"}}}],
           "containers": [{"name": "main", "image": "train",
             "resources": {%s "limits": {"memory": "64Gi"}, "requests": {"cpu": "8"}}}]},
         "status": {%s, "resourceClaimStatuses":
           [{"name": "gpu", "resourceClaimName": "%s-gpu-x7k2p"}]}}"""
        .formatted(name, initClaims, claims, status, name);
  }

  private static String with(String pod, String spec) {
    return pod.replace("\"spec\": {", "\"spec\": {" + spec + ", ");
  }

  private static String inContainer(String pod, String claims) {
    return pod.replace("\"resources\":\n     {", "\"resources\": {\"claims\": " + claims + ", ");
  }

  private static String inInitContainer(String pod, String claims) {
    return pod.replace(
        "{\"requests\": {\"cpu\": \"1\"}}",
        "{\"claims\": " + claims + ", \"requests\": {\"cpu\": \"1\"}}");
  }

  private static List<String> names(RecordedWorkload read) {
    return read.jobs().toList().stream().map(Job::id).toList();
  }

  private static RecordedWorkload snapshot(String... pods) {
    return read(list(node("n0", A100, GPU, 8), String.join(",\n", pods)), "runSeconds", "60");
  }

  /** By a template or a claim of its own, in the pod, a container or an init container. */
  @Test
  void devicesByClaims_areNotTakenForNone() {
    String uses = "\"claims\": [{\"name\": \"gpu\", \"request\": \"first\"}],";
    String one = "[{\"name\": \"gpu\"}]";
    String bound = "\"nodeName\": \"n0\", \"resourceClaims\": " + one;
    RecordedWorkload read =
        snapshot(
            claiming("both", uses, uses, PENDING),
            claiming("init", uses, "", PENDING),
            claiming("unused", "\"claims\": [],", "\"claims\": null,", PENDING),
            inContainer(pending("in-container", 0, NOW), one),
            inInitContainer(pending("in-init", 0, NOW), one),
            with(pod("bound", "", "\"phase\": \"Running\"", asks(GPU, 1)), bound),
            pending("free", 1, NOW));
    assertThat(names(read)).containsExactly("team/free");
    assertThat(read.leftOut()).containsExactly(Map.entry(CLAIMS, 6));
    assertThat(read.jobsLeftOut()).isEqualTo(6);
  }

  /** The scheduler of Kubernetes does not look at it either until the gates are gone. */
  @Test
  void podBehindGates_doesNotStart() {
    String gates = "\"schedulingGates\": [{\"name\": \"kueue.x-k8s.io/admission\"}]";
    String claims = "\"resourceClaims\": [{\"name\": \"gpu\"}]";
    RecordedWorkload read =
        snapshot(
            with(pending("gated", 1, NOW), gates),
            with(pending("gated-cpu", 0, NOW), gates),
            with(pending("both", 0, NOW), gates + ", " + claims),
            pending("free", 1, NOW));
    assertThat(names(read)).containsExactly("team/free");
    assertThat(read.leftOut()).containsExactly(Map.entry(GATED, 2), Map.entry(CLAIMS, 1));
  }

  /** The API server lets no gates be added afterwards; what has a node is past them. */
  @Test
  void gates_meanNothingOnceAPodHasItsNode() {
    String gates = "\"schedulingGates\": [{\"name\": \"late\"}]";
    assertThat(names(snapshot(with(running("r", "n0", 1, NOW), gates)))).containsExactly("team/r");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null"})
  void nothingInThem_isNone(String nothing) {
    String both = "\"resourceClaims\": %s, \"schedulingGates\": %s".formatted(nothing, nothing);
    String pod = with(inContainer(pending("p", 2, NOW), nothing), both);
    RecordedWorkload read = snapshot(inInitContainer(pod, nothing));
    assertThat(job(read, "team/p").request().devices()).isEqualTo(2);
    assertThat(read.leftOut()).isEmpty();
  }

  @Test
  void podsThatHaveEnded_areLeftOutForTheirClaimsToo() {
    String uses = "\"claims\": [{\"name\": \"gpu\"}],";
    String status = "\"phase\": \"Succeeded\"";
    RecordedWorkload read =
        read(list(claiming("was", uses, uses, status), KubernetesLists.completed("done")));
    assertThat(names(read)).containsExactly("team/done");
    assertThat(read.leftOut()).containsExactly(Map.entry(CLAIMS, 1));
  }

  @Test
  void listOfNothingElse_isRefusedWithTheReason() {
    assertThatThrownBy(() -> snapshot(claiming("only", "", "", PENDING)))
        .hasMessageContaining(CLAIMS + "=1");
  }

  /** Passed over, it would be a job without devices, or one that may start. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resourceClaims|\"gpu\"",
        "resourceClaims|{\"name\": \"gpu\"}",
        "resourceClaims|0",
        "schedulingGates|true",
        "schedulingGates|{}",
      })
  void whatIsNoArray_isToldWithItsPlace(String field, String broken) {
    String pod = with(pending("p", 1, NOW), "\"%s\": %s".formatted(field, broken));
    String told = "spec." + field + " = " + broken.replace(": ", ":") + ": must be an array";
    assertThatThrownBy(() -> snapshot(pod)).hasMessageContaining(told);
    assertThatThrownBy(() -> fleet(list(node("n0", A100, GPU, 8), pod))).hasMessageContaining(told);
  }

  @Test
  void claimsOfAContainerThatAreNoArray_areToldWithTheirPlace() {
    assertThatThrownBy(() -> snapshot(inContainer(pending("p", 1, NOW), "\"gpu\"")))
        .hasMessageContaining("spec.containers.resources.claims = \"gpu\": must be an array");
    assertThatThrownBy(() -> snapshot(inInitContainer(pending("p", 1, NOW), "{}")))
        .hasMessageContaining("spec.initContainers.resources.claims = {}: must be an array");
  }
}
