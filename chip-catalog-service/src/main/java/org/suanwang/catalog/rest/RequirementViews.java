package org.suanwang.catalog.rest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.measure.Decimals;
import org.suanwang.catalog.query.Amount;
import org.suanwang.catalog.query.Demand;
import org.suanwang.catalog.query.Requirement;
import org.suanwang.catalog.query.RequirementMatch;
import org.suanwang.catalog.query.Shortfall;
import org.suanwang.catalog.rest.EquivalenceViews.CountSpan;
import org.suanwang.catalog.rest.EquivalenceViews.SystemsView;
import org.suanwang.catalog.rest.Views.ResolvedView;
import org.suanwang.catalog.rest.Views.VersionView;

/** The parts of a requirement match's answer. */
final class RequirementViews {
  private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

  private RequirementViews() {}

  @Schema(
      name = "Amount",
      description = "A computed number, rounded to twelve digits, with the span of its inputs")
  record AmountView(
      BigDecimal value,
      BigDecimal low,
      BigDecimal high,
      @Schema(examples = "TFLOP/s") String unit,
      @Schema(description = "The claims among its inputs") List<String> claimIds) {
    static AmountView of(Amount a, String unit) {
      return new AmountView(
          rounded(a.value()), rounded(a.low()), rounded(a.high()), unit, a.claimIds());
    }

    static @Nullable AmountView find(@Nullable Amount a, String unit) {
      return a == null ? null : of(a, unit);
    }

    private static BigDecimal rounded(BigDecimal number) {
      return Decimals.normal(number.round(DIGITS));
    }
  }

  @Schema(name = "Need", description = "A total that the devices must come up to")
  record NeedView(
      @Schema(examples = "COMPUTE") String kind,
      AmountView total,
      @Schema(description = "How it is computed, in words") String formula) {
    static NeedView of(Demand.Need n) {
      return new NeedView(n.kind().name(), AmountView.of(n.total(), n.kind().unit()), n.formula());
    }
  }

  @Schema(name = "Demand", description = "What the work asks for, whoever does it")
  record DemandView(
      @Schema(description = "Of the whole training") @Nullable AmountView compute,
      List<NeedView> needs,
      @Schema(description = "What is assumed, and what is left out") List<String> notes) {
    static DemandView of(Demand d) {
      return new DemandView(
          AmountView.find(d.compute(), "ZFLOP"),
          d.needs().stream().map(NeedView::of).toList(),
          d.notes());
    }
  }

  @Schema(name = "NeededDevices")
  record NeededView(
      @Schema(examples = "COMPUTE") String need, AmountView perDevice, CountSpan devices) {
    static NeededView of(RequirementMatch.NeededDevices n) {
      Demand.Kind kind = n.need().kind();
      return new NeededView(
          kind.name(),
          AmountView.of(n.perDevice(), kind.unit()),
          CountSpan.of(n.devices(), "device"));
    }
  }

  @Schema(name = "Match", description = "An accelerator that meets the requirement")
  record FitView(
      String accelerator,
      String name,
      String vendor,
      @Schema(description = "The wanted one, or the one that takes its place") String precision,
      String circuit,
      ResolvedView peak,
      @Schema(description = "The share of the peak that is reached") ResolvedView efficiency,
      CountSpan devices,
      @Schema(description = "The need that asks for the most", examples = "COMPUTE")
          String bindingNeed,
      List<NeededView> needs,
      @Schema(description = "Of the devices alone; null is unknown") @Nullable AmountView power,
      @Schema(description = "That the training takes with so many devices")
          @Nullable AmountView time,
      @Schema(description = "Of the training, or of a day of inference; of the devices alone")
          @Nullable AmountView energy,
      @Nullable AmountView cost,
      @Schema(description = "Whether the limits are kept by the least favourable claims too")
          boolean holdsForAllClaims,
      List<SystemsView> systems) {
    static FitView of(RequirementMatch.Fit f, Requirement requirement) {
      return new FitView(
          f.accelerator().id(),
          f.accelerator().name(),
          f.accelerator().vendorId(),
          f.precision().name(),
          f.circuit().name(),
          ResolvedView.required(f.peak()),
          ResolvedView.required(f.efficiency()),
          CountSpan.of(f.devices(), "device"),
          f.binding().name(),
          f.needs().stream().map(NeededView::of).toList(),
          AmountView.find(f.powerWatts(), "W"),
          AmountView.find(f.days(), "d"),
          AmountView.find(f.energyKilowattHours(), "kWh"),
          AmountView.find(f.cost(), requirement.limits().currency().symbol()),
          f.holdsForAllClaims(),
          f.systems().stream().map(SystemsView::of).toList());
    }
  }

  @Schema(name = "Shortfall")
  record ShortfallView(
      @Schema(examples = "PEAK_UNKNOWN") String code,
      @Schema(description = "What is found") String message,
      @Schema(description = "What would have to be claimed to know") List<String> missing) {
    static ShortfallView of(Shortfall s) {
      return new ShortfallView(s.code().name(), s.message(), s.missing());
    }
  }

  @Schema(name = "Miss", description = "An accelerator that does not match, and every reason")
  record MissView(
      String accelerator,
      @Schema(
              enumeration = {"FAILS", "UNKNOWN"},
              description = "UNKNOWN: nothing speaks against it but what is not claimed")
          String state,
      List<ShortfallView> reasons) {
    static MissView of(RequirementMatch.Miss m) {
      return new MissView(
          m.accelerator().id(),
          m.isCertain() ? "FAILS" : "UNKNOWN",
          m.shortfalls().stream().map(ShortfallView::of).toList());
    }
  }

  @Schema(name = "RequirementMatch")
  record Answer(
      VersionView catalogVersion,
      DemandView demand,
      @Schema(description = "Where a stated efficiency comes from")
          @Nullable String efficiencySource,
      @Schema(description = "The best by the asked rank first") List<FitView> matches,
      List<MissView> others,
      @Schema(description = "How many accelerators fall short for each reason")
          Map<Shortfall.Code, Long> countsByReason) {
    static Answer of(VersionView version, Requirement requirement, RequirementMatch found) {
      return new Answer(
          version,
          DemandView.of(found.demand()),
          requirement.efficiency() == null ? null : requirement.efficiency().source(),
          found.matches().stream().map(f -> FitView.of(f, requirement)).toList(),
          found.others().stream().map(MissView::of).toList(),
          found.countsByReason());
    }
  }
}
