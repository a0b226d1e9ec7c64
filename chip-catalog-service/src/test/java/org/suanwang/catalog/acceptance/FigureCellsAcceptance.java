package org.suanwang.catalog.acceptance;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.load.ShippedData;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.query.CellReview;

/**
 * Compares every cell of the report's figures 5 and 11 with an independent list: its exact print,
 * its status, and every number or word of its correction. Run by hand; without the list it says so.
 */
public final class FigureCellsAcceptance {
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.])(\\d+(?:\\.\\d+)?)\\s*(TB/s)?(?![\\d:]|T |\\s?nm)");

  /** Columns whose corrections are words; the other corrections are compared by their numbers. */
  private static final Set<String> IN_WORDS =
      Set.of("model", "scenario", "process", "品牌", "生产工艺", "CPU to GPU 互联", "GPU to GPU 互联");

  private final Catalog catalog;
  private final List<String> differences = new ArrayList<>();

  private FigureCellsAcceptance(Catalog catalog) {
    this.catalog = catalog;
  }

  public static void main(String[] args) throws IOException {
    String shared =
        Optional.ofNullable(System.getProperty("SUANWANG_SHARED"))
            .or(() -> Optional.ofNullable(System.getenv("SUANWANG_SHARED")))
            .orElse("../../shared");
    Path list = Path.of(shared, "acceptance", "report_figure_cells.csv");
    if (!Files.exists(list)) {
      System.out.println("skipped: " + list + " is not there; set SUANWANG_SHARED to its folder");
      return;
    }
    var acceptance = new FigureCellsAcceptance(ShippedData.catalog());
    int cells = acceptance.compare(CsvFile.read(list));
    acceptance.differences.forEach(System.out::println);
    System.out.printf(
        "figures 5 and 11: %d cells compared, %d agree, %d differ%n",
        cells, cells - acceptance.differences.size(), acceptance.differences.size());
    if (!acceptance.differences.isEmpty()) {
      throw new IllegalStateException("the catalogue differs from the list");
    }
  }

  private int compare(CsvFile list) {
    list.rows().forEach(this::compare);
    return list.rows().size();
  }

  private void compare(Map<String, String> expected) {
    boolean isFigure11 = "11".equals(expected.get("figure"));
    // Figure 11 has a column for each accelerator: what the list calls row is a row of the figure,
    // and a column of the accelerator.
    String row = expected.get(isFigure11 ? "column" : "row");
    String column = expected.get(isFigure11 ? "row" : "column");
    List<CellReview> cells =
        catalog.accelerators().stream()
            .map(Accelerator::id)
            .flatMap(id -> CellReview.of(catalog, id).stream())
            .filter(c -> c.reported().locator().place().equals("figure " + expected.get("figure")))
            .filter(c -> isAt(c, row, column) || isAt(c, null, row))
            .toList();
    String difference =
        cells.isEmpty() ? "it is not in the catalogue" : difference(cells, expected);
    if (!difference.isEmpty()) {
      differences.add(row + " " + column + ": " + difference);
    }
  }

  private static boolean isAt(CellReview cell, @Nullable String row, @Nullable String column) {
    return Objects.equals(cell.reported().locator().row(), row)
        && Objects.equals(cell.reported().locator().column(), column);
  }

  /**
   * A cell that says several things is several claims, and each has the cell's print and status.
   */
  private static String difference(List<CellReview> cells, Map<String, String> expected) {
    String status = plainStatus(Objects.requireNonNull(expected.get("status")));
    for (CellReview cell : cells) {
      String reported = Objects.requireNonNull(expected.get("reported"));
      String printed = cell.reported().printed();
      // A claim that was entered as a number, before prints were kept, holds the number.
      boolean isReported =
          printed == null
              ? missingNumbers(List.of(cell), reported).isEmpty()
              : printed.equals(reported);
      if (!isReported) {
        return "printed " + printed + ", expected " + reported;
      }
      if (!cell.verdict().status().name().equals(status)) {
        return "status " + cell.verdict().status() + ", expected " + status;
      }
    }
    String corrected = Objects.requireNonNull(expected.get("corrected"));
    List<String> missing =
        IN_WORDS.contains(cells.getFirst().reported().locator().column())
            ? missingWords(cells, corrected)
            : missingNumbers(cells, corrected);
    return missing.isEmpty() ? "" : "of \"" + corrected + "\" these are not held: " + missing;
  }

  private static String plainStatus(String status) {
    return status.replaceAll("\\(.*\\)", "").strip().replaceAll("[^A-Z]+", "_");
  }

  private static List<String> missingWords(List<CellReview> cells, String corrected) {
    String held = plain(text(cells));
    return Stream.of(corrected.split("[\\s(),]+", -1))
        .filter(w -> !w.isBlank())
        .filter(w -> !held.contains(plain(w)))
        .toList();
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
  }

  private static String text(List<CellReview> cells) {
    String claims = claims(cells).map(FigureCellsAcceptance::text).collect(Collectors.joining(" "));
    String notes =
        cells.stream()
            .map(c -> Objects.requireNonNullElse(c.verdict().note(), ""))
            .collect(Collectors.joining(" "));
    return claims + " " + notes;
  }

  private static String text(Claim<Fact> claim) {
    return quantityText(claim)
        + " "
        + Objects.requireNonNullElse(claim.printed(), "")
        + " "
        + Objects.requireNonNullElse(claim.qualifier(), "");
  }

  private static String quantityText(Claim<Fact> claim) {
    return claim.content().quantity() instanceof Quantity.Text t ? t.text() : "";
  }

  private static Stream<Claim<Fact>> claims(List<CellReview> cells) {
    return cells.stream()
        .flatMap(
            c ->
                Stream.of(Stream.of(c.reported()), c.corrections().stream(), c.others().stream())
                    .flatMap(s -> s));
  }

  /** A number is held when a claim says it, rounded as the list rounds, or words around it do. */
  private static List<String> missingNumbers(List<CellReview> cells, String corrected) {
    List<String> missing = new ArrayList<>();
    Matcher m = NUMBER.matcher(corrected);
    while (m.find()) {
      BigDecimal number = new BigDecimal(m.group(1));
      if (m.group(2) != null) {
        number = number.movePointRight(3);
      }
      if (!isHeld(cells, number) && !text(cells).contains(m.group(1))) {
        missing.add(m.group());
      }
    }
    return missing;
  }

  private static boolean isHeld(List<CellReview> cells, BigDecimal number) {
    BigDecimal milli = number.movePointLeft(3);
    return claims(cells)
        .flatMap(FigureCellsAcceptance::numbers)
        .anyMatch(
            n ->
                n.setScale(Math.max(0, number.scale()), RoundingMode.HALF_UP).compareTo(number) == 0
                    || n.compareTo(milli) == 0);
  }

  private static Stream<BigDecimal> numbers(Claim<Fact> claim) {
    Stream<BigDecimal> own =
        switch (claim.content().quantity()) {
          case Quantity.Value v -> Stream.of(v.number());
          case Quantity.Bound b -> Stream.of(b.number());
          case Quantity.Range r -> Stream.of(r.low(), r.high());
          case Quantity.Text _, Quantity.Unknown _ -> Stream.of();
        };
    return claim.basis() instanceof Basis.Estimated e
        ? Stream.concat(own, Stream.of(e.low(), e.high()))
        : own;
  }
}
