package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.check.InvalidInputException;

/**
 * Files of Parquet of which one byte is another. {@code tasks-indexed} was written by PyArrow 25:
 * dictionaries, pages of version 2, several of them in two row groups, and an index of pages.
 */
class DamagedParquetTest {
  /** A machine that is busy may be slow; one that waits for what never comes is found out. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** 1 tries every byte, and takes minutes. */
  private static final int STEP = Integer.getInteger("suanwang.parquet.step", 67);

  private static final int HEADER_BYTES = 40;

  /** The first column chunk begins behind the magic, and its header with type and two lengths. */
  private static final int UNPACKED_AT = 7;

  private static final int PACKED_AT = 9;

  private static RecordedWorkload load(byte[] trace) {
    return TraceCases.format("opendc")
        .loadWorkload(new ByteArrayInputStream(trace), TraceCases.options("opendc", Map.of()));
  }

  private static byte[] file(String name) throws IOException {
    return OpenDcTraceTest.file(name);
  }

  private static String refused(byte[] trace) {
    var refused =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> assertTimeoutPreemptively(PATIENCE, () -> load(trace)));
    assertThat(refused).isNotNull();
    assertThat(refused.violations().getFirst().rule()).isEqualTo("must be a whole Parquet file");
    return refused.violations().getFirst().value();
  }

  private static void refusedOrTaken(byte[] trace, String what) {
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          try {
            assertThat(load(trace).jobs().size()).as(what).isPositive();
          } catch (InvalidInputException e) {
            assertThat(e.violations()).as(what).isNotEmpty();
          }
        },
        what);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "meta",
        "tasks-gzip",
        "tasks-indexed",
        "tasks-snappy",
        "tasks-text-ids",
        "tasks-uncompressed",
        "tasks-zstd"
      })
  void everyByteThatIsWrong_isRefusedOrTaken_inTime(String name) throws IOException {
    byte[] whole = file(name);
    Random random = new Random(name.hashCode());
    for (int at = 0; at < whole.length; at += at < HEADER_BYTES ? 1 : STEP) {
      byte[] wrong = whole.clone();
      wrong[at] ^= (byte) (1 + random.nextInt(255));
      refusedOrTaken(wrong, name + " with " + wrong[at] + " at " + at);
    }
  }

  @Test
  void fileWithDictionariesAndAnIndex_isRead() throws IOException {
    RecordedWorkload read = load(file("tasks-indexed"));
    assertThat(read.jobs().size()).isEqualTo(40);
    assertThat(read.jobs().submitSeconds(39)).isEqualTo(39);
    assertThat(read.changed()).containsEntry("does not wait for its parents", 10);
  }

  @Test
  void pageLongerThanItsColumn_isRefused() throws IOException {
    byte[] wrong = file("tasks-snappy");
    wrong[PACKED_AT] = 0x7e;
    assertThat(refused(wrong)).contains("a page of column id would have 63 bytes of ");
  }

  @Test
  void pageOfOtherLengthsThanPacked_isRefused() throws IOException {
    byte[] wrong = file("tasks-uncompressed");
    wrong[UNPACKED_AT] = 0x2e;
    assertThat(refused(wrong)).contains("has two lengths though nothing is packed");
  }

  @Test
  void footerThatClaimsMore_isRefused() throws IOException {
    byte[] wrong = file("tasks-snappy");
    wrong[wrong.length - 5] = 0x40;
    assertThat(refused(wrong)).startsWith("the footer would have ");
    byte[] empty = file("tasks-snappy");
    empty[empty.length - 8] = 0;
    empty[empty.length - 7] = 0;
    assertThat(refused(empty)).isEqualTo("the footer would have 0 bytes, of at most 4194304");
  }
}
