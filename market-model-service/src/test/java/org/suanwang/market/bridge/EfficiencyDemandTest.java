package org.suanwang.market.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.UnavailableException;
import org.suanwang.market.load.ShippedModels;
import org.suanwang.market.scenario.PublishedModel;

/** What domestic devices reach of their peak counts where the model says it, and nowhere else. */
class EfficiencyDemandTest {
  private static final PublishedModel WIDE = ShippedModels.require("compute-demand");

  private final PlainCatalogue catalogue = new PlainCatalogue();

  private Demand demand(Questions questions) {
    return catalogue.calculation().evaluate(questions.ask());
  }

  private static long devices(Demand demand, String jobClass) {
    return Objects.requireNonNull(demand.of(jobClass)).conversion().equivalence().toCount();
  }

  private static String assumption(Demand demand, String name) {
    return demand.assumptions().stream()
        .filter(a -> a.name().equals(name))
        .map(a -> a.statement() + " " + a.rationale())
        .findFirst()
        .orElse("none");
  }

  @Test
  void domesticDevice_needsMoreWhenDomesticEfficiencyFalls() {
    Questions questions = Questions.of(WIDE, PlainCatalogue.DOMESTIC);
    Demand base = demand(questions);
    Demand risk = demand(questions.in("risk-technology"));
    // 12,319 × 989.4 / 256 × 40 / 30, and × 40 / 15.
    assertThat(devices(base, TrainingDemand.JOB_CLASS)).isEqualTo(63_482);
    assertThat(devices(risk, TrainingDemand.JOB_CLASS)).isEqualTo(126_963);
    // 237,167 × 989.4 / 256 × 20 / 15, and × 20 / 7.5.
    assertThat(devices(base, ServingDemand.JOB_CLASS)).isEqualTo(1_222_152);
    assertThat(devices(risk, ServingDemand.JOB_CLASS)).isEqualTo(2_444_303);
    assertThat(catalogue.accelerators).contains(PlainCatalogue.DOMESTIC);
    assertThat(assumption(risk, "efficiency-ratio-foundation-model-training"))
        .contains("40 % (compute-demand training_efficiency)", "15 % (compute-demand domestic")
        .contains("2.66667… times as many", "its vendor is of CN");
    assertThat(assumption(risk, "risk-technology.domestic_training_efficiency")).contains("15 %");
    assertThat(assumption(risk, "domestic_training_efficiency")).isEqualTo("none");
  }

  @Test
  void foreignDevice_needsAsManyWhenDomesticEfficiencyFalls() {
    Questions questions = Questions.of(WIDE, PlainCatalogue.FOREIGN);
    Demand base = demand(questions);
    Demand risk = demand(questions.in("risk-technology"));
    assertThat(devices(base, TrainingDemand.JOB_CLASS)).isEqualTo(39_066);
    assertThat(risk.sum(ClassDemand::deviceHours)).isEqualTo(base.sum(ClassDemand::deviceHours));
    assertThat(catalogue.asked).allSatisfy(query -> assertThat(query.efficiency()).isNull());
    assertThat(assumption(base, "efficiency-ratio-inference-serving"))
        .contains("by peak alone", "its vendor is of US, not of CN");
  }

  @Test
  void referenceDevice_isItsOwn_andNobodyIsAskedWhoseItIs() {
    Demand demand = demand(Questions.of(WIDE, PlainCatalogue.REFERENCE));
    assertThat(devices(demand, TrainingDemand.JOB_CLASS)).isEqualTo(12_319);
    assertThat(catalogue.accelerators).isEmpty();
    assertThat(assumption(demand, "efficiency-ratio-foundation-model-training"))
        .contains("the device that the model counts in");
  }

  @Test
  void modelWithoutTheRoles_comparesPeaks() {
    Demand demand =
        demand(Questions.of(ShippedModels.require("dongwu-2024"), PlainCatalogue.DOMESTIC));
    assertThat(devices(demand, TrainingDemand.JOB_CLASS)).isEqualTo(30_919);
    assertThat(demand.classes()).hasSize(1);
    assertThat(catalogue.accelerators).isEmpty();
    assertThat(assumption(demand, "efficiency-ratio-foundation-model-training"))
        .contains("The model does not say");
    assertThat(assumption(demand, "simulated-is-national")).isEqualTo("none");
  }

  @Test
  void catalogueAway_lastKnownCountry_orTheRemedy() {
    Questions questions = Questions.of(WIDE, PlainCatalogue.DOMESTIC);
    catalogue.away = true;
    assertThatThrownBy(() -> demand(questions))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("as \"accelerator\" in the request");
    catalogue.away = false;
    demand(questions);
    catalogue.away = true;
    Conversion stale = demand(questions).first().conversion();
    assertThat(stale.answer().stale()).isTrue();
    assertThat(Objects.requireNonNull(stale.accelerator()).origin())
        .isEqualTo(EquivalenceSource.Origin.LAST_KNOWN);
  }

  @Test
  void snapshotOfPeaks_isRefusedWhereEfficiencyCounts() {
    var domestic = new Accelerator(PlainCatalogue.DOMESTIC, "CN", "v3");
    var query =
        new EquivalenceQuery(
            PlainCatalogue.REFERENCE, 12_319, PlainCatalogue.DOMESTIC, "FP16", null);
    Equivalence peaks = PlainCatalogue.answer(query);
    Questions questions =
        Questions.of(WIDE, PlainCatalogue.DOMESTIC).only(TrainingDemand.JOB_CLASS);
    catalogue.away = true;
    assertThatThrownBy(
            () -> demand(questions.with(new DemandQuestion.Snapshots(peaks, null, domestic))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "equivalence.constraints = peaks: must compare what is reached, 40 %");
    var foreign = new Accelerator(PlainCatalogue.DOMESTIC, "US", "v3");
    Demand demand = demand(questions.with(new DemandQuestion.Snapshots(peaks, null, foreign)));
    assertThat(devices(demand, TrainingDemand.JOB_CLASS)).isEqualTo(peaks.toCount());
    var other = new Accelerator(PlainCatalogue.FOREIGN, "US", "v3");
    assertThatThrownBy(
            () -> demand(questions.with(new DemandQuestion.Snapshots(peaks, null, other))))
        .hasMessageContaining("accelerator.id = nvidia-a100-80gb-sxm: must be huawei-ascend-910");
  }
}
