package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.scheduling.load.KubernetesLists.GPU;
import static org.suanwang.scheduling.load.KubernetesLists.MIG;
import static org.suanwang.scheduling.load.KubernetesLists.NOW;
import static org.suanwang.scheduling.load.KubernetesLists.cut;
import static org.suanwang.scheduling.load.KubernetesLists.fleet;
import static org.suanwang.scheduling.load.KubernetesLists.job;
import static org.suanwang.scheduling.load.KubernetesLists.labelled;
import static org.suanwang.scheduling.load.KubernetesLists.list;
import static org.suanwang.scheduling.load.KubernetesLists.node;
import static org.suanwang.scheduling.load.KubernetesLists.on;
import static org.suanwang.scheduling.load.KubernetesLists.read;
import static org.suanwang.scheduling.load.KubernetesLists.running;
import static org.suanwang.scheduling.load.KubernetesLists.waits;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.scheduling.cluster.DeviceTemplate;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.workload.Job;

/** Nodes whose devices are cut (MIG), worked out by hand. */
class KubernetesSlicesTest {
  private static final String A100 = "NVIDIA-A100-SXM4-40GB";
  private static final String H100 = "NVIDIA-H100-80GB-HBM3";
  private static final String CUT =
      "has devices that are cut: counted as whole ones with templates";

  private static Pool pool(RecordedFleet fleet) {
    return fleet.fleet().hubs().getFirst().pools().getFirst();
  }

  /**
   * What NVIDIA's tool calls all-balanced is 2 of 1g, 1 of 2g and 1 of 3g of each device: the node
   * has 4 of 8 devices cut so. A slice 7g is a device.
   */
  @ParameterizedTest
  @CsvSource({
    "NVIDIA-A100-SXM4-40GB, 4, 1g.5gb, 8, 2g.10gb, 4, 3g.20gb, 4, 8",
    "NVIDIA-H100-80GB-HBM3, 0, 1g.10gb, 16, 2g.20gb, 8, 3g.40gb, 8, 8",
    "NVIDIA-H100-80GB-HBM3, 1, 1g.10gb, 1, 7g.80gb, 2, 4g.40gb, 1, 4",
    "NVIDIA-A100-SXM4-40GB, 0, 1g.5gb, 8, 4g.20gb, 1, 1g.10gb, 0, 2",
    "NVIDIA-A30, 3, 1g.6gb, 3, 2g.12gb, 1, 4g.24gb, 1, 6"
  })
  void nodeWithSlices_hasTheFewestDevicesThatHoldThem(
      String product, int whole, String a, int na, String b, int nb, String c, int nc, int all) {
    RecordedFleet fleet = fleet(list(cut("n0", product, whole, a, na, b, nb, c, nc)));
    assertThat(pool(fleet).deviceType()).isEqualTo(product);
    assertThat(pool(fleet).devicesPerNode()).isEqualTo(all);
    assertThat(fleet.changed()).containsExactly(Map.entry(CUT, 1));
    DeviceType type = fleet.fleet().deviceTypes().getFirst();
    MigModel model = Objects.requireNonNull(MigModel.find(product));
    assertThat(type.memoryMib()).isEqualTo(model.memoryMib());
    assertThat(type.templates()).containsExactlyElementsOf(model.templates().values());
  }

  /** The devices of a node all cut alike are devices of their own. */
  @Test
  void singleStrategy_staysATypeOfItsOwn() {
    String type = H100 + "-MIG-1g.10gb";
    String text = list(node("n0", type, GPU, 56), running("a", "n0", 2, NOW));
    RecordedFleet fleet = fleet(text);
    assertThat(pool(fleet).deviceType()).isEqualTo(type);
    assertThat(pool(fleet).devicesPerNode()).isEqualTo(56);
    assertThat(fleet.fleet().deviceTypes()).containsExactly(DeviceType.named(type));
    assertThat(fleet.changed()).isEmpty();
    assertThat(job(read(text, "runSeconds", "60"), "team/a").request().devices()).isEqualTo(2);
  }

  /** Three slices, four pods on each: a pod has a quarter of 285 and of 9984. */
  @Test
  void sharedSlices_areCountedByTheirLabel() {
    String node = cut("n0", A100, 0, "2g.10gb.shared", 12);
    String label = "nvidia.com/mig-2g.10gb.replicas";
    String pod = waits("p", "2g.10gb.shared", 1);
    String told = list(labelled(node, label, "4"), pod);
    RecordedFleet fleet = fleet(told);
    assertThat(pool(fleet).devicesPerNode()).isEqualTo(1);
    DeviceTemplate template = fleet.fleet().deviceTypes().getFirst().templates().getLast();
    assertThat(template.name()).isEqualTo("2g.10gb.shared");
    assertThat(template.computeMilli()).isEqualTo(71);
    assertThat(template.memoryMib()).isEqualTo(2496);
    Job job = job(read(told, "runSeconds", "60"), "team/p");
    assertThat(job.request().terms().template()).isEqualTo("2g.10gb.shared");
    String other = labelled(node, label, "2").replace("\"n0\"", "\"n1\"");
    assertThat(fleet(list(labelled(node, label, "4"), other)).changed())
        .containsOnlyKeys(
            CUT,
            "nvidia.com/mig-2g.10gb.shared not counted: on a node before, another number of pods"
                + " share one");
    String untold = list(node, node("n1", H100, GPU, 8), waits("q", "1g.5gb", 0), pod);
    assertThat(fleet(untold).changed())
        .containsExactly(
            Map.entry(
                "nvidia.com/mig-2g.10gb.shared not counted: no label says how many pods share one",
                1));
    assertThat(pool(fleet(untold)).deviceType()).isNull();
    assertThat(read(untold, "runSeconds", "60").leftOut())
        .containsExactly(
            Map.entry(
                "asks for nvidia.com/mig-2g.10gb.shared, for which no node that it may run on has a"
                    + " template",
                1));
  }

  @Test
  void slicesWithoutATemplate_areNotCountedAndTold() {
    String none = " not counted: no template of that name is known of its node's devices";
    assertThat(fleet(list(cut("n0", A100, 1, "1g.10gb", 4, "2g.20gb", 3))).changed())
        .containsExactly(Map.entry(CUT, 1), Map.entry(MIG + "2g.20gb" + none, 1));
    RecordedFleet unknown = fleet(list(cut("n0", "NVIDIA-H300", 2, "1g.10gb", 4)));
    assertThat(unknown.changed())
        .containsExactly(
            Map.entry(MIG + "1g.10gb not counted: no template is known of its node's devices", 1));
    assertThat(pool(unknown).devicesPerNode()).isEqualTo(2);
    String shared =
        labelled(cut("n0", A100, 2, "1g.5gb", 14), "nvidia.com/mig-1g.5gb.replicas", "2");
    assertThat(fleet(list(shared)).changed())
        .containsExactly(
            Map.entry(
                MIG + "1g.5gb not counted: several pods share one, and its name does not say so",
                1));
  }

  @Test
  void slicesOfDaemons_areTakenOff() {
    String daemon =
        on("d", "n0", "3g.20gb", 1)
            .replace("\"labels\": {}", "\"ownerReferences\": [{\"kind\": \"DaemonSet\"}]");
    String node = cut("n0", A100, 1, "3g.20gb", 3);
    assertThat(pool(fleet(list(node))).devicesPerNode()).isEqualTo(3);
    RecordedFleet left = fleet(list(daemon, node));
    assertThat(pool(left).devicesPerNode()).isEqualTo(2);
    RecordedFleet none = fleet(list(daemon, cut("n0", A100, 0, "3g.20gb", 1)));
    assertThat(pool(none).deviceType()).isNull();
    assertThat(none.fleet().deviceTypes().getFirst().templates()).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.5|0|nvidia.com/mig-1g.5gb = 1.5: must be a whole number from 0 to 256",
        "257|0|nvidia.com/mig-1g.5gb = 257: must be a whole number from 0 to 256",
        "-1|0|nvidia.com/mig-1g.5gb = \"-1\": must be an amount from 0",
        "many|0|nvidia.com/mig-1g.5gb = \"many\": must be an amount from 0",
        "200|100|status.allocatable = 300 slices: a node has at most 256 slices"
      })
  void badAmounts_areRefused(String small, String large, String told) {
    String node = cut("n0", A100, 1, "1g.5gb", small, "3g.20gb", large);
    assertThatThrownBy(() -> fleet(list(node))).hasMessageContaining(told);
    String full = cut("n0", A100, 1024, "1g.5gb", 1);
    assertThatThrownBy(() -> fleet(list(full)))
        .hasMessageContaining("nvidia.com/gpu = 1024: must be a whole number from 0 to 1023");
    String half = waits("p", "1g.5gb", 1).replace("5gb\": \"1\"", "5gb\": \"500m\"");
    assertThatThrownBy(() -> read(list(half), "runSeconds", "60"))
        .hasMessageContaining("spec.containers = 0.500 devices: must be a whole number");
  }
}
