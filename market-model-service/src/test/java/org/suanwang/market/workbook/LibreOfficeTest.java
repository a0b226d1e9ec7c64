package org.suanwang.market.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suanwang.market.load.DongwuModel;

/**
 * LibreOffice computes every scenario from the file written for the base. Runs where {@code
 * soffice} is on the PATH.
 */
class LibreOfficeTest {
  @Test
  void libreOffice_givesTheServicesNumbers(@TempDir Path folder)
      throws IOException, InterruptedException {
    assumeTrue(isThere(), "soffice is not on the PATH: install LibreOffice Calc to run this");
    Path out = Files.createDirectory(folder.resolve("out"));
    byte[] base = Recalculation.write(DongwuModel.MODEL, "base");
    List<String> scenarios = ModelWorkbookTest.scenarios().toList();
    var command =
        new ArrayList<>(
            List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                out.toString()));
    for (String scenario : scenarios) {
      Path file = folder.resolve(scenario + ".xlsx");
      Files.write(file, chosen(base, scenario));
      command.add(file.toString());
    }
    run(command, folder.resolve("log.txt"));
    for (String scenario : scenarios) {
      try (var file = Recalculation.of(Files.readAllBytes(out.resolve(scenario + ".xlsx")))) {
        assertThat(file.requireServiceNumbers(DongwuModel.MODEL, scenario)).isGreaterThan(140);
      }
    }
  }

  private static boolean isThere() {
    String path = System.getenv("PATH");
    return path != null
        && Arrays.stream(path.split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
  }

  private static void run(List<String> command, Path log) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("LibreOffice takes too long: " + Files.readString(log));
    }
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
  }

  /** The file with another scenario chosen, and without results, which LibreOffice would keep. */
  private static byte[] chosen(byte[] file, String scenario) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var from = new ZipInputStream(new ByteArrayInputStream(file));
        var to = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        String text = new String(from.readAllBytes(), StandardCharsets.UTF_8);
        to.write(
            text.replaceFirst("(<c r=\"B2\"[^>]*><is><t[^>]*>)base<", "$1" + scenario + "<")
                .replaceAll("</f><v>[^<]*</v>", "</f>")
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
