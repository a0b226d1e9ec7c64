package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.check.Violation;

/** Several members of gzip, one after the other: all of them, or an error. */
class GzipMembersTest {
  private static final String HEAD = "id,devices_per_task,submit_seconds,duration_seconds\n";
  private static final byte[] FIRST = gzip(text(HEAD + "a,1,0,60\n"));
  private static final byte[] SECOND = gzip(text("b,1,0,60\n"));

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    var bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  private static int jobs(byte[] file) {
    return TraceCases.format("csv")
        .loadWorkload(new ByteArrayInputStream(file), TraceOptions.DEFAULT)
        .jobs()
        .size();
  }

  private static Violation refused(byte[] file) {
    var refused = catchThrowableOfType(InvalidInputException.class, () -> jobs(file));
    assertThat(refused).isNotNull();
    return refused.violations().getFirst();
  }

  @Test
  void allMembers_areRead() {
    assertThat(jobs(joined(FIRST, SECOND))).isEqualTo(2);
    assertThat(jobs(joined(FIRST, gzip(new byte[0]), SECOND, gzip(new byte[0])))).isEqualTo(2);
  }

  @Test
  void zerosAfterTheEnd_areTaken() {
    assertThat(jobs(joined(FIRST, SECOND, new byte[70_000]))).isEqualTo(2);
    assertThat(refused(joined(FIRST, new byte[5], SECOND)).value())
        .endsWith("is damaged: it begins with zeros");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 'it begins with 0x408B, not with 0x1F8B'",
    "1, 'it begins with 0x1F40, not with 0x1F8B'",
    "2, it is packed otherwise than by DEFLATE",
    "3, it has flags that there are not"
  })
  void secondMemberWithAWrongByte_isRefused(int at, String why) {
    byte[] wrong = SECOND.clone();
    wrong[at] = 0x40;
    Violation refused = refused(joined(FIRST, wrong));
    assertThat(refused.value()).endsWith(why);
    assertThat(refused.field()).isEqualTo("line 3");
    assertThat(refused.rule()).contains("packed otherwise than it says");
    assertThat(refused.remedy()).isEqualTo("send it again");
  }

  @Test
  void secondMemberThatWasCut_isRefused_whereverThatIs() {
    for (int length = 1; length < SECOND.length; length++) {
      Violation refused = refused(joined(FIRST, Arrays.copyOf(SECOND, length)));
      assertThat(refused.value())
          .as("cut to %d", length)
          .isEqualTo(
              "member 2 of the gzip file, from its byte %d on, is damaged: it ends too early"
                  .formatted(FIRST.length));
    }
  }

  @Test
  void junkAfterTheEnd_isRefused() {
    assertThat(refused(joined(FIRST, text("not gzip, but so many bytes."))).value())
        .contains("it begins with 0x6E6F");
    assertThat(refused(joined(FIRST, text("n"))).value()).contains("it ends too early");
  }

  @Test
  void wrongCheckOrLength_isRefused() {
    byte[] check = SECOND.clone();
    check[check.length - 8] ^= 1;
    assertThat(refused(joined(FIRST, check)).value()).contains("its check (CRC)");
    byte[] length = SECOND.clone();
    length[length.length - 4] ^= 1;
    assertThat(refused(joined(FIRST, length)).value()).contains("its length");
  }

  @Test
  void everythingAHeaderMayHold_isPassedOver() throws IOException {
    byte[] extra = {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 3, 0, 1, 2, 3};
    byte[] header = joined(extra, text("a.csv\0of jobs\0"), new byte[2]);
    byte[] member = joined(header, Arrays.copyOfRange(SECOND, 10, SECOND.length));
    try (InputStream in = new GzipMembers(new ByteArrayInputStream(member), 7)) {
      assertThat(in.readAllBytes()).isEqualTo(text("b,1,0,60\n"));
    }
  }

  /** Any members, read by any pieces, are what the platform's reader makes of them. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void anyMembers_areAsThePlatformReadsThem(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] file = new byte[0];
    for (int i = 0; i < 5; i++) {
      byte[] content = new byte[random.nextInt(1, 30_000)];
      for (int at = 0; at < content.length; at++) {
        content[at] = (byte) random.nextInt(1 + random.nextInt(256));
      }
      file = joined(file, gzip(content));
    }
    try (InputStream ours =
            new GzipMembers(new ByteArrayInputStream(file), random.nextInt(1, 500));
        InputStream theirs = new GZIPInputStream(new ByteArrayInputStream(file))) {
      assertThat(ours.readAllBytes()).isEqualTo(theirs.readAllBytes());
    }
  }
}
