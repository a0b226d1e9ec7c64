package org.suanwang.scheduling.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
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
                    1)));
    assertThat(JobTableBytes.load(JobTableBytes.render(jobs)).toList()).isEqualTo(jobs.toList());
  }
}
