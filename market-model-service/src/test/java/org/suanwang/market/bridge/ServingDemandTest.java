package org.suanwang.market.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.load.ModelText;
import org.suanwang.market.load.ShippedModels;
import org.suanwang.market.scenario.PublishedModel;

/** What serves, as jobs: every device accounted for, by class, region and month. */
class ServingDemandTest {
  private static final PublishedModel WIDE = ShippedModels.require("compute-demand");

  private final PlainCatalogue catalogue = new PlainCatalogue();

  private Demand demand(Questions questions) {
    return catalogue.calculation().evaluate(questions.ask());
  }

  private static ClassDemand serving(Demand demand) {
    return Objects.requireNonNull(demand.of(ServingDemand.JOB_CLASS));
  }

  /** A model with nothing but devices that serve; 1,000.5 of them. */
  static PublishedModel serversOnly(String roles) {
    return ModelText.read(
        ModelText.model(List.of(ModelText.parameter("load", "1000.5", "")), List.of())
                .replace("unit: \"1\"", "unit: device")
                .replace("variables:\n", "")
            + "bridge:\n  referenceDevice: nvidia-h100-sxm\n  precision: FP16\n"
            + "  regions: [north]\n  roles:\n"
            + roles);
  }

  @Test
  void modelOfServersAlone_isServedForThirtyDays() {
    PublishedModel model = serversOnly("    inferenceDevices: load\n");
    Demand demand = demand(Questions.of(model, PlainCatalogue.REFERENCE));
    ClassDemand serving = serving(demand);
    assertThat(demand.trainingNeed()).isNull();
    assertThat(demand.assumptions())
        .filteredOn(a -> a.name().equals("serving-time"))
        .singleElement()
        .satisfies(a -> assertThat(a.rationale()).startsWith("Neither the request nor the model"));
    // 1,001 whole devices are 126 replicas of 8.
    assertThat(serving.jobs()).hasSize(126).allMatch(job -> job.tasks() == 1);
    assertThat(serving.referenceHoursInAll()).isEqualTo(BigFraction.of(720_360));
    assertThat(serving.referenceHours()).isEqualTo(BigFraction.of(720_720));
    assertThat(serving.deviceHours()).isEqualTo(BigFraction.of(126L * 8 * 720));
    assertThat(serving.jobs().stream().map(DemandJob::region).distinct())
        .containsExactlyElementsOf(Questions.REGIONS);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-01,90,8,1000,1,999",
    "2025-12-20,366,8,1000,1,999",
    "2028-02-15,17,16,7,0.25,6",
    "2026-06-30,1,1,2,0.0001,2",
    "2027-03-01,30,8,10000,0.001,619"
  })
  void rows_sumExactlyToTheirClassesAndInAll(
      LocalDate start, int days, long replica, int jobsMax, String share, int jobs) {
    var part =
        share.equals("1")
            ? DemandShare.ALL
            : DemandShare.of(BigFraction.from(Double.parseDouble(share)), "a test");
    Demand demand =
        demand(
            Questions.of(WIDE, PlainCatalogue.DOMESTIC)
                .from(start)
                .share(part)
                .served(days, replica, jobsMax));
    assertThat(serving(demand).jobs()).hasSize(jobs);
    var rows = new ArrayList<MonthRow>();
    for (ClassDemand demanded : demand.classes()) {
      assertThat(sum(demanded.months())).isEqualTo(demanded.deviceHours());
      rows.addAll(demanded.months());
    }
    assertThat(sum(rows)).isEqualTo(demand.sum(ClassDemand::deviceHours));
    long sent = serving(demand).jobs().stream().mapToLong(DemandJob::devices).sum();
    long wanted = serving(demand).conversion().equivalence().toCount();
    assertThat(sent - wanted).isBetween(0L, replica - 1);
    assertThat(serving(demand).jobs().stream().map(DemandJob::id)).doesNotHaveDuplicates();
  }

  private static BigFraction sum(List<MonthRow> rows) {
    return rows.stream().map(MonthRow::deviceHours).reduce(BigFraction.ZERO, BigFraction::add);
  }

  @Test
  void regions_differByAFewReplicasAtMost() {
    ClassDemand serving = serving(demand(Questions.of(WIDE, PlainCatalogue.DOMESTIC)));
    var byRegion =
        serving.jobs().stream()
            .collect(
                Collectors.groupingBy(DemandJob::region, Collectors.summingLong(DemandJob::tasks)));
    assertThat(byRegion).hasSize(3);
    long least = byRegion.values().stream().mapToLong(Long::longValue).min().orElseThrow();
    assertThat(byRegion.values()).allMatch(replicas -> replicas - least <= 1);
  }

  @Test
  void share_isTakenOfEveryClassExactly_andNamed() {
    var share = DemandShare.of(BigFraction.of(1, 100), "fleet-1 has a hundredth of the country's");
    Demand demand = demand(Questions.of(WIDE, PlainCatalogue.REFERENCE).share(share));
    // 123.19 and 2,371.66 devices, rounded up.
    assertThat(demand.first().jobs()).hasSize(10).allMatch(job -> job.devices() == 124);
    assertThat(demand.first().referenceHoursInAll()).isEqualTo(BigFraction.of(123_190L * 2160));
    assertThat(demand.first().referenceHours()).isEqualTo(BigFraction.of(1_240L * 2160));
    assertThat(Objects.requireNonNull(demand.servingNeed()).devices()).isEqualTo(2_372);
    assertThat(demand.assumptions().getFirst().statement()).contains("A share of 0.01");
    assertThat(demand.assumptions().getFirst().rationale()).contains("fleet-1");
  }

  @Test
  void year_choosesAmongTheModelsNames() {
    Questions questions = Questions.of(WIDE, PlainCatalogue.REFERENCE);
    Demand demand = demand(questions.from(LocalDate.of(2027, 5, 1)));
    assertThat(Objects.requireNonNull(demand.servingNeed()).name())
        .isEqualTo("inference_devices_2027");
    assertThat(Objects.requireNonNull(demand.servingNeed()).devices()).isEqualTo(959_708);
    Questions earlier = questions.from(LocalDate.of(2024, 5, 1));
    assertThatThrownBy(() -> demand(earlier))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must be in 2025, 2026, 2027, 2028, 2029, 2030");
    assertThat(demand(earlier.only(TrainingDemand.JOB_CLASS)).classes()).hasSize(1);
  }

  @Test
  void whatTheSchedulerWouldRefuse_isRefused() {
    Questions questions =
        Questions.of(WIDE, PlainCatalogue.DOMESTIC).from(LocalDate.of(2030, 1, 1)).served(30, 8, 1);
    assertThatThrownBy(() -> demand(questions))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at most 4000000 devices");
  }

  @Test
  void classThatTheModelDoesNotHave_isRefusedWithTheRole() {
    PublishedModel report = ShippedModels.require("dongwu-2024");
    assertThatThrownBy(
            () ->
                demand(
                    Questions.of(report, PlainCatalogue.REFERENCE).only(ServingDemand.JOB_CLASS)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the role inferenceDevices");
    PublishedModel none = ShippedModels.require("leasing-payback");
    assertThatThrownBy(() -> demand(Questions.of(none, PlainCatalogue.REFERENCE)))
        .hasMessageContaining("the role companies");
  }

  @Test
  void rolesThatSayNothing_areFindings() {
    assertThatThrownBy(() -> serversOnly("    inferenceEfficiency: load\n"))
        .hasMessageContaining("it says nothing without the role domesticInferenceEfficiency");
    assertThatThrownBy(() -> serversOnly("    companies@2025: load\n"))
        .hasMessageContaining("there is no such role");
    assertThatThrownBy(() -> serversOnly("    inferenceDevices@25: load\n"))
        .hasMessageContaining("there is no such role");
    assertThatThrownBy(() -> serversOnly("    inferenceDevices: load\n  domesticCountry: china\n"))
        .hasMessageContaining("is no country's code");
    assertThatThrownBy(
            () ->
                serversOnly("    trainingEfficiency: load\n    domesticTrainingEfficiency: load\n"))
        .hasMessageContaining("nothing says which devices are domestic");
  }
}
