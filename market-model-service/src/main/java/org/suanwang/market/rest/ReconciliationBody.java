package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.bridge.AssumptionList;
import org.suanwang.market.bridge.Reconciliation;
import org.suanwang.market.bridge.SimulationFinding;
import org.suanwang.market.evaluation.Figure;
import org.suanwang.market.evaluation.Reading;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.scenario.PublishedModel;

/** Top-down beside bottom-up, with everything that is taken for granted on the way. */
public record ReconciliationBody(
    ModelReference model,
    List<TopDownBody> topDown,
    List<BottomUpBody> bottomUp,
    List<AssumptionBody> assumptions) {
  static ReconciliationBody of(
      PublishedModel model, Reconciliation reconciliation, List<Reconciliation.BottomUp> bottomUp) {
    return new ReconciliationBody(
        ModelReference.of(model),
        reconciliation.topDown().stream().map(TopDownBody::of).toList(),
        bottomUp.stream().map(BottomUpBody::of).toList(),
        AssumptionList.of(model, bottomUp.stream().map(b -> b.finding()).toList()).stream()
            .map(AssumptionBody::of)
            .toList());
  }

  /** An amount as computed and as printed. */
  public record AmountBody(String exact, double value, String printed, String unit) {
    static AmountBody of(Figure figure) {
      String exact = figure.reading() instanceof Reading.Exact e ? Numeral.write(e.value()) : "";
      return new AmountBody(
          exact, figure.reading().middle(), figure.printed(), figure.unit().text());
    }
  }

  /** A scenario's fee from above. {@code rate} is a share. */
  public record TopDownBody(String scenario, double rate, AmountBody fee) {
    static TopDownBody of(Reconciliation.Line line) {
      double rate = line.rate().reading().middle() * line.rate().unit().scale().doubleValue();
      return new TopDownBody(line.scenario(), round(rate), AmountBody.of(line.fee()));
    }

    /** 5 times 0.01 is 0.05, not what doubles make of it. */
    private static double round(double rate) {
      return Math.rint(rate * 1e12) / 1e12;
    }
  }

  /** A scenario's fee from the utilisation found. */
  public record ScenarioFeeBody(
      String scenario, AmountBody upliftValue, AmountBody fee, double ratioToTopDown) {
    static ScenarioFeeBody of(Reconciliation.ScenarioFee fee) {
      return new ScenarioFeeBody(
          fee.scenario(), AmountBody.of(fee.uplift()), AmountBody.of(fee.fee()), fee.ratio());
    }
  }

  /**
   * What the simulation settled, annualised, and scaled to the country.
   *
   * @param effectiveRate fee over settled amount
   * @param scaleFactor planned national throughput over the fleet's
   */
  public record MeasuredBody(
      Measure annualFee,
      Measure annualSettledAmount,
      Measure scaledToNational,
      double effectiveRate,
      double scaleFactor) {
    static MeasuredBody of(Reconciliation.Measured measured) {
      return new MeasuredBody(
          Measure.of(measured.annualFee()),
          Measure.of(measured.annualSettledAmount()),
          Measure.of(measured.scaledToNational()),
          measured.effectiveRate(),
          measured.scaleFactor());
    }
  }

  /**
   * One simulation beside the model.
   *
   * @param fleetCatalogVersion as the request said it; left out where it did not
   * @param demandCatalogVersion as the request said it; left out where it did not
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record BottomUpBody(
      String simulation,
      String policy,
      String resultHash,
      double utilisation,
      @Nullable VersionBody fleetCatalogVersion,
      @Nullable VersionBody demandCatalogVersion,
      List<ScenarioFeeBody> scenarioFees,
      MeasuredBody measured) {
    static BottomUpBody of(Reconciliation.BottomUp bottomUp) {
      return new BottomUpBody(
          bottomUp.finding().simulation(),
          bottomUp.finding().policy(),
          bottomUp.finding().resultHash(),
          bottomUp.finding().utilisation().doubleValue(),
          VersionBody.of(bottomUp.finding().fleetCatalogue()),
          VersionBody.of(bottomUp.finding().demandCatalogue()),
          bottomUp.scenarioFees().stream().map(ScenarioFeeBody::of).toList(),
          MeasuredBody.of(bottomUp.measured()));
    }
  }

  /** A version of the catalogue, and whether it was only the last known when it was used. */
  @Schema(name = "UsedCatalogVersion")
  public record VersionBody(String id, boolean stale) {
    static @Nullable VersionBody of(SimulationFinding.@Nullable CatalogueVersion version) {
      return version == null ? null : new VersionBody(version.id(), version.stale());
    }
  }
}
