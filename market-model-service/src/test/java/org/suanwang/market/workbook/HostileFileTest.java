package org.suanwang.market.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.load.DongwuModel;

/** Files that somebody made to do harm, or damaged, are refused and cost little. */
class HostileFileTest {
  private static final byte[] WRITTEN = Recalculation.write(DongwuModel.MODEL, "base");

  private static void refused(byte[] file, String message) {
    assertThatThrownBy(() -> new ModelWorkbook().open(file).changes(DongwuModel.MODEL))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  /** The written file with a part replaced; without it when the text is empty. */
  private static byte[] with(String part, String text) {
    var bytes = new ByteArrayOutputStream();
    try (var from = new ZipInputStream(new ByteArrayInputStream(WRITTEN));
        var to = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        boolean replaced = entry.getName().equals(part);
        if (!replaced || !text.isEmpty()) {
          to.putNextEntry(new ZipEntry(entry.getName()));
          to.write(replaced ? text.getBytes(StandardCharsets.UTF_8) : from.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "PK", "PK\u0003\u0004", "<?xml version=\"1.0\"?><a/>", "{}"})
  void whatIsNoZipFile_isRefused(String text) {
    refused(text.getBytes(StandardCharsets.ISO_8859_1), "must be an xlsx workbook");
  }

  @Test
  void everyBeginningOfAFile_isRefused() {
    for (int length = 0; length < WRITTEN.length * 9 / 10; length += WRITTEN.length / 60) {
      byte[] cut = Arrays.copyOf(WRITTEN, length);
      assertThatThrownBy(() -> new ModelWorkbook().open(cut).changes(DongwuModel.MODEL))
          .as("%s bytes", length)
          .isInstanceOf(InvalidInputException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet3.xml"})
  void partThatIsMissingOrNoXml_isRefused(String part) {
    refused(with(part, ""), part);
    refused(with(part, "<a><b></a>"), "is no XML");
    refused(with(part, "\u0000"), "is no XML");
  }

  @Test
  void entities_areNotRead() {
    String outside =
        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
            + "<worksheet><sheetData><row><c r=\"B1\" t=\"inlineStr\"><is><t>&e;</t></is></c>"
            + "</row></sheetData></worksheet>";
    refused(with("xl/worksheets/sheet1.xml", outside), "is no XML");
    var laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    laughs.append("]><worksheet><c r=\"B1\" t=\"str\"><v>&a29;</v></c></worksheet>");
    refused(with("xl/worksheets/sheet1.xml", laughs.toString()), "is no XML");
  }

  @Test
  void fileThatUnpacksToFarMore_isRefusedWhileItIsUnpacked() {
    byte[] bomb = with("xl/worksheets/sheet1.xml", " ".repeat(80 << 20));
    assertThat(bomb.length).isLessThan(8 << 20);
    refused(bomb, "when it is unpacked");
  }

  @Test
  void tooManyParts_areRefused() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 600; i++) {
        zip.putNextEntry(new ZipEntry("x" + i));
      }
    }
    refused(bytes.toByteArray(), "at most 500 parts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c r=\"B1\" t=\"s\"><v>7</v></c>",
        "<c r=\"B1\" t=\"s\"><v>-1</v></c>",
        "<c r=\"B1\" t=\"s\"><v>99999999999</v></c>",
        "<c r=\"\" t=\"n\"><v>7</v></c>",
        "<c r=\"ABCD1\" t=\"n\"><v>7</v></c>",
        "<c r=\"B1\"/>"
      })
  void oddCells_areRefused(String cell) {
    String sheet = "<worksheet><sheetData><row>" + cell + "</row></sheetData></worksheet>";
    assertThatThrownBy(
            () -> new ModelWorkbook().open(with("xl/worksheets/sheet1.xml", sheet)).model())
        .isInstanceOf(InvalidInputException.class);
  }
}
