package org.suanwang.catalog.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.query.AcceleratorQuery.Range;
import org.suanwang.catalog.query.AcceleratorQuery.Sort;

/**
 * Search as one would write it down: every accelerator looked at, one by one. What the fast one is
 * compared with.
 */
final class SlowSearch {
  private final Catalog catalog;
  private final List<Candidate> candidates;

  SlowSearch(Catalog catalog) {
    this.catalog = catalog;
    this.candidates = Candidate.all(catalog);
  }

  /** What one query comes to, all pages at once. */
  record Answer(List<String> ids, int unknown) {}

  Answer run(AcceleratorQuery query) {
    List<String> ids =
        candidates.stream()
            .filter(c -> isNamed(query, c))
            .filter(c -> query.categories().entrySet().stream().allMatch(e -> has(c, e) == 1))
            .filter(c -> query.ranges().stream().allMatch(r -> lies(c, r, query.match()) == 1))
            .sorted(order(query))
            .map(c -> c.accelerator().id())
            .toList();
    long maybe =
        candidates.stream()
            .filter(c -> isNamed(query, c))
            .filter(c -> query.categories().entrySet().stream().allMatch(e -> has(c, e) >= 0))
            .filter(c -> query.ranges().stream().allMatch(r -> lies(c, r, query.match()) >= 0))
            .count();
    return new Answer(ids, (int) maybe - ids.size());
  }

  private boolean isNamed(AcceleratorQuery query, Candidate c) {
    return query.text().map(t -> tier(c, t) >= 0).orElse(true);
  }

  /** 1 one of the wanted values, 0 unknown, -1 others only. */
  private int has(Candidate c, Map.Entry<CategoryField, List<String>> asked) {
    List<String> values = values(c, asked.getKey());
    if (values.isEmpty()) {
      return 0;
    }
    return asked.getValue().stream().anyMatch(wanted -> isAmong(values, wanted)) ? 1 : -1;
  }

  private List<String> values(Candidate c, CategoryField field) {
    return field.read(c, field == CategoryField.CONTAINED_IN ? holders(c) : Stream.empty());
  }

  private Stream<String> holders(Candidate c) {
    return catalog.dossiers().stream()
        .filter(
            d ->
                Stream.concat(
                        d.specification().numbers().keySet().stream(),
                        d.specification().texts().keySet().stream())
                    .anyMatch(
                        a -> a.equals(new Link(Link.Relation.CONTAINS, c.accelerator().id()))))
        .map(d -> d.subject().id());
  }

  private static boolean isAmong(List<String> values, String wanted) {
    return values.stream().anyMatch(v -> plain(v).equals(plain(wanted)));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[ -]", "");
  }

  /** 1 inside, 0 unknown, -1 outside. */
  private static int lies(Candidate c, Range range, Match match) {
    Span span = Objects.requireNonNull(NumberFields.FIXED.get(range.field())).reader().read(c);
    if (span == null) {
      return 0;
    }
    boolean isInside =
        switch (match) {
          case RESOLVED -> span.value() >= range.min() && span.value() <= range.max();
          case POSSIBLE -> span.high() >= range.min() && span.low() <= range.max();
          case CERTAIN -> span.low() >= range.min() && span.high() <= range.max();
        };
    return isInside ? 1 : -1;
  }

  /** 0 a name is the text, 1 a name begins so, 2 all words are in names, -1 not so. */
  private int tier(Candidate c, String text) {
    Accelerator a = c.accelerator();
    List<String> own =
        Stream.concat(Stream.of(a.id(), a.name()), a.aliases().stream())
            .map(SlowSearch::plain)
            .toList();
    Stream<String> others =
        Stream.concat(Stream.of(c.vendor()), contained(c)).flatMap(Candidate::names);
    List<String> all = Stream.concat(own.stream(), others.map(SlowSearch::plain)).toList();
    boolean isFound =
        Arrays.stream(text.split(" ", -1))
            .map(SlowSearch::plain)
            .allMatch(word -> all.stream().anyMatch(name -> name.contains(word)));
    if (!isFound) {
      return -1;
    }
    String whole = plain(text);
    if (own.contains(whole)) {
      return 0;
    }
    return own.stream().anyMatch(name -> name.startsWith(whole)) ? 1 : 2;
  }

  private Stream<Accelerator> contained(Candidate c) {
    return c.dossier().credibleClaims().stream()
        .flatMap(
            claim ->
                claim.content().attribute() instanceof Link link
                        && link.relation() == Link.Relation.CONTAINS
                    ? catalog.findDossier(link.target()).stream()
                    : Stream.empty())
        .map(Dossier::subject)
        .flatMap(s -> s instanceof Accelerator a ? Stream.of(a) : Stream.empty());
  }

  private Comparator<Candidate> order(AcceleratorQuery query) {
    Comparator<Candidate> order = Comparator.comparingInt(_ -> 0);
    if (query.sort().isEmpty() && query.text().isPresent()) {
      order = Comparator.comparingInt(c -> tier(c, query.text().get()));
    }
    for (Sort sort : query.sort()) {
      order = order.thenComparing(order(sort));
    }
    return order.thenComparing(c -> c.accelerator().id());
  }

  private Comparator<Candidate> order(Sort sort) {
    if (NumberFields.FIXED.containsKey(sort.field())) {
      return byValue(c -> number(c, sort.field()), sort.isDescending());
    }
    return byValue(c -> text(c, sort.field()), sort.isDescending());
  }

  private static Optional<Double> number(Candidate c, String field) {
    Span span = Objects.requireNonNull(NumberFields.FIXED.get(field)).reader().read(c);
    OptionalDouble value = span == null ? OptionalDouble.empty() : OptionalDouble.of(span.value());
    return value.stream().boxed().findFirst();
  }

  private Optional<String> text(Candidate c, String field) {
    return switch (field) {
      case "id" -> Optional.of(c.accelerator().id());
      case "name" -> Optional.of(c.accelerator().name());
      default -> values(c, CategoryField.find(field).orElseThrow()).stream().findFirst();
    };
  }

  private interface Reading<T> {
    Optional<T> of(Candidate candidate);
  }

  private static <T extends Comparable<T>> Comparator<Candidate> byValue(
      Reading<T> reading, boolean isDescending) {
    return (one, other) -> {
      Optional<T> a = reading.of(one);
      Optional<T> b = reading.of(other);
      if (a.isEmpty() || b.isEmpty()) {
        return Boolean.compare(a.isEmpty(), b.isEmpty());
      }
      return isDescending ? b.get().compareTo(a.get()) : a.get().compareTo(b.get());
    };
  }
}
