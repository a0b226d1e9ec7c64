package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.load.TraceCases.firstFinding;
import static org.suanwang.scheduling.load.TraceCases.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobEnding;
import org.suanwang.scheduling.workload.JobTerms;
import org.suanwang.scheduling.workload.RequestTerms;
import org.suanwang.scheduling.workload.TaskRequest;

/** The service's own table of jobs, whole and broken. */
class JobListTest {
  private static final String HEADER =
      "id,class,region,region_required,tasks,devices_per_task,device_milli,cpu_milli,memory_mib,"
          + "device_types,reference_device,submit_seconds,duration_seconds,estimate_seconds,priority,preemptible,tenant,"
          + "deadline_seconds,start_timeout_seconds,cancel_after_seconds,ending,tasks_min,mixed,"
          + "deferrable_seconds\n";
  private static final String JOB =
      "a,train,east,true,2,8,,64000,1024,x|y,x,60,3600,7200,-3,false,research/vision,9000,500,9999,stopped,1,true,43200\n";

  private static String nothing(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  @ParameterizedTest
  @CsvSource({"2,n0|n1,n0|n1,", "2,n0,n0,", "2,n0|n1|n2,,", "1,|n0,,", "2,n0,,d"})
  void startNodes_areOneForEachTaskOrOneForAll(
      int tasks, String text, @Nullable String names, @Nullable String data) {
    String list =
        "id,tasks,devices_per_task,submit_seconds,duration_seconds,start_nodes,data_id,data_hub,"
            + "data_gigabytes\na,%d,1,0,60,%s,%s\n"
                .formatted(tasks, text, data == null ? ",," : data + ",east,9");
    if (names == null) {
      assertThat(firstFinding("csv", list)).contains("start_nodes = " + text);
    } else {
      assertThat(load("csv", list).jobs().startNodes(0)).containsExactly(names.split("\\|", -1));
    }
  }

  /** Digits of Arabic, and wide ones of Chinese print. */
  @ParameterizedTest
  @ValueSource(strings = {"\u0661", "\uFF11"})
  void digitsOfOtherScripts_areNoNumbers(String one) {
    String table = "id,devices_per_task,submit_seconds,duration_seconds\na," + one + ",0,60\n";
    assertThat(firstFinding("csv", table))
        .startsWith("line 2, column devices_per_task = " + one + ": must be a whole number");
  }

  @Test
  void job_saysAllThatARequestMaySay() {
    Job job = load("csv", HEADER + JOB).jobs().job(0);
    var request =
        new TaskRequest(8, 0, 64_000, 1_024, List.of("x", "y"), "x")
            .withTerms(RequestTerms.USUAL.withMixed(true));
    assertThat(job)
        .isEqualTo(
            new Job(
                "a",
                "train",
                "east",
                true,
                2,
                request,
                60,
                3600,
                new JobTerms(
                    7200L,
                    -3,
                    false,
                    "research/vision",
                    9000L,
                    500L,
                    9999L,
                    JobEnding.STOPPED,
                    1,
                    43_200L)));
  }

  @Test
  void fewColumns_areEnough() {
    RecordedWorkload read =
        load(
            "csv",
            """
            submit_at,duration_seconds,id,device_milli\r
            2025-01-01T00:00:05Z,9,a,500
            2025-01-01T08:00:00+08:00,9,b,1\r
            """);
    assertThat(read.epoch()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
    assertThat(read.jobs().id(1)).isEqualTo("a");
    assertThat(read.jobs().submitSeconds(1)).isEqualTo(5);
    assertThat(read.jobs().request(1).deviceMilli()).isEqualTo(500);
    assertThat(read.jobs().job(1).terms().preemptible()).isTrue();
  }

  @Test
  void anyJobs_areReadAsTheyWereWritten() {
    var draws = new SplittableRandom(23);
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder(HEADER);
      List<Job> jobs = new ArrayList<>();
      int count = 1 + draws.nextInt(20);
      for (int i = 0; i < count; i++) {
        Job job = draw(draws, i);
        jobs.add(job);
        text.append(line(job));
      }
      jobs.sort(Comparator.comparingLong(Job::submitSeconds));
      assertThat(load("csv", text.toString()).jobs().toList())
          .as("round %d", round)
          .isEqualTo(jobs);
    }
  }

  private static Job draw(SplittableRandom draws, int number) {
    boolean isShare = draws.nextBoolean();
    var request =
        new TaskRequest(
                isShare ? 0 : 1 + draws.nextInt(8),
                isShare ? 1 + draws.nextInt(999) : 0,
                draws.nextInt(1 << 20),
                draws.nextInt(1 << 20),
                draws.nextBoolean() ? List.of() : List.of("x", "设备 \"y\"", "a,b"),
                draws.nextBoolean() ? null : "x")
            .withTerms(RequestTerms.USUAL.withMixed(draws.nextBoolean()));
    return new Job(
        "job \"" + number + "\", 作业",
        "class-" + draws.nextInt(3),
        "east",
        draws.nextBoolean(),
        1 + draws.nextInt(100),
        request,
        draws.nextLong(Integer.MAX_VALUE),
        1 + draws.nextLong(Integer.MAX_VALUE),
        new JobTerms(
            drawSeconds(draws),
            draws.nextInt(),
            draws.nextBoolean(),
            draws.nextBoolean() ? "default" : "research/视觉 " + draws.nextInt(3),
            drawSeconds(draws),
            drawSeconds(draws),
            drawSeconds(draws),
            JobEnding.of(draws.nextInt(3)),
            draws.nextBoolean() ? null : 1,
            drawSeconds(draws)));
  }

  private static @Nullable Long drawSeconds(SplittableRandom draws) {
    return draws.nextBoolean() ? null : 1 + draws.nextLong(Integer.MAX_VALUE);
  }

  private static String line(Job job) {
    TaskRequest request = job.request();
    List<Object> fields =
        List.of(
            job.id(),
            job.jobClass(),
            nothing(job.region()),
            job.regionRequired(),
            job.tasks(),
            request.devices(),
            request.deviceMilli(),
            request.cpuMilli(),
            request.memoryMib(),
            String.join("|", request.deviceTypes()),
            nothing(request.referenceDevice()),
            job.submitSeconds(),
            job.work(),
            nothing(job.terms().estimateSeconds()),
            job.terms().priority(),
            job.terms().preemptible(),
            job.terms().tenant(),
            nothing(job.terms().deadlineSeconds()),
            nothing(job.terms().startTimeoutSeconds()),
            nothing(job.terms().cancelAfterSeconds()),
            job.terms().ending().name().toLowerCase(Locale.ROOT),
            nothing(job.terms().tasksMin()),
            request.terms().mixed(),
            nothing(job.terms().deferrableSeconds()));
    return String.join(
            ",", fields.stream().map(f -> '"' + f.toString().replace("\"", "\"\"") + '"').toList())
        + "\n";
  }

  @ParameterizedTest
  @CsvSource({
    "'a,train', ',train', 'line 2, column id'",
    "',2,8,', ',0,8,', 'line 2, column tasks'",
    "',2,8,', ',1000000,8,', 'line 2, column tasks'",
    "',2,8,', ',2,1e9,', 'line 2, column devices_per_task'",
    "',8,,', ',8,500,', 'line 2, column device_milli'",
    "',8,,64000,1024,', ',,,,,', 'line 2, column devices_per_task'",
    "east, '', 'line 2, column region'",
    "true, yes, 'line 2, column region_required'",
    "x|y, x||y, 'line 2, column device_types'",
    "x|y, x|x, 'line 2, column device_types'",
    "3600, 0, 'line 2, column duration_seconds'",
    "3600, NaN, 'line 2, column duration_seconds'",
    "3600, 99999999999999999999, 'line 2, column duration_seconds'",
    "7200, -1, 'line 2, column estimate_seconds'",
    "false, no, 'line 2, column preemptible'",
    "'stopped,1,true', 'stopped,1,perhaps', 'line 2, column mixed'",
    "'true,43200', 'true,0', 'line 2, column deferrable_seconds'",
    "-3, 1.5, 'line 2, column priority'",
    "research/vision, research//vision, 'line 2, column tenant'",
    "research/vision, a/b/c/d/e/f/g/h/i, 'line 2, column tenant'",
    "submit_seconds, submitted, 'submitted: is no column'",
    "submit_seconds, submit_seconds_, is no column",
    "'reference_device,', '', line 2 = 24 fields",
    "'id,class', 'name,class', the column id",
  })
  void brokenLine_isToldWithLineAndColumn(String part, String broken, String told) {
    String text = (HEADER + JOB).replaceFirst(Pattern.quote(part), broken);
    assertThat(firstFinding("csv", text)).contains(told);
  }

  @Test
  void tablesThatCannotBeMeant_areRefused() {
    assertThat(firstFinding("csv", HEADER + JOB + JOB)).contains("line 3, column id");
    assertThat(firstFinding("csv", HEADER)).contains("at least one job");
    assertThat(firstFinding("csv", "id,duration_seconds\na,1\n")).contains("one of submit_seconds");
    assertThat(firstFinding("csv", HEADER + JOB.substring(0, 20))).contains("fields");
  }
}
