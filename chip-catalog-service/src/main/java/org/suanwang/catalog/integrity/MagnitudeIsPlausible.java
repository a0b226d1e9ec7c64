package org.suanwang.catalog.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;

/**
 * A number is of a size that such accelerators have. Two opinions are asked: what the accelerator's
 * other numbers make of it by the ratios that all accelerators usually show, and what those most
 * like it have. Where both say that it is too large, or both too small, the milder one counts.
 */
final class MagnitudeIsPlausible implements IntegrityRule {
  /** In decades: a factor of 2.8. All three are chosen by the measurement in docs/integrity.md. */
  private static final double DEVIATION_MAX = 0.45;

  /** A factor of 1.8: peaks of matrix circuits follow from each other. */
  private static final double MATRIX_DEVIATION_MAX = 0.25;

  /** A factor of 8: with hardly any other value to compare, only accelerators of its time speak. */
  private static final double LONELY_DEVIATION_MAX = 0.9;

  /** A factor of 20: no new accelerator is that far from all others without a word about it. */
  private static final double FAR_OFF = 1.3;

  /** What findings of numbers that far off are called: a single claim is refused for it. */
  static final String FAR_OFF_NAME = "MagnitudeIsFarOff";

  /** What the last catalogue came to: a write changes one accelerator of thousands. */
  private volatile @Nullable Seen last;

  private record Seen(Population population, List<List<Finding>> byRow) {}

  @Override
  public List<Finding> check(Catalog catalog) {
    var population = new Population(catalog);
    Seen before = last;
    Seen known = before != null && population.comparesLike(before.population) ? before : null;
    var ratios = new UsualRatios(population);
    List<List<Finding>> byRow =
        IntStream.range(0, population.rows())
            .parallel()
            .mapToObj(
                row ->
                    known != null && population.isSame(row, known.population)
                        ? known.byRow.get(row)
                        : check(population, ratios, row))
            .toList();
    last = new Seen(population, byRow);
    return byRow.stream().flatMap(List::stream).toList();
  }

  private List<Finding> check(Population population, UsualRatios ratios, int row) {
    var neighbours = new Neighbours(population, row);
    List<Finding> findings = new ArrayList<>();
    for (int column = 0; column < population.columns(); column++) {
      if (population.has(row, column)) {
        double deviation = milder(ratios.deviation(row, column), neighbours.deviation(column));
        double limit = limit(population.column(column), ratios.witnesses(row, column));
        finding(population, row, column, deviation, limit).ifPresent(findings::add);
      }
    }
    return List.copyOf(findings);
  }

  private static double limit(String column, int witnesses) {
    if (witnesses < UsualRatios.WITNESSES_MIN) {
      return LONELY_DEVIATION_MAX;
    }
    return column.endsWith("DENSE MATRIX") && !column.startsWith("FP64")
        ? MATRIX_DEVIATION_MAX
        : DEVIATION_MAX;
  }

  private static double milder(double one, double other) {
    if (Double.isNaN(one) || Double.isNaN(other)) {
      return Double.isNaN(one) ? other : one;
    }
    if (one * other <= 0) {
      return 0;
    }
    return Math.abs(one) < Math.abs(other) ? one : other;
  }

  private Optional<Finding> finding(
      Population population, int row, int column, double deviation, double limit) {
    if (Double.isNaN(deviation)
        || Math.abs(deviation) <= limit
        || KnownDesigns.explain(population, row, column)) {
      return Optional.empty();
    }
    String factor = String.format(Locale.ROOT, "%.3g", Math.pow(10, Math.abs(deviation)));
    return Optional.of(
        new Finding(
            Severity.WARNING,
            Math.abs(deviation) > FAR_OFF ? FAR_OFF_NAME : name(),
            population.claim(row, column),
            "this "
                + population.column(column)
                + " is "
                + factor
                + (deviation > 0 ? " times what" : " times less than what")
                + " such accelerators have; look for a wrong prefix, unit, basis or column"));
  }
}
