package org.suanwang.catalog.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.query.AcceleratorQuery;
import org.suanwang.catalog.query.AcceleratorQuery.Range;
import org.suanwang.catalog.query.AcceleratorQuery.Sort;
import org.suanwang.catalog.query.CategoryField;
import org.suanwang.catalog.query.Match;
import org.suanwang.catalog.query.SearchIndex;

/** Microseconds that one query takes in process: filter, order, count, and a page of places. */
final class QueryBenchmark {
  private static final PrintStream OUT = System.out;
  private static final int WARM_UP = 20_000;
  private static final int RUNS = 20_001;
  private static final int PAGE = 30;
  private static final double NONE = Double.POSITIVE_INFINITY;

  private QueryBenchmark() {}

  /** The questions that people ask; the names are the parameters of the call. */
  static Map<String, AcceleratorQuery> queries() {
    Map<String, AcceleratorQuery> queries = new LinkedHashMap<>();
    queries.put("(all)", AcceleratorQuery.ALL);
    queries.put(
        "country=CN&sort=-fp16",
        query(Map.of(CategoryField.COUNTRY, List.of("CN")), List.of(), "", "-fp16"));
    queries.put(
        "country=CN&fp16.min=100&memoryCapacity.min=32&sort=-fp16,power",
        query(
            Map.of(CategoryField.COUNTRY, List.of("CN")),
            List.of(new Range("fp16", 100, NONE), new Range("memoryCapacity", 32, NONE)),
            "",
            "-fp16",
            "power"));
    queries.put(
        "country=CN,US&scenario=TRAINING&releaseDate.min=2020&fp16PerWatt.min=0.5&power.max=700"
            + "&sort=-fp16PerWatt",
        query(
            Map.of(
                CategoryField.COUNTRY, List.of("CN", "US"),
                CategoryField.SCENARIO, List.of("TRAINING")),
            List.of(
                new Range("releaseDate", 18_262, NONE),
                new Range("fp16PerWatt", 0.5, NONE),
                new Range("power", -NONE, 700)),
            "",
            "-fp16PerWatt"));
    queries.put("sort=vendor,-fp16", query(Map.of(), List.of(), "", "vendor", "-fp16"));
    queries.put("q=昇腾", query(Map.of(), List.of(), "昇腾"));
    queries.put("q=ascend 91", query(Map.of(), List.of(), "ascend 91"));
    queries.put("q=vendor 7 pcie&sort=-fp16", query(Map.of(), List.of(), "vendor 7 pcie", "-fp16"));
    return queries;
  }

  private static AcceleratorQuery query(
      Map<CategoryField, List<String>> categories,
      List<Range> ranges,
      String text,
      String... sort) {
    return new AcceleratorQuery(
        categories,
        ranges,
        Match.RESOLVED,
        Optional.of(text).filter(t -> !t.isEmpty()),
        Arrays.stream(sort)
            .map(s -> new Sort(s.replaceFirst("^-", ""), s.startsWith("-")))
            .toList());
  }

  /**
   * Measures every query.
   *
   * @param asked the requirement on the slowest one's median
   */
  static void run(Catalog catalog, String asked, Figures figures) {
    SearchIndex index = SearchIndex.of(catalog);
    OUT.printf(
        Locale.ROOT,
        "%n%,d accelerators, %,d claims: microseconds a query, of %,d each%n%9s %9s %9s  %s%n",
        catalog.accelerators().size(),
        catalog.claimCount(),
        RUNS,
        "median",
        "p99",
        "found",
        "query");
    int found = 0;
    for (int i = 0; i < WARM_UP; i++) {
      for (AcceleratorQuery query : queries().values()) {
        found += index.run(query, -1, PAGE).total();
      }
    }
    double slowest = 0;
    for (var query : queries().entrySet()) {
      slowest = Math.max(slowest, measure(index, query.getKey(), query.getValue()));
    }
    figures.add(
        String.format(
            Locale.ROOT,
            "query of %,d accelerators, slowest median",
            catalog.accelerators().size()),
        asked,
        "%.1f us",
        slowest);
    if (found < 0) {
      throw new IllegalStateException("something was found, or nothing");
    }
  }

  /** The median, in microseconds. */
  private static double measure(SearchIndex index, String name, AcceleratorQuery query) {
    long[] nanos = new long[RUNS];
    int total = 0;
    for (int i = 0; i < RUNS; i++) {
      long before = System.nanoTime();
      total = index.run(query, -1, PAGE).total();
      nanos[i] = System.nanoTime() - before;
    }
    Arrays.sort(nanos);
    OUT.printf(
        Locale.ROOT,
        "%9.2f %9.2f %,9d  %s%n",
        nanos[RUNS / 2] / 1e3,
        nanos[RUNS * 99 / 100] / 1e3,
        total,
        name);
    return nanos[RUNS / 2] / 1e3;
  }
}
