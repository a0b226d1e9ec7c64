package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Traces of OpenDC. The files in {@code opendc/} were written by DuckDB 1.4.1, {@code COPY …
 * (FORMAT parquet, CODEC …)}, and are kept as text in base64.
 */
class OpenDcTraceTest {
  private List<Path> before = List.of();

  @BeforeEach
  void lookAtTheDisk() throws IOException {
    before = temporaryFiles();
  }

  @AfterEach
  void nothingStaysOnDisk() throws IOException {
    assertThat(temporaryFiles()).isSubsetOf(before);
  }

  private static List<Path> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(f -> f.getFileName().toString().matches("suanwang-.*\\.parquet"))
          .toList();
    }
  }

  static byte[] file(String name) throws IOException {
    try (InputStream in = OpenDcTraceTest.class.getResourceAsStream("/opendc/" + name + ".txt")) {
      assertThat(in).as(name).isNotNull();
      return Base64.getMimeDecoder().decode(in.readAllBytes());
    }
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return out.toByteArray();
  }

  private static RecordedWorkload load(byte[] trace) {
    return load(trace, Map.of());
  }

  private static RecordedWorkload load(byte[] trace, Map<String, String> options) {
    return TraceCases.format("opendc")
        .loadWorkload(new ByteArrayInputStream(trace), TraceCases.options("opendc", options));
  }

  private static List<String> refused(byte[] trace) {
    var refused = catchThrowableOfType(InvalidInputException.class, () -> load(trace));
    assertThat(refused).isNotNull();
    return refused.violations().stream().map(OpenDcTraceTest::told).toList();
  }

  private static String told(Violation v) {
    return v.field() + " = " + v.value() + ": " + v.rule();
  }

  @ParameterizedTest
  @ValueSource(strings = {"uncompressed", "gzip", "snappy", "zstd"})
  void everyCodec_givesTheSameJobs(String codec) throws IOException {
    RecordedWorkload read = load(file("tasks-" + codec));
    JobTable jobs = read.jobs();

    assertThat(read.epoch()).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
    assertThat(jobs.size()).isEqualTo(3);
    assertThat(List.of(jobs.id(0), jobs.id(1), jobs.id(2))).containsExactly("0", "1", "2");
    assertThat(jobs.submitSeconds(1)).isEqualTo(10);
    assertThat(jobs.workSeconds(0)).isEqualTo(3600);
    // A second and a half is two, and no time is one.
    assertThat(jobs.workSeconds(1)).isEqualTo(2);
    assertThat(jobs.workSeconds(2)).isEqualTo(1);
    assertThat(jobs.request(0).devices()).isZero();
    assertThat(jobs.request(0).cpuMilli()).isEqualTo(4000);
    assertThat(jobs.request(0).memoryMib()).isEqualTo(1024);
    assertThat(jobs.request(1).devices()).isEqualTo(1);
    // 24 devices and 48 CPUs: three tasks of eight and sixteen.
    assertThat(jobs.tasks(2)).isEqualTo(3);
    assertThat(jobs.request(2).devices()).isEqualTo(8);
    assertThat(jobs.request(2).cpuMilli()).isEqualTo(16_000);
    assertThat(read.leftOut()).containsExactly(Map.entry("asked for nothing", 1));
    assertThat(read.changed())
        .containsEntry("does not wait for its parents", 1)
        .containsEntry("made a gang of tasks of at most 8 devices", 1);
  }

  @Test
  void zipWithFragments_runsAsLongAsThey() throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("trace/fragments.parquet", file("fragments"));
    files.put("trace/tasks.parquet", file("tasks-snappy"));
    files.put("trace/README.md", "not read".getBytes(StandardCharsets.UTF_8));
    RecordedWorkload read = load(zip(files));

    assertThat(read.jobs().workSeconds(0)).isEqualTo(2700);
    assertThat(read.jobs().workSeconds(1)).isEqualTo(2);
    assertThat(read.jobs().workSeconds(2)).isEqualTo(1);
    // Task 3 has no fragments.
    assertThat(read.changed())
        .containsEntry("runs as long as its fragments, not as its duration", 2);
  }

  @Test
  void zipInEitherOrder_isTheSame() throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("tasks.parquet", file("tasks-zstd"));
    files.put("fragments.parquet", file("fragments"));
    assertThat(load(zip(files)).jobs().workSeconds(0)).isEqualTo(2700);
  }

  @Test
  void olderTrace_hasStartAndStop() throws IOException {
    RecordedWorkload read = load(zip(Map.of("meta.parquet", file("meta"))));

    assertThat(read.jobs().id(0)).isEqualTo("vm-1");
    assertThat(read.jobs().workSeconds(0)).isEqualTo(3600);
    assertThat(read.epoch()).isEqualTo(Instant.parse("2013-08-12T13:35:46Z"));
  }

  @Test
  void idsThatAreTexts_andTimesInMicroseconds_areTaken() throws IOException {
    RecordedWorkload texts = load(file("tasks-text-ids"));
    assertThat(List.of(texts.jobs().id(0), texts.jobs().id(1))).containsExactly("vm-2", "vm-1");
    RecordedWorkload micros = load(file("tasks-micros"));
    assertThat(micros.epoch()).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
    assertThat(micros.jobs().submitSeconds(1)).isEqualTo(1);
  }

  @Test
  void widerJobs_areCappedWhenAsked() throws IOException {
    JobTable jobs = load(file("tasks-zstd"), Map.of("widerJobs", "cap")).jobs();
    assertThat(jobs.tasks(2)).isEqualTo(1);
    assertThat(jobs.request(2).devices()).isEqualTo(8);
  }

  @Test
  void fileInGzip_isUnpacked() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(file("tasks-snappy"));
    }
    assertThat(load(out.toByteArray()).jobs().size()).isEqualTo(3);
  }

  @Test
  void badRows_areToldWithFileRowAndColumn() throws IOException {
    assertThat(refused(file("tasks-bad")))
        .containsExactly(
            "tasks.parquet, row 1, column cpu_count = -4: must be a whole number from 0 to 4000000",
            "tasks.parquet, row 2, column submission_time = -31536000000: must be a number from 0.0"
                + " to 2.147483647E12",
            "tasks.parquet, row 2, column duration = : must be a number from 0.0 to 2.147483647E12",
            "tasks.parquet, row 2, column id = 0: must be unique in the trace",
            "tasks.parquet, row 3, column duration = -5: must be a number from 0.0 to"
                + " 2.147483647E12");
    assertThat(refused(file("tasks-float-count")).getFirst())
        .startsWith("tasks.parquet, row 1, column cpu_count = 1.5: must be a whole number");
  }

  @Test
  void columnThatIsMissing_isTold() throws IOException {
    assertThat(refused(file("tasks-no-duration")).getFirst())
        .contains("must have the column duration or stop_time");
  }

  @Test
  void codecWithoutALibrary_isTold() throws IOException {
    assertThat(refused(file("tasks-brotli")).getFirst())
        .contains("BROTLI: must be compressed by one of");
  }

  @Test
  void traceWithoutTasks_isRefused() throws IOException {
    assertThat(refused(file("tasks-empty")).getFirst()).contains("must have at least one job");
    assertThat(refused(zip(Map.of("fragments.parquet", file("fragments")))).getFirst())
        .contains("a zip without tasks.parquet");
    var twice = new LinkedHashMap<String, byte[]>();
    twice.put("a/tasks.parquet", file("tasks-zstd"));
    twice.put("b/tasks.parquet", file("tasks-zstd"));
    assertThat(refused(zip(twice)).getFirst()).contains("must be in the zip once");
  }

  @Test
  void whatIsNoParquet_isRefused() throws IOException {
    byte[] whole = file("tasks-snappy");
    assertThat(refused("id,duration\n1,2\n".getBytes(StandardCharsets.UTF_8)).getFirst())
        .contains("must be a whole Parquet file");
    assertThat(refused(new byte[0]).getFirst()).contains("must be a whole Parquet file");
    for (int length = 1; length < whole.length; length += 97) {
      assertThat(refused(Arrays.copyOf(whole, length)).getFirst())
          .contains("must be a whole Parquet file");
    }
  }

  @Test
  void everyByteThatIsWrong_isRefusedOrTaken() throws IOException {
    byte[] whole = file("tasks-uncompressed");
    for (int at = 0; at < whole.length; at += 7) {
      byte[] wrong = whole.clone();
      wrong[at] ^= 0x55;
      try {
        assertThat(load(wrong).jobs().size()).isPositive();
      } catch (InvalidInputException e) {
        assertThat(e.violations()).isNotEmpty();
      }
    }
  }

  /** Gives what it has, and then waits until it is let go. */
  private static final class Stalled extends InputStream {
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);

    @Override
    public int read() throws IOException {
      waiting.countDown();
      try {
        letGo.await();
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      }
      throw new IOException("gone");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return read();
    }
  }

  @Test
  void sendersWhoStall_keepNobodyWaiting() throws Exception {
    List<Stalled> stalled = List.of(new Stalled(), new Stalled(), new Stalled());
    List<Thread> threads = new ArrayList<>();
    for (Stalled each : stalled) {
      var options = TraceCases.options("opendc", Map.of());
      byte[] begin = Arrays.copyOf(file("tasks-snappy"), 100);
      var in = new SequenceInputStream(new ByteArrayInputStream(begin), each);
      threads.add(
          Thread.ofPlatform()
              .start(
                  () ->
                      assertThatThrownBy(
                              () -> TraceCases.format("opendc").loadWorkload(in, options))
                          .isInstanceOf(InvalidInputException.class)));
      each.waiting.await();
    }
    assertThat(load(file("tasks-snappy")).jobs().size()).isEqualTo(3);
    for (Stalled each : stalled) {
      each.letGo.countDown();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
