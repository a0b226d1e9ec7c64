package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.AttributeKey;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.exportcontrol.Interval;
import org.suanwang.catalog.exportcontrol.Tpp;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.PartialDate;

/** All numbers that accelerators can be filtered and ordered by. */
final class NumberFields {
  private static final List<Plain> PLAIN =
      List.of(
          Plain.MEMORY_CAPACITY,
          Plain.MEMORY_BANDWIDTH,
          Plain.MEMORY_BUS_WIDTH,
          Plain.MEMORY_DATA_RATE,
          Plain.CACHE_CAPACITY,
          Plain.POWER,
          Plain.INTERCONNECT_BANDWIDTH,
          Plain.NETWORK_BANDWIDTH,
          Plain.DIE_AREA,
          Plain.DIES,
          Plain.TRANSISTORS,
          Plain.COMPUTE_UNITS);

  private static final List<Unit> CURRENCIES = List.of(Unit.US_DOLLAR, Unit.YUAN);

  /** Those that are there whatever the catalogue holds, by name. */
  static final SortedMap<String, NumberField> FIXED =
      byName(
          Stream.of(peaks(), plain(), nodes(), dates(), prices(), export(), metrics())
              .flatMap(s -> s));

  private NumberFields() {}

  private static SortedMap<String, NumberField> byName(Stream<NumberField> fields) {
    SortedMap<String, NumberField> byName = new TreeMap<>();
    fields.forEach(f -> byName.putIfAbsent(f.parameter(), f));
    return byName;
  }

  private static Stream<NumberField> peaks() {
    return Stream.of(Precision.values())
        .flatMap(
            p -> Stream.of(peak(p, Sparsity.DENSE, ""), peak(p, Sparsity.SPARSE_2_4, "Sparse")));
  }

  private static NumberField peak(Precision precision, Sparsity sparsity, String ending) {
    return new NumberField(
        precision.name().toLowerCase(Locale.ROOT) + ending,
        precision + " peak, " + (ending.isEmpty() ? "dense" : "with 2:4 sparsity"),
        precision.unit().symbol(),
        c -> Span.of(peak(c.specification(), precision, sparsity)));
  }

  private static @Nullable Resolved peak(
      Specification specification, Precision precision, Sparsity sparsity) {
    return specification.throughputs().stream()
        .filter(t -> t.of().precision() == precision && t.of().sparsity() == sparsity)
        .map(Specification.PeakThroughput::peak)
        .findFirst()
        .orElse(null);
  }

  private static Stream<NumberField> plain() {
    return PLAIN.stream().map(p -> attribute(p.kind(), p, p.form().units().iterator().next()));
  }

  private static NumberField attribute(String parameter, Attribute attribute, Unit unit) {
    return new NumberField(
        parameter,
        attribute.key(),
        unit.symbol(),
        c -> {
          Resolved number = c.specification().number(attribute);
          return number != null && number.unit() == unit ? Span.of(number) : null;
        });
  }

  private static Stream<NumberField> nodes() {
    return Stream.of(
        new NumberField(
            "processNode",
            "size that the process is named after; of several dies the smallest",
            "nm",
            c -> {
              String process = c.specification().process();
              return process == null
                  ? null
                  : ProcessNode.read(process)
                      .map(n -> new Span(n.smallest(), n.smallest(), n.largest()))
                      .orElse(null);
            }));
  }

  private static Stream<NumberField> prices() {
    return CURRENCIES.stream()
        .map(
            currency ->
                new NumberField(
                    "price" + suffix(currency),
                    "price of one device: at its release, else in the shop, else another",
                    currency.symbol(),
                    c -> Span.of(DerivedMetric.price(c.specification(), currency))));
  }

  private static Stream<NumberField> export() {
    return Stream.of(
        new NumberField(
            Plain.TOTAL_PROCESSING_PERFORMANCE.kind(),
            "total processing performance as export rules count it: dense peak × bit length, at most",
            Plain.TOTAL_PROCESSING_PERFORMANCE.form().units().iterator().next().symbol(),
            c -> totalProcessingPerformance(c.dossier())));
  }

  /** Where it is open, the least that it can be stands for it. */
  private static @Nullable Span totalProcessingPerformance(Dossier dossier) {
    Interval tpp = Tpp.of(ExportFacts.of(dossier).peaks()).map(Tpp::value).orElse(Interval.ANY);
    double low = tpp.low().doubleValue();
    BigDecimal high = tpp.high();
    return low == 0
        ? null
        : new Span(low, low, high == null ? Double.POSITIVE_INFINITY : high.doubleValue());
  }

  private static Stream<NumberField> metrics() {
    return Stream.concat(
        DerivedMetric.all(false).stream().map(m -> metric(m, null)),
        DerivedMetric.all(true).stream()
            .flatMap(
                m ->
                    Stream.of(Precision.values())
                        .filter(p -> p != Precision.UNSTATED)
                        .map(p -> metric(m, p))));
  }

  private static NumberField metric(DerivedMetric metric, @Nullable Precision precision) {
    return new NumberField(
        metric.parameter(precision),
        metric.formula(),
        metric.unit(precision),
        c ->
            metric
                .evaluate(c.specification(), c.accelerator().scope(), precision)
                .map(v -> span(v.ratio()))
                .orElse(null));
  }

  private static Span span(Ratio ratio) {
    return new Span(
        ratio.value().doubleValue(), ratio.low().doubleValue(), ratio.high().doubleValue());
  }

  private static Stream<NumberField> dates() {
    return Stream.of(Plain.RELEASE_DATE, Plain.ANNOUNCEMENT_DATE)
        .map(d -> new NumberField(d.kind(), d.kind(), NumberField.NO_UNIT, c -> days(c, d)));
  }

  /** The first day of the winning date; the span covers every credible claim. */
  private static @Nullable Span days(Candidate candidate, Plain attribute) {
    String winner = candidate.specification().text(attribute);
    if (winner == null) {
      return null;
    }
    List<PartialDate> all =
        candidate.dossier().credibleClaims().stream()
            .map(Claim::content)
            .filter(f -> f.attribute() == attribute && f.isWellFormed())
            .filter(f -> f.quantity() instanceof Quantity.Text)
            .map(f -> PartialDate.parse(text(f)))
            .toList();
    return new Span(
        PartialDate.parse(winner).first().toEpochDay(),
        all.stream().mapToLong(day(PartialDate::first)).min().orElseThrow(),
        all.stream().mapToLong(day(PartialDate::last)).max().orElseThrow());
  }

  private static String text(Fact fact) {
    return ((Quantity.Text) fact.quantity()).text();
  }

  private static ToLongFunction<PartialDate> day(
      java.util.function.Function<PartialDate, LocalDate> end) {
    return date -> end.apply(date).toEpochDay();
  }

  /**
   * Those of which each accelerator may have several, told apart by a name: {@code clock.boost},
   * {@code cores.tensor}, {@code price.release.usd}.
   */
  static Collection<NumberField> named(List<Candidate> candidates) {
    SortedMap<String, Named> attributes = new TreeMap<>();
    candidates.stream()
        .flatMap(c -> c.specification().numbers().keySet().stream())
        .filter(Named.class::isInstance)
        .map(Named.class::cast)
        .forEach(n -> attributes.putIfAbsent(n.key(), n));
    List<NumberField> fields = new ArrayList<>();
    for (Named named : attributes.values()) {
      String parameter = named.family().kind() + "." + AttributeKey.slug(named.name());
      var units = named.form().units().stream().sorted().toList();
      units.forEach(
          unit ->
              fields.add(
                  attribute(
                      units.size() == 1 ? parameter : parameter + suffix(unit), named, unit)));
    }
    return byName(fields.stream()).values();
  }

  private static String suffix(Unit unit) {
    return "." + AttributeKey.slug(unit.symbol()).replace("-h", "");
  }
}
