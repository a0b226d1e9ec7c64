package org.suanwang.catalog.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.check.InvalidInputException;

/**
 * Accelerators side by side: one row an attribute that any of them has, one cell an accelerator.
 */
public record Comparison(List<Accelerator> accelerators, List<Row> rows) {
  /** As many as one can still read side by side. */
  public static final int ACCELERATORS_MAX = 20;

  public Comparison {
    accelerators = List.copyOf(accelerators);
    rows = List.copyOf(rows);
  }

  /** One attribute; peaks are dense, and each cell says of which circuits. */
  public record Row(String attribute, @Nullable Precision precision, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** What one accelerator has; nothing when no credible claim says. */
  public record Cell(String accelerator, @Nullable Circuit circuit, @Nullable Resolved resolved) {}

  /**
   * Puts accelerators side by side.
   *
   * @throws InvalidInputException when one of them is not there
   */
  public static Comparison of(Catalog catalog, List<String> ids) {
    List<Accelerator> accelerators =
        IntStream.range(0, ids.size())
            .mapToObj(i -> catalog.requireAccelerator("accelerators[" + i + "]", ids.get(i)))
            .toList();
    List<Row> rows = new ArrayList<>();
    Arrays.stream(Precision.values())
        .map(p -> throughputs(catalog, ids, p))
        .flatMap(Optional::stream)
        .forEach(rows::add);
    rows.add(row(catalog, ids, "memoryBandwidth", Specification::memoryBandwidth));
    rows.add(row(catalog, ids, "memoryCapacity", Specification::memoryCapacity));
    rows.add(row(catalog, ids, "power", Specification::power));
    return new Comparison(accelerators, rows);
  }

  private static Optional<Row> throughputs(Catalog catalog, List<String> ids, Precision precision) {
    List<Cell> cells =
        ids.stream()
            .map(
                id ->
                    specification(catalog, id)
                        .headlinePeak(precision)
                        .map(p -> new Cell(id, p.of().circuit(), p.peak()))
                        .orElse(new Cell(id, null, null)))
            .toList();
    return cells.stream().allMatch(c -> c.resolved() == null)
        ? Optional.empty()
        : Optional.of(new Row("throughput", precision, cells));
  }

  private static Row row(
      Catalog catalog,
      List<String> ids,
      String attribute,
      Function<Specification, @Nullable Resolved> read) {
    List<Cell> cells =
        ids.stream().map(id -> new Cell(id, null, read.apply(specification(catalog, id)))).toList();
    return new Row(attribute, null, cells);
  }

  private static Specification specification(Catalog catalog, String id) {
    return catalog.findSpecification(id).orElseThrow();
  }
}
