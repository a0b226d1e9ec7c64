package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.scheduling.load.KubernetesLists.A100;
import static org.suanwang.scheduling.load.KubernetesLists.GPU;
import static org.suanwang.scheduling.load.KubernetesLists.NOW;
import static org.suanwang.scheduling.load.KubernetesLists.list;
import static org.suanwang.scheduling.load.KubernetesLists.node;
import static org.suanwang.scheduling.load.KubernetesLists.pending;
import static org.suanwang.scheduling.load.KubernetesLists.read;
import static org.suanwang.scheduling.load.KubernetesLists.running;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.check.InvalidInputException;

/** Nodes that pods are kept off, and pods that insist on some nodes. */
class KubernetesTaintsTest {
  private static final String CONTROL = "node-role.kubernetes.io/control-plane";
  private static final String NOT_COUNTED =
      " not counted: jobs that do not tolerate it may start there";
  private static final String NO_ROOM = ", which no pod with devices and none that waits tolerates";

  private static String tainted(String node, String key, String value, String effect) {
    return node.replace(
        "\"spec\": {",
        "\"spec\": {\"taints\": [{\"key\": \"%s\", \"value\": \"%s\", \"effect\": \"%s\"}], "
            .formatted(key, value, effect));
  }

  private static String control() {
    return tainted(node("c0", "", "example.com/none", 0), CONTROL, "", "NoSchedule");
  }

  private static String with(String pod, String spec) {
    return pod.replace("\"spec\": {", "\"spec\": {" + spec + ", ");
  }

  private static RecordedFleet fleet(String... items) {
    byte[] text = list(items).getBytes(StandardCharsets.UTF_8);
    return TraceCases.format("kubernetes")
        .loadFleet("f", new ByteArrayInputStream(text), TraceOptions.DEFAULT);
  }

  private static List<String> nodes(RecordedFleet fleet) {
    return fleet.fleet().hubs().getFirst().pools().stream()
        .flatMap(pool -> pool.nodeNames().stream())
        .toList();
  }

  @Test
  void controlPlane_isNoRoom() {
    RecordedFleet fleet = fleet(node("n0", A100, GPU, 8), control(), running("r", "n0", 8, NOW));
    assertThat(nodes(fleet)).containsExactly("n0");
    assertThat(fleet.leftOut()).containsExactly(Map.entry("has the taint " + CONTROL + NO_ROOM, 1));
    assertThat(fleet.changed()).isEmpty();
  }

  @Test
  void listWithoutPods_saysNothingOfWhoTolerates() {
    RecordedFleet fleet = fleet(node("n0", A100, GPU, 8), control());
    assertThat(nodes(fleet)).containsExactly("n0", "c0");
    assertThat(fleet.changed())
        .containsExactly(Map.entry("has the taint " + CONTROL + NOT_COUNTED, 1));
  }

  @Test
  void softTaint_isNone() {
    String soft = tainted(node("n0", A100, GPU, 8), "old", "", "PreferNoSchedule");
    RecordedFleet fleet = fleet(soft, pending("p", 1, NOW));
    assertThat(nodes(fleet)).containsExactly("n0");
    assertThat(fleet.changed()).isEmpty();
  }

  @Test
  void nodeOnWhichDevicesAreHeld_isRoom() {
    String gpus = tainted(node("n0", A100, GPU, 8), "for", "training", "NoExecute");
    RecordedFleet fleet = fleet(gpus, running("r", "n0", 1, NOW));
    assertThat(nodes(fleet)).containsExactly("n0");
    assertThat(fleet.changed()).containsExactly(Map.entry("has the taint for" + NOT_COUNTED, 1));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'{\"key\": \"for\", \"operator\": \"Exists\"}', true",
        "'{\"operator\": \"Exists\"}', true",
        "'{\"key\": \"for\", \"value\": \"training\"}', true",
        "'{\"key\": \"for\", \"operator\": \"Equal\", \"value\": \"training\", \"effect\": \"NoSchedule\"}', true",
        "'{\"key\": \"for\", \"value\": \"inference\"}', false",
        "'{\"key\": \"other\", \"operator\": \"Exists\"}', false",
        "'{\"key\": \"for\", \"operator\": \"Exists\", \"effect\": \"NoExecute\"}', false",
        "'{\"value\": \"training\"}', false"
      })
  void nodeThatAPodThatWaitsTolerates_isRoom(String toleration, boolean isRoom) {
    String gpus = tainted(node("n1", A100, GPU, 8), "for", "training", "NoSchedule");
    String waits = with(pending("p", 1, NOW), "\"tolerations\": [" + toleration + "]");
    String[] items = {node("n0", A100, GPU, 4), gpus, waits};
    assertThat(nodes(fleet(items)).contains("n1")).isEqualTo(isRoom);
    RecordedWorkload workload = read(list(items), "runSeconds", "3600", "at", NOW);
    assertThat(workload.jobs().size()).isEqualTo(1);
  }

  @Test
  void podsOfDaemonSets_tolerateEverything_andSayNothing() {
    String agent =
        with(running("a", "c0", 1, NOW), "\"tolerations\": [{\"operator\": \"Exists\"}]")
            .replace(
                "\"namespace\": \"team\",",
                "\"namespace\": \"team\", \"ownerReferences\": [{\"kind\": \"DaemonSet\"}],");
    assertThat(nodes(fleet(node("n0", A100, GPU, 8), control(), agent))).containsExactly("n0");
  }

  /** Nobody who is a job tolerates the taint: others would start where they may not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"schedulingGates\": [{\"name\": \"kueue.x-k8s.io/admission\"}]",
        "\"resourceClaims\": [{\"name\": \"gpu\", \"resourceClaimTemplateName\": \"one-gpu\"}]"
      })
  void podsThatAreNoJobs_makeNoRoom(String why) {
    String tolerations = "\"tolerations\": [{\"operator\": \"Exists\"}]";
    String waits = with(pending("p", 1, NOW), tolerations + ", " + why);
    String[] items = {node("n0", A100, GPU, 8), control(), waits, running("r", "n0", 8, NOW)};
    assertThat(nodes(fleet(items))).containsExactly("n0");
    RecordedWorkload workload = read(list(items), "runSeconds", "3600", "at", NOW);
    assertThat(workload.jobs().size()).isEqualTo(1);
  }

  /** A job that names a node that is not in the fleet could not be simulated on it. */
  @Test
  void podOnANodeThatIsNoRoom_isLeftOut() {
    String dns = running("dns", "c0", 1, NOW).replace("\"nvidia.com/gpu\": \"1\"", "\"x\": \"1\"");
    String[] items = {node("n0", A100, GPU, 8), control(), dns, running("r", "n0", 8, NOW)};
    assertThat(nodes(fleet(items))).containsExactly("n0");
    RecordedWorkload workload = read(list(items), "runSeconds", "3600", "at", NOW);
    assertThat(workload.jobs().size()).isEqualTo(1);
    assertThat(workload.leftOut())
        .containsExactly(Map.entry("runs on a node whose taints leave it out", 1));
  }

  @Test
  void listOfWhichNoNodeIsLeft_isRefusedWithTheReason() {
    assertThatThrownBy(() -> fleet(control(), pending("p", 1, NOW)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must have at least one node")
        .hasMessageContaining(CONTROL);
  }

  @Test
  void labelsAndAffinity_areCountedByName() {
    String selects =
        with(
            pending("s", 1, NOW),
            "\"nodeSelector\": {\"disk\": \"ssd\", \"kubernetes.io/os\": \"linux\","
                + " \"nvidia.com/gpu.product\": \"%s\", \"zone\": \"a\"}".formatted(A100));
    String affine =
        with(
            pending("a", 1, NOW),
            "\"affinity\": {\"nodeAffinity\": {\"requiredDuringSchedulingIgnoredDuringExecution\":"
                + " {\"nodeSelectorTerms\": [{}]}}, \"podAntiAffinity\":"
                + " {\"requiredDuringSchedulingIgnoredDuringExecution\": [{\"topologyKey\": \"x\"}]},"
                + " \"podAffinity\": {\"preferredDuringSchedulingIgnoredDuringExecution\": [{}]}}");
    String typeOnly =
        with(
            pending("t", 1, NOW),
            "\"nodeSelector\": {\"nvidia.com/gpu.product\": \"%s\"}".formatted(A100));
    RecordedWorkload workload =
        read(
            list(node("n0", A100, GPU, 8), selects, affine, typeOnly),
            "runSeconds",
            "3600",
            "at",
            NOW);
    assertThat(workload.jobs().size()).isEqualTo(3);
    assertThat(workload.changed())
        .containsOnly(
            Map.entry("nodeSelector disk, zone not counted: may start on other nodes too", 1),
            Map.entry(
                "required nodeAffinity, required podAntiAffinity not counted: may start on other"
                    + " nodes too",
                1));
  }

  @Test
  void nameOfANode_mayBeAsLongAsTheOfADomain() {
    String name = "n".repeat(63) + "." + "m".repeat(189);
    assertThat(name).hasSize(253);
    String[] items = {node(name, A100, GPU, 8), running("r", name, 8, NOW)};
    assertThat(nodes(fleet(items))).containsExactly(name);
    RecordedWorkload workload = read(list(items), "runSeconds", "3600", "at", NOW);
    assertThat(workload.jobs().job(0).terms().startNodes()).containsExactly(name);
    assertThatThrownBy(() -> fleet(node(name + "n", A100, GPU, 8)))
        .hasMessageContaining("metadata.name");
  }
}
