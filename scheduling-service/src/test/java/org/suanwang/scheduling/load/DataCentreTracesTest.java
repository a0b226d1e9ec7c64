package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.scheduling.load.TraceCases.firstFinding;
import static org.suanwang.scheduling.load.TraceCases.fleet;
import static org.suanwang.scheduling.load.TraceCases.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.workload.JobEnding;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Helios, Acme and PAI 2020, whole and broken. The lines are made up. */
class DataCentreTracesTest {
  private static final String HELIOS =
      "job_id,user,vc,gpu_num,cpu_num,node_num,state,submit_time,start_time,end_time,duration,queue\n";
  private static final String HELIOS_JOB =
      "1425511,uX,vcJ,16,64,2,COMPLETED,2020-06-09 18:41:01,2020-06-09 18:41:01,2020-06-10 04:55:09,36848,0\n";
  private static final String KALOS =
      """
      job_id,user,node_num,gpu_num,cpu_num,mem_per_pod_GB,shared_mem_per_pod,type,state,submit_time,start_time,end_time,fail_time,stop_time,duration,queue,gpu_time
      dlc1,u1,8,64,960,1000,100.0,Pretrain,FAILED,2023-05-17 11:00:58+08:00,2023-05-17 11:01:08+08:00,2023-05-17 11:01:16+08:00,,,18,10.0,1152.0
      dlc2,u1,1,3,7,1000,,Eval,CANCELLED,2023-05-17 03:01:58+00:00,,,,,,,
      dlc3,u1,3,10,4,1000,,Eval,RUNNING,2023-05-17 03:01:58+00:00,,,,,2.5,,
      """;
  private static final String TASKS =
      """
      job1,tensorflow,1.0,Terminated,1739162.0,1739200.0,600.0,29.296875,50.0,MISC
      job1,worker,2.0,Failed,1739162.0,1739162.0,600.0,29.296875,150.0,V100
      job2,ps,,Terminated,10.0,20.5,400.0,,,
      job3,ps,1.0,Waiting,,,400.0,,100.0,T4
      job4,ps,1.0,Terminated,1.0,2.0,,,,
      """;

  @Test
  void heliosJob_isATaskANode() {
    RecordedWorkload read = load("helios", HELIOS + HELIOS_JOB);
    JobTable jobs = read.jobs();
    assertThat(jobs.tasks(0)).isEqualTo(2);
    assertThat(jobs.request(0)).isEqualTo(new TaskRequest(8, 0, 32_000, 0, List.of(), null));
    assertThat(jobs.workSeconds(0)).isEqualTo(36_848);
    assertThat(jobs.jobClass(0)).isEqualTo("vcJ");
    assertThat(jobs.tenant(0)).isEqualTo("vcJ/uX");
    assertThat(firstFinding("helios", HELIOS + HELIOS_JOB.replace("uX", "u//X")))
        .contains("column user", "vcJ/u//X", "path of a queue");
    assertThat(read.epoch()).isEqualTo(Instant.parse("2020-06-09T18:41:01Z"));
    var cap = Map.of("widerJobs", "cap");
    assertThat(load("helios", HELIOS + HELIOS_JOB, cap).jobs().request(0))
        .as("CPUs are capped with the devices")
        .isEqualTo(new TaskRequest(8, 0, 32_000, 0, List.of(), null));
    JobTable cpuOnly = load("helios", HELIOS + HELIOS_JOB.replace(",16,", ",0,")).jobs();
    assertThat(cpuOnly.request(0).needsDevices()).isFalse();
  }

  @Test
  void acmeJobs_haveOffsetsAndTypes() {
    RecordedWorkload read = load("acme", KALOS);
    JobTable jobs = read.jobs();
    assertThat(read.epoch()).isEqualTo(Instant.parse("2023-05-17T03:00:58Z"));
    assertThat(jobs.jobClass(0)).isEqualTo("Pretrain");
    assertThat(jobs.tenant(0)).isEqualTo("u1");
    assertThat(jobs.tasks(0)).isEqualTo(8);
    assertThat(jobs.submitSeconds(1)).isEqualTo(60);
    assertThat(jobs.workSeconds(1)).isEqualTo(3);
    assertThat(jobs.tasks(1)).as("10 devices are not even on 3 nodes").isEqualTo(2);
    assertThat(jobs.request(1).cpuMilli()).isEqualTo(2_000);
    assertThat(read.leftOut()).containsExactly(Map.entry("run time unknown", 1));
  }

  @Test
  void recordedEndings_areTakenWhenAskedFor() {
    Map<String, String> recorded = Map.of("endings", "recorded");
    JobTable kalos = load("acme", KALOS, recorded).jobs();
    assertThat(kalos.ending(0)).isEqualTo(JobEnding.FAILS);
    assertThat(kalos.ending(1)).as("still running").isEqualTo(JobEnding.COMPLETES);
    assertThat(load("acme", KALOS).jobs().ending(0)).isEqualTo(JobEnding.COMPLETES);
    String stopped = HELIOS + HELIOS_JOB.replace("COMPLETED", "CANCELLED by 1017");
    assertThat(load("helios", stopped, recorded).jobs().ending(0)).isEqualTo(JobEnding.STOPPED);
    JobTable tasks = load("pai-2020", TASKS, recorded).jobs();
    assertThat(tasks.ending(2)).as(tasks.id(2)).isEqualTo(JobEnding.FAILS);
    assertThat(tasks.ending(0)).isEqualTo(JobEnding.COMPLETES);
    assertThatThrownBy(() -> load("helios", stopped, Map.of("endings", "all")))
        .hasMessageContaining("recorded");
  }

  @Test
  void paiTasks_areGangsOfInstances() {
    RecordedWorkload read = load("pai-2020", TASKS);
    JobTable jobs = read.jobs();
    assertThat(jobs.id(0)).isEqualTo("job2/ps");
    assertThat(jobs.request(0)).isEqualTo(new TaskRequest(0, 0, 4_000, 0, List.of(), null));
    assertThat(jobs.workSeconds(0)).isEqualTo(11);
    assertThat(jobs.request(1))
        .isEqualTo(new TaskRequest(0, 500, 6_000, 30_000, List.of("MISC"), null));
    assertThat(jobs.tasks(2)).isEqualTo(2);
    assertThat(jobs.request(2).devices()).isEqualTo(2);
    assertThat(jobs.workSeconds(2)).isEqualTo(1);
    assertThat(read.changed()).containsExactly(Map.entry("parts of several devices rounded up", 1));
    assertThat(read.leftOut())
        .containsOnly(Map.entry("start or end unknown", 1), Map.entry("asked for nothing", 1));
    String header =
        "job_name,task_name,inst_num,status,start_time,end_time,plan_cpu,plan_mem,plan_gpu,gpu_type\n";
    assertThat(load("pai-2020", header + TASKS).jobs().toList()).isEqualTo(jobs.toList());
  }

  @Test
  void paiSimulatorJobs_haveEstimates() {
    String table =
        """
        job_id,num_gpu,num_cpu,num_inst,submit_time,duration,user,gpu_type,group_gpu_dur
        7,0.5,4,1,0,9.5,u1,T4,12.2
        8,16,12,2,100,0,u2,,
        9,,,1,100,5,u2,,
        """;
    RecordedWorkload read = load("pai-2020", table);
    JobTable jobs = read.jobs();
    assertThat(jobs.job(0).terms().estimateSeconds()).isEqualTo(13);
    assertThat(jobs.request(0)).isEqualTo(new TaskRequest(0, 500, 4_000, 0, List.of("T4"), null));
    assertThat(jobs.tasks(1)).isEqualTo(2);
    assertThat(jobs.request(1).cpuMilli()).isEqualTo(6_000);
    assertThat(jobs.job(1).terms().estimateSeconds()).isNull();
    assertThat(jobs.tenant(1)).isEqualTo("u2");
    assertThat(read.jobsLeftOut()).isEqualTo(1);
  }

  @Test
  void paiMachines_areAFleet() {
    Fleet fleet = fleet("pai-2020", "m1,T4,96,512.0,2\nm2,CPU,64,512,0\nm3,T4,96,512,2\n");
    Pool first = fleet.hubs().getFirst().pools().getFirst();
    assertThat(first).isEqualTo(new Pool("T4", 2, 2, 96_000, 524_288, null));
    assertThat(fleet.nodes()).isEqualTo(3);
    assertThatThrownBy(() -> fleet("pai-2020", "m1,T4,96\n"))
        .hasMessageContaining("the column machine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1425511,|,|line 2, column job_id",
        "16,64|1e9,64|line 2, column gpu_num",
        "16,64|16,Infinity|line 2, column cpu_num",
        "64,2|64,-2|line 2, column node_num",
        "36848|nan|line 2, column duration",
        "2020-06-09 18:41:01,2020-06-09|2020-06-09,2020-06-09|line 2, column submit_time",
        ",36848,0|,36848|11 fields",
      })
  void brokenHeliosLine_isToldWithLineAndColumn(String part, String broken, String told) {
    assertThat(firstFinding("helios", HELIOS + HELIOS_JOB.replace(part, broken))).contains(told);
  }

  @Test
  void whatIsAnotherTable_isRefused() {
    assertThat(firstFinding("helios", KALOS)).contains("the column vc");
    assertThat(firstFinding("acme", HELIOS + HELIOS_JOB)).contains("the column type");
    assertThat(firstFinding("helios", HELIOS + HELIOS_JOB + HELIOS_JOB)).contains("line 3");
    assertThat(firstFinding("pai-2020", HELIOS + HELIOS_JOB)).contains("the column job_name");
    assertThat(firstFinding("pai-2020", TASKS + TASKS)).contains("line 6, column job_name");
    assertThat(firstFinding("pai-2020", TASKS.replace("20.5", "2.5")))
        .contains("line 3, column end_time");
    assertThat(firstFinding("pai-2020", TASKS.replace("1739162.0", "-1.0")))
        .contains("line 1, column start_time");
  }
}
