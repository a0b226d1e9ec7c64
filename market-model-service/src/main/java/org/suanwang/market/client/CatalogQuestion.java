package org.suanwang.market.client;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.bridge.EfficiencyPair;
import org.suanwang.market.bridge.EquivalenceQuery;
import org.suanwang.market.check.InvalidInputException;

/** Something to ask the catalogue, and what it means when the catalogue refuses to answer. */
sealed interface CatalogQuestion {
  /** Asks once; the answer is its text. */
  String put(CatalogApi api);

  /** What the caller of this service did wrong. */
  InvalidInputException refused(CatalogRefusal refusal);

  /** How many of one device do the work of another. */
  record OfEquivalence(EquivalenceQuery query) implements CatalogQuestion {
    private static final int DECIMALS = 12;

    @Override
    public String put(CatalogApi api) {
      return api.equivalence(
          new CatalogApi.EquivalenceBody(
              new CatalogApi.Counted(query.fromDevice(), query.fromCount()),
              query.toDevice(),
              query.precision(),
              efficiency(query.efficiency())));
    }

    private static CatalogApi.@Nullable EfficiencyBody efficiency(@Nullable EfficiencyPair pair) {
      return pair == null
          ? null
          : new CatalogApi.EfficiencyBody(
              stated(pair.reference(), pair.referenceSource()),
              stated(pair.other(), pair.otherSource()));
    }

    /** The catalogue takes per cent as a decimal: a third is told with twelve decimals. */
    private static CatalogApi.StatedShare stated(BigFraction share, String source) {
      BigDecimal percent =
          share
              .multiply(100)
              .bigDecimalValue(DECIMALS, RoundingMode.HALF_EVEN)
              .stripTrailingZeros();
      BigDecimal plain = percent.setScale(Math.max(percent.scale(), 0), RoundingMode.UNNECESSARY);
      return new CatalogApi.StatedShare(plain, "%", source);
    }

    @Override
    public InvalidInputException refused(CatalogRefusal refusal) {
      return new InvalidInputException(
          "device",
          query.toDevice(),
          "the catalogue cannot compare it with "
              + query.fromDevice()
              + " at "
              + query.precision()
              + ": "
              + refusal.reason(),
          refusal.remedyOr(
              "use an id of the catalogue's GET /v1/accelerators with a dense "
                  + query.precision()
                  + " peak"));
    }
  }

  /** Who makes an accelerator. */
  record OfAccelerator(String id) implements CatalogQuestion {
    @Override
    public String put(CatalogApi api) {
      return api.accelerator(id);
    }

    @Override
    public InvalidInputException refused(CatalogRefusal refusal) {
      return new InvalidInputException(
          "device",
          id,
          "the catalogue does not tell whose it is: " + refusal.reason(),
          refusal.remedyOr("use an id of the catalogue's GET /v1/accelerators"));
    }
  }
}
