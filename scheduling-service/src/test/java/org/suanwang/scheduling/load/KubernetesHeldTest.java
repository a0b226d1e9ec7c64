package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.scheduling.load.KubernetesLists.A100;
import static org.suanwang.scheduling.load.KubernetesLists.GPU;
import static org.suanwang.scheduling.load.KubernetesLists.NOW;
import static org.suanwang.scheduling.load.KubernetesLists.completed;
import static org.suanwang.scheduling.load.KubernetesLists.list;
import static org.suanwang.scheduling.load.KubernetesLists.node;
import static org.suanwang.scheduling.load.KubernetesLists.pending;
import static org.suanwang.scheduling.load.KubernetesLists.read;
import static org.suanwang.scheduling.load.KubernetesLists.running;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.workload.Job;

/**
 * What pods hold of their nodes for good, worked out by hand: a node has 96 cores, 1000 GiB and 8
 * devices; a pod of these lists asks for 8 cores, 64 GiB and its devices.
 */
class KubernetesHeldTest {
  private static final String DAEMON = "DaemonSet";
  private static final String GATES = "\"schedulingGates\": [{\"name\": \"quota\"}], ";

  private static String owned(String pod, String kind) {
    return pod.replace("\"labels\": {}", "\"ownerReferences\": [{\"kind\": \"" + kind + "\"}]");
  }

  private static String claiming(String pod) {
    return pod.replace("\"spec\": {", "\"spec\": {\"resourceClaims\": [{\"name\": \"gpu\"}], ");
  }

  private static List<Pool> pools(RecordedFleet fleet) {
    return fleet.fleet().hubs().getFirst().pools();
  }

  private static RecordedFleet fleet(String text, String... heldBy) {
    Findings findings = new Findings();
    Map<String, String> given = heldBy.length == 0 ? Map.of() : Map.of("heldBy", heldBy[0]);
    TraceFormat format = TraceCases.format("kubernetes");
    TraceOptions options = TraceOptions.read(given, format.fleetOptions(), "kubernetes", findings);
    findings.throwIfAny();
    return format.loadFleet("f", TraceCases.bytes(text), options);
  }

  private static Pool pool(int devices, int cores, int gibibytes, String... names) {
    return new Pool(
        devices == 0 ? null : A100,
        names.length,
        devices,
        cores * 1000,
        gibibytes * 1024,
        null,
        null,
        List.of(names));
  }

  /** Before their node or after it; what has ended or runs elsewhere takes nothing. */
  private static final String CLUSTER =
      list(
          owned(running("exporter", "n0", 1, NOW), DAEMON),
          node("n0", A100, GPU, 8),
          node("n1", A100, GPU, 8),
          owned(running("proxy", "n0", 0, NOW), DAEMON),
          owned(running("static", "n1", 0, NOW), "Node"),
          owned(completed("done"), DAEMON),
          owned(running("gone", "n9", 4, NOW), DAEMON),
          running("job", "n1", 3, NOW));

  @Test
  void daemons_takeTheirPartOfTheirNode() {
    RecordedFleet fleet = fleet(CLUSTER);
    assertThat(pools(fleet)).containsExactly(pool(7, 80, 872, "n0"), pool(8, 88, 936, "n1"));
    assertThat(fleet.changed()).isEmpty();
    RecordedWorkload read = read(CLUSTER, "runSeconds", "60");
    assertThat(read.jobs().size()).as("the job only").isEqualTo(1);
    assertThat(read.leftOut()).containsEntry("of its node (DaemonSet or static)", 5);
  }

  @Test
  void allThatRun_takeTheirPartWhereThatIsAsked() {
    assertThat(pools(fleet(CLUSTER, "running")))
        .containsExactly(pool(7, 80, 872, "n0"), pool(5, 80, 872, "n1"));
    assertThatThrownBy(() -> fleet(CLUSTER, "all"))
        .hasMessageContaining("heldBy = all: must be daemons");
  }

  /** They are no jobs in any workload, so that nothing is counted twice; gates hold nothing. */
  @Test
  void podsWithClaims_takeTheirPartOfTheirNode() {
    String waits = pending("waits", 0, NOW);
    String text =
        list(
            claiming(running("claims", "n0", 0, NOW)),
            node("n0", A100, GPU, 8),
            node("n1", A100, GPU, 8),
            claiming(running("mixed", "n1", 2, NOW)),
            claiming(completed("done")),
            claiming(waits),
            waits.replace("waits", "gated").replace("\"spec\": {", "\"spec\": {" + GATES),
            running("job", "n1", 3, NOW));
    assertThat(pools(fleet(text))).containsExactly(pool(8, 88, 936, "n0"), pool(6, 88, 936, "n1"));
    assertThat(pools(fleet(text, "running")))
        .containsExactly(pool(8, 88, 936, "n0"), pool(3, 80, 872, "n1"));
    assertThat(read(text, "runSeconds", "60").jobs().toList())
        .extracting(Job::id)
        .containsExactly("team/job");
  }

  /** None left would say that it is never short. */
  @Test
  void nodeThatIsFull_hasNextToNothingAndNoDevices() {
    String[] items = new String[14];
    items[0] = node("n0", A100, GPU, 8);
    for (int i = 1; i < items.length; i++) {
      items[i] = owned(running("p" + i, "n0", 1, NOW), DAEMON);
    }
    RecordedFleet fleet = fleet(list(items));
    Pool left = pools(fleet).getFirst();
    assertThat(left.cpuMilliPerNode()).isEqualTo(1);
    assertThat(left.memoryMibPerNode()).isEqualTo((1000 - 13 * 64) * 1024);
    assertThat(left.deviceType()).isNull();
    assertThat(fleet.changed())
        .containsExactly(
            Map.entry("its own pods ask for more than it has: what is left is next to nothing", 1));
  }
}
