package org.suanwang.market.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suanwang.market.evaluation.WorkbookChanges;
import org.suanwang.market.load.DongwuModel;
import org.suanwang.market.load.ModelText;
import org.suanwang.market.load.ShippedModels;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.ValueOverride;

/**
 * LibreOffice computes every scenario from the file written for the base. Runs where {@code
 * soffice} is on the PATH.
 */
class LibreOfficeAcceptance {
  private static final int LOWERED = 3;

  @Test
  void libreOffice_givesTheServicesNumbers(@TempDir Path folder)
      throws IOException, InterruptedException {
    byte[] base = Recalculation.write(DongwuModel.MODEL, "base");
    var files = new LinkedHashMap<String, byte[]>();
    for (String scenario : ModelWorkbookTest.scenarios().toList()) {
      files.put(scenario, chosen(base, scenario));
    }
    for (var file : computed(folder, files).entrySet()) {
      requireNumbers(file.getValue(), DongwuModel.MODEL, file.getKey());
    }
  }

  @Test
  void libreOffice_readsHostileNamesAndRoundsAlike(@TempDir Path folder)
      throws IOException, InterruptedException {
    var models = new LinkedHashMap<String, PublishedModel>();
    List<String> names = HostileWorkbookTest.names();
    models.put(
        "names",
        ModelText.read(
            ModelText.model(
                names.stream().map(name -> ModelText.parameter(name, "3", "")).toList(),
                List.of(ModelText.variable("the_sum", String.join(" + ", names))))));
    for (RoundingMode mode : RoundingMode.values()) {
      if (mode != RoundingMode.UNNECESSARY) {
        models.put(mode.name(), HostileWorkbookTest.roundings(mode));
      }
    }
    var files = new LinkedHashMap<String, byte[]>();
    for (var model : models.entrySet()) {
      files.put(model.getKey(), chosen(Recalculation.write(model.getValue(), "base"), "base"));
    }
    Map<String, byte[]> computed = computed(folder, files);
    for (var model : models.entrySet()) {
      requireNumbers(
          Objects.requireNonNull(computed.get(model.getKey())), model.getValue(), "base");
    }
  }

  /** Numbers, and the formulas that LibreOffice writes its own way, of every shipped model. */
  @Test
  void fileThatLibreOfficeSaved_comesBackWithItsChangesAndItsNumbers(@TempDir Path folder)
      throws IOException, InterruptedException {
    var models = new LinkedHashMap<String, PublishedModel>();
    var files = new LinkedHashMap<String, byte[]>();
    for (PublishedModel model : ShippedModels.all()) {
      models.put(model.version().id(), model);
      files.put(model.version().id(), chosen(lowered(model), PublishedModel.BASE));
    }
    for (var saved : computed(folder, files).entrySet()) {
      PublishedModel model = Objects.requireNonNull(models.get(saved.getKey()));
      WorkbookChanges changes = new ModelWorkbook().open(saved.getValue()).changes(model);
      assertThat(changes.values()).as(saved.getKey()).hasSize(LOWERED);
      List<ValueOverride> overrides =
          changes.values().stream()
              .map(v -> new ValueOverride(v.key(), v.to(), "changed", "workbook"))
              .toList();
      try (var recalculated = Recalculation.of(saved.getValue())) {
        recalculated.requireServiceNumbers(
            model, Assumptions.none().with(overrides, List.of()), saved.getKey());
      }
    }
  }

  /** The first stated numbers, 3 % lower. */
  private static byte[] lowered(PublishedModel model) throws IOException {
    try (var file = Recalculation.of(Recalculation.write(model, PublishedModel.BASE))) {
      for (int row = 1; row <= LOWERED; row++) {
        Cell stated = file.workbook.getSheet("Parameters").getRow(row).getCell(3);
        double lower = stated.getNumericCellValue() * 0.97;
        stated.setBlank(); // A fraction is a formula, and would stay one.
        stated.setCellValue(lower);
      }
      var bytes = new ByteArrayOutputStream();
      file.workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static void requireNumbers(byte[] file, PublishedModel model, String scenario) {
    try (var recalculated = Recalculation.of(file)) {
      assertThat(recalculated.requireServiceNumbers(model, scenario))
          .isEqualTo(model.model().keys().size());
    }
  }

  /** What LibreOffice makes of files without results. */
  private static Map<String, byte[]> computed(Path folder, Map<String, byte[]> files)
      throws IOException, InterruptedException {
    assumeTrue(isThere(), "soffice is not on the PATH: install LibreOffice Calc to run this");
    Path out = Files.createDirectory(folder.resolve("out"));
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
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey() + ".xlsx");
      Files.write(path, file.getValue());
      command.add(path.toString());
    }
    run(command, folder.resolve("log.txt"));
    var computed = new LinkedHashMap<String, byte[]>();
    for (String name : files.keySet()) {
      computed.put(name, Files.readAllBytes(out.resolve(name + ".xlsx")));
    }
    return computed;
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
