package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
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

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.workload.Job;

/** Which resources of a Kubernetes cluster are devices, and what becomes of those that are not. */
class KubernetesResourcesTest {
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
                "asks for nvidia.com/mig-1g.5gb, for which no node that it may run on has a template",
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
