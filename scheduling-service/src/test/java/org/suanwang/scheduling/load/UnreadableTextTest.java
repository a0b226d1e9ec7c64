package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.check.Violation;

/** Where a text breaks off, or stops being one, it is told on which line. */
class UnreadableTextTest {
  private static final int LINES = 60_000;

  private static String line(String format, int number) {
    return switch (format) {
      case "csv" -> "job-%d,10,%d,1".formatted(number, number);
      case "swf" -> "%d %d 0 10 1 -1 -1 1 -1 -1 1 1 1 -1 -1 -1 -1 -1".formatted(number, number);
      case "gavel" -> "a\tb\tc\td\t0\t100\t1\t1\t-1\t%d".formatted(number);
      default ->
          "{\"jobid\":\"job-%d\",\"vc\":\"a\",\"user\":\"u\",\"status\":\"Pass\",\"attempts\":[]}"
              .formatted(number);
    };
  }

  private static byte[] text(String format, int lines) {
    StringBuilder text = new StringBuilder();
    text.append(format.equals("csv") ? "id,duration_seconds,submit_seconds,devices_per_task" : "");
    text.append(format.equals("philly") ? "[" : "");
    text.append(format.equals("swf") ? "; a comment" : "");
    text.append(format.equals("gavel") ? "a\tb\tc\td\t0\t100\t1\t1\t-1\t0" : "");
    for (int number = 2; number <= lines; number++) {
      boolean isAfterFirst = format.equals("philly") && number > 2;
      text.append(isAfterFirst ? ",\n" : "\n").append(line(format, number));
    }
    return text.append(format.equals("philly") ? "]" : "\n")
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Where a line begins, the first being 1. */
  private static int offset(byte[] text, int line) {
    int at = 0;
    for (int number = 1; number < line; at++) {
      number += text[at] == '\n' ? 1 : 0;
    }
    return at;
  }

  private static Violation first(String format, byte[] file) {
    InvalidInputException e =
        catchThrowableOfType(
            InvalidInputException.class,
            () ->
                TraceFormat.find(format)
                    .orElseThrow()
                    .loadWorkload(new ByteArrayInputStream(file), TraceOptions.DEFAULT));
    return e.violations().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "csv,2",
    "csv,3",
    "csv,50002",
    "csv,60000",
    "swf,1",
    "swf,50002",
    "gavel,1",
    "gavel,50002",
    "philly,2",
    "philly,3",
    "philly,50002"
  })
  void byteThatIsNoText_isToldWithItsLine(String format, int line) {
    byte[] text = text(format, LINES);
    text[offset(text, line) + 2] = (byte) 0xFC;
    assertThat(first(format, text))
        .isEqualTo(
            new Violation(
                "line " + line,
                "byte 0xFC",
                "must be text in UTF-8",
                "convert the file, iconv -t UTF-8"));
  }

  /** A third of the packed bytes is missing: the line is about as far down. */
  @ParameterizedTest
  @ValueSource(strings = {"csv", "swf", "gavel", "philly"})
  void packedTextThatWasCut_isToldWithTheLineItCameTo(String format) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text(format, LINES));
    }
    Violation cut = first(format, Arrays.copyOf(packed.toByteArray(), packed.size() * 2 / 3));
    assertThat(cut.rule()).contains("ended before it was whole");
    assertThat(Integer.parseInt(cut.field().replace("line ", "")))
        .isBetween(LINES / 2, LINES * 4 / 5);
  }

  /**
   * Any text in any pieces is what the decoder of the platform makes of it, and so are its lines.
   */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyText_comesAsItIs(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder();
    int lines = 1;
    while (text.length() < 40_000) {
      String piece =
          switch (random.nextInt(8)) {
            case 0 -> "\n";
            case 1 -> "\r\n";
            case 2 -> "\uD83D\uDE00";
            case 3 -> "网";
            default -> "x".repeat(random.nextInt(20));
          };
      lines += piece.endsWith("\n") ? 1 : 0;
      text.append(piece);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] broken = Arrays.copyOf(bytes, bytes.length + 1);
    broken[bytes.length] = (byte) 0x80;
    try (Reader whole = new Utf8Text(new Dripping(bytes, random))) {
      assertThat(all(whole, random)).isEqualTo(text.toString());
    }
    StringBuilder read = new StringBuilder();
    String last = "line " + lines;
    assertThatThrownBy(
            () -> {
              Reader reader = new Utf8Text(new Dripping(broken, random));
              for (int c = reader.read(); c >= 0; c = reader.read()) {
                read.append((char) c);
              }
            })
        .isInstanceOfSatisfying(
            UnreadableTextException.class,
            e -> {
              Findings findings = new Findings();
              UnreadableTextException.note(e, "nowhere", findings);
              assertThatThrownBy(findings::throwIfAny).hasMessageContaining(last);
            });
    assertThat(read).as("all before it").hasToString(text.toString());
  }

  @Test
  void characterThatWasCut_isNoText() {
    byte[] cut = Arrays.copyOf("a\n网".getBytes(StandardCharsets.UTF_8), 4);
    assertThatThrownBy(() -> all(new Utf8Text(new ByteArrayInputStream(cut)), null))
        .isInstanceOf(UnreadableTextException.class);
  }

  private static String all(Reader reader, @Nullable SplittableRandom random) throws IOException {
    StringBuilder all = new StringBuilder();
    char[] buffer = new char[9_000];
    int wanted = random == null ? 10 : 1 + random.nextInt(buffer.length);
    for (int n = reader.read(buffer, 0, wanted); n >= 0; n = reader.read(buffer, 0, wanted)) {
      all.append(buffer, 0, n);
      wanted = random == null ? 10 : 1 + random.nextInt(buffer.length);
    }
    return all.toString();
  }

  /** Gives as many bytes at a time as it likes. */
  private static final class Dripping extends InputStream {
    private final ByteArrayInputStream bytes;
    private final SplittableRandom random;

    Dripping(byte[] bytes, SplittableRandom random) {
      this.bytes = new ByteArrayInputStream(bytes);
      this.random = random;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return bytes.read(into, offset, Math.min(length, 1 + random.nextInt(5_000)));
    }
  }
}
