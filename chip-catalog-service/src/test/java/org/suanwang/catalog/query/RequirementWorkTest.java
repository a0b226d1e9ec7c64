package org.suanwang.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.catalog.query.RequirementFixture.SEVENTY;
import static org.suanwang.catalog.query.RequirementFixture.against;
import static org.suanwang.catalog.query.RequirementFixture.memory;
import static org.suanwang.catalog.query.RequirementFixture.number;
import static org.suanwang.catalog.query.RequirementFixture.only;
import static org.suanwang.catalog.query.RequirementFixture.requirement;
import static org.suanwang.catalog.query.RequirementFixture.run;
import static org.suanwang.catalog.query.RequirementFixture.seventy;
import static org.suanwang.catalog.query.RequirementFixture.training;
import static org.suanwang.catalog.query.SmallCatalog.contains;
import static org.suanwang.catalog.query.SmallCatalog.dense;
import static org.suanwang.catalog.query.SmallCatalog.efficiency;
import static org.suanwang.catalog.query.SmallCatalog.fp16;
import static org.suanwang.catalog.query.SmallCatalog.says;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.provenance.Tier;
import org.suanwang.catalog.query.Requirement.Filters;
import org.suanwang.catalog.query.Requirement.Limits;
import org.suanwang.catalog.query.Requirement.Rank;
import org.suanwang.catalog.query.RequirementMatch.Fit;
import org.suanwang.catalog.query.Shortfall.Code;

/** What a work asks for: computed by hand after docs/requirement-matching.md. */
class RequirementWorkTest {
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
            requirement(
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
            requirement(
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
    assertThatThrownBy(() -> run(requirement(work, Precision.FP16, List.of())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("training.parameters")
        .hasMessageContaining("training.tokens");
  }

  @Test
  void unknownModel_isRefusedWithTheNearest() {
    var work = training(new Work.Model("modell", null, null), null);
    assertThatThrownBy(() -> run(requirement(work, Precision.FP16, List.of())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("training.model = modell")
        .hasMessageContaining("did you mean model?");
  }

  @Test
  void replicaThatDoesNotFit_failsForMemory() {
    Requirement spread = requirement(training(SEVENTY, 8L), Precision.FP16, List.of());
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
  void inference_countsByMemoryBandwidthToo() {
    var work = new Work.Inference(SEVENTY, number("2000"), 50, 4096, number("327680"), number("1"));
    Fit fit =
        only(
            run(
                requirement(work, Precision.FP16, List.of()),
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
    RequirementMatch match = run(requirement(work, Precision.INT8, List.of()));
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
