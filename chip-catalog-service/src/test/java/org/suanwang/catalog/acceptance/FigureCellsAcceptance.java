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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.load.DataPackageLoader;
import org.suanwang.catalog.load.PackageFiles;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.query.CellReview;

/**
 * Compares every cell of the report's figure 5 with an independent list: its exact print, its
 * status, and every number or word of its correction. Run by hand; without the list it says so.
 */
public final class FigureCellsAcceptance {
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.])(\\d+(?:\\.\\d+)?)\\s*(TB/s)?(?![\\d:]|T |\\s?nm)");

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
    var content = new DataPackageLoader(PackageFiles.onClasspath()).load("report-figure-5");
    var acceptance = new FigureCellsAcceptance(Catalog.of(content.content()));
    int cells = acceptance.compare(CsvFile.read(list));
    acceptance.differences.forEach(System.out::println);
    System.out.printf(
        "figure 5: %d cells compared, %d agree, %d differ%n",
        cells, cells - acceptance.differences.size(), acceptance.differences.size());
    if (!acceptance.differences.isEmpty()) {
      throw new IllegalStateException("the catalogue differs from the list");
    }
  }

  private int compare(CsvFile list) {
    List<Map<String, String>> cells =
        list.rows().stream().filter(r -> "5".equals(r.get("figure"))).toList();
    cells.forEach(this::compare);
    return cells.size();
  }

  private void compare(Map<String, String> expected) {
    String row = expected.get("row");
    String column = expected.get("column");
    Optional<CellReview> cell =
        catalog.accelerators().stream()
            .map(Accelerator::id)
            .flatMap(id -> CellReview.of(catalog, id).stream())
            .filter(c -> Objects.equals(c.reported().locator().row(), row))
            .filter(c -> Objects.equals(c.reported().locator().column(), column))
            .findFirst();
    String difference = cell.map(c -> difference(c, expected)).orElse("it is not in the catalogue");
    if (!difference.isEmpty()) {
      differences.add(row + " " + column + ": " + difference);
    }
  }

  private static String difference(CellReview cell, Map<String, String> expected) {
    String printed = Objects.requireNonNullElse(cell.reported().printed(), "");
    if (!printed.equals(expected.get("reported"))) {
      return "printed " + printed + ", expected " + expected.get("reported");
    }
    String status = plainStatus(Objects.requireNonNull(expected.get("status")));
    if (!cell.verdict().status().name().equals(status)) {
      return "status " + cell.verdict().status() + ", expected " + status;
    }
    String corrected = Objects.requireNonNull(expected.get("corrected"));
    List<String> missing = missing(cell, corrected);
    return missing.isEmpty() ? "" : "of \"" + corrected + "\" these are not held: " + missing;
  }

  private static String plainStatus(String status) {
    return status.replaceAll("\\(.*\\)", "").strip().replaceAll("[^A-Z]+", "_");
  }

  private static List<String> missing(CellReview cell, String corrected) {
    boolean isText =
        List.of("model", "scenario", "process").contains(cell.reported().locator().column());
    return isText ? missingWords(cell, corrected) : missingNumbers(cell, corrected);
  }

  private static List<String> missingWords(CellReview cell, String corrected) {
    String held = plain(text(cell));
    return Stream.of(corrected.split("[\\s()]+", -1))
        .filter(w -> !w.isBlank())
        .filter(w -> !held.contains(plain(w)))
        .toList();
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
  }

  private static String text(CellReview cell) {
    String claims =
        claims(cell)
            .map(c -> quantityText(c) + " " + Objects.requireNonNullElse(c.qualifier(), ""))
            .collect(Collectors.joining(" "));
    return claims + " " + Objects.requireNonNullElse(cell.verdict().note(), "");
  }

  private static String quantityText(Claim<Fact> claim) {
    return claim.content().quantity() instanceof Quantity.Text t ? t.text() : "";
  }

  private static Stream<Claim<Fact>> claims(CellReview cell) {
    return Stream.of(
            Stream.of(cell.reported()), cell.corrections().stream(), cell.others().stream())
        .flatMap(s -> s);
  }

  /** A number is held when a claim says it, rounded as the list rounds, or words around it do. */
  private static List<String> missingNumbers(CellReview cell, String corrected) {
    List<String> missing = new ArrayList<>();
    Matcher m = NUMBER.matcher(corrected);
    while (m.find()) {
      BigDecimal number = new BigDecimal(m.group(1));
      if (m.group(2) != null) {
        number = number.movePointRight(3);
      }
      if (!isHeld(cell, number) && !text(cell).contains(m.group(1))) {
        missing.add(m.group());
      }
    }
    return missing;
  }

  private static boolean isHeld(CellReview cell, BigDecimal number) {
    BigDecimal milli = number.movePointLeft(3);
    return claims(cell)
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
