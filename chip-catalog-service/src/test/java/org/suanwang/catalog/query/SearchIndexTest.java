package org.suanwang.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.query.AcceleratorQuery.Range;
import org.suanwang.catalog.query.AcceleratorQuery.Sort;

/** The fast search finds what the slow one finds, whatever is asked of whatever catalogue. */
class SearchIndexTest {
  private static final List<String> NUMBERS =
      List.of(
          "fp16",
          "int8",
          "memoryCapacity",
          "power",
          "releaseDate",
          "price.usd",
          "fp16PerWatt",
          "totalProcessingPerformance");
  private static final List<String> ORDERS =
      List.of("id", "name", "vendor", "country", "fp16", "power", "memoryCapacity", "releaseDate");
  private static final List<String> WORDS =
      List.of("ascend", "昇腾", "pcie", "100", "Vendor 1", "vendor-3", "T", "mlu 1", "1", "思元 1");

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static AcceleratorQuery query(Random random, Catalog catalog) {
    Map<CategoryField, List<String>> categories = new EnumMap<>(CategoryField.class);
    if (random.nextInt(3) == 0) {
      categories.put(CategoryField.VENDOR, List.of("vendor-0", "VENDOR 1"));
    }
    if (random.nextInt(3) == 0) {
      categories.put(CategoryField.MEMORY_TYPE, List.of(pick(random, List.of("hbm2e", "GDDR6"))));
    }
    if (random.nextInt(6) == 0) {
      categories.put(CategoryField.CONTAINED_IN, List.of("system-1", "system-2", "system-3"));
    }
    if (random.nextInt(6) == 0) {
      categories.put(CategoryField.SCENARIO, List.of("training"));
    }
    Optional<String> text =
        random.nextInt(3) == 0
            ? Optional.of(
                random.nextInt(3) == 0
                    ? pick(random, catalog.accelerators()).name()
                    : pick(random, WORDS))
            : Optional.empty();
    return new AcceleratorQuery(
        categories, ranges(random), pick(random, List.of(Match.values())), text, sorts(random));
  }

  private static List<Range> ranges(Random random) {
    List<Range> ranges = new ArrayList<>();
    for (String field : NUMBERS) {
      if (random.nextInt(5) == 0) {
        double scale = field.equals("releaseDate") ? 20_000 : field.endsWith("Watt") ? 2 : 200;
        double one = scale * random.nextDouble();
        double min = random.nextInt(3) == 0 ? Double.NEGATIVE_INFINITY : Math.floor(one);
        double max =
            random.nextInt(3) == 0
                ? Double.POSITIVE_INFINITY
                : Math.floor(one + scale * random.nextDouble());
        ranges.add(new Range(field, min, max));
      }
    }
    return ranges;
  }

  private static List<Sort> sorts(Random random) {
    List<Sort> sorts = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      sorts.add(new Sort(pick(random, ORDERS), random.nextBoolean()));
    }
    return sorts;
  }

  /** All pages, read one after another. */
  private static List<String> pages(
      SearchIndex index, AcceleratorQuery query, int limit, SlowSearch.Answer expected) {
    List<String> ids = new ArrayList<>();
    int after = -1;
    boolean hasMore = true;
    while (hasMore) {
      Hits hits = index.run(query, after, limit);
      assertThat(hits.total()).as("total of %s", query).isEqualTo(expected.ids().size());
      assertThat(hits.unknown()).as("unknown of %s", query).isEqualTo(expected.unknown());
      Arrays.stream(hits.places())
          .mapToObj(p -> index.accelerators().get(p).id())
          .forEach(ids::add);
      hasMore = hits.hasMore();
      after = hits.places().length == 0 ? -1 : hits.places()[hits.places().length - 1];
    }
    return ids;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomQueries_findWhatTheSlowSearchFinds(long seed) {
    Random random = new Random(seed);
    Catalog catalog =
        Catalog.of(GeneratedCatalog.draw(seed, 1 + random.nextInt(400), 5 + random.nextInt(30)));
    SearchIndex index = SearchIndex.of(catalog);
    SlowSearch slow = new SlowSearch(catalog);
    for (int i = 0; i < 60; i++) {
      AcceleratorQuery query = query(random, catalog);
      SlowSearch.Answer expected = slow.run(query);
      assertThat(pages(index, query, 1 + random.nextInt(60), expected))
          .as("seed %d, query %d: %s", seed, i, query)
          .isEqualTo(expected.ids());
    }
  }

  @Test
  void queryOfAllFacets_countsWhatTheOthersLeave() {
    Catalog catalog = Catalog.of(GeneratedCatalog.draw(11, 300, 20));
    SearchIndex index = SearchIndex.of(catalog);
    Random random = new Random(11);
    for (int i = 0; i < 30; i++) {
      AcceleratorQuery query = query(random, catalog);
      Facet.Categories facet = (Facet.Categories) index.facet(query, "vendor");
      for (Facet.Count count : facet.values()) {
        Map<CategoryField, List<String>> chosen = new EnumMap<>(CategoryField.class);
        chosen.putAll(query.categories());
        chosen.put(CategoryField.VENDOR, List.of(count.value()));
        var narrowed =
            new AcceleratorQuery(chosen, query.ranges(), query.match(), query.text(), query.sort());
        assertThat(index.run(narrowed, -1, 1).total())
            .as("%s of %s", count.value(), query)
            .isEqualTo(count.count());
      }
    }
  }

  @Test
  void numberFacet_hasEveryKnownNumberInOneBucket() {
    SearchIndex index = SearchIndex.of(Catalog.of(GeneratedCatalog.draw(12, 300, 20)));
    for (String field : NUMBERS) {
      Facet.Numbers facet = (Facet.Numbers) index.facet(AcceleratorQuery.ALL, field);
      assertThat(facet.known() + facet.unknown()).isEqualTo(300);
      assertThat(facet.buckets().stream().mapToInt(Facet.Bucket::count).sum())
          .isEqualTo(facet.known());
      for (Facet.Bucket bucket : facet.buckets().subList(0, facet.buckets().size() - 1)) {
        var range = new Range(field, bucket.from(), Math.nextDown(bucket.to()));
        var query =
            new AcceleratorQuery(
                Map.of(), List.of(range), Match.RESOLVED, Optional.empty(), List.of());
        assertThat(index.run(query, -1, 1).total()).as("%s", bucket).isEqualTo(bucket.count());
      }
    }
  }

  @Test
  void emptyCatalogue_answersEverything() {
    SearchIndex index = SearchIndex.of(Catalog.of(GeneratedCatalog.draw(1, 0, 0)));
    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      var query =
          new AcceleratorQuery(
              Map.of(CategoryField.COUNTRY, List.of("CN")),
              ranges(random),
              Match.POSSIBLE,
              Optional.of("昇腾"),
              sorts(random));
      assertThat(index.run(query, -1, 10).total()).isZero();
    }
  }
}
