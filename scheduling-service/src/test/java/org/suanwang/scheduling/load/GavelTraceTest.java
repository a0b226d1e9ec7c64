package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.scheduling.load.TraceCases.firstFinding;
import static org.suanwang.scheduling.load.TraceCases.load;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.WorkUnit;

/** Traces of Gavel, whole and broken. The lines are made up. */
class GavelTraceTest {
  private static final String JOB =
      "ResNet-18 (batch size 32)\tpython3 main.py\tdir\t--num_steps\t1\t3948\t16\t1\t-1.000000\t70.5\n";
  private static final String JOB_WITHOUT_DIRECTORY =
      "A3C\tpython3 main.py\t--max-steps\t0\t0\t1\t1\t-1.000000\t0\n";

  @Test
  void jobs_haveTheirTypeAsClassAndStepsAsSeconds() {
    RecordedWorkload read = load("gavel", JOB + "\n" + JOB_WITHOUT_DIRECTORY);
    JobTable jobs = read.jobs();
    assertThat(jobs.id(0)).isEqualTo("gavel-2");
    assertThat(jobs.workSeconds(0)).as("no step lasts a second").isEqualTo(1);
    assertThat(jobs.jobClass(1)).isEqualTo("ResNet-18 (batch size 32)");
    assertThat(jobs.submitSeconds(1)).isEqualTo(70);
    assertThat(jobs.workSeconds(1)).isEqualTo(3948);
    assertThat(jobs.tasks(1)).isEqualTo(2);
    assertThat(read.changed())
        .containsEntry("a step taken as a second", 2)
        .containsEntry("made a gang of tasks of at most 8 devices", 1);
    RecordedWorkload windows = load("gavel", (JOB + JOB_WITHOUT_DIRECTORY).replace("\n", "\r\n"));
    assertThat(windows.jobs().toList()).isEqualTo(jobs.toList());
  }

  @Test
  void pace_makesSecondsOfSteps() {
    RecordedWorkload read = load("gavel", JOB, Map.of("stepsPerSecond", "10.3"));
    assertThat(read.jobs().workSeconds(0)).isEqualTo(384);
    assertThat(read.changed()).doesNotContainKey("a step taken as a second");
    for (String pace : new String[] {"0", "NaN", "-1", "1e400", ""}) {
      assertThatThrownBy(() -> load("gavel", JOB, Map.of("stepsPerSecond", pace)))
          .hasMessageContaining("stepsPerSecond");
    }
  }

  @Test
  void steps_stayStepsWhereThatIsAsked() {
    RecordedWorkload read =
        load(
            "gavel",
            JOB.replace("3948", "3948.5") + JOB_WITHOUT_DIRECTORY,
            Map.of("work", "steps"));
    assertThat(read.jobs().work(0)).as("at least one").isEqualTo(1);
    assertThat(read.jobs().work(1)).isEqualTo(3949);
    assertThat(read.jobs().request(1).terms().unit()).isEqualTo(WorkUnit.STEPS);
    assertThat(read.changed()).doesNotContainKey("a step taken as a second");
    assertThatThrownBy(() -> load("gavel", JOB, Map.of("work", "days")))
        .hasMessageContaining("work = days");
    assertThatThrownBy(() -> load("gavel", JOB, Map.of("work", "steps", "stepsPerSecond", "2")))
        .hasMessageContaining("without stepsPerSecond");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\t3948\t|\t1e14\t|line 1, total_steps",
        "\t3948\t|\t-1\t|line 1, total_steps",
        "\t3948\t|\tNaN\t|line 1, total_steps",
        "\t16\t|\t0\t|line 1, scale_factor",
        "\t16\t|\t1000000000\t|line 1, scale_factor",
        "\t70.5|\t-70.5|line 1, arrival_time",
        "\t70.5|\tsoon|line 1, arrival_time",
        "ResNet-18 (batch size 32)|\u0007|line 1, job_type",
        "\tdir\t--num_steps\t1|\tdir|line 1 = 8 fields",
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void brokenLine_isToldWithLineAndField(String part, String broken, String told) {
    assertThat(firstFinding("gavel", JOB.replace(part, broken))).contains(told);
  }

  @Test
  void whatIsNoTrace_isRefused() {
    assertThat(firstFinding("gavel", "a b c\n")).contains("line 1 = 1 fields").contains("10 (job");
    assertThat(firstFinding("gavel", "\n\n")).contains("at least one job");
    assertThat(firstFinding("gavel", JOB + "x".repeat(1 << 15))).contains("16384 characters");
  }
}
