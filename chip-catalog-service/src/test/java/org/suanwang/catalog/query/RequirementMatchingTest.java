package org.suanwang.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.query.RequirementFixture.SEVENTY;
import static org.suanwang.catalog.query.RequirementFixture.SHARE;
import static org.suanwang.catalog.query.RequirementFixture.against;
import static org.suanwang.catalog.query.RequirementFixture.memory;
import static org.suanwang.catalog.query.RequirementFixture.number;
import static org.suanwang.catalog.query.RequirementFixture.only;
import static org.suanwang.catalog.query.RequirementFixture.requirement;
import static org.suanwang.catalog.query.RequirementFixture.run;
import static org.suanwang.catalog.query.RequirementFixture.seventy;
import static org.suanwang.catalog.query.RequirementFixture.training;
import static org.suanwang.catalog.query.SmallCatalog.catalog;
import static org.suanwang.catalog.query.SmallCatalog.dense;
import static org.suanwang.catalog.query.SmallCatalog.fp16;
import static org.suanwang.catalog.query.SmallCatalog.link;
import static org.suanwang.catalog.query.SmallCatalog.says;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scenario;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Tier;
import org.suanwang.catalog.query.Requirement.Filters;
import org.suanwang.catalog.query.Requirement.Limits;
import org.suanwang.catalog.query.Requirement.Rank;
import org.suanwang.catalog.query.RequirementMatch.Fit;
import org.suanwang.catalog.query.Shortfall.Code;

/** Who matches, who does not, and why: the rules of docs/requirement-matching.md. */
class RequirementMatchingTest {
  private static final Filters WITH_STACK =
      new Filters(Set.of(), Set.of(), Set.of("stack"), Set.of(), Set.of(), null, null, null, null);

  private static Requirement within(Limits limits) {
    return new Requirement(
        training(SEVENTY, null),
        Precision.FP16,
        List.of(),
        SHARE,
        null,
        Filters.NONE,
        limits,
        Rank.DEVICES);
  }

  private static Requirement among(Filters filters) {
    return new Requirement(
        training(SEVENTY, null),
        Precision.FP16,
        List.of(),
        SHARE,
        null,
        filters,
        Limits.NONE,
        Rank.DEVICES);
  }

  @Test
  void everyAccelerator_isAMatchOrHasItsReasons() {
    RequirementMatch match = run(seventy(), fp16("chip", "320 TFLOPS"), memory("chip", "64 GB"));
    assertThat(match.matches()).hasSize(1);
    assertThat(match.others()).hasSize(3).allSatisfy(o -> assertThat(o.shortfalls()).isNotEmpty());
    assertThat(match.countsByReason())
        .containsEntry(Code.PEAK_UNKNOWN, 3L)
        .containsEntry(Code.MEMORY_UNKNOWN, 3L);
  }

  @Test
  void missingPeak_isUnknownAndNamesWhatIsMissing() {
    RequirementMatch match = run(seventy(), memory("chip", "64 GB"));
    Shortfall only = against(match, "chip").getFirst();
    assertThat(only.code()).isEqualTo(Code.PEAK_UNKNOWN);
    assertThat(only.missing()).containsExactly("chip.FP16 DENSE");
    assertThat(match.others()).allSatisfy(o -> assertThat(o.isCertain()).isFalse());
  }

  @Test
  void sparsePeak_isNoDensePeak() {
    var sparse = new Throughput(Precision.FP16, Sparsity.SPARSE_2_4, Circuit.MATRIX, Scope.BOARD);
    RequirementMatch match =
        run(seventy(), says("chip", sparse, "1979 TFLOPS"), memory("chip", "80 GB"));
    assertThat(against(match, "chip"))
        .extracting(Shortfall::code)
        .containsExactly(Code.ONLY_SPARSE_PEAK);
  }

  @Test
  void peakOfADie_isNoPeakOfTheDevice() {
    var die = new Throughput(Precision.FP16, Sparsity.DENSE, Circuit.MATRIX, Scope.DIE);
    RequirementMatch match =
        run(seventy(), says("chip", die, "100 TFLOPS"), memory("chip", "80 GB"));
    assertThat(against(match, "chip"))
        .extracting(Shortfall::code)
        .containsExactly(Code.NO_PEAK_OF_DEVICE);
  }

  @Test
  void anotherPrecision_takesThePlaceOnlyByLeave() {
    Claim<Fact> peak = fp16("chip", "320 TFLOPS");
    Claim<Fact> memory = memory("chip", "64 GB");
    Work work = training(SEVENTY, null);
    assertThat(run(requirement(work, Precision.BF16, List.of()), peak, memory).matches()).isEmpty();
    Fit fit = only(run(requirement(work, Precision.BF16, List.of(Precision.FP16)), peak, memory));
    assertThat(fit.precision()).isEqualTo(Precision.FP16);
  }

  @Test
  void domesticOnly_leavesOutWhatIsFromAbroad() {
    Filters domestic =
        new Filters(Set.of("CN"), Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, null);
    RequirementMatch match =
        run(
            among(domestic),
            fp16("chip", "320 TFLOPS"),
            memory("chip", "64 GB"),
            fp16("foreign", "989.4 TFLOPS"),
            memory("foreign", "80 GB"));
    assertThat(only(match).accelerator().id()).isEqualTo("chip");
    assertThat(against(match, "foreign"))
        .extracting(Shortfall::code)
        .containsExactly(Code.OTHER_COUNTRY);
  }

  @Test
  void stackThatIsClaimedEitherWay_runs() {
    RequirementMatch match =
        run(
            among(WITH_STACK),
            fp16("chip", "320 TFLOPS"),
            memory("chip", "64 GB"),
            says("chip", link(Link.Relation.RUNS, "stack"), "yes"),
            fp16("other", "320 TFLOPS"),
            memory("other", "64 GB"),
            says("stack", link(Link.Relation.TARGETS, "other"), "made for it"),
            fp16("foreign", "989.4 TFLOPS"),
            memory("foreign", "80 GB"));
    assertThat(match.matches())
        .extracting(f -> f.accelerator().id())
        .containsExactly("chip", "other");
    assertThat(against(match, "foreign").getFirst().missing())
        .containsExactly("foreign.runs stack");
  }

  @Test
  void stackOfAVendor_runsOnAllThatItMakes() {
    RequirementMatch match =
        run(
            among(WITH_STACK),
            fp16("chip", "320 TFLOPS"),
            memory("chip", "64 GB"),
            fp16("foreign", "989.4 TFLOPS"),
            memory("foreign", "80 GB"),
            says("stack", link(Link.Relation.TARGETS, "abroad"), "made for its cards"));
    assertThat(only(match).accelerator().id()).isEqualTo("foreign");
  }

  @Test
  void segmentAndLeastNumbers_areFilters() {
    Filters filters =
        new Filters(
            Set.of(),
            Set.of("maker"),
            Set.of(),
            Set.of("DATACENTER"),
            Set.of(Scenario.TRAINING),
            LocalDate.of(2026, 1, 1),
            number("80"),
            number("400"),
            null);
    RequirementMatch match =
        run(
            among(filters),
            fp16("chip", "320 TFLOPS"),
            memory("chip", "64 GB"),
            says("chip", Plain.MARKET_SEGMENT, "EDGE"),
            says("chip", Plain.SCENARIO, "推理"),
            says("chip", Plain.RELEASE_DATE, "2026-02"),
            says("chip", Plain.INTERCONNECT_BANDWIDTH, "392 GB/s"),
            says("chip", Plain.STATUS, "CANCELLED"));
    assertThat(against(match, "chip"))
        .extracting(Shortfall::code)
        .containsExactly(
            Code.OTHER_SEGMENT,
            Code.OTHER_SCENARIO,
            Code.NOT_RELEASED,
            Code.CANCELLED,
            Code.MEMORY_TOO_SMALL,
            Code.INTERCONNECT_TOO_SLOW);
    assertThat(against(match, "other"))
        .extracting(Shortfall::code)
        .containsExactly(
            Code.SEGMENT_UNKNOWN,
            Code.MEMORY_UNKNOWN,
            Code.INTERCONNECT_UNKNOWN,
            Code.PEAK_UNKNOWN);
    assertThat(against(match, "foreign")).extracting(Shortfall::code).contains(Code.OTHER_VENDOR);
  }

  @Test
  void limits_areKeptByTheResolvedValues() {
    Claim<Fact> peak = fp16("chip", "320 TFLOPS");
    Claim<Fact> lower =
        says("chip", dense(Precision.FP16, Circuit.MATRIX), "256 TFLOPS", Tier.PRESS);
    Claim<Fact> memory = memory("chip", "64 GB");
    Fit fit = only(run(within(new Limits(1773L, null, null, Unit.YUAN)), peak, lower, memory));
    assertThat(fit.holdsForAllClaims()).isFalse();
    RequirementMatch match =
        run(within(new Limits(1772L, null, null, Unit.YUAN)), peak, lower, memory);
    assertThat(against(match, "chip"))
        .extracting(Shortfall::code)
        .containsExactly(Code.TOO_MANY_DEVICES);
    assertThat(match.others().getFirst().isCertain()).isTrue();
  }

  @Test
  void powerAndBudget_areLimitsAndUnknownWithoutClaims() {
    Limits limits = new Limits(null, number("700000"), number("10000000"), Unit.US_DOLLAR);
    var price = new Named(Named.Family.PRICE, "release");
    RequirementMatch match =
        run(
            within(limits),
            fp16("chip", "320 TFLOPS"),
            memory("chip", "64 GB"),
            says("chip", Plain.POWER, "400 W"),
            says("chip", price, "10000 USD"),
            fp16("other", "320 TFLOPS"),
            memory("other", "64 GB"),
            says("other", price, "10000 CNY"));
    assertThat(against(match, "chip"))
        .extracting(Shortfall::code)
        .containsExactly(Code.TOO_MUCH_POWER, Code.OVER_BUDGET);
    assertThat(against(match, "other"))
        .extracting(Shortfall::code)
        .containsExactly(Code.POWER_UNKNOWN, Code.PRICE_UNKNOWN);
  }

  @Test
  void matches_areRankedByWhatIsAsked() {
    Catalog claims =
        catalog(
            fp16("chip", "320 TFLOPS"),
            memory("chip", "64 GB"),
            says("chip", Plain.POWER, "600 W"),
            fp16("other", "160 TFLOPS"),
            memory("other", "64 GB"),
            says("other", Plain.POWER, "200 W"),
            fp16("foreign", "640 TFLOPS"),
            memory("foreign", "80 GB"));
    assertThat(run(seventy(), claims).matches())
        .extracting(f -> f.accelerator().id())
        .containsExactly("foreign", "chip", "other");
    Requirement byPower =
        new Requirement(
            training(SEVENTY, null),
            Precision.FP16,
            List.of(),
            SHARE,
            null,
            Filters.NONE,
            Limits.NONE,
            Rank.POWER);
    assertThat(run(byPower, claims).matches())
        .extracting(f -> f.accelerator().id())
        .containsExactly("other", "chip", "foreign");
  }
}
