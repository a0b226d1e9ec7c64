package org.suanwang.catalog.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Link.Relation;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.query.AcceleratorQuery.Range;
import org.suanwang.catalog.query.AcceleratorQuery.Sort;

/**
 * Finds the accelerators of one catalogue. Answers never change; columns are read from the
 * catalogue when they are first asked for, so that a new version of it costs nothing at once.
 */
public final class SearchIndex {
  static final String ID = "id";
  static final String NAME = "name";

  private final Catalog catalog;
  private final List<Accelerator> accelerators;
  private final List<Candidate> candidates;
  private final long[] everybody;
  private final SortedMap<String, NumberField> fields;
  private final Map<String, NumberColumn> numbers = new ConcurrentHashMap<>();
  private final Map<CategoryField, CategoryColumn> categories = new ConcurrentHashMap<>();
  private final Map<String, NumberColumn> orders = new ConcurrentHashMap<>();
  private final Map<String, NameIndex> names = new ConcurrentHashMap<>();

  private SearchIndex(Catalog catalog) {
    this.catalog = catalog;
    this.accelerators = catalog.accelerators();
    this.candidates = Candidate.all(catalog);
    this.everybody = Bits.all(accelerators.size());
    this.fields = new TreeMap<>(NumberFields.FIXED);
    NumberFields.named(candidates).forEach(f -> fields.putIfAbsent(f.parameter(), f));
  }

  /** The index of a catalogue of which every accelerator has a vendor. */
  public static SearchIndex of(Catalog catalog) {
    return new SearchIndex(catalog);
  }

  /** All accelerators, ordered by id. */
  public List<Accelerator> accelerators() {
    return accelerators;
  }

  /** Where an accelerator stands among all; negative when there is none with this id. */
  public int find(String id) {
    return Collections.binarySearch(
        accelerators,
        id,
        Comparator.comparing(a -> a instanceof Accelerator x ? x.id() : (String) a));
  }

  public Optional<NumberField> findNumber(String parameter) {
    return Optional.ofNullable(fields.get(parameter));
  }

  /** The numbers that ranges can be asked for, by name. */
  public SortedMap<String, NumberField> numberFields() {
    return Collections.unmodifiableSortedMap(fields);
  }

  /** Every name that a facet can be asked for. */
  public NavigableSet<String> facetNames() {
    NavigableSet<String> all = new TreeSet<>(fields.keySet());
    Stream.of(CategoryField.values()).map(CategoryField::parameter).forEach(all::add);
    return all;
  }

  /** Every name that can be sorted by. */
  public NavigableSet<String> sortNames() {
    NavigableSet<String> all = facetNames();
    all.addAll(List.of(ID, NAME));
    return all;
  }

  /**
   * A page of what a query asks for, in its order, equal ones by id.
   *
   * @param after the place of the last accelerator of the page before; negative for the first page
   */
  public Hits run(AcceleratorQuery query, int after, int limit) {
    NameIndex.@Nullable Found named = query.text().map(names()::find).orElse(null);
    long[] base = base(query, named, null);
    long[] found = base.clone();
    int total = inRanges(query, found, null);
    int unknown = possible(query, named) - total;
    int[] page =
        named != null && query.sort().isEmpty()
            ? bestFirst(named, found, after, limit + 1)
            : PageWalk.take(found, keys(query), after, limit + 1);
    boolean hasMore = page.length > limit;
    return new Hits(hasMore ? Arrays.copyOf(page, limit) : page, total, unknown, hasMore);
  }

  /** How what a query finds divides along a field; the name must be one of facetNames(). */
  public Facet facet(AcceleratorQuery query, String field) {
    NameIndex.@Nullable Found named = query.text().map(names()::find).orElse(null);
    long[] members = base(query, named, field);
    inRanges(query, members, field);
    NumberField number = fields.get(field);
    return number == null
        ? categories(CategoryField.find(field).orElseThrow(), members)
        : Histogram.of(number, number(field), members);
  }

  /** Who fulfils everything but the ranges, and one field's condition. */
  private long[] base(
      AcceleratorQuery query, NameIndex.@Nullable Found named, @Nullable String except) {
    long[] members = named == null ? everybody.clone() : named.all();
    query
        .categories()
        .forEach(
            (field, values) -> {
              if (!field.parameter().equals(except)) {
                Bits.retain(members, category(field).any(values));
              }
            });
    return members;
  }

  /** Leaves those who lie in all ranges but one field's, and counts them. */
  private int inRanges(AcceleratorQuery query, long[] members, @Nullable String except) {
    for (Range range : query.ranges()) {
      if (!range.field().equals(except)) {
        Bits.retain(members, within(range, query.match()));
      }
    }
    return Bits.count(members);
  }

  private long[] within(Range range, Match match) {
    return number(range.field()).within(range.min(), range.max(), match);
  }

  /** How many fulfil every condition on a field of which they have a value. */
  private int possible(AcceleratorQuery query, NameIndex.@Nullable Found named) {
    long[] members = named == null ? everybody.clone() : named.all().clone();
    query
        .categories()
        .forEach(
            (field, values) -> {
              CategoryColumn column = category(field);
              Bits.remove(members, Bits.without(column.order().known(), column.any(values)));
            });
    for (Range range : query.ranges()) {
      long[] outside = Bits.without(number(range.field()).known(), within(range, query.match()));
      Bits.remove(members, outside);
    }
    return Bits.count(members);
  }

  private static int[] bestFirst(NameIndex.Found named, long[] found, int after, int limit) {
    int[] page = new int[limit];
    int count = 0;
    boolean isBegun = after >= 0;
    for (long[] alike : named.bestFirst()) {
      if (isBegun && !Bits.has(alike, after)) {
        continue;
      }
      int[] taken =
          PageWalk.take(Bits.both(found, alike), List.of(), isBegun ? after : -1, limit - count);
      System.arraycopy(taken, 0, page, count, taken.length);
      count += taken.length;
      isBegun = false;
    }
    return Arrays.copyOf(page, count);
  }

  private List<PageWalk.Key> keys(AcceleratorQuery query) {
    List<PageWalk.Key> keys = new ArrayList<>(query.sort().size());
    for (Sort sort : query.sort()) {
      keys.add(new PageWalk.Key(order(sort.field()), sort.isDescending()));
    }
    return keys;
  }

  private Facet.Categories categories(CategoryField field, long[] members) {
    CategoryColumn column = category(field);
    List<Facet.Count> counts = new ArrayList<>();
    for (CategoryColumn.Entry entry : column.entries()) {
      int count = Bits.countBoth(members, entry.members());
      if (count > 0) {
        counts.add(new Facet.Count(entry.value(), count));
      }
    }
    // Stable: equally frequent ones stay in the order of texts.
    counts.sort(Comparator.comparingInt(Facet.Count::count).reversed());
    int shown = Math.min(counts.size(), Facet.Categories.VALUES_MAX);
    int known = Bits.countBoth(members, column.order().known());
    return new Facet.Categories(
        field.parameter(),
        counts.subList(0, shown),
        counts.size() - shown,
        Bits.count(members) - known);
  }

  private NumberColumn order(String field) {
    if (fields.containsKey(field)) {
      return number(field);
    }
    return CategoryField.find(field)
        .map(f -> category(f).order())
        .orElseGet(() -> orders.computeIfAbsent(field, this::readOrder));
  }

  private NumberColumn readOrder(String field) {
    List<List<String>> texts =
        accelerators.stream().map(a -> List.of(field.equals(NAME) ? a.name() : a.id())).toList();
    return CategoryColumn.of(texts, List.of()).order();
  }

  private NumberColumn number(String field) {
    NumberColumn there = numbers.get(field);
    return there != null
        ? there
        : numbers.computeIfAbsent(field, name -> findNumber(name).orElseThrow().column(candidates));
  }

  private CategoryColumn category(CategoryField field) {
    CategoryColumn there = categories.get(field);
    return there != null ? there : categories.computeIfAbsent(field, this::readCategory);
  }

  private CategoryColumn readCategory(CategoryField field) {
    return CategoryColumn.of(fieldValues(field), otherNames(field));
  }

  private List<List<String>> fieldValues(CategoryField field) {
    Map<String, List<String>> said =
        switch (field) {
          case CONTAINED_IN -> sourcesOf(Relation.CONTAINS, catalog.dossiers().stream());
          case RUNS -> sourcesOf(Relation.TARGETS, stacks());
          default -> Map.of();
        };
    return candidates.stream()
        .map(c -> field.read(c, c.about(field).flatMap(id -> find(said, id))))
        .toList();
  }

  private static Stream<String> find(Map<String, List<String>> said, String id) {
    return said.getOrDefault(id, List.of()).stream();
  }

  private Stream<Dossier> stacks() {
    return catalog.items(Item.Kind.SOFTWARE_STACK).stream()
        .map(stack -> catalog.findDossier(stack.id()).orElseThrow());
  }

  private List<? extends Subject> otherNames(CategoryField field) {
    return switch (field) {
      case VENDOR -> catalog.vendors();
      case RUNS -> catalog.items(Item.Kind.SOFTWARE_STACK);
      case INTERCONNECT -> catalog.items(Item.Kind.INTERCONNECT);
      case CONTAINED_IN -> catalog.items(Item.Kind.SYSTEM);
      default -> List.of();
    };
  }

  /** The ids of what stands so to something, by its id. */
  private static Map<String, List<String>> sourcesOf(Relation relation, Stream<Dossier> dossiers) {
    Map<String, List<String>> sources = new HashMap<>();
    dossiers.forEach(
        d ->
            Candidate.targets(d.specification(), relation)
                .forEach(
                    t -> sources.computeIfAbsent(t, _ -> new ArrayList<>()).add(d.subject().id())));
    return sources;
  }

  private NameIndex names() {
    NameIndex there = names.get(NAME);
    return there != null ? there : names.computeIfAbsent(NAME, _ -> new NameIndex(candidates));
  }
}
