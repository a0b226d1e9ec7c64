package org.suanwang.catalog.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.measure.Decimals;
import org.suanwang.catalog.query.Facet;
import org.suanwang.catalog.query.NumberField;

/** How what is found divides along a field. */
@Schema(
    name = "Facet",
    description =
        "How what is found divides along one field, whose own condition is left aside. Of a"
            + " category the values, the most frequent first; of a number least, greatest and"
            + " buckets")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FacetView(
    @Schema(examples = "vendor") String field,
    @Schema(description = "How many have no value") int unknown,
    @Nullable List<ValueView> values,
    @Schema(description = "How many further values there are") @Nullable Integer more,
    @Schema(description = "Of a number; a date has none", examples = "TFLOP/s")
        @Nullable String unit,
    @Nullable List<BucketView> buckets) {

  @Schema(name = "FacetValue")
  record ValueView(@Schema(examples = "nvidia") String value, int count) {}

  @Schema(
      name = "FacetBucket",
      description = "from is in it, to only in the last one; numbers, or dates as 2023-12-19")
  record BucketView(
      @Schema(anyOf = {BigDecimal.class, LocalDate.class}) Object from,
      @Schema(anyOf = {BigDecimal.class, LocalDate.class}) Object to,
      int count) {}

  static FacetView of(Facet facet) {
    return switch (facet) {
      case Facet.Categories c ->
          new FacetView(
              c.field(),
              c.unknown(),
              c.values().stream().map(v -> new ValueView(v.value(), v.count())).toList(),
              c.more(),
              null,
              null);
      case Facet.Numbers n ->
          new FacetView(
              n.field(),
              n.unknown(),
              null,
              null,
              n.of().isDate() ? null : n.of().unit(),
              n.buckets().stream()
                  .map(b -> new BucketView(end(n.of(), b.from()), end(n.of(), b.to()), b.count()))
                  .toList());
    };
  }

  private static Object end(NumberField field, double end) {
    return field.isDate()
        ? LocalDate.ofEpochDay((long) end).toString()
        : Decimals.normal(BigDecimal.valueOf(end));
  }
}
