package org.suanwang.catalog.integrity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.provenance.PartialDate;

/**
 * The numbers of all accelerators as decimal logarithms: a row an accelerator, a column an
 * attribute, NaN where nothing is known. Prices are left out, because they move.
 */
final class Population {
  /** Columns that fewer accelerators have say nothing. */
  private static final int COLUMN_MIN = 12;

  /** More rows than this are not compared with each other, but with so many spread evenly. */
  private static final int REFERENCES_MAX = 500;

  private final List<String> columns;
  private final List<String> vendors = new ArrayList<>();
  private final double[] years;
  private final double[][] logs;
  private final String[][] claims;
  private final int[] references;

  Population(Catalog catalog) {
    List<Accelerator> accelerators = catalog.accelerators();
    List<Map<String, Resolved>> values = new ArrayList<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (Accelerator a : accelerators) {
      Map<String, Resolved> known =
          values(catalog.findSpecification(a.id()).orElseThrow(), a.vendorId());
      values.add(known);
      known.keySet().forEach(k -> counts.merge(k, 1, Integer::sum));
    }
    columns =
        counts.entrySet().stream()
            .filter(e -> e.getValue() >= COLUMN_MIN)
            .map(Map.Entry::getKey)
            .toList();
    int size = accelerators.size();
    years = new double[size];
    logs = new double[size][columns.size()];
    claims = new String[size][columns.size()];
    for (int row = 0; row < size; row++) {
      Accelerator a = accelerators.get(row);
      vendors.add(a.vendorId());
      years[row] = year(catalog.findSpecification(a.id()).orElseThrow());
      fill(row, values.get(row));
    }
    references = references(size);
  }

  private void fill(int row, Map<String, Resolved> known) {
    Arrays.fill(logs[row], Double.NaN);
    Arrays.fill(claims[row], "");
    for (int column = 0; column < columns.size(); column++) {
      Resolved r = known.get(columns.get(column));
      if (r != null) {
        logs[row][column] = Math.log10(r.value().doubleValue());
        claims[row][column] = r.claimIds().getFirst();
      }
    }
  }

  private static int[] references(int size) {
    int count = Math.min(size, REFERENCES_MAX);
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = (int) ((long) i * size / count);
    }
    return rows;
  }

  private static Map<String, Resolved> values(Specification spec, String vendorId) {
    Map<String, Resolved> known = new HashMap<>();
    spec.throughputs().stream()
        .filter(p -> p.peak().isComparable() && p.of().precision() != Precision.UNSTATED)
        .forEach(
            p ->
                known.putIfAbsent(
                    p.of().precision() + " " + p.of().sparsity() + " " + p.of().circuit(),
                    p.peak()));
    spec.numbers()
        .forEach(
            (attribute, r) -> {
              boolean counts =
                  (attribute instanceof Plain
                          && attribute != Plain.DIES
                          && attribute != Plain.TOTAL_PROCESSING_PERFORMANCE)
                      || (attribute instanceof Named named
                          && (named.family() == Named.Family.CLOCK
                              || named.family() == Named.Family.CORES));
              if (counts && r.isComparable()) {
                known.put(key(attribute, vendorId), r);
              }
            });
    return known;
  }

  /** What one maker calls a core is another's lane or cluster. */
  private static String key(Attribute attribute, String vendorId) {
    return attribute instanceof Named named && named.family() == Named.Family.CORES
        ? attribute.key() + " of " + vendorId
        : attribute.key();
  }

  private static double year(Specification spec) {
    return Optional.ofNullable(spec.text(Plain.RELEASE_DATE))
        .or(() -> Optional.ofNullable(spec.text(Plain.ANNOUNCEMENT_DATE)))
        .map(PartialDate::parse)
        .map(d -> d.first().getYear() + d.first().getMonthValue() / 12.0)
        .orElse(Double.NaN);
  }

  int rows() {
    return logs.length;
  }

  int columns() {
    return columns.size();
  }

  String column(int column) {
    return columns.get(column);
  }

  /** The rows that others are compared with. */
  int[] references() {
    return references;
  }

  /** Whether other rows are compared here with the same as there. */
  boolean comparesLike(Population other) {
    return columns.equals(other.columns)
        && rows() == other.rows()
        && Arrays.stream(references).allMatch(row -> isSame(row, other));
  }

  /** Whether a row says the same here as there. */
  boolean isSame(int row, Population other) {
    return Arrays.equals(logs[row], other.logs[row])
        && Arrays.equals(claims[row], other.claims[row])
        && Double.compare(years[row], other.years[row]) == 0
        && vendors.get(row).equals(other.vendors.get(row));
  }

  /** All values of a row; not to be written to. */
  double[] logs(int row) {
    return logs[row];
  }

  double log(int row, int column) {
    return logs[row][column];
  }

  boolean has(int row, int column) {
    return !Double.isNaN(logs[row][column]);
  }

  /** The columns in which a row has a value. */
  int[] known(int row) {
    return IntStream.range(0, columns()).filter(column -> has(row, column)).toArray();
  }

  /** The claim that wins there. */
  String claim(int row, int column) {
    return claims[row][column];
  }

  /** How far two rows lie apart by their dates and makers, in decades. */
  double strangeness(int one, int other) {
    double years = Math.abs(this.years[one] - this.years[other]);
    double byDate = Double.isNaN(years) ? 0.1 : Math.min(years * 0.03, 0.3);
    return byDate + (vendors.get(one).equals(vendors.get(other)) ? 0 : 0.05);
  }
}
