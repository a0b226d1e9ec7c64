package org.suanwang.catalog.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.ExchangeFormat;
import org.suanwang.catalog.catalog.Increment;
import org.suanwang.catalog.catalog.PackageReader.Reading;

/**
 * Rows of Epoch AI's table and what is read from them. The rows are from <em>Data on Machine
 * Learning Hardware</em>, epoch.ai, CC BY 4.0, shortened.
 */
final class EpochRows {
  private EpochRows() {}

  static final Catalog EMPTY = Catalog.of(CatalogContent.empty());

  static final List<String> COLUMNS =
      List.of(
          "Hardware name",
          "Manufacturer",
          "Type",
          "Notes",
          "Release date",
          "Tensor-FP16/BF16 performance (FLOP/s)",
          "FP16 (half precision) performance (FLOP/s)",
          "Memory (bytes)",
          "Internode bandwidth (bit/s)",
          "TDP (W)",
          "Base clock (MHz)",
          "Process size (nm)",
          "Transistors (millions)",
          "Last modified",
          "Max performance");

  static final List<String> A800 =
      List.of(
          "NVIDIA A800 PCIe 40 GB",
          "NVIDIA",
          "GPU",
          "Two lines\nof notes",
          "2022-11-08",
          "312000000000000.0",
          "77970000000000.0",
          "40000000000.0",
          "200000000000.0",
          "250.0",
          "765.0",
          "7.0",
          "54200.0",
          "2026-03-18 12:56:18+00:00",
          "3.12e+14");

  static final List<String> SIYUAN =
      List.of(
          "Cambricon Siyuan 690",
          "Cambricon",
          "",
          "",
          "2026",
          "",
          "",
          "",
          "",
          "0.0",
          "",
          "",
          "",
          "2025-12-01 09:00:00+00:00",
          "0.0");

  static String row(List<String> cells) {
    return cells.stream()
        .map(c -> c.matches("(?s).*[,\"\n].*") ? '"' + c.replace("\"", "\"\"") + '"' : c)
        .collect(Collectors.joining(",", "", "\n"));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  static String table(List<String>... rows) {
    return row(COLUMNS) + List.of(rows).stream().map(EpochRows::row).collect(Collectors.joining());
  }

  static List<String> with(List<String> row, String column, String cell) {
    var changed = new ArrayList<>(row);
    changed.set(COLUMNS.indexOf(column), cell);
    return changed;
  }

  static Reading read(String table, Catalog known) {
    return RoundTripTest.read(table.getBytes(StandardCharsets.UTF_8), ExchangeFormat.EPOCH, known);
  }

  static Catalog after(String table, Catalog known) {
    return known.with(Increment.of(known, read(table, known).data().content()));
  }

  static Catalog knownAs(String name, String... aliases) {
    CatalogContent base = read(table(A800), EMPTY).data().content();
    var vendor = base.subjects().getFirst();
    var accelerator = new Accelerator("nvidia-a800", name, List.of(aliases), "nvidia", Scope.BOARD);
    return Catalog.of(
        new CatalogContent(List.of(), List.of(vendor, accelerator), List.of(), List.of()));
  }
}
