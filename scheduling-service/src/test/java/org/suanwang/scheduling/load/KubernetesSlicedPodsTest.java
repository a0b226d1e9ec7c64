package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
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

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.TemplateSizes;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TopologyLevel;
import org.suanwang.scheduling.workload.TopologyRule;

/** Pods that ask for slices of devices (MIG), worked out by hand. */
class KubernetesSlicedPodsTest {
  private static final String A100 = "NVIDIA-A100-SXM4-40GB";
  private static final String A100_80 = "NVIDIA-A100-SXM4-80GB";
  private static final String H100 = "NVIDIA-H100-80GB-HBM3";

  @Test
  void slices_areTemplatesAndSeveralAreTasksOnOneNode() {
    String gang = "\"labels\": {\"job-name\": \"spread\"}";
    String text =
        list(
            waits("one", "2g.10gb", 1),
            waits("three", "1g.5gb", 3).replace("\"labels\": {}", gang),
            waits("w0", "1g.5gb", 1).replace("\"labels\": {}", gang),
            waits("w1", "1g.5gb", 1).replace("\"labels\": {}", gang),
            waits("whole", "7g.40gb", 1),
            waits("both", "1g.5gb\": \"1\", \"" + MIG + "2g.10gb", 1),
            waits("large", "3g.20gb", 1),
            waits("media", "1g.5gb.me", 1),
            waits("elsewhere", "1g.5gb", 1)
                .replace(
                    "\"restartPolicy\"",
                    "\"nodeSelector\": {\"nvidia.com/gpu.product\": \"%s\"}, \"restartPolicy\""
                        .formatted(H100)),
            node("n1", H100, GPU, 8),
            cut("n0", A100, 1, "1g.5gb", 7, "2g.10gb", 3, "7g.40gb", 1));
    RecordedWorkload read = read(text, "runSeconds", "60");
    Job one = job(read, "team/one");
    assertThat(one.request().terms().template()).isEqualTo("2g.10gb");
    assertThat(one.request().deviceTypes()).containsExactly(A100);
    assertThat(one.request().deviceMilli()).isEqualTo(285);
    assertThat(one.request().cpuMilli()).isEqualTo(8_000);
    assertThat(one.request().terms().topology()).isNull();
    Job three = job(read, "team/three");
    assertThat(three.tasks()).isEqualTo(3);
    assertThat(three.request().terms().topology())
        .isEqualTo(new TopologyRule(TopologyLevel.NODE, true));
    assertThat(three.request().cpuMilli()).as("8000 in 3 parts, rounded up").isEqualTo(2_667);
    assertThat(three.request().memoryMib()).isEqualTo(21_846);
    assertThat(job(read, "team/spread").tasks()).isEqualTo(2);
    Job whole = job(read, "team/whole");
    assertThat(whole.request().devices()).isEqualTo(1);
    assertThat(whole.request().deviceTypes()).containsExactly(A100);
    String none = ", for which no node that it may run on has a template";
    assertThat(read.leftOut())
        .containsExactly(
            Map.entry("asks for nvidia.com/mig-1g.5gb" + none, 1),
            Map.entry(
                "asks for nvidia.com/mig-1g.5gb, nvidia.com/mig-2g.10gb, slices of several kinds",
                1),
            Map.entry(
                "asks for nvidia.com/mig-1g.5gb.me, which is no device: name it in deviceResources",
                1),
            Map.entry("asks for nvidia.com/mig-3g.20gb" + none, 1));
    assertThat(read.changed())
        .containsExactly(
            Map.entry("asks for several slices: a job of its own, beside its gang", 1));
  }

  /**
   * A full node of two devices, all-balanced. Large slices first would lie together on one device
   * and leave no room for one of the small; so those that may be of one device start together.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"fifo-first-fit", "sjf-best-fit", "fifo-worst-fit", "priority-preempt-worst-fit"})
  void podsThatRun_allFindTheirSlices(String policy) {
    String text =
        list(
            cut("n0", A100, 1, "1g.5gb", 4, "2g.10gb", 2, "3g.20gb", 2),
            cut("n1", A100, 1, "1g.5gb", 4, "2g.10gb", 2, "3g.20gb", 2),
            on("a", "n1", "3g.20gb", 1),
            on("b", "n1", "3g.20gb", 1),
            on("c", "n1", "2g.10gb", 1),
            on("d", "n1", "2g.10gb", 1),
            on("e", "n1", "1g.5gb", 1),
            on("f", "n1", "1g.5gb", 2),
            on("g", "n1", "1g.5gb", 1),
            running("h", "n1", 1, NOW),
            running("i", "n0", 1, NOW),
            waits("p", "3g.20gb", 5));
    RecordedWorkload read = read(text, "runSeconds", "60");
    assertThat(read.jobs().jobsWithStartNodes()).isEqualTo(9);
    Fleet fleet = fleet(text).fleet();
    JobTable jobs = new TemplateSizes(fleet).resolve(read.jobs());
    Runner run = Runner.run(fleet, jobs, policy);
    for (String name : List.of("a", "b", "c", "d", "e", "f", "g", "h", "i")) {
      assertThat(run.start("team/" + name)).as(name).isZero();
    }
    assertThat(run.log()).contains("0 STARTED team/f on kubernetes/" + A100 + " nodes [1]");
    assertThat(run.start("team/p")).as("two on each device, and one is taken").isEqualTo(60);
  }

  /** Its node has no device that it could start on, though another has such slices. */
  @Test
  void podOnANodeOfWhichSlicesAreNotCounted_isLeftOut() {
    String shared =
        labelled(cut("n0", A100, 0, "1g.5gb", 14), "nvidia.com/mig-1g.5gb.replicas", "2");
    String text =
        list(
            shared,
            cut("n1", A100, 0, "1g.5gb", 7),
            on("a", "n0", "1g.5gb", 1),
            on("b", "n1", "1g.5gb", 1),
            on("c", "far", "1g.5gb", 1));
    RecordedWorkload read = read(text, "runSeconds", "60");
    assertThat(read.jobs().toList().stream().map(Job::id)).containsExactly("team/c", "team/b");
    assertThat(read.leftOut())
        .containsExactly(
            Map.entry(
                "asks for nvidia.com/mig-1g.5gb, for which no node that it may run on has a"
                    + " template",
                1));
  }

  /** A slice of one name has more memory on one device than on the other: a job has one size. */
  @Test
  void slicesOfSeveralSizes_areThoseOfTheFirst() {
    String text =
        list(
            cut("n0", A100_80, 0, "1g.10gb", 7),
            cut("n1", A100, 0, "1g.10gb", 4),
            cut("n2", H100, 0, "1g.10gb", 7),
            on("r", "n1", "1g.10gb", 1),
            waits("p", "1g.10gb", 1));
    RecordedWorkload read = read(text, "runSeconds", "60");
    assertThat(job(read, "team/r").request().deviceTypes()).containsExactly(A100);
    assertThat(job(read, "team/p").request().deviceTypes()).containsExactly(A100_80, H100);
    assertThat(read.changed())
        .containsExactly(
            Map.entry(
                MIG + "1g.10gb only of device types with slices as large as the first has", 1));
    assertThat(new TemplateSizes(fleet(text).fleet()).resolve(read.jobs()).size()).isEqualTo(2);
  }

  @Test
  void answer_staysShortWhateverSlicesAreAskedFor() {
    String[] items = new String[51];
    for (int i = 0; i < items.length; i++) {
      items[i] = waits("p" + i, "1g." + (i + 100) + "gb", 1);
    }
    items[0] = cut("n0", A100, 1, "1g.5gb", 7);
    items[1] = waits("q", "1g.5gb", 1);
    RecordedWorkload read = read(list(items), "runSeconds", "60");
    assertThat(read.leftOut()).hasSize(21);
    assertThat(read.jobsLeftOut()).isEqualTo(49);
  }
}
