package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.check.InvalidInputException;

/** Files as publishers pack them, and as those do who mean ill. */
class UnpackedTest {
  private static final String JOBS =
      "id,devices_per_task,submit_seconds,duration_seconds\na,1,0,60\n";

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  /** Names and contents by turns. */
  private static byte[] zip(String... files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < files.length; i += 2) {
        out.putNextEntry(new ZipEntry(files[i]));
        out.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /** What tar writes of a file: a block of 512 bytes, of which only name and magic matter here. */
  private static byte[] tar(String name) {
    byte[] block = new byte[1024];
    byte[] start = name.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(start, 0, block, 0, start.length);
    byte[] magic = "ustar\u000000".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(magic, 0, block, 257, magic.length);
    return block;
  }

  private static RecordedWorkload csv(byte[] file) {
    return TraceCases.format("csv")
        .loadWorkload(new ByteArrayInputStream(file), TraceOptions.DEFAULT);
  }

  private static long unpack(byte[] file) throws IOException {
    return Unpacked.of(new ByteArrayInputStream(file)).transferTo(OutputStream.nullOutputStream());
  }

  @Test
  void archive_givesTheOneFileThatCanBeATrace() throws IOException {
    byte[] published =
        zip(
            "README.md",
            "# Jobs",
            "data/",
            "",
            "__MACOSX/x.csv",
            "x",
            "data/LICENSE",
            "CC-BY",
            "data/.hidden",
            "x",
            "data/jobs.csv",
            JOBS,
            "data/notes.md",
            "x");
    assertThat(csv(published).jobs().size()).isEqualTo(1);
    byte[] named = zip("readme_jobs.csv", JOBS);
    assertThat(csv(named).jobs().size()).as("a trace by its ending").isEqualTo(1);
    assertThatThrownBy(() -> csv(zip("README.md", "# Jobs", "LICENSE", "x")))
        .hasMessageContaining("no trace beside README.md");
    assertThatThrownBy(() -> csv(zip("data/", ""))).hasMessageContaining("has no file");
  }

  /** Half of a trace in two files would be taken for all of it. */
  @Test
  void archiveOfTwoTraces_isRefusedWithBothNames() throws IOException {
    byte[] two = zip("2017/jobs.csv", JOBS, "2017/README.md", "# Jobs", "2018/jobs.csv", JOBS);
    assertThatThrownBy(() -> csv(two))
        .hasMessageContaining("2017/jobs.csv, 2018/jobs.csv")
        .hasMessageContaining("an archive must have one trace");
    assertThatThrownBy(() -> unpack(two)).hasMessageContaining("2018/jobs.csv");
  }

  @Test
  void findingInAnArchive_namesTheFile() throws IOException {
    assertThatThrownBy(() -> csv(zip("about.txt", "These are jobs.\n")))
        .hasMessageContaining("about.txt in the archive, line 1 = ")
        .hasMessageContaining("must have the column id");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tar_isToldWithItsFirstFile(boolean isPacked) throws IOException {
    byte[] tar = tar("trace-data/cluster_job_log");
    assertThatThrownBy(() -> csv(isPacked ? gzip(tar) : tar))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a tar archive that begins with trace-data/cluster_job_log")
        .hasMessageContaining("tar -xf");
  }

  @ParameterizedTest
  @CsvSource({
    "425a6839314159265359aabb, a file of bzip2, bzip2 -d",
    "425a6839177245385090, an empty file of bzip2, bzip2 -d",
    "fd377a585a000004, a file of xz, xz -d",
    "28b52ffd2030, a file of Zstandard, zstd -d",
    "04224d186440, a file of LZ4, lz4 -d",
    "377abcaf271c0004, an archive of 7-Zip, 7z x"
  })
  void otherPackings_areNamed_plainAndInside(String bytes, String name, String command)
      throws IOException {
    byte[] packed = HexFormat.of().parseHex(bytes);
    for (byte[] file : List.of(packed, gzip(packed))) {
      assertThatThrownBy(() -> csv(file))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(name)
          .hasMessageContaining("unpack it first (" + command + ")");
    }
  }

  @Test
  void whatIsPackedTwice_isNamed() throws IOException {
    byte[] once = gzip(JOBS.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> csv(gzip(once)))
        .hasMessageContaining("a file of gzip, packed once more")
        .hasMessageContaining("unpack it first (gzip -d)");
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("jobs.csv.gz"));
      out.write(once);
    }
    assertThatThrownBy(() -> csv(bytes.toByteArray()))
        .hasMessageContaining("a file of gzip, packed once more");
    assertThatThrownBy(() -> csv(gzip(zip("jobs.csv", JOBS))))
        .hasMessageContaining("a zip archive, packed once more");
  }

  @Test
  void emptyArchive_isToldAsSuch() throws IOException {
    assertThatThrownBy(() -> csv(zip()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("an empty zip archive");
  }

  @Test
  void fewBytesThatBecomeVeryMany_areRefused() throws IOException {
    byte[] many = new byte[(int) UnpackedBytes.SMALL_BYTES + (8 << 20)];
    byte[] packed = gzip(many);
    assertThat(packed.length).isLessThan(100_000);
    assertThat(catchThrowableOfType(InvalidInputException.class, () -> unpack(packed)))
        .hasMessageContaining("less than 1/200");
    byte[] small = gzip(Arrays.copyOf(many, (int) UnpackedBytes.SMALL_BYTES));
    assertThat(unpack(small)).isEqualTo(UnpackedBytes.SMALL_BYTES);
    assertThatThrownBy(() -> unpack(zip("README.md", "\0".repeat(many.length), "a.csv", JOBS)))
        .as("what is passed over counts")
        .hasMessageContaining("less than 1/200");
    Random noise = new Random(7);
    for (int i = 0; i < many.length; i += 600) {
      many[i] = (byte) noise.nextInt();
      many[i + 1] = (byte) noise.nextInt();
    }
    byte[] plausible = gzip(many);
    assertThat(many.length / plausible.length).as("as lists of like pods are").isBetween(60, 190);
    assertThat(unpack(plausible)).isEqualTo(many.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t"})
  void otherSeparator_isNamed(String separator) {
    byte[] table = JOBS.replace(",", separator).getBytes(StandardCharsets.UTF_8);
    var refused = catchThrowableOfType(InvalidInputException.class, () -> csv(table));
    assertThat(refused.violations()).hasSize(1);
    assertThat(refused)
        .hasMessageContaining(
            "between commas, not between " + (separator.equals(";") ? "semi" : "tab"));
  }
}
