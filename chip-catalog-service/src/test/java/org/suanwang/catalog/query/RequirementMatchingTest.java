package org.suanwang.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.catalog.query.SmallCatalog.catalog;
import static org.suanwang.catalog.query.SmallCatalog.contains;
import static org.suanwang.catalog.query.SmallCatalog.dense;
import static org.suanwang.catalog.query.SmallCatalog.efficiency;
import static org.suanwang.catalog.query.SmallCatalog.fp16;
import static org.suanwang.catalog.query.SmallCatalog.link;
import static org.suanwang.catalog.query.SmallCatalog.says;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Tier;
import org.suanwang.catalog.query.Requirement.Filters;
import org.suanwang.catalog.query.Requirement.Limits;
import org.suanwang.catalog.query.Requirement.Rank;
import org.suanwang.catalog.query.RequirementMatch.Fit;
import org.suanwang.catalog.query.Shortfall.Code;

/** The rules of docs/requirement-matching.md, computed by hand. */
class RequirementMatchingTest {
  private static final Work.Model SEVENTY = new Work.Model(null, number("70"), null);
  private static final Efficiency.Stated SHARE =
      new Efficiency.Stated(number("40"), number("40"), number("50"), "assumed");

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  /** 70 B parameters, 1,400 B tokens, 30 days. */
  private static Work.Training training(Work.Model model, @Nullable Long shardedOver) {
    return new Work.Training(
        model, number("1400"), null, number("30"), number("16"), number("0.8"), shardedOver);
  }

  private static Requirement of(Work work, Precision precision, List<Precision> fallbacks) {
    return new Requirement(
        work, precision, fallbacks, SHARE, null, Filters.NONE, Limits.NONE, Rank.DEVICES);
  }

  private static Requirement seventy() {
    return of(training(SEVENTY, null), Precision.FP16, List.of());
  }

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

  private static RequirementMatch run(Requirement requirement, Catalog catalog) {
    return new RequirementMatching(catalog, Relations.of(catalog)).run(requirement);
  }

  @SafeVarargs
  private static RequirementMatch run(Requirement requirement, Claim<Fact>... claims) {
    return run(requirement, catalog(claims));
  }

  private static Fit only(RequirementMatch match) {
    assertThat(match.matches()).hasSize(1);
    return match.matches().getFirst();
  }

  private static List<Shortfall> against(RequirementMatch match, String id) {
    return match.others().stream()
        .filter(o -> o.accelerator().id().equals(id))
        .findFirst()
        .orElseThrow()
        .shortfalls();
  }

  private static Claim<Fact> memory(String subject, String printed) {
    return says(subject, Plain.MEMORY_CAPACITY, printed);
  }

  @Test
  void training_countsDevicesBySixTimesParametersTimesTokens() {
    RequirementMatch match =
        run(
            seventy(),
            fp16("chip", "320 TFLOPS"),
            says("chip", dense(Precision.FP16, Circuit.MATRIX), "256 TFLOPS", Tier.PRESS),
            memory("chip", "64 GB"));
    // 6 x 70e9 x 1400e9 = 5.88e23
    assertThat(match.demand().compute())
        .satisfies(c -> assertThat(c.value()).isEqualByComparingTo("588"));
    // over 30 x 86,400 s: 226,851.85 TFLOP/s; by 320 x 40 % = 128, 320 x 50 % = 160, 256 x 40 %
    assertThat(only(match).devices()).isEqualTo(new Devices(1773, 1418, 2216));
    assertThat(only(match).binding()).isEqualTo(Demand.Kind.COMPUTE);
    // 70 x 16 / 0.8 = 1,400 GB; by 64
    assertThat(only(match).needs().get(1).devices()).isEqualTo(new Devices(22, 22, 22));
  }

  @Test
  void littleMemory_binds() {
    Fit fit = only(run(seventy(), fp16("chip", "1000000 TFLOPS"), memory("chip", "2 GB")));
    assertThat(fit.binding()).isEqualTo(Demand.Kind.MEMORY_CAPACITY);
    assertThat(fit.devices().value()).isEqualTo(700);
  }

  @Test
  void powerTimeAndEnergy_followFromTheDevices() {
    Fit fit =
        only(
            run(
                seventy(),
                fp16("chip", "320 TFLOPS"),
                memory("chip", "64 GB"),
                says("chip", Plain.POWER, "400 W"),
                says("server", contains("chip"), "8 devices")));
    assertThat(fit.powerWatts())
        .satisfies(p -> assertThat(p.value()).isEqualByComparingTo("709200"));
    // 588e9 TFLOP / (1,773 x 128 TFLOP/s x 86,400 s)
    assertThat(fit.days())
        .satisfies(d -> assertThat(d.value().doubleValue()).isBetween(29.98, 30.0));
    // 588e9 / 128 s x 400 W = 1.8375e12 J = 510,416.67 kWh, on however many devices
    assertThat(fit.energyKilowattHours())
        .satisfies(
            e ->
                assertThat(e.value().setScale(2, java.math.RoundingMode.HALF_EVEN))
                    .isEqualByComparingTo("510416.67"));
    assertThat(fit.systems())
        .singleElement()
        .satisfies(s -> assertThat(s.count().value()).isEqualTo(222));
  }

  @Test
  void mixtureOfExperts_worksWithItsActiveParametersAndHoldsAll() {
    RequirementMatch match =
        run(
            of(
                new Work.Training(
                    new Work.Model("mixture", null, null),
                    null,
                    null,
                    number("10"),
                    number("16"),
                    number("1"),
                    null),
                Precision.FP16,
                List.of()),
            says("mixture", Plain.PARAMETERS, "600 billion"),
            says("mixture", Plain.ACTIVE_PARAMETERS, "40 billion"),
            says("mixture", Plain.TRAINING_TOKENS, "10000 billion"));
    // 6 x 40 x 10,000 x 1e18 = 2.4e24
    assertThat(match.demand().compute())
        .satisfies(
            c -> {
              assertThat(c.value()).isEqualByComparingTo("2400");
              assertThat(c.claimIds()).hasSize(2);
            });
    assertThat(match.demand().needs().get(1).total().value()).isEqualByComparingTo("9600");
  }

  @Test
  void claimedComputeOfAModel_goesBeforeTheRule() {
    RequirementMatch match =
        run(
            of(
                new Work.Training(
                    new Work.Model("model", null, null),
                    null,
                    null,
                    number("10"),
                    number("16"),
                    number("1"),
                    null),
                Precision.FP16,
                List.of()),
            says("model", Plain.PARAMETERS, "175 billion"),
            says("model", Plain.TRAINING_TOKENS, "300 billion"),
            says("model", Plain.TRAINING_COMPUTE, "3.14e23 FLOP"));
    assertThat(match.demand().compute())
        .satisfies(c -> assertThat(c.value()).isEqualByComparingTo("314"));
    assertThat(match.demand().needs().getFirst().formula()).contains("claimed of the model");
  }

  @Test
  void modelWithoutNumbers_isRefusedWithAllThatIsMissing() {
    var work =
        new Work.Training(
            new Work.Model("model", null, null),
            null,
            null,
            number("10"),
            number("16"),
            number("1"),
            null);
    assertThatThrownBy(() -> run(of(work, Precision.FP16, List.of())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("training.parameters")
        .hasMessageContaining("training.tokens");
  }

  @Test
  void unknownModel_isRefusedWithTheNearest() {
    var work = training(new Work.Model("modell", null, null), null);
    assertThatThrownBy(() -> run(of(work, Precision.FP16, List.of())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("training.model = modell")
        .hasMessageContaining("did you mean model?");
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
    assertThat(run(of(work, Precision.BF16, List.of()), peak, memory).matches()).isEmpty();
    Fit fit = only(run(of(work, Precision.BF16, List.of(Precision.FP16)), peak, memory));
    assertThat(fit.precision()).isEqualTo(Precision.FP16);
  }

  @Test
  void domesticOnly_leavesOutWhatIsFromAbroad() {
    Filters domestic = new Filters(Set.of("CN"), Set.of(), Set.of(), Set.of(), null, null, null);
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
    Filters withStack =
        new Filters(Set.of(), Set.of(), Set.of("stack"), Set.of(), null, null, null);
    RequirementMatch match =
        run(
            among(withStack),
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
  void segmentAndLeastNumbers_areFilters() {
    Filters filters =
        new Filters(
            Set.of(),
            Set.of("maker"),
            Set.of(),
            Set.of("DATACENTER"),
            number("80"),
            number("400"),
            null);
    RequirementMatch match =
        run(
            among(filters),
            fp16("chip", "320 TFLOPS"),
            memory("chip", "64 GB"),
            says("chip", Plain.MARKET_SEGMENT, "EDGE"),
            says("chip", Plain.INTERCONNECT_BANDWIDTH, "392 GB/s"),
            says("chip", Plain.STATUS, "CANCELLED"));
    assertThat(against(match, "chip"))
        .extracting(Shortfall::code)
        .containsExactly(
            Code.OTHER_SEGMENT, Code.CANCELLED, Code.MEMORY_TOO_SMALL, Code.INTERCONNECT_TOO_SLOW);
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
  void replicaThatDoesNotFit_failsForMemory() {
    Requirement spread = of(training(SEVENTY, 8L), Precision.FP16, List.of());
    // 1,400 GB on 8 devices: 175 GB each
    RequirementMatch match =
        run(
            spread,
            fp16("chip", "320 TFLOPS"),
            memory("chip", "128 GB"),
            fp16("other", "320 TFLOPS"),
            memory("other", "192 GB"));
    assertThat(only(match).accelerator().id()).isEqualTo("other");
    assertThat(against(match, "chip"))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.code()).isEqualTo(Code.MEMORY_TOO_SMALL);
              assertThat(s.message()).contains("175 GB");
            });
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
  void claimedEfficiency_countsForItsWorkloadOnly() {
    Requirement claimed =
        new Requirement(
            training(SEVENTY, null),
            Precision.FP16,
            List.of(),
            null,
            "Dense training",
            Filters.NONE,
            Limits.NONE,
            Rank.DEVICES);
    RequirementMatch match =
        run(
            claimed,
            fp16("chip", "320 TFLOPS"),
            memory("chip", "64 GB"),
            says("chip", efficiency("dense training"), "40 %"),
            fp16("other", "320 TFLOPS"),
            memory("other", "64 GB"),
            says("other", efficiency("inference"), "40 %"));
    assertThat(only(match).devices().value()).isEqualTo(1773);
    assertThat(against(match, "other").getFirst().missing())
        .containsExactly("other.efficiency Dense training");
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

  @Test
  void inference_countsByMemoryBandwidthToo() {
    var work = new Work.Inference(SEVENTY, number("2000"), 50, 4096, number("327680"), number("1"));
    Fit fit =
        only(
            run(
                of(work, Precision.FP16, List.of()),
                fp16("chip", "320 TFLOPS"),
                memory("chip", "64 GB"),
                says("chip", Plain.MEMORY_BANDWIDTH, "1600 GB/s")));
    // weights 140 GB, cache 50 x 4,096 x 327,680 B = 67.10886 GB
    assertThat(fit.needs().get(1).need().total().value()).isEqualByComparingTo("207.1088640");
    // read 40 times a second
    assertThat(fit.needs().get(2).need().total().value()).isEqualByComparingTo("8284.35456");
    // 2 x 70e9 x 2,000 = 280 TFLOP/s by 128
    assertThat(fit.needs()).extracting(n -> n.devices().value()).containsExactly(3L, 4L, 6L);
    assertThat(fit.binding()).isEqualTo(Demand.Kind.MEMORY_BANDWIDTH);
    assertThat(fit.days()).isNull();
  }

  @Test
  void cacheOfUnknownSize_isSaidToBeLeftOut() {
    var work = new Work.Inference(SEVENTY, number("2000"), 50, 4096, null, number("1"));
    RequirementMatch match = run(of(work, Precision.INT8, List.of()));
    assertThat(match.demand().notes()).anyMatch(n -> n.contains("keyValueBytesPerToken"));
    assertThat(match.demand().needs().get(1).total().value()).isEqualByComparingTo("70");
  }

  @Test
  void boardOfSeveralPackages_hasWhatTheseHave() {
    var peak = new Throughput(Precision.FP16, Sparsity.DENSE, Circuit.MATRIX, Scope.PACKAGE);
    Fit fit =
        run(
                seventy(),
                says("chip", contains("core"), "2 devices"),
                says("core", peak, "160 TFLOPS"),
                memory("core", "32 GB"))
            .matches()
            .getFirst();
    assertThat(fit.accelerator().id()).isEqualTo("chip");
    assertThat(fit.devices().value()).isEqualTo(1773);
  }
}
