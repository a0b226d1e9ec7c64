package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.scheduling.load.TraceCases.firstFinding;
import static org.suanwang.scheduling.load.TraceCases.fleet;
import static org.suanwang.scheduling.load.TraceCases.load;

import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** Jobs of the Philly clusters in both forms, whole and broken. The entries are made up. */
class PhillyTest {
  private static final String TABLE =
      """
      timestamp,duration,num_gpus,gpu_time,cluster
      2017-10-09 07:01:55,66.0,1,66.0,a1
      2017-10-09 06:01:55,2951.5,24,70836.0,b2
      2017-10-09 06:01:55,0,12,0,b2
      2017-10-10 06:01:55,5,0,0,b2

      """;
  private static final String LOG =
      """
      [{"status": "Pass", "vc": "ee9e8c", "jobid": "application_1",
        "attempts": [
         {"start_time": "2017-10-07 01:12:09", "end_time": "2017-10-07 01:13:23",
          "detail": [{"ip": "m47", "gpus": ["gpu0", "gpu1"]}, {"ip": "m48", "gpus": ["gpu0"]}]},
         {"start_time": "2017-10-07 01:13:30", "end_time": "2017-10-09 06:53:12",
          "detail": [{"ip": "m412", "gpus": ["gpu0", "gpu1", "gpu2"]}]}],
        "submitted_time": "2017-10-07 01:11:39", "user": "ce2f4c"},
       {"status": "Killed", "vc": "v", "jobid": "application_2", "attempts": [],
        "submitted_time": "2017-10-06 00:00:00", "user": "u"},
       {"status": "Pass", "vc": "v", "jobid": "application_3",
        "attempts": [{"start_time": "2017-10-07 01:12:09", "end_time": "None", "detail": []}],
        "submitted_time": "None", "user": "u"},
       {"status": "Failed", "vc": "v", "jobid": "application_4",
        "attempts": [{"start_time": "2017-10-07 01:12:09", "end_time": "2017-10-07 01:12:09",
                      "detail": [{"ip": "m", "gpus": ["gpu0"]}]}],
        "submitted_time": "2017-10-07 01:11:40", "user": null}]
      """;

  @Test
  void table_isJobsFromTheFirstSubmission() {
    RecordedWorkload read = load("philly", TABLE);
    assertThat(read.epoch()).isEqualTo(Instant.parse("2017-10-09T06:01:55Z"));
    JobTable jobs = read.jobs();
    assertThat(jobs.toList().stream().map(Job::id))
        .containsExactly("philly-2", "philly-3", "philly-1");
    assertThat(jobs.submitSeconds(2)).isEqualTo(3600);
    assertThat(jobs.workSeconds(0)).as("a part of a second counts as one").isEqualTo(2952);
    assertThat(jobs.workSeconds(1)).as("no time is a second").isEqualTo(1);
    assertThat(jobs.jobClass(0)).isEqualTo("b2");
    assertThat(jobs.tenant(0)).isEqualTo("b2");
    assertThat(read.leftOut()).containsExactly(Map.entry("asked for no device", 1));
  }

  @Test
  void jobsWiderThanANode_areGangsOrCapped() {
    JobTable gangs = load("philly", TABLE).jobs();
    assertThat(gangs.tasks(0)).isEqualTo(3);
    assertThat(gangs.request(0).devices()).isEqualTo(8);
    assertThat(gangs.tasks(1)).as("12 devices on nodes of 8").isEqualTo(2);
    assertThat(gangs.request(1).devices()).isEqualTo(6);
    var cap = Map.of("widerJobs", "cap", "devicesPerTaskMax", "4");
    RecordedWorkload capped = load("philly", TABLE, cap);
    assertThat(capped.jobs().tasks(0)).isEqualTo(1);
    assertThat(capped.jobs().request(0).devices()).isEqualTo(4);
    assertThat(capped.changed()).containsExactly(Map.entry("devices capped at 4", 2));
    assertThatThrownBy(() -> load("philly", TABLE, Map.of("widerJobs", "drop")))
        .hasMessageContaining("must be gang");
    assertThatThrownBy(() -> load("philly", TABLE, Map.of("devicesPerTaskMax", "0")))
        .hasMessageContaining("from 1 to 1024");
    assertThatThrownBy(() -> load("philly", TABLE, Map.of("runSeconds", "9")))
        .hasMessageContaining("no option of format=philly");
  }

  @Test
  void anyNumberOfDevices_isKeptByItsGang() {
    var draws = new SplittableRandom(7);
    for (int i = 0; i < 10_000; i++) {
      int devices = 1 + draws.nextInt(i < 5_000 ? 300 : 4_000_000);
      int most = 1 + draws.nextInt(16);
      GangShape shape = GangShape.of(devices, most);
      assertThat((long) shape.tasks() * shape.devicesPerTask())
          .as("%d devices, at most %d", devices, most)
          .isEqualTo(devices);
      assertThat(shape.devicesPerTask()).isBetween(1, most);
      for (int wider = shape.devicesPerTask() + 1; wider <= most; wider++) {
        assertThat(devices % wider).as("fewer tasks of %d devices", wider).isNotZero();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"ip\": \"m\", \"gpus\": {\"a\": 1}}] | attempts.detail.gpus | must be an array of devices",
        "[{\"ip\": \"m\", \"gpus\": 2}] | attempts.detail.gpus | must be an array of devices",
        "\"oops\" | attempts.detail | must be an array of nodes",
        "{\"ip\": \"m\"} | attempts.detail | must be an array of nodes"
      })
  void devicesThatAreNoList_areRefused(String detail, String field, String rule) {
    String text = LOG.replace("[{\"ip\": \"m\", \"gpus\": [\"gpu0\"]}]", detail);
    assertThat(text).isNotEqualTo(LOG);
    assertThat(firstFinding("philly", text)).contains(", " + field + " = ").endsWith(": " + rule);
  }

  @Test
  void log_isJobsThatRan() {
    RecordedWorkload read = load("philly", LOG);
    assertThat(read.leftOut())
        .containsOnly(Map.entry("never ran", 1), Map.entry("an attempt has no start or end", 1));
    JobTable jobs = read.jobs();
    assertThat(jobs.id(0)).isEqualTo("application_1");
    assertThat(jobs.request(0).devices()).isEqualTo(3);
    assertThat(jobs.workSeconds(0))
        .as("both attempts, not what is between")
        .isEqualTo(74 + 193_182);
    assertThat(jobs.jobClass(0)).isEqualTo("ee9e8c");
    assertThat(jobs.distinctTenants()).containsExactlyInAnyOrder("ee9e8c/ce2f4c", "v");
    assertThat(jobs.id(1)).isEqualTo("application_4");
    assertThat(jobs.submitSeconds(1)).isEqualTo(1);
    assertThat(load("philly", LOG.replace("\n", "\r\n")).jobs().toList()).isEqualTo(jobs.toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2017-10-09 07:01:55,NaN,1,0,a;line 2, column duration",
        "2017-10-09 07:01:55,-1,1,0,a;line 2, column duration",
        "2017-10-09 07:01:55,1e400,1,0,a;line 2, column duration",
        "2017-10-09 07:01:55,0x1p3,1,0,a;line 2, column duration",
        "2017-10-09 07:01:55,,1,0,a;line 2, column duration",
        "2017-10-09 07:01:55,1,1000000000,0,a;line 2, column num_gpus",
        "2017-10-09 07:01:55,1,1.5,0,a;line 2, column num_gpus",
        "2017-02-29 07:01:55,1,1,0,a;line 2, column timestamp",
        "1969-12-31 23:59:59,1,1,0,a;line 2, column timestamp",
        "+1000000000-01-01 00:00:00,1,1,0,a;line 2, column timestamp",
        "2017-10-09 07:01:55,1,1,0,;line 2, column cluster",
        "2017-10-09 07:01:55,1,1;line 2 = 3 fields",
      })
  void brokenLine_isToldWithLineAndColumn(String line, String told) {
    String header = "timestamp,duration,num_gpus,gpu_time,cluster\n";
    assertThat(firstFinding("philly", header + line + "\n")).contains(told);
  }

  @Test
  void brokenLog_isToldWithItsPlace() {
    assertThat(firstFinding("philly", LOG.substring(0, 400))).contains("ended before it was whole");
    assertThat(firstFinding("philly", LOG.replace("application_4", "application_1")))
        .contains("line 13, jobid")
        .contains("unique");
    assertThat(firstFinding("philly", LOG.replace("2017-10-07 01:13:23", "2017-10-07 01:00:00")))
        .contains("line 1, attempts.end_time");
    assertThat(firstFinding("philly", "[1, 2]")).contains("line 1 = 1: must be an object");
    assertThat(firstFinding("philly", "[{\"jobid\": NaN}]")).contains("must be JSON");
    assertThat(firstFinding("philly", "[{\"vc\":\"a\",\"vc\":\"b\"}]")).contains("Duplicate field");
    assertThat(firstFinding("philly", "[{\"a\":" + "[".repeat(200))).contains("nesting");
    assertThat(firstFinding("philly", "[]")).contains("at least one job");
    assertThat(firstFinding("philly", "{\"a\":[" + "\"xxxxxxxxxx\",".repeat(1 << 19)))
        .contains("an object has at most");
    assertThat(firstFinding("philly", "a,b\n1,2\n")).contains("the column timestamp");
    assertThat(firstFinding("philly", "")).contains("must be a header");
  }

  @Test
  void machineList_isAFleet() {
    String list = "machineId,number of GPUs, single GPU mem\nm1,8, 24GB\nm2,2,12GB\nm3,8,24GB\n";
    Fleet fleet = fleet("philly", list);
    assertThat(fleet.devices("gpu-24GB")).isEqualTo(16);
    assertThat(fleet.devices("gpu-12GB")).isEqualTo(2);
    assertThatThrownBy(() -> fleet("philly", list + "m1,8,24GB\n"))
        .hasMessageContaining("line 5, column machineId");
  }
}
