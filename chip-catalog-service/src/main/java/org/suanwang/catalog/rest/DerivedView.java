package org.suanwang.catalog.rest;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.query.DerivedMetric;

/** What follows from two numbers of an accelerator, or what is missing for it. */
@Schema(
    name = "DerivedMetric",
    description =
        "A quotient of two resolved numbers with the span of the claims about both; UNKNOWN names"
            + " what is missing")
record DerivedView(
    @Schema(examples = "fp16PerWatt") String name,
    @Schema(examples = "dense peak ÷ power") String formula,
    @Nullable String precision,
    @Schema(
            enumeration = {"KNOWN", "UNKNOWN"},
            examples = "KNOWN")
        String state,
    @Nullable BigDecimal value,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    @Schema(examples = "TFLOP/s per W") String unit,
    @Schema(description = "The claims that it follows from") List<String> claimIds,
    List<String> missing) {

  /** Every metric; those of peaks at each precision with a peak of any kind. */
  static List<DerivedView> of(Specification s, Scope scope) {
    Stream<DerivedView> plain = DerivedMetric.all(false).stream().map(m -> of(m, s, scope, null));
    Stream<DerivedView> peaks =
        Arrays.stream(Precision.values())
            .filter(p -> s.throughputs().stream().anyMatch(t -> t.of().precision() == p))
            .flatMap(p -> DerivedMetric.all(true).stream().map(m -> of(m, s, scope, p)));
    return Stream.concat(plain, peaks).toList();
  }

  private static DerivedView of(
      DerivedMetric metric, Specification s, Scope scope, @Nullable Precision precision) {
    DerivedMetric.Value found = metric.evaluate(s, scope, precision).orElse(null);
    return new DerivedView(
        metric.parameter(precision),
        metric.formula(),
        precision == null ? null : precision.name(),
        found == null ? "UNKNOWN" : "KNOWN",
        found == null ? null : found.ratio().value(),
        found == null ? null : found.ratio().low(),
        found == null ? null : found.ratio().high(),
        metric.unit(precision),
        found == null ? List.of() : claimIds(found),
        metric.missing(s, scope, precision));
  }

  private static List<String> claimIds(DerivedMetric.Value found) {
    return Stream.concat(found.dividend().claimIds().stream(), found.divisor().claimIds().stream())
        .distinct()
        .toList();
  }
}
