package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** Logs in the Standard Workload Format, whole and broken. The jobs are made up. */
class SwfLogTest {
  private static final String LOG =
      """
      ; Version: 2.2
      ; Computer: Made up
      ;
      ; UnixStartTime: 749458803
      ; MaxNodes: 64 (two processors each)
      ; MaxProcs: 128
      ; Queue:  0  interactive
        1   0   5  100  16  -1 -1  32  3600 -1  1  7  1 -1 -1 -1 -1 -1
        2  10  -1   60  -1  -1 -1   4    -1 -1  0 -1 -1 -1 -1 -1 -1 -1

        3  11  -1    0   1 0.5 -1   1    10 -1  1  8  1 -1 -1 -1 -1 -1
        4  12  -1   -1   8  -1 -1   8   600 -1  5  7  1 -1 -1 -1 -1 -1
        5  13  -1  9.2   2  -1 -1   2   600 -1  2  7  1 -1 -1 -1 -1 -1
        5  13  -1  9.2   2  -1 -1   2   600 -1  1  7  1 -1 -1 -1 -1 -1
      """;

  private static SwfLog log(String text) {
    return SwfLog.load(new StringReader(text));
  }

  private static Violation violation(String text) {
    var refused = catchThrowableOfType(InvalidInputException.class, () -> log(text));
    assertThat(refused).as("a log that must be refused").isNotNull();
    return refused.violations().getFirst();
  }

  @Test
  void jobsThatRan_areGangsOfProcessors() {
    SwfLog log = log(LOG);
    JobTable jobs = log.jobs();
    assertThat(jobs.toList().stream().map(Job::id)).containsExactly("1", "2", "3", "5");
    assertThat(log.leftOut()).as("never ran, and a part of job 5").isEqualTo(2);
    assertThat(jobs.job(0))
        .as("allocated before requested; the requested time is the estimate")
        .extracting(Job::tasks, Job::work, j -> j.terms().estimateSeconds(), Job::jobClass)
        .containsExactly(16, 100L, 3600L, "user-7");
    assertThat(jobs.job(1))
        .as("requested where nothing is known of the allocation")
        .extracting(Job::tasks, Job::work, j -> j.terms().estimateSeconds(), Job::jobClass)
        .containsExactly(4, 60L, null, "job");
    assertThat(jobs.tenant(0)).isEqualTo("group-1/user-7");
    assertThat(jobs.tenant(1)).isEqualTo("default");
    assertThat(log(LOG.replace(" 7  1 -1", " 7 -1 -1")).jobs().tenant(0)).isEqualTo("user-7");
    assertThat(log(LOG.replace(" 7  1 -1", "-1  1 -1")).jobs().tenant(0))
        .isEqualTo("group-1/user-unknown");
    assertThat(jobs.workSeconds(2)).as("no time is a second").isEqualTo(1);
    assertThat(jobs.workSeconds(3)).as("a part of a second counts as one").isEqualTo(10);
  }

  @Test
  void header_tellsFleetAndEpoch() {
    SwfLog log = log(LOG);
    assertThat(log.epoch()).isEqualTo(Instant.ofEpochSecond(749_458_803));
    assertThat(log.fleet("f").devices()).isEqualTo(128);
    assertThat(log(LOG.replace("MaxProcs", "Max")).processors()).isEqualTo(64);
    assertThat(log(LOG.replace("; Max", "; ")).processors()).isEqualTo(16);
    assertThat(log(LOG.replace("Unix", "")).epoch()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void byteOrderMark_isPassedOver() {
    assertThat(log("\uFEFF" + LOG).jobs().toList()).isEqualTo(log(LOG).jobs().toList());
    assertThat(log("\uFEFF" + LOG).epoch()).isEqualTo(log(LOG).epoch());
    String line = "1 0 -1 9 1 -1 -1 1 9 -1 1 7 1 -1 -1 -1 -1 -1\n";
    assertThat(log("\uFEFF" + line).jobs().size()).isEqualTo(1);
    assertThat(violation(line + "\uFEFF" + line).field()).startsWith("line 2");
  }

  @Test
  void numbersInOtherDecimalForms_areTaken() {
    String line = "1 +5 -1 .5e1 1. -1 -1 1 9 -1 1 7 1 -1 -1 -1 -1 -1\n";
    JobTable jobs = log(line).jobs();
    assertThat(jobs.submitSeconds(0)).isEqualTo(5);
    assertThat(jobs.workSeconds(0)).isEqualTo(5);
  }

  @Test
  void packedLogs_areTheSame() throws IOException {
    var gzip = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(gzip)) {
      out.write(LOG.getBytes(StandardCharsets.UTF_8));
    }
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("folder/"));
      out.putNextEntry(new ZipEntry("folder/log.swf"));
      out.write(LOG.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    for (byte[] bytes : List.of(gzip.toByteArray(), zip.toByteArray())) {
      assertThat(unpacked(bytes).jobs().toList()).isEqualTo(log(LOG).jobs().toList());
      byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
      assertThat(catchThrowableOfType(InvalidInputException.class, () -> unpacked(cut)))
          .hasMessageContaining("before it was whole");
    }
  }

  private static SwfLog unpacked(byte[] bytes) throws IOException {
    return SwfLog.load(
        new InputStreamReader(
            Unpacked.of(new ByteArrayInputStream(bytes)), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "'1 0 -1 9 1 -1 -1 1 9 -1 1 7 1 -1 -1 -1 -1', line 1, eighteen fields",
    "'1 0 -1 9 1 -1 -1 1 9 -1 1 7 1 -1 -1 -1 -1 -1 0', line 1, eighteen fields",
    "'-1 0 -1 9 1 -1 -1 1 9 -1 1 7 1 -1 -1 -1 -1 -1', 'line 1, field 1 (job_number)', from 0",
    "'1 -4 -1 9 1 -1 -1 1 9 -1 1 7 1 -1 -1 -1 -1 -1', 'line 1, field 2 (submit_time)', from 0",
    "'1 0 -1 1e300 1 -1 -1 1 9 -1 1 7 1 -1 -1 -1 -1 -1', 'line 1, field 4 (run_time)', at most",
    "'1 0 -1 -5 1 -1 -1 1 9 -1 1 7 1 -1 -1 -1 -1 -1', 'line 1, field 4 (run_time)', from 0",
    "'1 0 -1 -0.5 1 -1 -1 1 9 -1 1 7 1 -1 -1 -1 -1 -1', 'line 1, field 4 (run_time)', from 0",
    "'1 0 -1 9 -2 -1 -1 1 9 -1 1 7 1 -1 -1 -1 -1 -1', 'line 1, field 5 (allocated_processors)', or -1",
    "'1 0 -1 9 1 -1 -1 1 -9 -1 1 7 1 -1 -1 -1 -1 -1', 'line 1, field 9 (requested_time)', or -1",
    "'1 0 -1 0x1p5 1 -1 -1 1 9 -1 1 7 1 -1 -1 -1 -1 -1', 'line 1, field 4 (run_time)', a number",
    "'1 0 -1 5d 1 -1 -1 1 9 -1 1 7 1 -1 -1 -1 -1 -1', 'line 1, field 4 (run_time)', a number",
    "'1 0 -1 9 1 -1 -1 1 10f -1 1 7 1 -1 -1 -1 -1 -1', 'line 1, field 9 (requested_time)', a number",
    "'1 0 -1 NaN 1 -1 -1 1 9 -1 1 7 1 -1 -1 -1 -1 -1', 'line 1, field 4 (run_time)', a number",
    "'1 0 -1 9 x -1 -1 1 9 -1 1 7 1 -1 -1 -1 -1 -1', 'line 1, field 5 (allocated_processors)', number",
    "'1 0 -1 -1 1 -1 -1 1 9 -1 1 7 1 -1 -1 -1 -1 -1', (body), at least one job",
  })
  void brokenLine_isToldWithLineAndField(String line, String field, String rule) {
    Violation told = violation(line + "\n");
    assertThat(told.field()).isEqualTo(field);
    assertThat(told.rule()).contains(rule);
  }

  @Test
  void whatIsNoLog_isRefused() {
    assertThat(violation("").rule()).contains("at least one job");
    assertThat(violation("; MaxProcs: 9\n").rule()).contains("at least one job");
    assertThat(violation("x".repeat(1 << 20)).rule()).contains("at most 16384 characters");
    String twice = LOG.lines().filter(l -> l.startsWith("  1")).findFirst().orElseThrow() + "\n";
    assertThat(violation(twice + twice))
        .satisfies(v -> assertThat(v.field()).isEqualTo("line 2"))
        .satisfies(v -> assertThat(v.rule()).contains("unique"));
    assertThat(violation(";\n".repeat(100_001)))
        .satisfies(v -> assertThat(v.field()).isEqualTo("line 100001"))
        .satisfies(v -> assertThat(v.rule()).contains("at most 100000 lines of comment"));
    var refused =
        catchThrowableOfType(
            InvalidInputException.class, () -> log(twice + "; MaxProcs: 2000000\n").fleet("f"));
    assertThat(refused).hasMessageContaining("MaxProcs = 2000000");
  }
}
