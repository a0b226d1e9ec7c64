package org.suanwang.scheduling.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Mixed;
import org.suanwang.scheduling.testing.Names;
import org.suanwang.scheduling.testing.Networks;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobEnding;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.JobTerms;
import org.suanwang.scheduling.workload.TaskRequest;

class JobTableBytesTest {
  @Test
  void jobs_comeBackAsTheyWere() {
    JobTable jobs =
        JobTable.of(
            List.of(
                new Job(
                    "训练",
                    "class",
                    "jing-jin-ji",
                    true,
                    30_919,
                    TaskRequest.wholeDevices(1, "huawei-ascend-910"),
                    5,
                    7_776_000),
                new Job(
                    "b",
                    "class",
                    null,
                    false,
                    2,
                    new TaskRequest(0, 460, 6000, 12_288, List.of("x", "y"), "z"),
                    0,
                    1),
                Mixed.mixed(Jobs.gang("m", 3, 7, 9)),
                Networks.near(Jobs.gang("n", 3, 7, 9), "城", 0.1),
                Networks.reads(Jobs.gang("r", 3, 7, 9), "数据", "h", 9, List.of("x", "y")),
                Networks.reads(Jobs.gang("s", 3, 7, 9), "other", "h", 9, List.of()),
                Networks.reads(Jobs.gang("t", 3, 7, 9), "more", "h", 9),
                Jobs.gang("c", 3, 7, 9).withEstimate(2_147_483_647L).withPriority(-5),
                Jobs.gang("d", 3, 8, 9).withPreemptible(false),
                Jobs.gang("e", 3, 9, 9).withTenant("研究/视觉"),
                Names.on(Jobs.gang("h", 2, 9, 9), "n1", "节点"),
                Jobs.gang("g", 3, 9, 9).withTerms(JobTerms.USUAL.withDeferrable(43_200L)),
                Jobs.gang("f", 3, 9, 9)
                    .withTerms(
                        JobTerms.USUAL
                            .withTimes(2_147_483_647L, 1L, null)
                            .withEnding(JobEnding.FAILS)
                            .withTasksMin(2))));
    assertThat(JobTableBytes.load(JobTableBytes.render(jobs)).toList()).isEqualTo(jobs.toList());
  }

  /** Written as it was before jobs had estimates and priorities. */
  @Test
  void jobsKeptInTheFirstFormat_areStillRead() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeByte(1);
      out.writeInt(1);
      for (int part : new int[] {1, 0, 0, 0, 1}) {
        out.writeInt(part);
      }
      out.writeUTF("a");
      out.writeBoolean(false);
      out.writeInt(2);
      for (String id : List.of("first", "second")) {
        out.writeUTF(id);
        out.writeUTF("test");
        out.writeBoolean(false);
        out.writeBoolean(false);
        out.writeInt(3);
        out.writeInt(0);
        out.writeLong(7);
        out.writeLong(9);
      }
    }
    assertThat(JobTableBytes.load(bytes.toByteArray()).toList())
        .containsExactly(Jobs.gang("first", 3, 7, 9), Jobs.gang("second", 3, 7, 9));
  }
}
